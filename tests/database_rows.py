"""All that a database holds, to be compared with what it held before, or with another."""

from django.db import connection as default
from django.db.backends.base.base import BaseDatabaseWrapper

Rows = dict[str, list[tuple[object, ...]]]


def every_row(connection: BaseDatabaseWrapper = default) -> Rows:  # type: ignore[assignment]
    """All tables as they are, whichever app they belong to. A virtual one cannot be listed; those behind it
    are.
    """
    with connection.cursor() as cursor:
        names = set(connection.introspection.table_names(cursor))
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
            names -= {name for (name,) in cursor.fetchall()}
        tables = {}
        for table in sorted(names):
            cursor.execute(f'SELECT * FROM "{table}"')
            tables[table] = sorted(map(tuple, cursor.fetchall()), key=repr)
    return tables
