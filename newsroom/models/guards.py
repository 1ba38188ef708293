"""Install guards: database triggers that refuse a change which no constraint of Django can refuse.

One `Guard` makes the trigger for SQLite and for PostgreSQL. Guards are removed before migrations and
installed again after them, because SQLite migrates a table by copying it, and guards would refuse that.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from newsroom.models.outlets import OWNERS_IN_A_CIRCLE

#: After a query in a condition, this locks the row that it reads until the transaction ends. SQLite treats it
#: as a comment, because only one transaction writes at a time there.
LOCKED = "/* FOR SHARE */"


@dataclass(frozen=True, slots=True)
class Guard:
    """A database trigger that refuses `event` on `table` if `condition` is true.

    `condition` is SQL and can use the rows NEW and OLD. The database then raises IntegrityError with
    `sentence` as its message.
    """

    name: str
    table: str
    event: Literal["INSERT", "UPDATE", "DELETE"]
    sentence: str
    condition: str = "1 = 1"


def freezing_guards(table: str, noun: str) -> tuple[Guard, Guard]:
    """Return two guards that refuse every update and deletion in `table`.

    `noun` names a row in their messages.
    """
    return (
        Guard(f"{table}_no_update", table, "UPDATE", f"{noun} cannot be changed once written."),
        Guard(f"{table}_no_delete", table, "DELETE", f"{noun} cannot be deleted."),
    )


_CURRENT_OF_ANOTHER = (
    "(SELECT article_id FROM newsroom_revision WHERE id = NEW.current_id) <> NEW.id"
)
#: This is true if the outlet is among the owners of its new owner. UNION ends the search if there is a
#: circle.
_OWNS_ITSELF = (
    "NEW.owner_id IS NOT NULL AND NEW.id IN (WITH RECURSIVE above(id) AS"
    " (SELECT NEW.owner_id UNION SELECT outlet.owner_id FROM newsroom_outlet AS outlet"
    " JOIN above ON outlet.id = above.id WHERE outlet.owner_id IS NOT NULL) SELECT id FROM above)"
)
_NOT_ITS_OWN = "An article shows a revision of its own."

#: The columns of a line of the history that stay as they are when the line is redacted. Those of
#: `_MAYBE_EMPTY` are NULL in some rows.
_ALWAYS_SET = (
    "id",
    "at",
    "actor_id",
    "verb",
    "object_type",
    "object_id",
    "form_key",
    "bulk_key",
)
_MAYBE_EMPTY = ("story_id", "article_id", "undoes_id")
#: This is true unless a line is redacted: it loses its words and its values once, and nothing else changes.
_NO_REDACTION = " OR ".join(
    [
        "OLD.redacted_at IS NOT NULL",
        "NEW.redacted_at IS NULL",
        *(f"NEW.{column} <> OLD.{column}" for column in _ALWAYS_SET),
        *(f"COALESCE(NEW.{column}, 0) <> COALESCE(OLD.{column}, 0)" for column in _MAYBE_EMPTY),
    ]
)

GUARDS: tuple[Guard, ...] = (
    *freezing_guards("newsroom_revision", "A revision"),
    *freezing_guards("newsroom_original", "An original"),
    *freezing_guards("newsroom_capture", "How an original was fetched"),
    Guard(
        "newsroom_activity_no_update",
        "newsroom_activity",
        "UPDATE",
        "A line of the history cannot be changed once written.",
        _NO_REDACTION,
    ),
    Guard(
        "newsroom_activity_no_delete",
        "newsroom_activity",
        "DELETE",
        "A line of the history cannot be deleted.",
    ),
    Guard(
        "newsroom_revision_corrects_same",
        "newsroom_revision",
        "INSERT",
        "A correction has the article and the text of the revision it corrects.",
        "EXISTS (SELECT 1 FROM newsroom_revision WHERE id = NEW.corrects_id"
        " AND (article_id <> NEW.article_id OR sha256 <> NEW.sha256))",
    ),
    Guard(
        "newsroom_revision_parted_same",
        "newsroom_revision",
        "INSERT",
        "A revision is parted from one of another article, with the same text.",
        "EXISTS (SELECT 1 FROM newsroom_revision WHERE id = NEW.parted_from_id"
        " AND (article_id = NEW.article_id OR sha256 <> NEW.sha256))",
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


def remove_guards(connection: BaseDatabaseWrapper, guards: Sequence[Guard]) -> None:
    """Remove those of `guards` that are installed in the database."""
    installed = _installed(connection)
    with connection.cursor() as cursor:
        for guard in guards:
            if guard.name in installed:
                cursor.execute(_drop(connection, guard))


def install_guards(connection: BaseDatabaseWrapper, guards: Sequence[Guard]) -> None:
    """Install those of `guards` whose tables exist.

    Guards that are installed already are replaced, because their text may have changed.
    """
    tables = set(connection.introspection.table_names())
    installed = _installed(connection)
    with connection.cursor() as cursor:
        for guard in guards:
            # The table may not exist yet, because a later migration makes it.
            if guard.table not in tables:
                continue
            if guard.name in installed:
                cursor.execute(_drop(connection, guard))
            for statement in _create(connection, guard):
                cursor.execute(statement)


def missing_guards(connection: BaseDatabaseWrapper, guards: Sequence[Guard]) -> list[str]:
    """Return the names of those `guards` that are not installed, or whose installed text is different."""
    installed = _installed(connection)
    return [guard.name for guard in guards if installed.get(guard.name) != _body(connection, guard)]


def _installed(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return all triggers in the database, as {name: SQL text of its definition}."""
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
    """Return the SQL text of a guard as the database stores it.

    In SQLite this is the whole CREATE TRIGGER statement, in PostgreSQL the body of the trigger's function.
    """
    sentence = guard.sentence.replace("'", "''")
    if connection.vendor == "sqlite":
        return (
            f'CREATE TRIGGER "{guard.name}" BEFORE {guard.event} ON "{guard.table}" '
            f"WHEN {guard.condition} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        )
    row = "OLD" if guard.event == "DELETE" else "NEW"
    condition = guard.condition.replace(LOCKED, "FOR SHARE")
    # 23000 is integrity_constraint_violation, for which Django raises IntegrityError, as for ABORT in SQLite.
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


def remove_before_migrating(guards: Sequence[Guard]) -> Any:
    """Return a receiver of `pre_migrate` that removes `guards`."""

    def receiver(using: str, **_: Any) -> None:
        remove_guards(connections[using], guards)

    return receiver


def install_after_migrating(guards: Sequence[Guard]) -> Any:
    """Return a receiver of `post_migrate` that installs `guards`."""

    def receiver(using: str, **_: Any) -> None:
        install_guards(connections[using], guards)

    return receiver
