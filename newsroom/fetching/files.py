"""Finding what to import in files, folders, archives and tables of records. Reads; decides and stores
nothing.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.fetching.archives import ArchivedFile, archived_files, archived_names
from newsroom.fetching.kinds import (
    ARCHIVES,
    ARTICLES,
    IMPORTABLE,
    JSON_LINES,
    KINDS,
    LARGEST,
    TABLES,
    is_litter,
    refuse_large,
)
from newsroom.reading.apart import apart
from newsroom.text.decoding.decode import decode
from newsroom.text.listings.records import Record, csv_records, records_of_csv, records_of_lines
from newsroom.text.normalise import repair_surrogates
from newsroom.text.pipeline import SourceDetails

_MB = 2**20
#: Bytes of the largest CSV table, and those that an archive may unpack to. JSON Lines have no such limit,
#: because they are read some lines at a time.
LARGEST_TABLE, LARGEST_ARCHIVE = 200 * _MB, 500 * _MB
#: Bytes of a table and of an archive that are read apart in one call.
_LINES_AT_ONCE, _FILES_AT_ONCE = _MB, 16 * _MB
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
            if (
                inside.is_file()
                and inside.suffix.lower() in IMPORTABLE
                and not is_litter(inside.name)
            ):
                yield from sources(inside)
        return

    where = repair_surrogates(str(path))
    try:
        with path.open("rb") as file:
            if path.suffix.lower() in ARCHIVES:
                yield from _archive(where, str(path), LARGEST_ARCHIVE)
            else:
                yield from inside_of(
                    repair_surrogates(path.name), file, where=where, size=path.stat().st_size
                )
    except NewsroomError as error:
        yield ImportSource(where, error=error.sentence)
    except OSError as error:
        yield ImportSource(where, error=f"Cannot be read: {error.strerror or error}.")


def inside_of(
    name: str, file: IO[bytes], *, size: int, where: str = "", archive: int = LARGEST_ARCHIVE
) -> Iterator[ImportSource]:
    """Yield what a file called `name`, of `size` bytes, holds. An archive may unpack to `archive` bytes."""
    where = where or name
    suffix = PurePosixPath(name).suffix.lower()
    try:
        if suffix in ARCHIVES:
            yield from _archive(where, file.read(), archive)
        elif suffix in TABLES:
            yield from _table(where, file, suffix, size)
        elif suffix in ARTICLES or not suffix:
            refuse_large(size)
            # A file's name may hold bytes that are no UTF-8, and no database stores what Python makes of it.
            yield ImportSource(where, file.read(), repair_surrogates(name))
        else:
            raise Unreadable(f"Not a kind of file that can be imported: use {KINDS} or .zip.")
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
            return len(apart(archived_names, str(path), LARGEST_ARCHIVE)) or 1
        if suffix in JSON_LINES:
            return _line_count(path) or 1
    except (OSError, NewsroomError):
        # Importing it will say what is wrong; here it is one source.
        return 1
    return 1


def _line_count(path: Path) -> int:
    number = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            number += piece.count(b"\n")
    return number


def _archive(where: str, archive: bytes | str, largest: int) -> Iterator[ImportSource]:
    """Yield what the files of an archive hold. `archive` are its bytes, or its path."""
    names = apart(archived_names, archive, largest)
    position = 0
    while position < len(names):
        files = _files_from(archive, position, names[position])
        for file in files:
            yield from _archived(where, file)
        position += len(files)


def _files_from(archive: bytes | str, position: int, name: str) -> list[ArchivedFile]:
    """Unpack some files of an archive, only the first if they cannot be unpacked together."""
    try:
        return apart(archived_files, archive, position, _FILES_AT_ONCE)
    except NewsroomError:
        pass
    try:
        return apart(archived_files, archive, position, 0)
    except NewsroomError as error:
        return [ArchivedFile(name, error=error.sentence)]


def _archived(where: str, file: ArchivedFile) -> Iterator[ImportSource]:
    """Yield what one file of an archive holds, or why it cannot be read."""
    path = f"{where}!{repair_surrogates(file.name)}"
    name = PurePosixPath(repair_surrogates(file.name))
    suffix = name.suffix.lower()
    if file.error:
        yield ImportSource(path, error=file.error)
    elif suffix in TABLES:
        try:
            yield from _table(path, io.BytesIO(file.raw), suffix, len(file.raw))
        except NewsroomError as error:
            yield ImportSource(path, error=error.sentence)
    else:
        yield ImportSource(path, file.raw, name.name)


def _table(where: str, file: IO[bytes], suffix: str, size: int) -> Iterator[ImportSource]:
    """Yield the article of each record, or why the record holds none."""
    for record in _records(file, suffix, size):
        path = f"{where}:{record.line}"
        yield ImportSource(path, record.raw, "", record.given, record.story, record.error)


def _records(file: IO[bytes], suffix: str, size: int) -> Iterable[Record]:
    if suffix in JSON_LINES:
        return _records_of_lines(_lines(file))
    if size > LARGEST_TABLE:
        raise TooLarge(
            f"Larger than {LARGEST_TABLE // _MB} MB: split it, or hand it in as JSON Lines."
        )
    if size > LARGEST:
        # Only a command reads so large a table, and it would take more memory than the reader process has.
        return csv_records(decode(file.read()).text)
    return apart(records_of_csv, file.read())


def _records_of_lines(lines: Iterable[bytes]) -> Iterator[Record]:
    """Yield the records of `lines`, which are read apart some at a time."""
    first = 1
    for together in _together(lines):
        try:
            yield from apart(records_of_lines, together, first)
        except NewsroomError:
            # Which of them it was shows only if each is read alone.
            for number, line in enumerate(together, start=first):
                yield from _record_alone(line, number)
        first += len(together)


def _record_alone(line: bytes, number: int) -> list[Record]:
    try:
        return apart(records_of_lines, [line], number)
    except NewsroomError as error:
        return [Record(number, error=error.sentence)]


def _together(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Yield the lines in order, a list of about `_LINES_AT_ONCE` bytes at a time."""
    together: list[bytes] = []
    size = 0
    for line in lines:
        together.append(line)
        size += len(line)
        if size >= _LINES_AT_ONCE:
            yield together
            together, size = [], 0
    if together:
        yield together


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
