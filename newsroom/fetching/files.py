"""Finding what to import in files, folders, archives and tables of records. Reads; decides and stores
nothing.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.text.decoding.decode import decode
from newsroom.text.listings.records import Record, csv_records, json_records
from newsroom.text.normalise import repair_surrogates
from newsroom.text.pipeline import SourceDetails
from newsroom.text.readers.docx import DAMAGED

_MB = 2**20
#: Bytes of the largest single source, and of the largest CSV table. JSON Lines have no such limit, because
#: they are read a line at a time.
LARGEST, LARGEST_TABLE = 10 * _MB, 200 * _MB
#: Limits of an archive: files, bytes unpacked, and how many times larger than packed.
MOST_ENTRIES, LARGEST_ARCHIVE, MOST_RATIO = 10_000, 500 * _MB, 200
#: An archive counts as at least so many bytes packed, because a few lines of text pack very well.
_LEAST_PACKED = 10_000
ARTICLES = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".eml"}
JSON_LINES, CSV = {".jsonl", ".ndjson"}, {".csv"}
TABLES, ARCHIVES = JSON_LINES | CSV, {".zip"}
IMPORTABLE = ARTICLES | TABLES | ARCHIVES
_KINDS = ".txt, .md, .html, .docx, .eml, .jsonl, .csv"
#: What systems leave beside people's files: settings of folders and thumbnails.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}
#: In an archive, the bit that marks an encrypted entry (APPNOTE.TXT of ZIP, 4.4.4).
_ENCRYPTED = 1
#: Bytes read at once to count lines.
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class ImportSource:
    """One article to import, or an `error` that says why there is none. `path` tells where it came from."""

    path: str
    raw: bytes = b""
    name: str = ""
    given: SourceDetails = field(default_factory=SourceDetails)
    story: str = ""
    error: str = ""


def sources(path: Path) -> Iterator[ImportSource]:
    """Yield what stands at `path`: a file, a folder (recursively, in order of names), a table or an archive.

    One thing that cannot be read never stops the rest: it comes as an `ImportSource` with an `error`.
    """
    if path.is_dir():
        for inside in sorted(path.rglob("*")):
            if inside.is_file() and inside.suffix.lower() in IMPORTABLE and not _is_litter(inside.name):
                yield from sources(inside)
        return

    try:
        with path.open("rb") as file:
            yield from inside_of(path.name, file, where=str(path), size=path.stat().st_size)
    except OSError as error:
        yield ImportSource(str(path), error=f"Cannot be read: {error.strerror or error}.")


def inside_of(
    name: str, file: IO[bytes], *, size: int, where: str = "", archive: int = LARGEST_ARCHIVE
) -> Iterator[ImportSource]:
    """Yield what a file called `name`, of `size` bytes, holds. An archive may unpack to `archive` bytes."""
    where = where or name
    suffix = PurePosixPath(name).suffix.lower()
    try:
        if suffix in ARCHIVES:
            yield from _archive(where, file, archive)
        elif suffix in TABLES:
            yield from _table(where, file, suffix, size)
        elif suffix in ARTICLES or not suffix:
            _refuse_large(size)
            # A file's name may hold bytes that are no UTF-8, and no database stores what Python makes of it.
            yield ImportSource(where, file.read(), repair_surrogates(name))
        else:
            raise Unreadable(f"Not a kind of file that can be imported: use {_KINDS} or .zip.")
    except NewsroomError as error:
        yield ImportSource(where, error=error.sentence)


def estimated_count(path: Path) -> int:
    """Estimate cheaply how many sources stand at `path`, for showing progress."""
    if path.is_dir():
        importable = [inside for inside in path.rglob("*") if inside.suffix.lower() in IMPORTABLE]
        return sum(estimated_count(inside) for inside in importable)

    suffix = path.suffix.lower()
    try:
        if suffix in ARCHIVES:
            with zipfile.ZipFile(path) as archive:
                return len(archive.namelist())
        if suffix in JSON_LINES:
            return _line_count(path) or 1
    except (OSError, zipfile.BadZipFile):
        # Importing it will say what is wrong; here it is one source.
        return 1
    return 1


def _line_count(path: Path) -> int:
    number = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            number += piece.count(b"\n")
    return number


def _refuse_large(size: int) -> None:
    if size > LARGEST:
        raise TooLarge(f"Larger than {LARGEST // _MB} MB: split it, or import its text alone.")


def _archive(where: str, file: IO[bytes], largest: int) -> Iterator[ImportSource]:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = []
            for entry in archive.infolist():
                if not entry.is_dir() and not _is_litter(entry.filename):
                    entries.append(entry)
            _refuse_bombs(entries, largest)
            for entry in sorted(entries, key=lambda entry: entry.filename):
                yield from _entry(where, archive, entry)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise Unreadable("This is no ZIP archive, or it is damaged: pack the files again.") from error


def _is_litter(name: str) -> bool:
    """Return whether a system left the file beside people's own, as macOS leaves its resource forks."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1] in _LITTER


