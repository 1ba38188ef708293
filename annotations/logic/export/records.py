"""What a kind of record is: columns in their order, each with its name and how it is read from a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ExportColumn(Generic[Row]):
    """A column: its name, and the function that reads its value from a row."""

    name: str
    value: Callable[[Row], Any]


@dataclass(frozen=True, slots=True)
class RecordKind(Generic[Row]):
    """The columns of a kind of record. Other programs rely on them, so add new ones at the end only."""

    columns: tuple[ExportColumn[Row], ...]

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def cells(self, row: Row) -> tuple[Any, ...]:
        """The values of a row in the order of the header."""
        return tuple([column.value(row) for column in self.columns])

    def named(self, cells: Sequence[Any]) -> dict[str, Any]:
        """The cells by the names of their columns, as JSON Lines has them.

        Raises ValueError if there are more or fewer cells than columns.
        """
        return dict(zip(self.header, cells, strict=True))
