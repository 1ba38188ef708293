"""CSV that no spreadsheet runs and every reader gets back exactly (RFC 4180: comma, CRLF, double quotes)."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.listings.cells import escape, unescape

BOM = "\ufeff"
#: Longest cell that is read, in characters. Python's own limit of 131,072 is less than one long article.
LONGEST_CELL = 16_000_000
csv.field_size_limit(LONGEST_CELL)
#: Characters that are gathered before they are given on, because a part for every row would take longer to
#: send than to make.
PART = 32_000


def text_of(value: Any) -> str:
    """A value as a cell: times in UTC as ISO 8601 with `Z`, None as blank, lists joined by `|`."""
    write = _WRITERS.get(type(value), str)
    return write(value)


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _joined(values: Sequence[Any]) -> str:
    return "|".join(map(text_of, values))


#: How a value of each type is written; a value of another type is written by `str`. Only the very type is
#: looked up, because there are millions of cells.
_WRITERS: dict[type, Callable[[Any], str]] = {
    NoneType: lambda _: "",
    bool: lambda value: "true" if value else "false",
    datetime: _moment,
    date: date.isoformat,
    list: _joined,
    tuple: _joined,
}


def write_rows(
    header: Sequence[str], rows: Iterable[Sequence[Any]], *, bom: bool = False
) -> Iterator[str]:
    """The text of a CSV file in parts: its first line, then the rows as they come.

    `bom` puts U+FEFF first, which makes Excel read UTF-8.
    """
    gathered = io.StringIO(newline="")
    writer = csv.writer(gathered, lineterminator="\r\n")
    if bom:
        gathered.write(BOM)
    writer.writerow(header)
    yield _emptied(gathered)

    for cells in rows:
        # Most cells are text already, and a call for each of millions takes its time.
        texts = [cell if type(cell) is str else text_of(cell) for cell in cells]
        writer.writerow([escape(text) for text in texts])
        if gathered.tell() >= PART:
            yield _emptied(gathered)

    if gathered.tell():
        yield _emptied(gathered)


def read_rows(text: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by its header. Blank lines are passed over.

    Raises `Invalid` with the line number if a row has too few or too many cells, if a quotation mark is left
    open, or if two columns have one name.
    """
    reader = csv.reader(io.StringIO(text.removeprefix(BOM), newline=""), strict=True)
    try:
        header = next(reader, None)
        if not header:
            raise Invalid("The CSV file is empty: it needs a header row.")
        if twice := [name for name in header if header.count(name) > 1]:
            raise Invalid(f"Two columns of the CSV file are called “{twice[0][:40]}”: rename one.")
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise Invalid(
                    f"Line {reader.line_num}: {len(cells)} cells instead of {len(header)}."
                )
            yield {name: unescape(cell) for name, cell in zip(header, cells, strict=True)}
    except csv.Error as error:
        raise Invalid(
            f"Line {reader.line_num}: {error}. Check the quotation marks there."
        ) from error


def _emptied(gathered: io.StringIO) -> str:
    """What was gathered, which is empty afterwards."""
    text = gathered.getvalue()
    gathered.seek(0)
    gathered.truncate()
    return text
