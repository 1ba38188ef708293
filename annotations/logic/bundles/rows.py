"""Write the rows of a bundle as lines of JSON, and check the lines that are read.

Equal rows are equal lines on every desk and every database: the keys are sorted, and times are in UTC with
microseconds.
"""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from annotations.logic.bundles.fields import BundleField, BundleTable, FieldKind
from newsroom.errors import Invalid

Values = dict[str, Any]

#: Most digits of a number. Longer ones do not fit into a column.
_MOST_DIGITS = 9
#: Longest part of a value that an error message quotes, in code points.
_LONGEST_QUOTED = 40


@dataclass(frozen=True, slots=True)
class BundleRow:
    """A row of a bundle, with the number of its line, from 1."""

    table: BundleTable
    number: int
    values: Values

    @property
    def key(self) -> str:
        """Return what tells the row apart from others of its table."""
        return key_of(self.table, self.values)

    @property
    def place(self) -> str:
        """Return where the row stands, for people."""
        return f"{self.table.file}, line {self.number}"


def key_of(table: BundleTable, values: Values) -> str:
    """Return the key of a row: the values of its key fields with a slash between them."""
    return "/".join(str(values[name]) for name in table.key)


def line_of(values: Values) -> str:
    """Return a row as one line of JSON, without a line break at its end."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def digest_of(values: Values) -> str:
    """Return the SHA-256 of a row's line, in hexadecimal."""
    return hashlib.sha256(line_of(values).encode()).hexdigest()


def plain(value: Any) -> Any:
    """Return a value of the database as JSON can hold it."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value


def read_lines(table: BundleTable, text: str) -> Iterator[BundleRow]:
    """Yield each row of a file of the bundle.

    Raises `Invalid` with the file, the line and the field for a line that is not such a row, and for a key
    that comes twice.
    """
    known: set[str] = set()
    # Only a line feed ends a line: texts may contain other line breaks.
    for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1):
        if not line and number == 1:
            return
        place = f"{table.file}, line {number}"
        values = _object(line, place)
        _must_have_fields(table, values, place)
        for field in table.fields:
            _must_be(field, values[field.name], place)
        row = BundleRow(table, number, values)
        if row.key in known:
            raise Invalid(f"{place}: {row.key} is in this file already.")
        known.add(row.key)
        yield row


def _object(line: str, place: str) -> Values:
    try:
        values = json.loads(line)
    except RecursionError as error:
        raise Invalid(f"{place}: this JSON is nested too deeply.") from error
    except json.JSONDecodeError as error:
        raise Invalid(f"{place}, column {error.colno}: this is no JSON ({error.msg}).") from error
    except ValueError as error:
        raise Invalid(f"{place}: this is no JSON: a number is too long.") from error
    if not isinstance(values, dict):
        raise Invalid(f"{place}: this is no JSON object.")
    return values


def _must_have_fields(table: BundleTable, values: Values, place: str) -> None:
    names = {field.name for field in table.fields}
    # A field too many may be a misspelt one, whose value would be lost.
    missing = sorted(names - values.keys())
    if missing:
        raise Invalid(f"{place}: the field “{missing[0]}” is missing.")
    unknown = sorted(values.keys() - names)
    if unknown:
        raise Invalid(f"{place}: there is no field “{unknown[0][:_LONGEST_QUOTED]}” in this table.")


def _must_be(field: BundleField, value: Any, place: str) -> None:
    if value is None and field.optional:
        return
    if not _CHECKS[field.kind](value):
        raise Invalid(f"{place}: “{field.name}” is no {field.kind.value}.")
    if not _storable(value):
        raise Invalid(f"{place}: “{field.name}” holds a character that no text can have.")


def _storable(value: Any) -> bool:
    """Return whether all texts in a value can be stored: they have neither lone surrogates nor NUL."""
    if isinstance(value, str):
        return "\x00" not in value and not any("\ud800" <= each <= "\udfff" for each in value)
    if isinstance(value, list):
        return all(map(_storable, value))
    if isinstance(value, dict):
        return all(map(_storable, value)) and all(map(_storable, value.values()))
    return True


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_number(value: Any) -> bool:
    # `isinstance` would accept booleans.
    return type(value) is int and 0 <= value < 10**_MOST_DIGITS


def _is_moment(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        moment = datetime.fromisoformat(value)
        # In UTC, a moment of the first or the last day may be in no year that exists.
        return moment.tzinfo is not None and plain(moment) == value
    except (ValueError, OverflowError):
        return False


def _is_day(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_id(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False


_CHECKS: dict[FieldKind, Callable[[Any], bool]] = {
    FieldKind.TEXT: _is_text,
    FieldKind.NUMBER: _is_number,
    FieldKind.TRUTH: lambda value: isinstance(value, bool),
    FieldKind.MOMENT: _is_moment,
    FieldKind.DAY: _is_day,
    FieldKind.ID: _is_id,
    FieldKind.PERSON: _is_text,
    FieldKind.LIST: lambda value: isinstance(value, list),
    FieldKind.OBJECT: lambda value: isinstance(value, dict),
}
_CONVERSIONS: dict[FieldKind, Callable[[Any], Any]] = {
    FieldKind.MOMENT: datetime.fromisoformat,
    FieldKind.DAY: date.fromisoformat,
    FieldKind.ID: UUID,
}


def value_of(field: BundleField, values: Values) -> Any:
    """Return the checked value of a field as the database stores it."""
    value = values[field.name]
    convert = _CONVERSIONS.get(field.kind)
    if value is None or convert is None:
        return value
    return convert(value)
