"""Describe a kind of exported record: its columns in order, and how each value is read from a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ExportColumn(Generic[Row]):
    """A column of an export: its name, the function that reads its value from a row, and its `meaning`.

    The meaning is a phrase for the people who read the file. It names the unit if the values have one.
    """

    name: str
    value: Callable[[Row], Any]
    meaning: str


@dataclass(frozen=True, slots=True)
class RecordKind(Generic[Row]):
    """A kind of exported record, described by its columns. `meaning` says what one row is.

    Other programs rely on the order of the columns, so add new columns only at the end.
    """

    meaning: str
    columns: tuple[ExportColumn[Row], ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def cells(self, row: Row) -> tuple[Any, ...]:
        """Return the values of a row, in the order of `header`."""
        return tuple([column.value(row) for column in self.columns])

    def named(self, cells: Sequence[Any]) -> dict[str, Any]:
        """Return a dict of `cells` with the names of the columns as keys, as one line of JSON Lines has them.

        Raises `ValueError` if the number of cells differs from the number of columns.
        """
        return dict(zip(self.header, cells, strict=True))
