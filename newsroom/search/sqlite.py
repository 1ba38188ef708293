"""Implement the search index in SQLite: FTS5 tables that contain the index but no copy of the texts."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from django.db import connection

from newsroom.search.clauses import Clause, Spelling

if TYPE_CHECKING:
    # The server imports this module before Django has loaded the models.
    from newsroom.models.sentences import SentenceRow

#: The table of the model `Sentence`.
_SENTENCES = "newsroom_sentence"
#: The migration `word_index` makes these tables.
_TABLES = ("newsroom_sentence_words", "newsroom_text_words")


class Fts5:
    """The implementation of `newsroom.search.Backend` for SQLite."""

    def clear(self) -> None:
        with connection.cursor() as cursor:
            for table in _TABLES:
                # FTS5 takes a command as a row, in a column with the name of the table.
                statement = f"INSERT INTO {table}({table}) VALUES ('delete-all')"  # noqa: S608  (constants)
                cursor.execute(statement)

    def filling(self) -> AbstractContextManager[None]:
        return nullcontext()

    def reserve_sentences(self, number: int) -> tuple[int, ...]:
        # SQLite keeps the last id that AUTOINCREMENT gave in this table (https://www.sqlite.org/autoinc.html),
        # and no other transaction writes meanwhile.
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [number, _SENTENCES]
            )
            if not cursor.rowcount:
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [_SENTENCES, number])
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [_SENTENCES])
            (last,) = cursor.fetchone()
        return tuple(range(last - number + 1, last + 1))

    def store_sentences(self, rows: "Sequence[SentenceRow]") -> None:
        # In SQL, because model instances for the sentences of a long text take a second.
        statement = (
            f'INSERT INTO {_SENTENCES} (id, revision_id, start, "end") VALUES (%s, %s, %s, %s)'  # noqa: S608  (a constant)
        )
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._add("newsroom_sentence_words", rows)

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._add("newsroom_text_words", rows)

    def sentences_with(
        self,
        groups: Sequence[Sequence[str]],
        most: int,
    ) -> list[list[int]]:
        return [self._sentences_with_all(terms, most) for terms in groups]

    def texts_matching(self, clauses: Sequence[Clause]) -> tuple[str, list[str]]:
        alternatives = [" OR ".join(map(_phrase, clause)) for clause in clauses]
        match = " AND ".join(f"({alternative})" for alternative in alternatives)
        return "SELECT rowid FROM newsroom_text_words WHERE newsroom_text_words MATCH %s", [match]

    def _sentences_with_all(self, terms: Sequence[str], most: int) -> list[int]:
        match = " AND ".join(map(_quoted, terms))
        with connection.cursor() as cursor:
            # The ids are returned in one string, because reading thousands of rows takes four times as long.
            cursor.execute(
                "SELECT group_concat(rowid) FROM (SELECT rowid FROM newsroom_sentence_words "
                "WHERE newsroom_sentence_words MATCH %s LIMIT %s)",
                [match, most],
            )
            (ids,) = cursor.fetchone()
        if not ids:
            return []
        return list(map(int, ids.split(",")))

    def _add(self, table: str, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        statement = f"INSERT INTO {table}(rowid, words) VALUES (%s, %s)"  # noqa: S608  (constants only)
        with connection.cursor() as cursor:
            cursor.executemany(statement, [(rowid, " ".join(terms)) for rowid, terms in rows])


def _quoted(term: str) -> str:
    escaped = term.replace('"', '""')
    return f'"{escaped}"'


def _phrase(spelling: Spelling) -> str:
    phrase = _quoted(" ".join(spelling.words))
    if spelling.open_end:
        return f"{phrase}*"
    return phrase
