"""Read exported rows as records with ids: one by one, or page by page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.db.models import Model, Q, QuerySet

from annotations.logic.export.json_rows import json_value
from annotations.queries.exports.rows import EXPORTS, as_dict, rows_of_ids, visible_rows
from newsroom.errors import Invalid

_SALT = "newsroom.page-of-records"
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Some records of a list in their order. `cursor` leads to those that follow, and is empty if there are
    none.
    """

    records: list[Record]
    cursor: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person or program for whom records are read.

    `base` is the start of permalinks. Lines of the history about accounts are shown only if `accounts` is
    true.
    """

    base: str
    accounts: bool = False


def page_of_records(
    kind: str, filters: Mapping[str, str], *, after: str, limit: int, viewer: Viewer
) -> RecordPage:
    """Return at most `limit` records of `kind` that the filters select, from the cursor `after` on.

    An empty cursor means the beginning. Rows that are made meanwhile never shift a page, because a cursor
    names the last row that was read. Raises `Invalid` if a filter or the cursor is not valid.
    """
    model = EXPORTS[kind].model
    items = visible_rows(model, filters, accounts=viewer.accounts)
    order = _order(model, items)
    if after:
        items = items.filter(_behind(order, _read_cursor(kind, after)))

    keys = list(items.values_list(*order)[: limit + 1])
    shown = keys[:limit]
    records = records_of(kind, [key[-1] for key in shown], viewer)
    cursor = ""
    if len(keys) > limit:
        cursor = signing.dumps([kind, *map(str, shown[-1])], salt=_SALT)
    return RecordPage(records, cursor)


def record_of(kind: str, pk: Any, viewer: Viewer) -> Record | None:
    """Return the record of `kind` with this id, or None if there is none or it is withdrawn."""
    found = records_of(kind, [pk], viewer)
    return found[0] if found else None


def records_of(kind: str, ids: list[Any], viewer: Viewer) -> list[Record]:
    """Return the records with these ids, each with its `id`, in the order in which rows are exported."""
    records = []
    identified = rows_of_ids(kind, ids, base=viewer.base, accounts=viewer.accounts)
    for pk, cells in identified:
        values = {name: json_value(cell) for name, cell in as_dict(kind, cells).items()}
        records.append({"id": json_value(pk), **values})
    return records


def _order(model: type[Model], items: QuerySet[Any]) -> list[str]:
    """Return the names of the columns by which rows are sorted. The last one is the primary key."""
    names = [str(name) for name in items.query.order_by if name != "pk"]
    primary_key = model._meta.pk.name
    if primary_key not in names:
        names.append(primary_key)
    return names


def _behind(order: list[str], values: list[Any]) -> Q:
    """Return the condition that finds the rows after the one with these values in the columns `order`."""
    condition = Q()
    for position, name in enumerate(order):
        equal_before = dict(zip(order[:position], values[:position], strict=True))
        condition |= Q(**equal_before, **{f"{name}__gt": values[position]})
    return condition


def _read_cursor(kind: str, text: str) -> list[Any]:
    try:
        of_kind, *values = signing.loads(text, salt=_SALT)
    except (signing.BadSignature, UnicodeEncodeError) as error:
        raise Invalid(
            "This cursor is not one of ours. Begin without one, then take “next”."
        ) from error
    if of_kind != kind:
        raise Invalid(f"This cursor belongs to the list of {of_kind}.")
    return list(values)
