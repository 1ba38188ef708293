"""Detect that another person has changed a row since a page showed it, and report both values."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from newsroom.actions.locking import lock
from newsroom.errors import Conflict

#: How many characters of a value the sentence repeats.
_LONGEST_VALUE = 300


def must_be_as_seen(
    row: Model,
    seen: Mapping[str, str],
    typed: Mapping[str, Any],
) -> None:
    """Lock `row`, refresh it, and raise `Conflict` if a value differs from what the person has seen.

    `seen` is {field: value as the person's page showed it}, and `typed` is {field: value that the person
    wrote}. In `seen`, a related row is its name under `owner`, or its primary key under `owner_id`. For each
    changed field, the sentence of the error contains the present value and the typed value.
    """
    lock(row)
    changed = []
    for field, value in seen.items():
        if as_shown(getattr(row, field)) != as_shown(value):
            column = row._meta.get_field(field)
            label = str(getattr(column, "verbose_name", field)).capitalize()
            now = _cited(getattr(row, column.name))
            wrote = _cited(typed.get(column.name))
            changed.append(f"{label}: now it is {now}, and you wrote {wrote}.")
    if changed:
        raise Conflict(
            f"Someone else changed this meanwhile, so nothing was saved. {' '.join(changed)} "
            "Look at the page again, then decide."
        )


def as_shown(value: Any) -> str:
    """Return a value as the text of a form field, or an empty string for None.

    Browsers send line breaks as CR LF; they become LF, as they are stored.
    """
    if value is None:
        return ""
    return str(value).replace("\r\n", "\n")


def _cited(value: Any) -> str:
    text = as_shown(value)
    if not text:
        return "blank"
    return f"“{text[:_LONGEST_VALUE]}”"
