"""Two people who change the same thing: who saves second is told what it says now, and what they wrote."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from newsroom.actions.locking import lock
from newsroom.errors import Conflict

#: Characters of a value that the sentence repeats.
_LONGEST_VALUE = 300


def must_be_as_seen(row: Model, seen: Mapping[str, str], typed: Mapping[str, Any]) -> None:
    """Lock the row, and take over its values as they are now.

    `seen` are values as the person's page showed them. Raises `Conflict` if one is another now. Its sentence
    gives that value and the one that the person typed.
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
    """Return a value as a form shows and sends it. Browsers send other line breaks than are stored."""
    return "" if value is None else str(value).replace("\r\n", "\n")


def _cited(value: Any) -> str:
    shown = as_shown(value)
    return f"“{shown[:_LONGEST_VALUE]}”" if shown else "blank"
