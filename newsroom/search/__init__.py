"""The index of words, in the database itself: which sentences hold a word, which revisions hold a phrase.

There is one interface, `Backend`, with SQLite's FTS5 and PostgreSQL's full text behind it. Both are given the
same terms (`newsroom.text.language.words`), so both find the same. The index only grows. What is no longer
current is passed over because its row is gone, and its words are swept out when the index is made again.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from django.db import connection

from newsroom.models.sentences import SentenceRow
from newsroom.search import postgres, sqlite
from newsroom.search.clauses import Clause


class Backend(Protocol):
    """What a database must be able to do.

    Terms are words of `newsroom.text.language.words`, ids are those of rows.
    """

    def clear(self) -> None:
        """Empty the index."""

    def filling(self) -> AbstractContextManager[None]:
        """Return a context in which thousands of rows are added.

        Searches may be slow meanwhile, and at its end imports may have to wait.
        """

    def reserve_sentences(self, number: int) -> tuple[int, ...]:
        """Return ids for so many new sentences, in order. Call it in a transaction."""

    def store_sentences(self, rows: Sequence[SentenceRow]) -> None:
        """Store sentences under ids that were reserved."""

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add sentences by id, each with its terms in any order."""

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add revisions by id, each with its folded words in their order."""

    def sentences_with(
        self,
        groups: Sequence[Sequence[str]],
        most: int,
    ) -> list[list[int]]:
        """Return the ids of at most `most` sentences that hold all terms of each group, in no order."""

    def texts_matching(self, clauses: Sequence[Clause]) -> tuple[str, list[str]]:
        """Return an SQL query and its parameters. It selects the ids of the revisions that match all
        `clauses`.
        """


_BACKENDS: dict[str, Backend] = {"sqlite": sqlite.Fts5(), "postgresql": postgres.FullText()}


def backend() -> Backend:
    """Return the index of the database in use."""
    return _BACKENDS[connection.vendor]
