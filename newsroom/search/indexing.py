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
    """Index what `revision` says in place of `previous`. Call in the transaction that makes it its article's
    current.

    An index that was not made before, or a text without words, is no error.
    """
    if previous is not None:
        Sentence.objects.filter(revision=previous).delete()
    index_revisions([revision])


@transaction.atomic
def index_revisions(revisions: Iterable[Revision]) -> None:
    """Index several revisions at once, none of them indexed before."""
    made = _index(revisions)
    if made and made[0] // _LOOKED_AT_EVERY != made[-1] // _LOOKED_AT_EVERY:
        _count_words(grown=True)


def reindex() -> Iterator[int]:
    """Make the index anew from all current revisions; yields how many are done, after each batch.

    Each batch is its own transaction. Until the last, searches find what is done so far, and may be slow.
    """
    with transaction.atomic():
        backend().clear()
        Sentence.objects.all().delete()
        Vocabulary.objects.all().delete()
    current = Revision.objects.exclude(current_of=None).order_by("pk").iterator(chunk_size=_AT_ONCE)
    done = 0
    with backend().filling():
        while batch := list(islice(current, _AT_ONCE)):
            with transaction.atomic():
                _index(batch)
            done += len(batch)
            yield done
    with transaction.atomic():
        _count_words(grown=False)


def keep_in_step(**_: Any) -> None:
    """Let the index hold what there is to be found, after migrations and after all tables were emptied."""
    if INDEX_TABLE not in connection.introspection.table_names():
        # Only some of the migrations have run.
        return
    if not Revision.objects.exists():
        backend().clear()
    elif not Sentence.objects.exists():
        deque(reindex(), maxlen=0)


def _index(revisions: Iterable[Revision]) -> list[int]:
    """Index what they say; returns the ids of the sentences made, in order."""
    rows, texts = [], []
    for revision in revisions:
        spans = event_sentences(revision.document)
        rows += [(Sentence(revision=revision, start=span.start, end=span.end), revision) for span in spans]
        whole = f"{revision.headline}\n{revision.byline}\n{revision.text}"
        texts.append((revision.pk, folded(whole)))
    made = Sentence.objects.bulk_create([row for row, _ in rows], batch_size=5_000)
    said = (revision.text[row.start : row.end] for row, (_, revision) in zip(made, rows, strict=True))
    backend().add_sentences(
        (row.pk, list(dict.fromkeys(terms(text)))) for row, text in zip(made, said, strict=True)
    )
    backend().add_texts(texts)
    return [row.pk for row in made]


def _count_words(*, grown: bool) -> None:
    """Count words in a sample spread evenly over all sentences; where `grown`, only once they have doubled."""
    last = Vocabulary.objects.values_list("sentences", flat=True).first() or 0
    newest = Sentence.objects.order_by("-id").values_list("id", flat=True).first() or 0
    oldest = Sentence.objects.order_by("id").values_list("id", flat=True).first() or 0
    # Ids leave gaps where revisions were replaced: their range is the most there can be, and costs nothing to
    # know.
    if grown and newest - oldest + 1 < max(FIRST_COUNT, 2 * last):
        return
    number = Sentence.objects.count()
    if number < max(FIRST_COUNT, 2 * last if grown else 0):
        return
    step = max(1, (newest - oldest) // SAMPLE)
    wanted = range(oldest, newest + 1, step)
    counts: Counter[str] = Counter()
    sampled = 0
    for sentence in (
        Sentence.objects.filter(pk__in=wanted).select_related("revision").iterator(chunk_size=500)
    ):
        counts.update(set(terms(sentence.revision.text[sentence.start : sentence.end])))
        sampled += 1
    shares = {term: round(count / sampled, 5) for term, count in counts.items() if count >= COMMON}
    Vocabulary.objects.all().delete()
    Vocabulary.objects.create(sentences=number, shares=shares, version=VERSION)
