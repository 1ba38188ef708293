"""Lock the rows that an action checks, so that what it checked is still true when it writes.

Every action locks in this order, and rows of one model by their ids, so that no two actions wait for each
other: people, names of imported sources, claims, articles, highlights, then the row that the action is about,
and last outlets and tags. Call the functions of this module inside the transaction of the action.
"""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet

from newsroom.errors import Missing

_BYTES_OF_BIGINT = 8
GONE = (
    "This is not there any more: someone removed it meanwhile. Reload the page to see what is left."
)


def lock(*rows: Model) -> None:
    """Lock `rows`, all of one model, until the transaction ends, and set their fields to the stored values.

    Raises `Missing` if one of the rows no longer exists.
    """
    model = type(rows[0])
    # Actions never change an id, so the weaker lock is enough: others may still refer to these rows.
    stored = _these(model, rows).select_for_update(no_key=True).in_bulk()
    for row in rows:
        now = stored.get(row.pk)
        if now is None:
            raise Missing(GONE)
        _take_over(row, now)


def keep(*rows: Model) -> bool:
    """Protect `rows`, all of one model, from deletion until the transaction ends.

    Several transactions may protect a row at once. Returns False if one of the rows no longer exists, else
    True.
    """
    wanted = {row.pk for row in rows}
    ids = _these(type(rows[0]), rows).values_list("pk")
    statement, parameters = ids.query.sql_with_params()
    if connection.vendor == "postgresql":
        # Django has no way to request this lock. On SQLite only one transaction writes at a time.
        statement += " FOR KEY SHARE"
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return len(cursor.fetchall()) == len(wanted)


def one_at_a_time(*names: str) -> None:
    """Wait until no other transaction holds one of `names`, then hold them until this transaction ends.

    The names are any strings, so actions can exclude each other even if no row exists yet. Does nothing on
    SQLite, where only one transaction writes at a time.
    """
    if connection.vendor != "postgresql":
        return
    keys = sorted({_number_of(name) for name in names})
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(key) FROM unnest(%s::bigint[]) AS key", [keys])


@contextmanager
def without_waiting() -> Iterator[None]:
    """Return a context in which a write fails at once (`OperationalError`) if it would have to wait for
    another transaction on SQLite, where only one writes at a time.

    On PostgreSQL it waits for other writers of the same rows only.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        ((patience,),) = cursor.execute("PRAGMA busy_timeout").fetchall()
        cursor.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {patience}")


def _number_of(name: str) -> int:
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:_BYTES_OF_BIGINT], signed=True)


def _these(model: type[Model], rows: Collection[Model]) -> QuerySet[Any]:
    return model._default_manager.filter(pk__in={row.pk for row in rows}).order_by("pk")


def _take_over(row: Model, now: Model) -> None:
    for column in row._meta.concrete_fields:
        setattr(row, column.attname, getattr(now, column.attname))
