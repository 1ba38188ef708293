"""Read tables of articles: JSON lines with one object each, or CSV with a header.

The columns are `external_id, title, text | html | markdown, outlet, url, published_at, byline, credit,
language, story`. Only a text is required.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from newsroom.errors import Invalid, NewsroomError
from newsroom.text.decoding.decode import decode
from newsroom.text.language.counted import counted
from newsroom.text.listings.cells import unescape
from newsroom.text.metadata.limits import LONGEST_EXTERNAL_ID
from newsroom.text.normalise import normalise, repair_surrogates
from newsroom.text.pipeline import SourceDetails

#: How many characters of a story's name are kept. No story has such a long name, so a cut name matches no
#: story.
_LONGEST_STORY = 200
#: The longest line in bytes, or cell in characters.
LONGEST = 10 * 1024 * 1024
#: Columns that are fields of `SourceDetails` with the same name.
_DETAILS = ("external_id", "title", "outlet", "byline", "credit", "url", "language")
#: Columns that hold the article, with the format of each.
_FORMAT_OF_COLUMN = {"text": "plain", "html": "html", "markdown": "markdown"}
_BYTE_ORDER_MARK = "\ufeff"
_BLANK_BYTES = b" \t\r\n\xef\xbb\xbf"
_NO_OBJECT = "This line is no JSON object: one record stands on each line."


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a table, with its line number, from 1.

    `raw` is the article's text in UTF-8. `given` holds the values of the other columns, and `story` the name
    of a story, which may be empty. If the record could not be read, `error` is a sentence that says why;
    otherwise it is an empty string. `ends_table` is True if the table breaks off here, so that no record
    follows, whatever else the table contains.
    """

    line: int
    raw: bytes = b""
    given: SourceDetails = field(default_factory=SourceDetails)
    story: str = ""
    error: str = ""
    ends_table: bool = False


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
    """Yield one record for each line that is not blank. A line that holds no JSON object gives a record with
    an error.

    `first` is the line number of the first line. Blank lines are counted too.
    """
    for number, line in enumerate(lines, start=first):
        if line.strip(_BLANK_BYTES):
            yield _json_record(number, line)


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
    """Read the header from the `lines` of a CSV table, and return it with the number of lines that it takes.

    `first_line` is the first line of the table. Raises `Invalid` if the header breaks off, has a column
    twice, or has no column with texts.
    """
    delimiter = _delimiter(first_line)
    reader = csv.reader(lines, strict=True, delimiter=delimiter)
    try:
        columns = tuple(name.strip().lower() for name in next(reader, []))
    except csv.Error as error:
        raise Invalid(_breaks_off(error)) from error
    _refuse_wrong_header(columns)
    return TableHeader(columns, delimiter), reader.line_num


def records_of_rows(
    lines: Iterable[str], header: TableHeader, lines_before: int
) -> Iterator[Record]:
    """Yield one record for each row of `lines`, the lines of a CSV table after its header.

    `lines_before` is the number of lines that come before `lines` in the table. Lines are read one by one, as
    they are needed. If the table breaks off, the last record has an error.
    """
    csv.field_size_limit(LONGEST)
    reader = csv.reader(lines, strict=True, delimiter=header.delimiter)
    try:
        for cells in reader:
            if cells:
                yield _csv_record(lines_before + reader.line_num, header.columns, cells)
    except csv.Error as error:
        last = lines_before + reader.line_num
        yield Record(last, error=_breaks_off(error), ends_table=True)


def parse_record(line: int, row: Mapping[str, Any]) -> Record:
    """Return the record of `row`, which is {column: value}, at line `line` of its table.

    Raises `Invalid` if the row has no text, several texts, or a value that is neither text nor a number.
    """
    column = _text_column(row)
    for name in (*_DETAILS, column, "published_at", "story"):
        if not isinstance(row.get(name) or "", str | int):
            raise Invalid(
                f"The value of {name} is neither text nor a number: write it in quotation marks."
            )

    stated: dict[str, Any] = {}
    for name in _DETAILS:
        if row.get(name) not in (None, ""):
            stated[name] = normalise(str(row[name])).strip()
    notes = []
    if len(stated.get("external_id", "")) > LONGEST_EXTERNAL_ID:
        # A cut id may be the id of another article, so it is not cut.
        del stated["external_id"]
        notes.append(
            f"The external_id was longer than {LONGEST_EXTERNAL_ID} characters and was left blank."
        )
    published: str | None = None
    if row.get("published_at"):
        published = normalise(str(row["published_at"]))
    # The charset is stated, so that nothing guesses a charset from the bytes.
    details = SourceDetails(published=published, format=_FORMAT_OF_COLUMN[column], charset="utf-8")
    given = replace(details, notes=tuple(notes), **stated)
    raw = repair_surrogates(str(row[column])).encode()
    story = normalise(str(row.get("story") or "")[:_LONGEST_STORY])
    return Record(line, raw, given, story)


def _breaks_off(error: csv.Error) -> str:
    return f"The table breaks off here ({error}): check the quotation marks."


def _delimiter(first_line: str) -> str:
    """Return the character that separates the columns, which is a comma unless the header shows another one.

    Spreadsheets use semicolons or tabs if they write decimal commas.
    """
    header = first_line.lower()
    for delimiter in (",", ";", "\t"):
        names = {name.strip(' "\r') for name in header.split(delimiter)}
        if names & set(_FORMAT_OF_COLUMN):
            return delimiter
    return ","


def _refuse_wrong_header(header: Sequence[str]) -> None:
    if not set(header) & set(_FORMAT_OF_COLUMN):
        raise Invalid("The table lacks a column text, html or markdown in its first line.")
    for name in header:
        if name and header.count(name) > 1:
            raise Invalid(f"The table has the column {name} twice: keep one of them.")


def _text_column(row: Mapping[str, Any]) -> str:
    filled = [column for column in _FORMAT_OF_COLUMN if row.get(column)]
    if len(filled) != 1:
        have = " and ".join(filled) or "none of them"
        raise Invalid(f"A record has exactly one of text, html and markdown; this one has {have}.")
    return filled[0]


def _json_record(number: int, line: bytes) -> Record:
    try:
        row = json.loads(decode(line).text)
        if not isinstance(row, dict):
            return Record(number, error=_NO_OBJECT)
        return parse_record(number, row)
    except NewsroomError as error:
        return Record(number, error=error.sentence)
    except (ValueError, RecursionError):
        return Record(number, error=_NO_OBJECT)


def _csv_record(line: int, header: Sequence[str], cells: Sequence[str]) -> Record:
    if len(cells) != len(header):
        few = f"{counted(len(cells), 'cell')} instead of {len(header)}"
        return Record(line, error=f"{few}: check the commas and quotation marks.")
    unescaped = [unescape(cell) for cell in cells]
    try:
        return parse_record(line, dict(zip(header, unescaped, strict=True)))
    except NewsroomError as error:
        return Record(line, error=error.sentence)
