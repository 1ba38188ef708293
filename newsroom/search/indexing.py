"""Keeping the index in step: what a revision says becomes sentences and words."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction

from newsroom.models import Revision, Sentence, Vocabulary
from newsroom.search import backend
from newsroom.text.language.sentences import event_sentences
from newsroom.text.language.words import VERSION, folded, terms

#: The table that the last of the index's migrations makes.
INDEX_TABLE = "newsroom_text_words"
#: Words are counted first at this many sentences, and again each time there are twice as many.
FIRST_COUNT = 8_000
#: How many sentences are counted, and in how many of them a word must stand to be called common.
SAMPLE, COMMON = 4_000, 4
#: Whether they have doubled is asked once in so many sentences.
_LOOKED_AT_EVERY = 500
_AT_ONCE = 200


@transaction.atomic
def index_revision(revision: Revision, previous: Revision | None = None) -> None:
    """Index what `revision` says in place of `previous`.

    Call it in the transaction that makes the revision its article's current one. A `previous` that was not
    indexed and a text without words are no errors.
    """
    if previous is not None:
        Sentence.objects.filter(revision=previous).delete()
    index_revisions([revision])


@transaction.atomic
def index_revisions(revisions: Iterable[Revision]) -> None:
    """Index several revisions at once, none of them indexed before."""
    made = _index(revisions)
    if made and made[0] // _LOOKED_AT_EVERY != made[-1] // _LOOKED_AT_EVERY:
        _count_words_if_grown()


def reindex() -> Iterator[int]:
    """Make the index again from all current revisions. Yields how many are done, after each batch.

    Each batch is its own transaction. Until the last, searches find what is done so far, and may be slow.
    """
    with transaction.atomic():
        backend().clear()
        Sentence.objects.all().delete()
        Vocabulary.objects.all().delete()
    revisions = Revision.objects.exclude(current_of=None).order_by("pk").iterator(chunk_size=_AT_ONCE)
    done = 0
    with backend().filling():
        while batch := list(islice(revisions, _AT_ONCE)):
            with transaction.atomic():
                _index(batch)
            done += len(batch)
            yield done
    with transaction.atomic():
        number = Sentence.objects.count()
        if number >= FIRST_COUNT:
            _count_words(number)


def keep_in_step(**_: Any) -> None:
    """Let the index hold what there is to be found, after migrations and after all tables were emptied."""
    if INDEX_TABLE not in connection.introspection.table_names():
        # Only some of the migrations have run.
        return
    if not Revision.objects.exists():
        backend().clear()
    elif not Sentence.objects.exists():
        # Reindexing happens step by step as its results are taken, and nobody waits for them here.
        deque(reindex(), maxlen=0)


def _index(revisions: Iterable[Revision]) -> list[int]:
    """Index what revisions say. Returns the ids of the sentences made, in order."""
    sentences: list[Sentence] = []
    texts: list[tuple[int, list[str]]] = []
    for revision in revisions:
        for span in event_sentences(revision.document):
            sentences.append(Sentence(revision=revision, start=span.start, end=span.end))
        whole = f"{revision.headline}\n{revision.byline}\n{revision.text}"
        texts.append((revision.pk, folded(whole)))

    made = Sentence.objects.bulk_create(sentences, batch_size=5_000)
    backend().add_sentences((sentence.pk, _distinct_terms(sentence)) for sentence in made)
    backend().add_texts(texts)
    return [sentence.pk for sentence in made]


def _distinct_terms(sentence: Sentence) -> list[str]:
    said = sentence.revision.text[sentence.start : sentence.end]
    return list(dict.fromkeys(terms(said)))


def _count_words_if_grown() -> None:
    """Count words once there are enough sentences, and again each time they have doubled."""
    counted = Vocabulary.objects.values_list("sentences", flat=True).first() or 0
    enough = max(FIRST_COUNT, 2 * counted)
    oldest, newest = _oldest_and_newest()
    # Ids leave gaps where revisions were replaced. Their range is the most sentences there can be, and costs
    # nothing to know.
    if newest - oldest + 1 < enough:
        return
    number = Sentence.objects.count()
    if number >= enough:
        _count_words(number)


def _count_words(number: int) -> None:
    """Count words in a sample spread evenly over all sentences, of which there are `number`."""
    oldest, newest = _oldest_and_newest()
    step = max(1, (newest - oldest) // SAMPLE)
    sample = Sentence.objects.filter(
        pk__in=range(
            oldest,
            newest + 1,
            step,
        )
    ).select_related("revision")
    counts: Counter[str] = Counter()
    sampled = 0
    for sentence in sample.iterator(chunk_size=500):
        counts.update(_distinct_terms(sentence))
        sampled += 1

    shares = {term: round(count / sampled, 5) for term, count in counts.items() if count >= COMMON}
    Vocabulary.objects.all().delete()
    Vocabulary.objects.create(sentences=number, shares=shares, version=VERSION)


def _oldest_and_newest() -> tuple[int, int]:
    """Return the least and the greatest id of a sentence, 0 if there is none."""
    ids = Sentence.objects.values_list("id", flat=True)
    return ids.order_by("id").first() or 0, ids.order_by("-id").first() or 0