def _refuse_bombs(entries: list[zipfile.ZipInfo], largest: int) -> None:
    """Raise `TooLarge` for an archive that would unpack to much more than it seems (a ZIP bomb)."""
    if len(entries) > MOST_ENTRIES:
        raise TooLarge(f"More than {MOST_ENTRIES:,} files in one archive: split it.")

    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > largest or unpacked > MOST_RATIO * max(packed, _LEAST_PACKED):
        raise TooLarge(f"The archive unpacks to {unpacked // _MB:,} MB: split it, or unpack it first.")


def _entry(where: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[ImportSource]:
    """Yield what one file of an archive holds, or why it cannot be read."""
    path = f"{where}!{entry.filename}"
    name = PurePosixPath(entry.filename)
    suffix = name.suffix.lower()
    try:
        _refuse_entry(entry)
        raw = _unpacked(archive, entry)
        if suffix in TABLES:
            yield from _table(path, io.BytesIO(raw), suffix, len(raw))
        else:
            yield ImportSource(path, raw, name.name)
    except (OSError, *DAMAGED) as error:
        yield ImportSource(path, error=f"Cannot be unpacked ({error}): pack the file again.")
    except NewsroomError as error:
        yield ImportSource(path, error=error.sentence)


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    name = PurePosixPath(entry.filename)
    if name.is_absolute() or ".." in name.parts:
        raise Unreadable("The name leads out of the archive: pack the file under a plain name.")
    if entry.flag_bits & _ENCRYPTED:
        raise Unreadable("The file is encrypted: unpack it first.")
    if name.suffix.lower() not in ARTICLES | TABLES:
        raise Unreadable(f"Not a kind of file that can be imported from an archive: use {_KINDS}.")
    _refuse_large(entry.file_size)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        # The declared size may lie, so never read more than one byte beyond it.
        raw = file.read(entry.file_size + 1)
    if len(raw) > entry.file_size:
        raise Unreadable("The archive is damaged: pack the files again.")
    return raw


def _table(where: str, file: IO[bytes], suffix: str, size: int) -> Iterator[ImportSource]:
    """Yield the article of each record, or why the record holds none."""
    for record in _records(file, suffix, size):
        path = f"{where}:{record.line}"
        yield ImportSource(path, record.raw, "", record.given, record.story, record.error)


def _records(file: IO[bytes], suffix: str, size: int) -> Iterable[Record]:
    if suffix in JSON_LINES:
        return json_records(_lines(file))
    if size > LARGEST_TABLE:
        raise TooLarge(f"Larger than {LARGEST_TABLE // _MB} MB: split it, or hand it in as JSON Lines.")
    return csv_records(decode(file.read()).text)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file, each cut off at the size of the largest source.

    The rest of a longer line is skipped, so that one line without an end cannot fill the memory.
    """
    while line := file.readline(LARGEST):
        ended = line.endswith(b"\n")
        yield line
        while not ended:
            rest = file.readline(LARGEST)
            ended = not rest or rest.endswith(b"\n")
