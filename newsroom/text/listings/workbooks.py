"""Read tables of articles from workbooks of Excel (.xlsx).

The first row with words in it is the header, as the first line of a CSV table is. Records are numbered by
their rows in the sheet.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any

from lxml import etree
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.text.listings.columns import ROWS, TableColumn, columns_of_rows, renamed
from newsroom.text.listings.records import record_of_cells, refuse_wrong_header
from newsroom.text.listings.rows import Record
from newsroom.text.readers.office.packages import MAGIC, refuse_traps
from newsroom.text.readers.office.padded_cells import PaddedCells, padded_cells

#: The largest part of a workbook after unpacking, in bytes, and the most cells of its sheet.
LARGEST_PART = 80 * 1024 * 1024
MOST_CELLS = 2_000_000
_REMEDY = "Save the table as CSV in UTF-8, and hand that in."
#: How many sheets an error message names.
_MOST_NAMES = 5

Row = tuple[int, list[str]]


def records_of_workbook(raw: bytes, columns: Mapping[str, str] | None = None) -> list[Record]:
    """Return the records of the only filled sheet of a workbook.

    `columns` is {name of a column: field, or empty to leave it out}, as in `with_columns`. Raises `Invalid`
    if several sheets are filled or the header names no text, `TooLarge` if there are too many cells, and
    `Unreadable` if the workbook is damaged.
    """
    rows = _rows(raw)
    names = _header(rows)
    header = [name.lower() for name in (renamed(names, columns) if columns else names)]
    refuse_wrong_header(header)
    return [record_of_cells(number, header, cells) for number, cells in rows]


def columns_of_workbook(raw: bytes) -> list[TableColumn]:
    """Return the columns of a workbook, with the cells of its first rows. Raises the errors of
    `records_of_workbook`.
    """
    rows = _rows(raw)
    names = _header(rows)
    return columns_of_rows(
        [dict(zip(names, cells, strict=True)) for _, cells in islice(rows, ROWS)]
    )


def _header(rows: Iterator[Row]) -> list[str]:
    _, names = next(rows, (0, []))
    return [name.strip() for name in names]


def _rows(raw: bytes) -> Iterator[Row]:
    """Yield the rows that are not blank, each with its number in the sheet, from 1, and its cells as text."""
    sheet = _filled_sheet(raw)
    if sheet is None or sheet.start is None:
        return
    first_row, first_column = sheet.start
    padded = _padded(raw, sheet)
    # `iter_rows` would begin with the first row of the sheet, however far away the first filled cell is.
    for number, values in enumerate(sheet.to_python(), start=first_row):
        cells = [
            _text(value, padded.get((number, column), 0))
            for column, value in enumerate(values, start=first_column)
        ]
        if any(cells):
            yield number + 1, cells


def _padded(raw: bytes, sheet: CalamineSheet) -> PaddedCells:
    try:
        return padded_cells(raw, sheet.name)
    except (KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise Unreadable(f"This workbook is damaged. {_REMEDY}") from error


def _filled_sheet(raw: bytes) -> CalamineSheet | None:
    """Return the only sheet with filled cells among those that are shown, or None if there is none."""
    if not raw.startswith(MAGIC):
        raise Unreadable(f"This is no workbook of the kind .xlsx, or it is encrypted. {_REMEDY}")
    refuse_traps(raw, kind="workbook", remedy=_REMEDY, largest_part=LARGEST_PART)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        sheets = [
            workbook.get_sheet_by_name(each.name)
            for each in workbook.sheets_metadata
            if each.typ == SheetTypeEnum.WorkSheet and each.visible == SheetVisibleEnum.Visible
        ]
    except CalamineError as error:
        raise Unreadable(f"This workbook is damaged. {_REMEDY}") from error

    filled = [sheet for sheet in sheets if sheet.start is not None]
    if len(filled) > 1:
        names = ", ".join(f"“{sheet.name[:40]}”" for sheet in filled[:_MOST_NAMES])
        raise Invalid(
            f"Several sheets of this workbook are filled ({names}): save the one with the articles as a "
            "workbook of its own, or hide the others."
        )
    if not filled:
        return None
    if filled[0].height * filled[0].width > MOST_CELLS:
        raise TooLarge(f"This sheet has more than {MOST_CELLS:,} cells: split the table.")
    return filled[0]


def _text(value: Any, width: int) -> str:
    """Return the value of a cell as text: a day or a time in ISO 8601, and a whole number without a point and
    without an exponent.

    A whole number has at least `width` digits: zeros stand before it, as in Excel.
    """
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        # `int(value)` would write digits of the nearest binary number, which neither the file nor Excel has.
        whole = int(Decimal(repr(value)))
        return f"{whole:0{width + (whole < 0)}d}"
    return str(value)
