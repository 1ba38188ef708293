"""Provide what all reversals share: their type, the sentences of refusals, and the values of a line."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from newsroom.errors import Conflict
from newsroom.models import Activity, User

#: The sentence for an act that cannot be undone because somebody changed the same values later.
CHANGED_SINCE = (
    "Someone changed this since, so it cannot be taken back by itself: look at it, and "
    "change it by hand."
)

#: A function that takes an act back. Its arguments are the subject, the line of the act, and the person who
#: undoes it.
Reverse = Callable[[Any, Activity, User], object]


def changed_values(
    line: Activity, fields: Collection[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the old values and the new values of the fields that the act changed, each by field.

    Raises `Conflict` if the line has a field that is not in `fields`. A line that an earlier version of this
    program wrote can have such a field.
    """
    if not set(line.changes) <= set(fields):
        raise Conflict(CHANGED_SINCE)
    before = {field: pair[0] for field, pair in line.changes.items()}
    after = {field: pair[1] for field, pair in line.changes.items()}
    return before, after


def must_be_unchanged(now: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Raise `Conflict` if a field does not have its value in `values`, which the act gave it.

    `now` maps the fields of the subject to their present values.
    """
    for field, value in values.items():
        if now[field] != value:
            raise Conflict(CHANGED_SINCE)


def values_of(subject: object, fields: Collection[str]) -> dict[str, Any]:
    """Return the present values of the fields of `subject`, by field."""
    return {field: getattr(subject, field) for field in fields}
