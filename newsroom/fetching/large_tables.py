"""Read CSV tables that do not fit into memory: each call of the reader process reads some of their rows."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from newsroom.errors import Unreadable
from newsroom.fetching.kinds import LARGEST
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.decoding.decode import decode
from newsroom.text.listings.records import TableHeader, records_of_rows, table_header
from newsroom.text.listings.rows import Record

#: How many bytes of a table one call reads, and how many bytes are used to guess a charset.
AT_ONCE, _SAMPLE = 2**20, 2**20
#: How many bytes are read in one step.
_PIECE = 2**20
_UTF_8 = "utf-8"
_WIDE = "This table is in UTF-16 or UTF-32, and too large to be read so: save it as CSV in UTF-8."


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A place between two rows of a table.

    `byte` is its offset in the file in bytes, `line` is the number of lines before it, and `header` says
    which column holds what.
    """

    byte: int
    line: int
    header: TableHeader


@dataclass(frozen=True, slots=True)
class TablePart:
    """Some rows of a table, as `records`.

    `next` is the place after these rows, or None at the end of the table.
    """

    records: list[Record]
    next: TablePlace | None


def large_table(path: Path) -> Iterator[Record]:
    """Yield the records of the CSV table at `path`.

    Only about `AT_ONCE` bytes of it are in memory at a time. Raises `Unreadable` if the file is not text or
    is in UTF-16, and `Invalid` if it has no column with texts.
    """
    charset = call_in_reader(table_charset, str(path))
    place: TablePlace | None = call_in_reader(table_start, str(path), charset)
    while place:
        part = call_in_reader(table_part, str(path), charset, place)
        yield from part.records
        place = part.next


def table_charset(path: str) -> str:
    """Return the charset of a text file: UTF-8 if all its bytes are valid UTF-8, else a guess.

    The guess is made from the first lines that contain other characters than ASCII. Raises `Unreadable` if
    the file is in UTF-16.
    """
    decoder = codecs.getincrementaldecoder(_UTF_8)()
    with Path(path).open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            raise Unreadable(_WIDE)
        file.seek(0)
        try:
            while piece := file.read(_PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            file.seek(0)
            return decode(_lines_beyond_ascii(file)).charset
    return _UTF_8


def table_start(path: str, charset: str) -> TablePlace:
    """Read the header of the table at `path`, and return the place of its first row.

    Raises the errors of `table_header`.
    """
    with Path(path).open("rb") as file:
        has_mark = file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
        start = len(codecs.BOM_UTF8) if has_mark else 0
        file.seek(start)
        first_line = file.readline(LARGEST).decode(charset, "replace")
        file.seek(start)
        header, line = table_header(first_line, _lines(file, charset))
        return TablePlace(file.tell(), line, header)


def table_part(path: str, charset: str, place: TablePlace) -> TablePart:
    """Read the rows from `place` on as records, and return them with the place after them.

    About `AT_ONCE` bytes are read, and at least one row if there is one. There is no next place if the table
    breaks off in one of these rows.
    """
    records: list[Record] = []
    with Path(path).open("rb") as file:
        file.seek(place.byte)
        for record in records_of_rows(_lines(file, charset), place.header, place.line):
            records.append(record)
            if record.ends_table:
                return TablePart(records, None)
            if file.tell() - place.byte >= AT_ONCE:
                # `records_of_rows` reads no line ahead, so the file position is between two rows.
                return TablePart(records, TablePlace(file.tell(), record.line, place.header))
    return TablePart(records, None)


def _lines(file: IO[bytes], charset: str) -> Iterator[str]:
    """Yield the lines of a file as text, each cut to `LARGEST` bytes before decoding."""
    # The iterator of a file reads ahead, and then its position is not the end of the row.
    while line := file.readline(LARGEST):
        yield line.decode(charset, "replace")


def _lines_beyond_ascii(file: IO[bytes]) -> bytes:
    """Return the first lines that contain other characters than ASCII, about `_SAMPLE` bytes in all.

    Returns empty bytes if there are none.
    """
    lines: list[bytes] = []
    size = 0
    while size < _SAMPLE and (line := file.readline(LARGEST)):
        if not line.isascii():
            lines.append(line)
            size += len(line)
    return b"".join(lines)
