"""Write the rows of an export in one of the formats of files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotations.logic.export.json_rows import json_lines
from annotations.logic.export.packing import encoded, gzipped
from annotations.logic.export.rows import write_rows

Header = Sequence[str]
Rows = Iterable[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class CsvStyle:
    """How CSV is written: with a byte order mark (`bom`), and with which separator between cells."""

    bom: bool = False
    separator: str = ","


PLAIN = CsvStyle()


def csv_parts(header: Header, rows: Rows, style: CsvStyle = PLAIN) -> Iterator[bytes]:
    """Yield a CSV file in UTF-8, in parts."""
    return encoded(write_rows(header, rows, bom=style.bom, separator=style.separator))


def json_parts(header: Header, rows: Rows, style: CsvStyle = PLAIN) -> Iterator[bytes]:
    """Yield JSON Lines in UTF-8, in parts. `style` is ignored; all formats have this parameter."""
    return encoded(json_lines(header, rows))


def _gzipped_csv(header: Header, rows: Rows, style: CsvStyle = PLAIN) -> Iterator[bytes]:
    return gzipped(csv_parts(header, rows, style))


def _gzipped_json(header: Header, rows: Rows, style: CsvStyle = PLAIN) -> Iterator[bytes]:
    return gzipped(json_parts(header, rows, style))


@dataclass(frozen=True, slots=True)
class StreamedFormat:
    """A format of files that is written part by part, with its media type."""

    media_type: str
    parts: Callable[[Header, Rows, CsvStyle], Iterator[bytes]]


#: The formats that are written part by part, by the ending of the file.
STREAMED = {
    "csv": StreamedFormat("text/csv; charset=utf-8", csv_parts),
    "csv.gz": StreamedFormat("application/gzip", _gzipped_csv),
    "jsonl": StreamedFormat("application/x-ndjson; charset=utf-8", json_parts),
    "jsonl.gz": StreamedFormat("application/gzip", _gzipped_json),
}
#: A workbook of Excel is written as a whole, because its table of contents stands at its end.
WORKBOOK = "xlsx"
#: The endings of all formats.
FORMATS = (*STREAMED, WORKBOOK)
