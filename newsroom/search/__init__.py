"""The index of words, in the database itself: which sentences hold a word, which revisions hold a phrase.

One interface, `Backend`, with SQLite's FTS5 and PostgreSQL's full text behind it. Both are given the same
terms (`newsroom.text.language.words`), so both find the same. The index only grows: what is no longer current
is passed over because its row is gone, and its words are swept out when the index is made anew.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from django.db import connection

from newsroom.search import postgres, sqlite


class Backend(Protocol):
    """What a database must be able to do. Terms are words of `newsroom.text.language.words`, ids those of
    rows.
    """

    def clear(self) -> None:
        """Make it empty."""

    def filling(self) -> AbstractContextManager[None]:
        """While thousands are added: meanwhile searches may be slow, and at its end imports may have to wait."""

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Sentences by id, each with its terms in any order."""

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Revisions by id, each with its folded words in their order."""

    def sentences_with(self, groups: Sequence[Sequence[str]], most: int) -> list[list[int]]:
        """For each group of terms the ids of at most `most` sentences that hold every one of them, in no
        order.
        """

    def texts_matching(self, clauses: Sequence["Clause"]) -> tuple[str, list[str]]:
        """SQL with its parameters that selects the ids of the revisions that answer to all `clauses`."""


#: Spellings, one of which must stand in the text: each a run of folded words, and whether the last may go on.
Clause = Sequence[tuple[Sequence[str], bool]]

_BACKENDS: dict[str, Backend] = {"sqlite": sqlite.Fts5(), "postgresql": postgres.FullText()}


def backend() -> Backend:
    """The index of the database in use."""
    return _BACKENDS[connection.vendor]
