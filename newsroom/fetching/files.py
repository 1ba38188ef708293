"""Find the articles in files, folders, archives and tables of records, to be imported.

This module stores nothing.
"""

import io
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.fetching.archives import ArchivedFile, archived_files, archived_names
from newsroom.fetching.gzips import unpack_gzip
from newsroom.fetching.import_sources import (
    ImportSource,
    numbered_sources,
    sources_in_file,
    sources_of_records,
)
from newsroom.fetching.json_lines import records_of_json_lines
from newsroom.fetching.kinds import (
    ARCHIVES,
    ARTICLES,
    BIBLIOGRAPHIES,
    GZIP,
    IMPORTABLE,
    JSON,
    JSON_LINES,
    KINDS,
    LARGEST,
    TABLES,
    WORKBOOKS,
    is_litter,
    is_web_archive_name,
    refuse_large,
)
from newsroom.fetching.large_tables import large_table
from newsroom.fetching.web_archives import recorded_pages
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.listings.json_files import records_of_json
from newsroom.text.listings.records import records_of_csv
from newsroom.text.listings.ris import records_of_ris
from newsroom.text.listings.rows import Record
from newsroom.text.listings.workbooks import records_of_workbook
from newsroom.text.normalise import repair_surrogates
from newsroom.trouble.containing import contain_errors

_MB = 2**20
#: The size of the largest CSV table, and of an unpacked archive, in bytes. JSON Lines have no such limit,
#: because they are read in parts.
LARGEST_TABLE, LARGEST_ARCHIVE = 200 * _MB, 500 * _MB
#: How many bytes of an archive one call of the reader process handles.
_FILES_AT_ONCE = 16 * _MB
#: How many bytes are read at once to count lines.
_PIECE = 1 << 20


def sources(path: Path) -> Iterator[ImportSource]:
    """Yield the sources at `path`, which is a file, a table, an archive, or a folder with its subfolders.

    The files of a folder are sorted by their paths. A file of another kind becomes an `ImportSource` that is
    `passed_over`. An item that cannot be read becomes one with an `error`. The others are still read.
    """
    if path.is_dir():
        for inside in sorted(path.rglob("*")):
            if inside.is_dir() or is_litter(inside.name):
                continue
            why = _why_passed_over(inside)
            if why:
                yield ImportSource(repair_surrogates(str(inside)), passed_over=why)
            else:
                yield from sources(inside)
        return

    where = repair_surrogates(str(path))
    try:
        with contain_errors(where), path.open("rb") as file:
            if path.suffix.lower() in ARCHIVES:
                yield from _archive(where, str(path), LARGEST_ARCHIVE)
            elif is_web_archive_name(path.name):
                pages = call_in_reader(recorded_pages, str(path))
                yield from numbered_sources(where, repair_surrogates(path.name), pages)
            else:
                yield from sources_inside(
                    repair_surrogates(path.name), file, where=where, size=path.stat().st_size
                )
    except NewsroomError as error:
        yield ImportSource(where, error=error.sentence)
    except OSError as error:
        yield ImportSource(where, error=f"Cannot be read: {error.strerror or error}.")


def _why_passed_over(file: Path) -> str:
    """Return why a file of a folder is not read, or an empty string if it is."""
    suffix = file.suffix.lower()
    if not file.is_file():
        return "Passed over: it is no file, or leads to one that is gone."
    if suffix in IMPORTABLE:
        return ""
    if not suffix:
        return "Passed over: its name has no ending that says what it is."
    return f"Passed over: {repair_surrogates(suffix)} is not a kind of file that can be imported."


def sources_inside(
    name: str,
    file: IO[bytes],
    *,
    size: int,
    where: str = "",
    archive: int = LARGEST_ARCHIVE,
) -> Iterator[ImportSource]:
    """Yield the sources in an open file called `name`, which has `size` bytes.

    `where` is its path for people, if it differs from `name`. An archive may unpack to at most `archive`
    bytes. A file that cannot be read becomes one source with an `error`.
    """
    where = where or name
    suffix = PurePosixPath(name).suffix.lower()
    try:
        with contain_errors(where):
            if suffix in ARCHIVES:
                yield from _archive(where, file.read(), archive)
            elif suffix in GZIP and not is_web_archive_name(name):
                yield from _unpacked(name, file, size=size, where=where, largest=archive)
            elif suffix in TABLES:
                yield from _table(where, file, suffix, size)
            elif suffix in ARTICLES or is_web_archive_name(name) or not suffix:
                refuse_large(size)
                # The name of a file may contain bytes that are not UTF-8, and no database stores what Python
                # makes of them.
                yield from sources_in_file(where, file.read(), repair_surrogates(name))
            else:
                raise Unreadable(
                    f"Not a kind of file that can be imported: use {KINDS}, or .zip or .gz of these."
                )
    except NewsroomError as error:
        yield ImportSource(where, error=error.sentence)


