"""Read ZIP archives.

The reader process runs these functions, because archives come from outside and may be harmful.
"""

import io
import mmap
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from newsroom.errors import NewsroomError, TooLarge, Unreadable
from newsroom.fetching.damaged_names import ArchiveMapping, take_back_claims
from newsroom.fetching.kinds import ARTICLES, KINDS, TABLES, is_litter, refuse_large
from newsroom.text.readers.office.packages import DAMAGED

_MB = 2**20
#: The most files in an archive, and the largest ratio of unpacked to packed size.
MOST_ENTRIES, MOST_RATIO = 10_000, 200
#: The ratio is computed with at least so many packed bytes, because a few lines of text pack very well.
_LEAST_PACKED = 10_000
#: The flag bit of an encrypted entry (APPNOTE.TXT of ZIP, 4.4.4).
_ENCRYPTED = 1
_DAMAGED_NAME = "The name of this file is damaged: pack the file again under a plain name."
_DAMAGED = "This is no ZIP archive, or it is damaged: pack the files again."


@dataclass(frozen=True, slots=True)
class ArchivedFile:
    """A file in an archive.

    `name` is its path in the archive. `raw` are its bytes, or `error` says why it cannot be unpacked.
    """

    name: str
    raw: bytes = b""
    error: str = ""


def archived_names(archive: bytes | str, largest: int) -> list[str]:
    """Return the names of the files in `archive`, sorted by name.

    `archive` is the bytes of a ZIP archive or its path on disk. Folders, and files that operating systems
    add, are left out. Raises `Unreadable` if it is not a ZIP archive. Raises `TooLarge` for more than
    `MOST_ENTRIES` files, for more than `largest` bytes when unpacked, or if the unpacked size is more than
    `MOST_RATIO` times the packed size.
    """
    opened, damaged = _opened(archive)
    with opened:
        entries = _entries(opened)
    _refuse_bombs(entries, largest)
    return [damaged.get(entry.filename, entry.filename) for entry in entries]


def archived_files(archive: bytes | str, start: int, most: int) -> list[ArchivedFile]:
    """Unpack the files of `archive` from index `start` of `archived_names` on, and return them in order.

    At least one file is unpacked, and then more files as long as all of them together have at most `most`
    bytes. A file that cannot be unpacked has an `error`. Raises `Unreadable` if `archive` is not a ZIP
    archive.
    """
    files: list[ArchivedFile] = []
    size = 0
    opened, damaged = _opened(archive)
    with opened:
        for entry in _entries(opened)[start:]:
            if files and size + entry.file_size > most:
                break
            if entry.filename in damaged:
                file = ArchivedFile(damaged[entry.filename], error=_DAMAGED_NAME)
            else:
                file = _unpacked_or_refused(opened, entry)
            files.append(file)
            size += len(file.raw)
    return files


def _opened(archive: bytes | str) -> tuple[zipfile.ZipFile, dict[str, str]]:
    """Open an archive.

    Returns it, and a dictionary {name that the library reads: readable part of the name} of its damaged
    names, which is usually empty. Raises `Unreadable` if it is not a ZIP archive.
    """
    try:
        file = io.BytesIO(archive) if isinstance(archive, bytes) else archive
        return zipfile.ZipFile(file), {}
    except UnicodeDecodeError:
        return _opened_with_damaged_names(archive)
    except DAMAGED as error:
        raise Unreadable(_DAMAGED) from error


def _opened_with_damaged_names(archive: bytes | str) -> tuple[zipfile.ZipFile, dict[str, str]]:
    try:
        if isinstance(archive, bytes):
            changeable = bytearray(archive)
            damaged = take_back_claims(changeable)
            return zipfile.ZipFile(io.BytesIO(changeable)), damaged
        with Path(archive).open("rb") as file:
            mapping = ArchiveMapping(file.fileno(), 0, access=mmap.ACCESS_COPY)
        damaged = take_back_claims(mapping)
        return zipfile.ZipFile(cast("IO[bytes]", mapping)), damaged
    except DAMAGED as error:
        raise Unreadable(_DAMAGED) from error


def _entries(opened: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = []
    for entry in opened.infolist():
        if not entry.is_dir() and not is_litter(entry.filename):
            entries.append(entry)
    return sorted(entries, key=lambda entry: entry.filename)


def _refuse_bombs(entries: list[zipfile.ZipInfo], largest: int) -> None:
    """Raise `TooLarge` if an archive has too many files, or unpacks to too many bytes or to much more than
    its own size (a ZIP bomb).
    """
    if len(entries) > MOST_ENTRIES:
        raise TooLarge(f"More than {MOST_ENTRIES:,} files in one archive: split it.")

    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if unpacked > largest or unpacked > MOST_RATIO * max(packed, _LEAST_PACKED):
        raise TooLarge(
            f"The archive unpacks to {unpacked // _MB:,} MB: split it, or unpack it first."
        )


def _unpacked_or_refused(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> ArchivedFile:
    try:
        _refuse_entry(entry)
        return ArchivedFile(entry.filename, _unpacked(opened, entry))
    except NewsroomError as error:
        return ArchivedFile(entry.filename, error=error.sentence)
    except DAMAGED as error:
        return ArchivedFile(
            entry.filename, error=f"Cannot be unpacked ({error}): pack the file again."
        )


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    name = PurePosixPath(entry.filename)
    if name.is_absolute() or ".." in name.parts:
        raise Unreadable("The name leads out of the archive: pack the file under a plain name.")
    if not name.name:
        raise Unreadable("The file has no name: pack it under a plain name.")
    if entry.flag_bits & _ENCRYPTED:
        raise Unreadable("The file is encrypted: unpack it first.")
    if name.suffix.lower() not in ARTICLES | TABLES:
        raise Unreadable(f"Not a kind of file that can be imported from an archive: use {KINDS}.")
    refuse_large(entry.file_size)


def _unpacked(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with opened.open(entry) as file:
        # The declared size may be false, so at most one byte more is read.
        raw = file.read(entry.file_size + 1)
    if len(raw) > entry.file_size:
        raise Unreadable("The archive is damaged: pack the files again.")
    return raw
