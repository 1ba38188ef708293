"""Detect that two people change the same thing, and show the second one the new values and their own."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from newsroom.actions.locking import lock
from newsroom.errors import Conflict

#: How many characters of a value the sentence repeats.
_LONGEST_VALUE = 300


def must_be_as_seen(row: Model, seen: Mapping[str, str], typed: Mapping[str, Any]) -> None:
    """Lock the row, refresh it, and raise `Conflict` if a value differs from what the person has seen.

    `seen` holds values as the person's page showed them, and `typed` holds what the person wrote. The
    sentence of the error contains both the present value and the typed value.
    """
    lock(row)
    changed = []
    for field, value in seen.items():
        now = as_shown(getattr(row, field))
        if now != as_shown(value):
            column = row._meta.get_field(field)
            label = str(getattr(column, "verbose_name", field)).capitalize()
            changed.append(
                f"{label}: now it is {_cited(now)}, and you wrote {_cited(typed.get(field))}."
            )
    if changed:
        raise Conflict(
            f"Someone else changed this meanwhile, so nothing was saved. {' '.join(changed)} "
            "Look at the page again, then decide."
        )


def as_shown(value: Any) -> str:
    """Return a value as a form shows and sends it.

    Browsers send other line breaks than those that are stored.
    """
    if value is None:
        return ""
    return str(value).replace("\r\n", "\n")


def _cited(value: Any) -> str:
    shown = as_shown(value)
    if not shown:
        return "blank"
    return f"“{shown[:_LONGEST_VALUE]}”"
