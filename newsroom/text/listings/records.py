"""Records of articles in tables: a JSON object on each line, or CSV with a header.

Columns: `external_id, title, text | html | markdown, outlet, url, published_at, byline, credit, language,
story`; only a text is required.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from newsroom.errors import Invalid, NewsroomError
from newsroom.text.decoding.decode import decode
from newsroom.text.language.counted import counted
from newsroom.text.listings.cells import unescape
from newsroom.text.normalise import normalise, repair_surrogates
from newsroom.text.pipeline import SourceDetails

#: Longest line or cell, in bytes or characters.
LONGEST = 10 * 1024 * 1024
_GIVEN = ("external_id", "title", "outlet", "byline", "credit", "url", "language")
_TEXTS = {"text": "plain", "html": "html", "markdown": "markdown"}


@dataclass(frozen=True, slots=True)
class Record:
    """One record at a line of its table, or (`error`) why there is none. `raw` is its text in UTF-8."""

    line: int
    raw: bytes = b""
    given: SourceDetails = field(default_factory=SourceDetails)
    story: str = ""
    error: str = ""


def json_records(lines: Iterable[bytes]) -> Iterator[Record]:
    """The records of `lines`, one JSON object on each. Blank lines are passed over, counted all the same."""
    for number, line in enumerate(lines, start=1):
        if line.strip(b" \t\r\n\xef\xbb\xbf"):
            yield _from_json(number, line)


def csv_records(text: str) -> Iterator[Record]:
    """The records of a table, one a row; `line` is where the row ends. Raises `Invalid` where it has no text
    column.
    """
    csv.field_size_limit(LONGEST)
    text = text.removeprefix("\ufeff")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter(text))
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        if not set(header) & set(_TEXTS):
            raise Invalid("The table lacks a column text, html or markdown in its first line.")
        if doubled := [name for name in header if name and header.count(name) > 1]:
            raise Invalid(f"The table has the column {doubled[0]} twice: keep one of them.")
        for cells in reader:
            if cells:
                yield _from_cells(reader.line_num, header, cells)
    except csv.Error as error:
        yield Record(
            reader.line_num, error=f"The table breaks off here ({error}): check the quotation marks."
        )


def _delimiter(text: str) -> str:
    """What parts the columns: where spreadsheets write decimals with a comma they part them by semicolons, or
    tabs.
    """
    header = text.partition("\n")[0].lower()
    for delimiter in (",", ";", "\t"):
        if {name.strip(' "\r') for name in header.split(delimiter)} & set(_TEXTS):
            return delimiter
    return ","


def parse_record(line: int, row: Mapping[str, Any]) -> Record:
    """The record that `row` makes. Raises `Invalid` where it has no text, or one that is no text."""
    filled = [name for name in _TEXTS if row.get(name)]
    if len(filled) != 1:
        have = "none of them" if not filled else " and ".join(filled)
        raise Invalid(f"A record has exactly one of text, html and markdown; this one has {have}.")
    for name in (*_GIVEN, *filled, "published_at", "story"):
        if not isinstance(row.get(name) or "", str | int):
            raise Invalid(f"The value of {name} is neither text nor a number: write it in quotation marks.")
    stated = {name: normalise(str(row[name])).strip() for name in _GIVEN if row.get(name) not in (None, "")}
    published = normalise(str(row["published_at"])) if row.get("published_at") else None
    raw = repair_surrogates(str(row[filled[0]])).encode()
    # It is text already: what its bytes might be is not asked again.
    given = replace(SourceDetails(published=published, format=_TEXTS[filled[0]], charset="utf-8"), **stated)  # type: ignore[arg-type]
    return Record(line, raw, given, normalise(str(row.get("story") or "")))


def _from_json(number: int, line: bytes) -> Record:
    try:
        row = json.loads(decode(line).text)
        if not isinstance(row, dict):
            raise Invalid("This line is no JSON object: one record stands on each line.")
        return parse_record(number, row)
    except NewsroomError as error:
        return Record(number, error=error.sentence)
    except (ValueError, RecursionError):
        return Record(number, error="This line is no JSON object: one record stands on each line.")


def _from_cells(line: int, header: list[str], cells: list[str]) -> Record:
    if len(cells) != len(header):
        few = f"{counted(len(cells), 'cell')} instead of {len(header)}"
        return Record(line, error=f"{few}: check the commas and quotation marks.")
    try:
        return parse_record(line, dict(zip(header, map(unescape, cells), strict=True)))
    except NewsroomError as error:
        return Record(line, error=error.sentence)
