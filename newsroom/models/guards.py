"""Guards: triggers that make the database itself refuse what no constraint can express.

One declaration serves SQLite and PostgreSQL. Guards are lowered before migrations and put up after them,
because on SQLite a migration rebuilds a table by copying it, which a frozen table would refuse.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from newsroom.models.outlets import OWNERS_IN_A_CIRCLE

#: Behind a query of another table in a condition: the row that it reads is locked until the transaction ends.
#: SQLite takes it for a comment, because one transaction at a time writes there anyway.
LOCKED = "/* FOR SHARE */"


@dataclass(frozen=True, slots=True)
class Guard:
    """A database trigger that rejects `event` on `table` if the SQL `condition` on NEW and OLD is true.

    The database then raises IntegrityError with `sentence` as its message.
    """

    name: str
    table: str
    event: Literal["INSERT", "UPDATE", "DELETE"]
    sentence: str
    condition: str = "1 = 1"


def frozen(table: str, noun: str) -> tuple[Guard, Guard]:
    """Return the guards of a table whose rows are written once and never change."""
    return (
        Guard(f"{table}_no_update", table, "UPDATE", f"{noun} cannot be changed once written."),
        Guard(f"{table}_no_delete", table, "DELETE", f"{noun} cannot be deleted."),
    )


_CURRENT_OF_ANOTHER = (
    "(SELECT article_id FROM newsroom_revision WHERE id = NEW.current_id) <> NEW.id"
)
#: Whether the outlet stands among the owners of its new owner. UNION ends the search if there is a circle.
_OWNS_ITSELF = (
    "NEW.owner_id IS NOT NULL AND NEW.id IN (WITH RECURSIVE above(id) AS"
    " (SELECT NEW.owner_id UNION SELECT outlet.owner_id FROM newsroom_outlet AS outlet"
    " JOIN above ON outlet.id = above.id WHERE outlet.owner_id IS NOT NULL) SELECT id FROM above)"
)
_NOT_ITS_OWN = "An article shows a revision of its own."

GUARDS: tuple[Guard, ...] = (
    *frozen("newsroom_revision", "A revision"),
    *frozen("newsroom_original", "An original"),
    *frozen("newsroom_capture", "How an original was fetched"),
    *frozen("newsroom_activity", "A line of the history"),
    Guard(
        "newsroom_revision_corrects_same",
        "newsroom_revision",
        "INSERT",
        "A correction has the article and the text of the revision it corrects.",
        "EXISTS (SELECT 1 FROM newsroom_revision WHERE id = NEW.corrects_id"
        " AND (article_id <> NEW.article_id OR sha256 <> NEW.sha256))",
    ),
    Guard(
        "newsroom_article_starts_own",
        "newsroom_article",
        "INSERT",
        _NOT_ITS_OWN,
        _CURRENT_OF_ANOTHER,
    ),
    Guard(
        "newsroom_article_stays_own",
        "newsroom_article",
        "UPDATE",
        _NOT_ITS_OWN,
        _CURRENT_OF_ANOTHER,
    ),
    Guard(
        "newsroom_outlet_no_circle", "newsroom_outlet", "UPDATE", OWNERS_IN_A_CIRCLE, _OWNS_ITSELF
    ),
)


def lower(connection: BaseDatabaseWrapper, guards: Sequence[Guard]) -> None:
    """Take down those guards that stand."""
    standing = _standing(connection)
    with connection.cursor() as cursor:
        for guard in guards:
            if guard.name in standing:
                cursor.execute(_drop(connection, guard))


def put_up(connection: BaseDatabaseWrapper, guards: Sequence[Guard]) -> None:
    """Put up the guards whose tables exist. One that stands is replaced: its text may have changed."""
    tables = set(connection.introspection.table_names())
    standing = _standing(connection)
    with connection.cursor() as cursor:
        for guard in guards:
            # A migration that makes the table may be still to come.
            if guard.table not in tables:
                continue
            if guard.name in standing:
                cursor.execute(_drop(connection, guard))
            for statement in _create(connection, guard):
                cursor.execute(statement)


def missing(connection: BaseDatabaseWrapper, guards: Sequence[Guard]) -> list[str]:
    """Return the names of guards that do not stand, or do something else than they should."""
    standing = _standing(connection)
    return [guard.name for guard in guards if standing.get(guard.name) != _body(connection, guard)]


def _standing(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return what each trigger of the database does, by its name."""
    catalogue = {
        "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": (
            "SELECT tgname, prosrc FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid "
            "WHERE NOT tgisinternal AND tgenabled <> 'D'"
        ),
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        return dict(cursor.fetchall())


def _drop(connection: BaseDatabaseWrapper, guard: Guard) -> str:
    if connection.vendor == "postgresql":
        return f'DROP TRIGGER IF EXISTS "{guard.name}" ON "{guard.table}"'
    return f'DROP TRIGGER IF EXISTS "{guard.name}"'


def _body(connection: BaseDatabaseWrapper, guard: Guard) -> str:
    """Return what the catalogue holds of a guard: on SQLite the whole statement, elsewhere the function."""
    sentence = guard.sentence.replace("'", "''")
    if connection.vendor == "sqlite":
        return (
            f'CREATE TRIGGER "{guard.name}" BEFORE {guard.event} ON "{guard.table}" '
            f"WHEN {guard.condition} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        )
    row = "OLD" if guard.event == "DELETE" else "NEW"
    condition = guard.condition.replace(LOCKED, "FOR SHARE")
    # 23000 is integrity_constraint_violation: Django raises IntegrityError, as it does for SQLite's ABORT.
    return (
        f" BEGIN IF {condition} THEN RAISE EXCEPTION USING ERRCODE = '23000', MESSAGE = '{sentence}'; "
        f"END IF; RETURN {row}; END "
    )


def _create(connection: BaseDatabaseWrapper, guard: Guard) -> list[str]:
    body = _body(connection, guard)
    if connection.vendor == "sqlite":
        return [body]
    return [
        (
            f'CREATE OR REPLACE FUNCTION "{guard.name}"() RETURNS trigger LANGUAGE plpgsql AS '
            f"$guard${body}$guard$"
        ),
        f'CREATE TRIGGER "{guard.name}" BEFORE {guard.event} ON "{guard.table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{guard.name}"()',
    ]


def lower_before_migrating(guards: Sequence[Guard]) -> Any:
    """Return a receiver for `pre_migrate`."""

    def receiver(using: str, **_: Any) -> None:
        lower(connections[using], guards)

    return receiver


def put_up_after_migrating(guards: Sequence[Guard]) -> Any:
    """Return a receiver for `post_migrate`."""

    def receiver(using: str, **_: Any) -> None:
        put_up(connections[using], guards)

    return receiver
