"""Store the tables of an import, and read them again with the columns that a person chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from django.db import transaction
from django.db.models import Max

from newsroom.actions.imports.batch_items import is_table, store_items
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, NewsroomError
from newsroom.fetching.import_sources import ImportSource
from newsroom.fetching.mapped_tables import columns_of_table, sources_in_table
from newsroom.models import ImportBatch, ImportTable, User
from newsroom.roles import require, role_needed_for
from newsroom.text.control_characters import escape_controls

_LONGEST_NAME = 300


def read_tables(files: Sequence[tuple[str, bytes]]) -> dict[int, ImportTable]:
    """Return the tables among `files`, pairs (name, bytes), with their columns, by their index.

    They are not stored yet. A table whose columns cannot be read is left out.
    """
    tables = {}
    for index, (name, raw) in enumerate(files):
        if not is_table(name):
            continue
        try:
            columns = columns_of_table(name, raw)
        except NewsroomError:
            # Reading its rows gives the reason.
            continue
        stored = [asdict(column) for column in columns]
        if stored:
            tables[index] = ImportTable(
                name=escape_controls(name)[-_LONGEST_NAME:], raw=raw, columns=stored
            )
    return tables


def choose_columns(table: ImportTable, fields: Sequence[str], *, by: User) -> int:
    """Read a table again with a field for each of its columns, in order, and return the number of its items.

    A column is left out if its field is empty. The items of the table are replaced, with their corrections.
    Requires the reporter role for one's own import, the editor role for another person's. Raises `Conflict`
    if the import was started, and the errors of `with_columns`.
    """
    require(by, role_needed_for(table.batch, by))
    columns = _with_fields(table.columns, fields)
    chosen = {column["name"]: column["field"] for column in columns}
    # The table is read before the transaction begins, because all other writers wait for its end.
    sources = sources_in_table(table.name, bytes(table.raw), chosen)
    rows = [replace(source, table=0) for source in sources]
    return _replace_items(table, columns, rows)


@transaction.atomic
def _replace_items(
    table: ImportTable, columns: list[dict[str, Any]], rows: Sequence[ImportSource]
) -> int:
    lock(table.batch)
    if table.batch.state != ImportBatch.State.OPEN:
        raise Conflict("This import was started already, so its tables stay as they were read.")
    table.columns = columns
    table.save(update_fields=["columns"])
    table.items.all().delete()
    last = table.batch.items.aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    return store_items(table.batch, rows, [], {0: table}, first)


def _with_fields(
    columns: Sequence[Mapping[str, Any]], fields: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the columns, each with the item of `fields` at its place as its field. Columns beyond the last
    item get an empty field.
    """
    padded = [*fields, *[""] * len(columns)]
    return [{**column, "field": field} for column, field in zip(columns, padded, strict=False)]
