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
from newsroom.text.pipeline import SourceDetails
from newsroom.text.readers.docx import DAMAGED

#: Largest single source, largest table in CSV (JSON Lines are read a line at a time), in bytes.
LARGEST, LARGEST_TABLE = 10 * 1024 * 1024, 200 * 1024 * 1024
#: Limits of an archive: entries, bytes unpacked, and how many times larger than packed.
MOST_ENTRIES, LARGEST_ARCHIVE, MOST_RATIO = 10_000, 500 * 1024 * 1024, 200
ARTICLES = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".eml"}
JSON_LINES, CSV = {".jsonl", ".ndjson"}, {".csv"}
TABLES, ARCHIVES = JSON_LINES | CSV, {".zip"}
_KINDS = ".txt, .md, .html, .docx, .eml, .jsonl, .csv"


@dataclass(frozen=True, slots=True)
class ImportSource:
    """One article to import, or (`error`) why there is none at this place. `path` tells people where it came
    from.
    """

    path: str
    raw: bytes = b""
    name: str = ""
    given: SourceDetails = field(default_factory=SourceDetails)
    story: str = ""
    error: str = ""


def sources(path: Path) -> Iterator[ImportSource]:
    """What stands at `path`: a file, a folder (recursively, in order of names), a table of records or an
    archive.

    One thing that cannot be read never stops the rest: it comes as a `ImportSource` with an `error`.
    """
    if path.is_dir():
        for inside in sorted(path.rglob("*")):
            if (
                inside.is_file()
                and inside.suffix.lower() in ARTICLES | TABLES | ARCHIVES
                and not _litter(inside.name)
            ):
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
    """What a file called `name`, of `size` bytes, holds. An archive may unpack to at most `archive` bytes."""
    where, suffix = where or name, PurePosixPath(name).suffix.lower()
    try:
        if suffix in ARCHIVES:
            yield from _archive(where, file, archive)
        elif suffix in TABLES:
            yield from _table(where, file, suffix, size)
        elif suffix in ARTICLES or not suffix:
            if size > LARGEST:
                raise TooLarge(f"Larger than {LARGEST // 2**20} MB: split it, or import its text alone.")
            yield ImportSource(where, file.read(), name)
        else:
            raise Unreadable(f"Not a kind of file that can be imported: use {_KINDS} or .zip.")
    except NewsroomError as error:
        yield ImportSource(where, error=error.sentence)


def expected(path: Path) -> int:
    """About how many sources stand at `path`, for showing progress: cheaply counted, never relied upon."""
    if path.is_dir():
        return sum(
            expected(inside)
            for inside in path.rglob("*")
            if inside.suffix.lower() in ARTICLES | TABLES | ARCHIVES
        )
    suffix = path.suffix.lower()
    try:
        if suffix in ARCHIVES:
            with zipfile.ZipFile(path) as archive:
                return len(archive.namelist())
        if suffix in JSON_LINES:
            with path.open("rb") as file:
                return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b"")) or 1
    except (OSError, zipfile.BadZipFile):
        return 1
    return 1


def _archive(where: str, file: IO[bytes], largest: int) -> Iterator[ImportSource]:
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [
                entry for entry in archive.infolist() if not entry.is_dir() and not _litter(entry.filename)
            ]
            _refuse_bombs(entries, largest)
            for entry in sorted(entries, key=lambda entry: entry.filename):
                yield from _entry(where, archive, entry)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise Unreadable("This is no ZIP archive, or it is damaged: pack the files anew.") from error


def _litter(name: str) -> bool:
    """What systems leave beside people's files: resource forks, settings of folders, thumbnails."""
    parts = PurePosixPath(name).parts
    return (
        "__MACOSX" in parts
        or parts[-1].startswith("._")
        or parts[-1] in (".DS_Store", "Thumbs.db", "desktop.ini")
    )


def _refuse_bombs(entries: list[zipfile.ZipInfo], largest: int) -> None:
    if len(entries) > MOST_ENTRIES:
        raise TooLarge(f"More than {MOST_ENTRIES:,} files in one archive: split it.")
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if unpacked > largest or unpacked > MOST_RATIO * max(packed, 10_000):
        raise TooLarge(f"The archive unpacks to {unpacked // 2**20:,} MB: split it, or unpack it first.")


def _entry(where: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[ImportSource]:
    where, inside = f"{where}!{entry.filename}", PurePosixPath(entry.filename)
    suffix = inside.suffix.lower()
    try:
        if inside.is_absolute() or ".." in inside.parts:
            raise Unreadable("The name leads out of the archive: pack the file under a plain name.")
        if entry.flag_bits & 1:
            raise Unreadable("The file is encrypted: unpack it first.")
        if suffix not in ARTICLES | TABLES:
            raise Unreadable(f"Not a kind of file that can be imported from an archive: use {_KINDS}.")
        if entry.file_size > LARGEST:
            raise TooLarge(f"Larger than {LARGEST // 2**20} MB: split it, or import its text alone.")
        with archive.open(entry) as file:
            # The declared size may lie: never read beyond what was checked.
            raw = file.read(entry.file_size + 1)
        if len(raw) > entry.file_size:
            raise Unreadable("The archive is damaged: pack the files anew.")
        if suffix in TABLES:
            yield from _table(where, io.BytesIO(raw), suffix, len(raw))
        else:
            yield ImportSource(where, raw, inside.name)
    except (OSError, *DAMAGED) as error:
        yield ImportSource(where, error=f"Cannot be unpacked ({error}): pack the file anew.")
    except NewsroomError as error:
        yield ImportSource(where, error=error.sentence)


def _table(where: str, file: IO[bytes], suffix: str, size: int) -> Iterator[ImportSource]:
    if suffix in CSV and size > LARGEST_TABLE:
        raise TooLarge(f"Larger than {LARGEST_TABLE // 2**20} MB: split it, or hand it in as JSON Lines.")
    found: Iterable[Record] = (
        csv_records(decode(file.read()).text) if suffix in CSV else json_records(_lines(file))
    )
    for record in found:
        yield ImportSource(f"{where}:{record.line}", record.raw, "", record.given, record.story, record.error)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a file, none of them longer than the largest source: the rest of such a one is passed
    over.
    """
    while line := file.readline(LARGEST):
        whole = line.endswith(b"\n")
        yield line
        while not whole and (rest := file.readline(LARGEST)):
            whole = rest.endswith(b"\n")
