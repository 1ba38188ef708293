"""Open CSV tables, each with the same limit on the length of a cell."""

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

#: Longest cell that is read, in code points. Python's own limit of 131,072 is shorter than one long article.
LONGEST_CELL = 16_000_000


def csv_reader(lines: Iterable[str], *, delimiter: str = ",") -> "Reader":
    """Return a reader of the rows of a CSV table.

    The reader raises `csv.Error` for a cell longer than `LONGEST_CELL` and for quotation marks that are not
    closed. Python has one limit for all readers of the process, so no other module may set it.
    """
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(lines, strict=True, delimiter=delimiter)
