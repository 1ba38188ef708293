"""Read tables of articles: JSON lines with one object each, or CSV with a header.

The columns are `external_id, title, text | html | markdown, outlet, url, published_at, byline, credit,
language, story`, or other names of these (see `field_names`). Only a text is required.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsroom.errors import Invalid, NewsroomError
from newsroom.text.decoding.decode import decode
from newsroom.text.language.counted import counted
from newsroom.text.listings.cells import unescape
from newsroom.text.listings.csv_reading import csv_reader
from newsroom.text.listings.objects import records_of_object
from newsroom.text.listings.rows import Record, parse_record
from newsroom.text.metadata.field_names import TEXT_FIELDS, field_of

#: Characters that may separate the columns. Spreadsheets use semicolons or tabs if they write decimal commas.
_DELIMITERS = (",", ";", "\t", "|")
#: The line before the header in which Excel names the separator, such as `sep=;`.
_SEPARATOR_LINE = re.compile(r"\"?sep=(.)\"?[\r\n]*", re.IGNORECASE | re.DOTALL)
#: How many columns an error message names.
_MOST_NAMES = 12
_BYTE_ORDER_MARK = "\ufeff"
_BLANK_BYTES = b" \t\r\n\xef\xbb\xbf"
_NO_OBJECT = "This line is no JSON object: one record stands on each line."


@dataclass(frozen=True, slots=True)
class TableHeader:
    """The columns of a CSV table, in lower case, and the character that separates them."""

    columns: tuple[str, ...]
    delimiter: str


def records_of_lines(lines: Sequence[bytes], first: int) -> list[Record]:
    """Return the records of `lines`, each a JSON object. `first` is the line number of the first of these
    lines.
    """
    return list(json_records(lines, first=first))


def records_of_csv(raw: bytes) -> list[Record]:
    """Return the records of a whole CSV table. Raises the errors of `decode` and `csv_records`."""
    return list(csv_records(decode(raw).text))


def json_records(lines: Iterable[bytes], *, first: int = 1) -> Iterator[Record]:
    """Yield the record of each line that is not blank. A line that holds no JSON object gives a record with
    an error.

    A wire item that holds several texts gives several records. `first` is the line number of the first line.
    Blank lines are counted too.
    """
    for number, line in enumerate(lines, start=first):
        if line.strip(_BLANK_BYTES):
            yield from _json_records(number, line)


def csv_records(text: str) -> Iterator[Record]:
    """Yield one record for each row of a CSV table. A row that could not be read gives a record with an
    error.

    `Record.line` is the line where the row ends. Raises `Invalid` if the table has no column with texts.
    """
    text = text.removeprefix(_BYTE_ORDER_MARK)
    lines = io.StringIO(text, newline="")
    header, lines_before = table_header(text.partition("\n")[0], lines)
    yield from records_of_rows(lines, header, lines_before)


def table_header(first_line: str, lines: Iterable[str]) -> tuple[TableHeader, int]:
    """Read the header from the `lines` of a CSV table, and return it with the number of lines up to its end.

    `first_line` is the first line of the table; it may only name the separator (`sep=;`), and the header then
    follows. Raises `Invalid` if the header breaks off, has a column twice, or has no column with texts or
    addresses.
    """
    delimiter, is_named = separator_of(first_line)
    lines_before = 0
    if is_named:
        lines = iter(lines)
        next(lines, "")
        lines_before = 1
    reader = csv_reader(lines, delimiter=delimiter)
    try:
        columns = tuple(name.strip().lower() for name in next(reader, []))
    except csv.Error as error:
        raise Invalid(_breaks_off(error)) from error
    refuse_wrong_header(columns)
    return TableHeader(columns, delimiter), lines_before + reader.line_num


def separator_of(first_line: str) -> tuple[str, bool]:
    """Return the character that separates the columns of a table, and whether `first_line` is a line that
    only names it.
    """
    named = _SEPARATOR_LINE.fullmatch(first_line)
    if named:
        return named.group(1), True
    return _delimiter(first_line), False


def records_of_rows(
    lines: Iterable[str], header: TableHeader, lines_before: int
) -> Iterator[Record]:
    """Yield one record for each row of `lines`, the lines of a CSV table after its header.

    `lines_before` is the number of lines that come before `lines` in the table. Lines are read one by one, as
    they are needed. If the table breaks off, the last record has an error.
    """
    reader = csv_reader(lines, delimiter=header.delimiter)
    try:
        for cells in reader:
            if cells:
                unescaped = [unescape(cell) for cell in cells]
                yield record_of_cells(lines_before + reader.line_num, header.columns, unescaped)
    except csv.Error as error:
        last = lines_before + reader.line_num
        yield Record(last, error=_breaks_off(error), ends_table=True)


def _breaks_off(error: csv.Error) -> str:
    return f"The table breaks off here ({error}): check the quotation marks."


def _delimiter(first_line: str) -> str:
    """Return the character that separates the columns of the header `first_line`.

    It is the character that gives the most known names of columns, and among equal ones the most columns. If
    these are equal too, it is the first of `_DELIMITERS`.
    """
    return max(_DELIMITERS, key=lambda delimiter: _columns_by(first_line.split(delimiter)))


def _columns_by(names: Sequence[str]) -> tuple[int, int]:
    return _known_names(names), len(names)


def _known_names(names: Sequence[str]) -> int:
    fields = (field_of(name.strip(' "\r')) for name in names)
    return sum(field != "" for field in fields)


def refuse_wrong_header(header: Sequence[str]) -> None:
    """Raise `Invalid` if no column of a table holds texts or addresses, or if it has a column twice."""
    fields = {field_of(name) for name in header}
    if "url" not in fields and fields.isdisjoint(TEXT_FIELDS):
        names = ", ".join(name[:40] for name in header[:_MOST_NAMES] if name)
        raise Invalid(
            "The table lacks a column text, html, markdown or url in its first line. "
            "Say at the preview which column holds the article (by command: --columns); there are: "
            f"{names or 'none'}."
        )
    for name in header:
        if name and header.count(name) > 1:
            raise Invalid(f"The table has the column {name} twice: keep one of them.")


def _json_records(number: int, line: bytes) -> Iterator[Record]:
    try:
        value = json.loads(decode(line).text)
    except NewsroomError as error:
        yield Record(number, error=error.sentence)
    except (ValueError, RecursionError):
        yield Record(number, error=_NO_OBJECT)
    else:
        yield from records_of_object(number, value, no_object=_NO_OBJECT)


def record_of_cells(line: int, header: Sequence[str], cells: Sequence[str]) -> Record:
    """Return the record of one row, which ends at line `line` of its table. `header` has the names of the
    columns.

    If the row could not be read, the record has an error.
    """
    if len(cells) != len(header):
        few = f"{counted(len(cells), 'cell')} instead of {len(header)}"
        return Record(line, error=f"{few}: check the commas and quotation marks.")
    try:
        return parse_record(line, dict(zip(header, cells, strict=True)))
    except NewsroomError as error:
        return Record(line, error=error.sentence)
