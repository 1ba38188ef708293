"""Compute the index entries of a text before the transaction that stores the text.

On SQLite all other writers wait for the end of a transaction, so slow work is done before it begins.
"""

from dataclasses import dataclass, replace

from django.db import transaction

from newsroom.search import backend
from newsroom.search.word_counts import distinct_terms
from newsroom.text.language.sentences import event_sentences
from newsroom.text.language.word_forms import index_words, languages_of_text
from newsroom.text.model import Document, Span

#: The most sentences that one transaction adds to the index. The sentences of a longer text are added before
#: the text itself is stored.
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class IndexEntries:
    """The index entries of one document.

    `spans` are the places of its sentences in code points, and `terms[i]` holds the distinct terms of the
    sentence at `spans[i]`. `words` holds the words and marks of the text as `index_words` returns them by the
    rules of `languages`. If `put_ahead` has added the terms to the index already, `sentence_ids` holds the
    ids of the sentences; else it is empty.
    """

    document: Document
    spans: tuple[Span, ...]
    terms: tuple[list[str], ...]
    words: list[str]
    languages: tuple[str, ...]
    sentence_ids: tuple[int, ...] = ()


def entries_of(document: Document, language: str = "") -> IndexEntries:
    """Compute and return the index entries of a document. `language` is the one that it states, if any.

    The time is proportional to the length of the text.
    """
    text = document.text
    spans = tuple(event_sentences(document))
    terms = tuple(distinct_terms(text[span.start : span.end]) for span in spans)
    languages = languages_of_text(text, language)
    return IndexEntries(document, spans, terms, index_words(text, languages), languages)


def put_ahead(entries: IndexEntries) -> IndexEntries:
    """Add the terms of a long text to the index before the text is stored, in several transactions.

    Returns the entries with `sentence_ids`. A text of at most `AT_ONCE` sentences is not added, and its
    entries are returned unchanged. Call this outside any transaction. Searches ignore these terms until the
    text is stored; if it is never stored, they have no effect.
    """
    number = len(entries.spans)
    if number <= AT_ONCE:
        return entries

    with transaction.atomic():
        ids = backend().reserve_sentences(number)
    for start in range(0, number, AT_ONCE):
        rows = zip(
            ids[start : start + AT_ONCE], entries.terms[start : start + AT_ONCE], strict=True
        )
        with transaction.atomic():
            backend().add_sentences(rows)
    return replace(entries, sentence_ids=ids)
