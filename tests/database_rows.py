"""Read all rows of a database, to compare them with those of an earlier time or of another database."""

from django.db import connection as default
from django.db.backends.base.base import BaseDatabaseWrapper

Rows = dict[str, list[tuple[object, ...]]]


def every_row(connection: BaseDatabaseWrapper = default) -> Rows:  # type: ignore[assignment]
    """Return all rows of all tables, by table.

    Virtual tables are left out, because they cannot be listed. The tables in which SQLite stores
    their content are included.
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
