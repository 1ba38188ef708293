"""Keep the search index up to date: add the sentences and words of current revisions to it."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from django.db import connection, transaction

from newsroom.models import Revision, Sentence, Vocabulary
from newsroom.models.sentences import SentenceRow
from newsroom.search import backend
from newsroom.search.word_counts import FIRST_COUNT, count_words, count_words_if_grown
from newsroom.text.language.indexing.index_entries import IndexEntries, entries_of
from newsroom.text.language.indexing.word_forms import index_words, languages_of_text

#: The table that the last migration of the index makes.
INDEX_TABLE = "newsroom_text_words"
#: Whether the number of sentences has doubled is checked after so many new sentences.
_LOOKED_AT_EVERY = 500
_AT_ONCE = 200


@transaction.atomic
def index_revision(
    revision: Revision, previous: Revision | None = None, entries: IndexEntries | None = None
) -> None:
    """Add `revision` to the index, and remove the sentences of `previous`, the revision before it.

    Call this in the transaction that makes `revision` the current one. `entries` are its index entries if
    they were computed before the transaction, else None.
    """
    if previous is not None:
        Sentence.objects.filter(revision=previous).delete()
    index_revisions([revision], [entries])


@transaction.atomic
def index_revisions(
    revisions: Sequence[Revision], entries: Sequence[IndexEntries | None] | None = None
) -> None:
    """Add several revisions to the index at once.

    None of them may be in the index already. `entries` holds, for each revision, the index entries that were
    computed before the transaction, or None.
    """
    indexed_ids = _index(revisions, entries)
    if indexed_ids and indexed_ids[0] // _LOOKED_AT_EVERY != indexed_ids[-1] // _LOOKED_AT_EVERY:
        # If a robust call fails, this is only logged, because the import is stored by then.
        transaction.on_commit(count_words_if_grown, robust=True)


def reindex() -> Iterator[int]:
    """Build the whole index again from all current revisions.

    After each batch, yields the number of revisions that are in the index again. The work is done only while
    the results are read. Each batch is a transaction of its own. Until the last one, searches find only the
    revisions that are done, and may be slow.
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
    """Build the index if there are revisions but no sentences, and clear it if there are no revisions.

    This receives `post_migrate`, which Django sends after migrations and after all tables were emptied.
    """
    if INDEX_TABLE not in connection.introspection.table_names():
        # Only some of the migrations have run.
        return
    if not Revision.objects.exists():
        backend().clear()
    elif not Sentence.objects.exists():
        # `reindex` does its work while its results are read, so they are read and dropped here.
        deque(reindex(), maxlen=0)


def _index(
    revisions: Sequence[Revision], worked_out: Sequence[IndexEntries | None] | None = None
) -> list[int]:
    """Add the revisions to the index, and return the ids of their sentences, in order.

    `worked_out` holds, for each revision, the entries that were computed before, or None.
    """
    entries = _entries(revisions, worked_out or [None] * len(revisions))
    # Sentences of long texts have ids already. All others get their ids in one query.
    number = sum(len(each.spans) for each in entries if not each.sentence_ids)
    new_ids = iter(backend().reserve_sentences(number))

    sentences: list[SentenceRow] = []
    terms: list[tuple[int, list[str]]] = []
    texts: list[tuple[int, list[str]]] = []
    for revision, each in zip(revisions, entries, strict=True):
        ids = each.sentence_ids
        if not ids:
            ids = tuple(islice(new_ids, len(each.spans)))
            terms.extend(zip(ids, each.terms, strict=True))
        for pk, span in zip(ids, each.spans, strict=True):
            sentences.append((pk, revision.pk, span.start, span.end))
        masthead = index_words(f"{revision.headline}\n{revision.byline}\n", each.languages)
        texts.append((revision.pk, masthead + each.words))

    backend().store_sentences(sentences)
    backend().add_sentences(terms)
    backend().add_texts(texts)
    return [pk for pk, *_ in sentences]


def _entries(
    revisions: Sequence[Revision], worked_out: Sequence[IndexEntries | None]
) -> list[IndexEntries]:
    """Return the index entries of each revision.

    Entries that were computed before are used only if they are of the revision's own document. The document
    differs from the computed one if the import carried over corrections of roles to the newer text. The words
    are marked again if the revision states another language.
    """
    entries = []
    for revision, entry in zip(revisions, worked_out, strict=True):
        if entry is None or entry.document != revision.document:
            entry = entries_of(revision.document, revision.language)
        if entry.language != revision.language:
            languages = languages_of_text(revision.text, revision.language)
            words = index_words(revision.text, languages)
            entry = replace(entry, words=words, language=revision.language, languages=languages)
        entries.append(entry)
    return entries
