"""Write and read CSV as RFC 4180 describes it: commas (or another separator), CRLF, double quotes.

A cell that a spreadsheet would run as a formula is escaped, and `read_rows` returns exactly the cells that
were written.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.language.counted import counted
from newsroom.text.listings.cells import escape, unescape
from newsroom.text.listings.csv_reading import csv_reader

#: The byte order mark that makes Excel read a file as UTF-8.
BOM = "\ufeff"
#: Code points that are collected before they are sent, because one part per row would cost more time to send
#: than to write.
PART = 32_000


def text_of(value: Any) -> str:
    """Return a value as the text of a cell.

    A time is written in UTC as ISO 8601 with `Z`, None as an empty cell, True and False as `true` and
    `false`, and a list with `|` between its items.
    """
    write = _WRITERS.get(type(value), str)
    return write(value)


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _joined(values: Sequence[Any]) -> str:
    return "|".join(map(text_of, values))


#: The function that writes a value of each type. Values of other types are written with `str`. The exact type
#: is looked up, because `isinstance` tests are too slow for millions of cells.
_WRITERS: dict[type, Callable[[Any], str]] = {
    NoneType: lambda _: "",
    bool: lambda value: "true" if value else "false",
    datetime: _moment,
    date: date.isoformat,
    list: _joined,
    tuple: _joined,
}


def write_rows(
    header: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    bom: bool = False,
    separator: str = ",",
) -> Iterator[str]:
    """Yield the text of a CSV file in parts: first the header line, then the rows.

    With `bom`, the file starts with U+FEFF, because Excel needs it to read UTF-8. `separator` stands between
    cells. In many countries Excel expects `;`.
    """
    buffer = io.StringIO(newline="")
    # RFC 4180 requires CRLF. Spreadsheets accept it on every system.
    writer = csv.writer(buffer, lineterminator="\r\n", delimiter=separator)
    if bom:
        buffer.write(BOM)
    writer.writerow(header)
    yield _emptied(buffer)

    for cells in rows:
        # Most cells are strings already. Calling a function for each of millions of cells would take too
        # long.
        texts = [cell if type(cell) is str else text_of(cell) for cell in cells]
        writer.writerow([escape(text) for text in texts])
        if buffer.tell() >= PART:
            yield _emptied(buffer)

    if buffer.tell():
        yield _emptied(buffer)


def read_rows(text: str) -> Iterator[dict[str, str]]:
    """Yield each row of a CSV file with commas as a dict with the names in the header as keys. Empty lines
    are skipped.

    Raises `Invalid` if the file has no header, if two columns have the same name, if a row has too few or too
    many cells, or if a quotation mark is not closed. The message names the line of a wrong row.
    """
    reader = csv_reader(io.StringIO(text.removeprefix(BOM), newline=""))
    try:
        header = next(reader, None)
        if not header:
            raise Invalid("The CSV file is empty: it needs a header row.")
        if repeated := [name for name in header if header.count(name) > 1]:
            raise Invalid(
                f"Two columns of the CSV file are called “{repeated[0][:40]}”: rename one."
            )
        for cells in reader:
            # Some editors add empty lines at the end of a file.
            if not cells:
                continue
            if len(cells) != len(header):
                raise Invalid(
                    f"Line {reader.line_num}: {counted(len(cells), 'cell')} instead of {len(header)}."
                )
            yield {name: unescape(cell) for name, cell in zip(header, cells, strict=True)}
    except csv.Error as error:
        raise Invalid(
            f"Line {reader.line_num}: {error}. Check the quotation marks there."
        ) from error


def _emptied(buffer: io.StringIO) -> str:
    """Return the text that is collected in `buffer`, and empty the buffer."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
