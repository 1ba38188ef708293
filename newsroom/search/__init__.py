"""Search the index of words in the database: which sentences contain a word, which revisions a phrase.

The interface is `Backend`, with SQLite's FTS5 and PostgreSQL's full text search behind it. Both get the same
terms (`newsroom.text.language.words`), so both find the same. The index only grows. Entries of deleted rows
are ignored, and disappear when the index is built again.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from django.db import connection

from newsroom.search import postgres, sqlite
from newsroom.search.clauses import Clause

if TYPE_CHECKING:
    # The server imports this module before Django has loaded the models.
    from newsroom.models.sentences import SentenceRow


class Backend(Protocol):
    """The interface that each database must provide. Terms come from `newsroom.text.language.words`."""

    def clear(self) -> None:
        """Empty the index."""

    def filling(self) -> AbstractContextManager[None]:
        """Return a context in which thousands of rows are added.

        Searches may be slow inside the context, and imports may have to wait at its end.
        """

    def reserve_sentences(self, number: int) -> tuple[int, ...]:
        """Return ids for `number` new sentences, in order. Call it in a transaction."""

    def store_sentences(self, rows: "Sequence[SentenceRow]") -> None:
        """Store sentences with ids that `reserve_sentences` has returned."""

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add sentences, as (id of the sentence, its terms in any order)."""

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add revisions, as (id of the revision, its folded words in order)."""

    def sentences_with(
        self,
        groups: Sequence[Sequence[str]],
        most: int,
    ) -> list[list[int]]:
        """Return, for each group of terms, the ids of sentences that contain all its terms.

        There are at most `most` ids for each group, in no particular order.
        """

    def texts_matching(self, clauses: Sequence[Clause]) -> tuple[str, list[str]]:
        """Return an SQL query with its parameters, which selects the ids of the revisions that match all
        `clauses`.
        """


_BACKENDS: dict[str, Backend] = {"sqlite": sqlite.Fts5(), "postgresql": postgres.FullText()}


def backend() -> Backend:
    """Return the index of the database in use."""
    return _BACKENDS[connection.vendor]
