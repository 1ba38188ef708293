"""The index in PostgreSQL: vectors of terms under GIN indexes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection

# The migration `word_index` makes them together with the tables.
_INDEXES = (
    "CREATE INDEX IF NOT EXISTS newsroom_sentence_by_word ON newsroom_sentence_words USING gin (words)",
    "CREATE INDEX IF NOT EXISTS newsroom_text_by_word ON newsroom_text_words USING gin (words)",
)
# Entries wait in a list of GIN's (`fastupdate`) and are put in their places many at once, which takes half
# the time or less. That is done as soon as all of an import are in: every search reads the whole list.
_SETTLE = "SELECT gin_clean_pending_list(to_regclass(%s)) WHERE to_regclass(%s) IS NOT NULL"
#: A vector keeps positions up to this one; words after it are found, phrases are not (PostgreSQL, 12.11
#: Limitations).
_LAST_POSITION = 16_383


class FullText:
    """See `newsroom.search.Backend`."""

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

    def add_sentences(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        with connection.cursor() as cursor:
            # Terms hold no spaces: one statement with two plain arrays is sent far sooner than a statement a
            # row.
            cursor.execute(
                "INSERT INTO newsroom_sentence_words SELECT id, array_to_tsvector(string_to_array(words, ' "
                "')) FROM unnest(%s::bigint[], %s::text[]) AS made(id, words)",
                _columns((pk, " ".join(terms)) for pk, terms in rows),
            )
            cursor.execute(_SETTLE, 2 * ["newsroom_sentence_by_word"])

    def add_texts(self, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO newsroom_text_words SELECT id, words::tsvector "
                "FROM unnest(%s::bigint[], %s::text[]) AS made(id, words)",
                _columns((pk, _vector(terms)) for pk, terms in rows),
            )
            cursor.execute(_SETTLE, 2 * ["newsroom_text_by_word"])

    def sentences_with(self, groups: Sequence[Sequence[str]], most: int) -> list[list[int]]:
        wanted = [" & ".join(map(_quoted, terms)) for terms in groups]
        with connection.cursor() as cursor:
            # OFFSET 0 keeps the limit from the planner, which would read the table rather than the index for
            # it.
            cursor.execute(
                "SELECT array(SELECT sentence_id FROM (SELECT sentence_id FROM newsroom_sentence_words "
                "WHERE words @@ wanted.query::tsquery OFFSET 0) AS standing LIMIT %s) "
                "FROM unnest(%s::text[]) WITH ORDINALITY AS wanted(query, number) ORDER BY wanted.number",
                [most, wanted],
            )
            return [ids for (ids,) in cursor.fetchall()]

    def texts_matching(
        self, clauses: Sequence[Sequence[tuple[Sequence[str], bool]]]
    ) -> tuple[str, list[str]]:
        wanted = " & ".join(
            f"({' | '.join(_phrase(run, open_) for run, open_ in clause)})" for clause in clauses
        )
        return "SELECT revision_id FROM newsroom_text_words WHERE words @@ %s::tsquery", [wanted]


def _columns(rows: Iterable[tuple[int, str]]) -> tuple[list[int], list[str]]:
    pairs = list(rows)
    return [pk for pk, _ in pairs], [words for _, words in pairs]


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"


def _phrase(run: Sequence[str], goes_on: bool) -> str:
    return "(" + " <-> ".join(map(_quoted, run)) + (":*" if goes_on else "") + ")"


def _vector(terms: Sequence[str]) -> str:
    return " ".join(f"{_quoted(term)}:{min(at, _LAST_POSITION)}" for at, term in enumerate(terms, start=1))
