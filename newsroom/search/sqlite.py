"""The index in SQLite: FTS5 tables that keep no text of their own."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext

from django.db import connection

#: Made by the migration `word_index`.
_TABLES = ("newsroom_sentence_words", "newsroom_text_words")


class Fts5:
    """See `newsroom.search.Backend`."""

    def clear(self) -> None:
        with connection.cursor() as cursor:
            for table in _TABLES:
                cursor.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")  # noqa: S608  (constants only)

    def filling(self) -> AbstractContextManager[None]:
        return nullcontext()

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._add("newsroom_sentence_words", rows)

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        self._add("newsroom_text_words", rows)

    def sentences_with(self, groups: Sequence[Sequence[str]], most: int) -> list[list[int]]:
        return [self._sentences(" AND ".join(map(_quoted, terms)), most) for terms in groups]

    def texts_matching(
        self, clauses: Sequence[Sequence[tuple[Sequence[str], bool]]]
    ) -> tuple[str, list[str]]:
        wanted = " AND ".join(
            f"({' OR '.join(_phrase(run, open_) for run, open_ in clause)})" for clause in clauses
        )
        return "SELECT rowid FROM newsroom_text_words WHERE newsroom_text_words MATCH %s", [wanted]

    def _sentences(self, wanted: str, most: int) -> list[int]:
        with connection.cursor() as cursor:
            # In one string: thousands of rows of one number each take four times as long to read.
            cursor.execute(
                "SELECT group_concat(rowid) FROM (SELECT rowid FROM newsroom_sentence_words "
                "WHERE newsroom_sentence_words MATCH %s LIMIT %s)",
                [wanted, most],
            )
            (ids,) = cursor.fetchone()
            return list(map(int, ids.split(","))) if ids else []

    def _add(self, table: str, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {table}(rowid, words) VALUES (%s, %s)",  # noqa: S608  (constants only)
                [(rowid, " ".join(terms)) for rowid, terms in rows],
            )


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


def _phrase(run: Sequence[str], goes_on: bool) -> str:
    return _quoted(" ".join(run)) + ("*" if goes_on else "")
