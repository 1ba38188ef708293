"""What the index of words takes in of a text, worked out before the transaction that stores the text.

On SQLite everybody else who writes waits for the end of a transaction, so that nothing which takes long is
done within one.
"""

from dataclasses import dataclass, replace

from django.db import transaction

from newsroom.search import backend
from newsroom.search.word_counts import distinct_terms
from newsroom.text.language.sentences import event_sentences
from newsroom.text.language.words import folded
from newsroom.text.model import Document, Span

#: Sentences whose words are put into the index in one transaction. A longer text has them put there before
#: it is stored itself.
AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class IndexEntries:
    """The entries of one document.

    `terms[i]` are the terms of the sentence `spans[i]`, each once. `words` are all words of the text, folded
    and in order. `sentence_ids` are the ids under which the index has the terms already, none if it has not.
    """

    document: Document
    spans: tuple[Span, ...]
    terms: tuple[list[str], ...]
    words: list[str]
    sentence_ids: tuple[int, ...] = ()


def entries_of(document: Document) -> IndexEntries:
    """Return the entries of a document. Takes time linear in the length of the text."""
    text = document.text
    spans = tuple(event_sentences(document))
    terms = tuple(distinct_terms(text[span.start : span.end]) for span in spans)
    return IndexEntries(document, spans, terms, folded(text))


def put_ahead(entries: IndexEntries) -> IndexEntries:
    """Put the terms of a long text's sentences into the index, some at a time. Return where they stand there.

    Call this outside any transaction, before the text is stored. Nobody sees what was put there until then,
    because a search passes over the words of sentences that are not there. They stay without effect if the
    text is never stored.
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
