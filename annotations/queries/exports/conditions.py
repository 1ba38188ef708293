"""Make conditions on rows from the values of parameters: ids, days, words, tags."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Q

from newsroom.errors import Invalid

#: A function from the value of a parameter to the condition on the rows.
Choose = Callable[[str], Q]

#: Longest part of a value that an error message quotes, in code points.
LONGEST_QUOTED = 40
#: Most digits of an id. A longer number does not fit into the column.
_MOST_DIGITS = 18


def one_of(words: Any) -> Callable[[str], str]:
    """Return a function that returns its argument unchanged if `words` contains it, and raises
    `Invalid` otherwise.
    """

    def checked(value: str) -> str:
        if value not in list(words):
            raise Invalid(f"“{value[:LONGEST_QUOTED]}” is none of: {', '.join(words)}.")
        return value

    return checked


def number(value: str) -> int:
    """Convert the value of a parameter to an id. Raises `Invalid` if it is not a number of at most 18
    digits.
    """
    # SQLite raises an error for numbers of more than 64 bits.
    if not value.isdecimal() or len(value) > _MOST_DIGITS:
        raise Invalid(f"“{value[:LONGEST_QUOTED]}” is no number: use the id from the list.")
    return int(value)


def identity(value: str) -> UUID:
    """Convert the value of a parameter to a UUID. Raises `Invalid` if it is none."""
    try:
        return UUID(value)
    except ValueError as error:
        raise Invalid(f"“{value[:LONGEST_QUOTED]}” is no id: copy it from an export.") from error


def day(value: str) -> date:
    """Convert the value of a parameter to a date. Raises `Invalid` if it is not a date like 2022-07-09."""
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise Invalid(
            f"“{value[:LONGEST_QUOTED]}” is no date: write it like 2022-07-09."
        ) from error


def since(field: str) -> Choose:
    """Return a filter for rows whose time in `field` is on or after a day, which begins at midnight UTC."""

    def choose(value: str) -> Q:
        # The day starts at midnight UTC, because all times are stored in UTC.
        return Q(**{f"{field}__gte": datetime.combine(day(value), time.min, UTC)})

    return choose


def until(field: str) -> Choose:
    """Return a filter for rows whose time in `field` is on or before a day, which ends at midnight UTC."""

    def choose(value: str) -> Q:
        # The given day itself is included.
        return Q(**{f"{field}__lte": datetime.combine(day(value), time.max, UTC)})

    return choose


def equal(field: str, understood: Callable[[str], Any] = str) -> Choose:
    """Return a filter for rows in which `field` (a field or a lookup) equals the value of the parameter.

    `understood` converts the value first.
    """

    def choose(value: str) -> Q:
        return Q(**{field: understood(value)})

    return choose


def either(first: Choose, second: Choose) -> Choose:
    """Return a filter for rows that `first` or `second` (or both) admit."""

    def choose(value: str) -> Q:
        return first(value) | second(value)

    return choose


def tagged(field: str) -> Choose:
    """Return a filter for rows that have the given tag or a tag below it. The value is the path of the tag.

    `field` is the lookup from a row to the path of its tags.
    """

    def choose(path: str) -> Q:
        # The slash prevents that `claims` also finds `claimsmaking`.
        return Q(**{f"{field}__iexact": path}) | Q(**{f"{field}__istartswith": f"{path}/"})

    return choose
