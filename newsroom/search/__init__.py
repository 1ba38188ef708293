"""Search the index of words in the database: which sentences contain a term, and which revisions contain a
phrase.

A `Backend` is the index in one kind of database: SQLite's FTS5 or PostgreSQL's full text search. Both get the
same terms (`newsroom.text.language.words`) and the same marks (`word_forms` beside it), so both find the
same. Entries of deleted rows stay in the index and are ignored; they disappear when the index is built again.
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
    """The methods that the index has in each kind of database.

    Terms are words as `newsroom.text.language.words` reduces them for comparison.
    """

    def clear(self) -> None:
        """Remove all entries from the index."""

    def filling(self) -> AbstractContextManager[None]:
        """Return a context for adding thousands of rows quickly.

        Searches may be slow inside the context, and imports may have to wait at its end.
        """

    def reserve_sentences(self, number: int) -> tuple[int, ...]:
        """Return ids for `number` new sentences, in order.

        No other sentence ever gets these ids. Call this in a transaction.
        """

    def store_sentences(self, rows: "Sequence[SentenceRow]") -> None:
        """Store the rows of sentences, with ids that `reserve_sentences` has returned."""

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add sentences to the index. A row is (id of the sentence, its terms in any order)."""

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        """Add the texts of revisions to the index.

        A row is (id of the revision, its words and marks as `index_words` returns them).
        """

    def sentences_with(
        self,
        groups: Sequence[Sequence[str]],
        most: int,
    ) -> list[list[int]]:
        """Return, for each group of terms, the ids of sentences that contain all terms of the group.

        There are at most `most` ids for each group, in no particular order. The ids may include those of
        deleted sentences.
        """

    def texts_matching(self, clauses: Sequence[Clause]) -> tuple[str, list[str]]:
        """Return an SQL query and its parameters.

        The query selects the ids of the revisions that match all `clauses`.
        """


_BACKENDS: dict[str, Backend] = {"sqlite": sqlite.Fts5(), "postgresql": postgres.FullText()}


def backend() -> Backend:
    """Return the index in the kind of database that is in use."""
    return _BACKENDS[connection.vendor]
