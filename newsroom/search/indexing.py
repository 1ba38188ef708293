"""Keeping the index in step: what a revision says becomes sentences and words."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.db import connection, transaction

from newsroom.models import Revision, Sentence, Vocabulary
from newsroom.search import backend
from newsroom.search.word_counts import (
    FIRST_COUNT,
    count_words,
    count_words_if_grown,
    distinct_terms,
)
from newsroom.text.language.sentences import event_sentences
from newsroom.text.language.words import folded

#: The table that the last of the index's migrations makes.
INDEX_TABLE = "newsroom_text_words"
#: Whether sentences have doubled is asked once in so many of them.
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
        # A robust call is logged if it fails, because the import is stored by then.
        transaction.on_commit(count_words_if_grown, robust=True)


def reindex() -> Iterator[int]:
    """Make the index again from all current revisions. Yields how many are done, after each batch.

    Each batch is its own transaction. Until the last, searches find what is done so far, and may be slow.
    """
    with transaction.atomic():
        backend().clear()
        Sentence.objects.all().delete()
        Vocabulary.objects.all().delete()
    revisions = (
        Revision.objects.exclude(current_of=None).order_by("pk").iterator(chunk_size=_AT_ONCE)
    )
    done = 0
    with backend().filling():
        while batch := list(islice(revisions, _AT_ONCE)):
            with transaction.atomic():
                _index(batch)
            done += len(batch)
            yield done
    number = Sentence.objects.count()
    if number >= FIRST_COUNT:
        count_words(number)


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
    backend().add_sentences((sentence.pk, _terms_of(sentence)) for sentence in made)
    backend().add_texts(texts)
    return [sentence.pk for sentence in made]


def _terms_of(sentence: Sentence) -> list[str]:
    return distinct_terms(sentence.revision.text[sentence.start : sentence.end])
