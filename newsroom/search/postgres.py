"""Implement the search index in PostgreSQL: text search vectors with GIN indexes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.db import connection

from newsroom.search.clauses import Clause, Spelling

if TYPE_CHECKING:
    # The server imports this module before Django has loaded the models.
    from newsroom.models.sentences import SentenceRow

# The migration `word_index` makes these indexes together with the tables.
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS newsroom_sentence_by_word ON newsroom_sentence_words USING gin (words)",
    "CREATE INDEX IF NOT EXISTS newsroom_text_by_word ON newsroom_text_words USING gin (words)",
)
# GIN collects new entries in a pending list (`fastupdate`) and inserts many of them at once, which takes at
# most half the time. The list is emptied right after an import, because every search reads the whole list.
_EMPTY_PENDING_LIST = (
    "SELECT gin_clean_pending_list(to_regclass(%s)) WHERE to_regclass(%s) IS NOT NULL"
)
#: A vector stores positions up to this one. Later words are found, but phrases of them are not (PostgreSQL,
#: 12.11 Limitations).
LAST_POSITION = 16_383


class FullText:
    """The implementation of `newsroom.search.Backend` for PostgreSQL."""

    def clear(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE newsroom_sentence_words, newsroom_text_words")

    @contextmanager
    def filling(self) -> Iterator[None]:
        with connection.cursor() as cursor:
            cursor.execute("DROP INDEX IF EXISTS newsroom_sentence_by_word, newsroom_text_by_word")
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                for statement in _INDEXES:
                    cursor.execute(statement)

    def reserve_sentences(self, number: int) -> tuple[int, ...]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence('newsroom_sentence', 'id')) "
                "FROM generate_series(1, %s)",
                [number],
            )
            return tuple(pk for (pk,) in cursor.fetchall())

    def store_sentences(self, rows: "Sequence[SentenceRow]") -> None:
        # In SQL, because model instances for the sentences of a long text take a second.
        columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
        with connection.cursor() as cursor:
            cursor.execute(
                'INSERT INTO newsroom_sentence (id, revision_id, start, "end") '
                "SELECT * FROM unnest(%s::bigint[], %s::bigint[], %s::int[], %s::int[])",
                columns,
            )

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        ids, words = _columns((pk, " ".join(terms)) for pk, terms in rows)
        with connection.cursor() as cursor:
            # Terms contain no spaces. One statement with two arrays is much faster than one statement for
            # each row.
            cursor.execute(
                "INSERT INTO newsroom_sentence_words "
                "SELECT id, array_to_tsvector(string_to_array(words, ' ')) "
                "FROM unnest(%s::bigint[], %s::text[]) AS made(id, words)",
                [ids, words],
            )
            cursor.execute(_EMPTY_PENDING_LIST, 2 * ["newsroom_sentence_by_word"])

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        ids, vectors = _columns((pk, _vector(terms)) for pk, terms in rows)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO newsroom_text_words SELECT id, words::tsvector "
                "FROM unnest(%s::bigint[], %s::text[]) AS made(id, words)",
                [ids, vectors],
            )
            cursor.execute(_EMPTY_PENDING_LIST, 2 * ["newsroom_text_by_word"])

    def sentences_with(
        self,
        groups: Sequence[Sequence[str]],
        most: int,
    ) -> list[list[int]]:
        queries = [" & ".join(map(_quoted, terms)) for terms in groups]
        with connection.cursor() as cursor:
            # OFFSET 0 hides the limit from the planner, which would otherwise scan the table and not use the
            # index.
            cursor.execute(
                "SELECT array(SELECT sentence_id FROM (SELECT sentence_id FROM newsroom_sentence_words "
                "WHERE words @@ wanted.query::tsquery OFFSET 0) AS standing LIMIT %s) "
                "FROM unnest(%s::text[]) WITH ORDINALITY AS wanted(query, number) ORDER BY wanted.number",
                [most, queries],
            )
            return [ids for (ids,) in cursor.fetchall()]

    def texts_matching(self, clauses: Sequence[Clause]) -> tuple[str, list[str]]:
        alternatives = [" | ".join(map(_phrase, clause)) for clause in clauses]
        query = " & ".join(f"({alternative})" for alternative in alternatives)
        return "SELECT revision_id FROM newsroom_text_words WHERE words @@ %s::tsquery", [query]


def _columns(rows: Iterable[tuple[int, str]]) -> tuple[list[int], list[str]]:
    ids, words = [], []
    for pk, row_words in rows:
        ids.append(pk)
        words.append(row_words)
    return ids, words


def _quoted(term: str) -> str:
    escaped = term.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _phrase(spelling: Spelling) -> str:
    phrase = " <-> ".join(map(_quoted, spelling.words))
    if spelling.open_end:
        return f"({phrase}:*)"
    return f"({phrase})"


def _vector(terms: Sequence[str]) -> str:
    """Return the terms with their positions, in the syntax of PostgreSQL's type `tsvector`.

    Each term is written once, because PostgreSQL reads at most 1 MB. A term that first occurs beyond
    `LAST_POSITION` gets this position.
    """
    positions: dict[str, list[int]] = {}
    for number, term in enumerate(terms, start=1):
        of_term = positions.setdefault(term, [])
        if number <= LAST_POSITION or not of_term:
            of_term.append(min(number, LAST_POSITION))

    entries = []
    for term, of_term in positions.items():
        written = ",".join(map(str, of_term))
        entries.append(f"{_quoted(term)}:{written}")
    return " ".join(entries)