def estimated_count(path: Path) -> int:
    """Return about how many sources there are at `path`, for a progress bar.

    Articles and CSV tables count as one each.
    """
    if path.is_dir():
        importable = [inside for inside in path.rglob("*") if inside.suffix.lower() in IMPORTABLE]
        return sum(estimated_count(inside) for inside in importable)

    suffix = path.suffix.lower()
    try:
        if suffix in ARCHIVES:
            return len(call_in_reader(archived_names, str(path), LARGEST_ARCHIVE)) or 1
        if suffix in JSON_LINES:
            return _line_count(path) or 1
    except (OSError, NewsroomError):
        # The import itself reports the error. Here the file counts as one source.
        return 1
    return 1


def _line_count(path: Path) -> int:
    number = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            number += piece.count(b"\n")
    return number


def _archive(where: str, archive: bytes | str, largest: int) -> Iterator[ImportSource]:
    """Yield the sources in the files of an archive.

    `archive` is its bytes or its path. Raises the errors of `archived_names`.
    """
    names = call_in_reader(archived_names, archive, largest)
    position = 0
    while position < len(names):
        files = _files_from(archive, position, names[position])
        for file in files:
            yield from _archived(where, file)
        position += len(files)


def _files_from(archive: bytes | str, position: int, name: str) -> list[ArchivedFile]:
    """Unpack some files of an archive, beginning with the file at index `position`, and return them.

    If the reader process cannot unpack several files together, only the first one is returned. If that file
    cannot be unpacked either, it is returned with an `error`. `name` is its name.
    """
    try:
        return call_in_reader(archived_files, archive, position, _FILES_AT_ONCE)
    except NewsroomError:
        pass
    try:
        return call_in_reader(archived_files, archive, position, 0)
    except NewsroomError as error:
        return [ArchivedFile(name, error=error.sentence)]


def _archived(where: str, file: ArchivedFile) -> Iterator[ImportSource]:
    """Yield the sources in one file of an archive: its articles, or the records of a table.

    If the file cannot be read, yield one source with an `error`. If a table breaks off, that source follows
    the records before it.
    """
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
        yield from sources_in_file(path, file.raw, name.name)


def _unpacked(
    name: str,
    file: IO[bytes],
    *,
    size: int,
    where: str,
    largest: int,
) -> Iterator[ImportSource]:
    """Yield the sources in a file that is packed with gzip, such as `reports.csv.gz`."""
    refuse_large(size)
    inner_name = name[: -len(PurePosixPath(name).suffix)]
    if PurePosixPath(inner_name).suffix.lower() in ARCHIVES | GZIP:
        raise Unreadable("This is an archive in an archive: unpack it first.")
    raw = call_in_reader(unpack_gzip, file.read(), min(LARGEST, max(largest, 0)))
    yield from sources_inside(inner_name, io.BytesIO(raw), size=len(raw), where=where)


def _table(
    where: str,
    file: IO[bytes],
    suffix: str,
    size: int,
) -> Iterator[ImportSource]:
    """Yield one source for each record of a table.

    A record that cannot be read becomes a source with an `error`.
    """
    yield from sources_of_records(where, _records(file, suffix, size))


def _records(file: IO[bytes], suffix: str, size: int) -> Iterable[Record]:
    if suffix in JSON_LINES:
        return records_of_json_lines(file)
    if suffix in BIBLIOGRAPHIES:
        refuse_large(size)
        return call_in_reader(records_of_ris, file.read())
    if suffix in WORKBOOKS:
        refuse_large(size)
        return call_in_reader(records_of_workbook, file.read())
    if suffix in JSON:
        if size > LARGEST:
            raise TooLarge(
                f"Larger than {LARGEST // _MB} MB: split it, or hand it in as JSON Lines."
            )
        return call_in_reader(records_of_json, file.read())
    if size > LARGEST_TABLE:
        raise TooLarge(
            f"Larger than {LARGEST_TABLE // _MB} MB: split it, or hand it in as JSON Lines."
        )
    if size > LARGEST:
        # Only a command reads such a large table. It is a file on disk, and is read from there.
        return large_table(Path(file.name))
    return call_in_reader(records_of_csv, file.read())
