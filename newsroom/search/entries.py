"""Add the sentences of a long text to the index before the transaction that stores the text.

On SQLite all other writers wait for the end of a transaction, so slow work is done before it begins.
"""

from dataclasses import replace

from django.db import transaction

from newsroom.search import backend
from newsroom.text.language.indexing.index_entries import IndexEntries

#: The most sentences that one transaction adds to the index. The sentences of a longer text are added before
#: the text itself is stored.
AT_ONCE = 1_000


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
