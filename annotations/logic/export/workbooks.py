"""Write rows as an Excel workbook (.xlsx) with one sheet."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from annotations.logic.export.rows import text_of
from newsroom.errors import TooLarge

#: What a sheet and a cell of Excel can hold: rows with the header, and UTF-16 units.
MOST_ROWS = 1_048_576
LONGEST_CELL = 32_767
#: Excel knows no day before this one.
_FIRST_DAY = date(1900, 3, 1)
#: Excel cuts off the name of a sheet after this many characters.
_LONGEST_NAME = 31
_OPTIONS = {
    # Rows are written to the disk one by one, so that the memory does not grow with their number.
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(
    file: IO[bytes], name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write the rows into `file` as a workbook with the sheet `name`.

    Characters that Excel does not allow in the name are left out, and the name is cut after 31 characters.
    Times are written in UTC, because a cell of Excel has no time zone. Texts are never formulas. A text that
    is too long for a cell is replaced by a sentence that says so. Raises `TooLarge` if there are more rows
    than a sheet holds.
    """
    workbook = Workbook(file, _OPTIONS)
    # The name of a sheet may not contain these characters.
    plain = "".join(character for character in name if character not in "[]:*?/\\'")
    sheet = workbook.add_worksheet(plain[:_LONGEST_NAME] or "Sheet")
    formats: dict[type, Any] = {
        datetime: workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        date: workbook.add_format({"num_format": "yyyy-mm-dd"}),
    }
    sheet.freeze_panes(1, 0)
    bold = workbook.add_format({"bold": True})
    for column, title in enumerate(header):
        sheet.write_string(0, column, title, bold)
    for number, cells in enumerate(rows, start=1):
        if number == MOST_ROWS:
            raise TooLarge("A sheet of Excel cannot hold so many rows. Choose fewer rows, or CSV.")
        for column, cell in enumerate(cells):
            _write_cell(sheet, (number, column), cell, formats)
    workbook.close()


def _write_cell(
    sheet: Worksheet, place: tuple[int, int], cell: Any, formats: dict[type, Any]
) -> None:
    row, column = place
    # An empty cell takes no room in the file.
    if cell is None or cell == "":
        return
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int):
        sheet.write_number(row, column, cell)
    elif isinstance(cell, datetime) and cell.date() >= _FIRST_DAY:
        moment = cell.astimezone(UTC).replace(tzinfo=None)
        sheet.write_datetime(row, column, moment, formats[datetime])
    elif type(cell) is date and cell >= _FIRST_DAY:
        sheet.write_datetime(row, column, cell, formats[date])
    else:
        sheet.write_string(row, column, _fitting(text_of(cell)))


def _fitting(text: str) -> str:
    """Return the text, or, if it is too long for a cell of Excel, a sentence that says so."""
    units = len(text.encode("utf-16-le")) // 2
    if units > LONGEST_CELL:
        return f"(This text of {len(text):,} characters does not fit into a cell of Excel: export CSV.)"
    return text
