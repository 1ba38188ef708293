"""Finding what to import in files, folders, archives and tables of records. Reads; decides and stores nothing."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from newsroom.errors import Invalid, NewsroomError, TooLarge, Unreadable
from newsroom.text.decode import decode
from newsroom.text.preparing import Given

#: Largest single source, in bytes.
LARGEST = 10 * 1024 * 1024
#: Limits of an archive: entries, bytes unpacked, and how many times larger than packed.
MOST_ENTRIES, LARGEST_ARCHIVE, MOST_RATIO = 10_000, 500 * 1024 * 1024, 200
ARTICLES = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}
TABLES = {".jsonl", ".ndjson", ".csv"}
_GIVEN = ("external_id", "title", "outlet", "byline", "credit", "url", "language")
_TEXTS = {"text": "plain", "html": "html", "markdown": "markdown"}


@dataclass(frozen=True, slots=True)
class Source:
    """One article to import, or (`error`) why there is none at this place. `path` tells people where it came from."""

    path: str
    raw: bytes = b""
    name: str = ""
    given: Given = field(default_factory=Given)
    story: str = ""
    error: str = ""


def sources(path: Path) -> Iterator[Source]:
    """What stands at `path`: a file, a folder (recursively, in order of names), a table of records or an archive.

    One thing that cannot be read never stops the rest: it comes as a `Source` with an `error`.
    """
    if path.is_dir():
        for inside in sorted(path.rglob("*")):
            if inside.is_file() and inside.suffix.lower() in ARTICLES | TABLES | {".zip"}:
                yield from sources(inside)
        return
    try:
        if path.suffix.lower() == ".zip":
            yield from _archive(path)
        elif path.suffix.lower() in TABLES:
            yield from _table(str(path), path.read_bytes(), path.suffix.lower())
        elif path.suffix.lower() in ARTICLES or not path.suffix:
            if path.stat().st_size > LARGEST:
                raise TooLarge(f"Larger than {LARGEST // 2**20} MB: split it, or import its text alone.")
            yield Source(str(path), path.read_bytes(), path.name)
        else:
            raise Unreadable("Not a kind of file that can be imported: use .txt, .md, .html, .jsonl, .csv or .zip.")
    except OSError as error:
        yield Source(str(path), error=f"Cannot be read: {error.strerror or error}.")
    except NewsroomError as error:
        yield Source(str(path), error=error.sentence)


def _archive(path: Path) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _refuse_bombs(entries)
            for entry in sorted(entries, key=lambda entry: entry.filename):
                yield from _entry(path, archive, entry)
    except zipfile.BadZipFile as error:
        raise Unreadable("This is no ZIP archive, or it is damaged: pack the files anew.") from error


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_ENTRIES:
        raise TooLarge(f"More than {MOST_ENTRIES:,} files in one archive: split it.")
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if unpacked > LARGEST_ARCHIVE or unpacked > MOST_RATIO * max(packed, 10_000):
        raise TooLarge(f"The archive unpacks to {unpacked // 2**20:,} MB: split it, or unpack it first.")


def _entry(path: Path, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[Source]:
    where, inside = f"{path}!{entry.filename}", PurePosixPath(entry.filename)
    suffix = inside.suffix.lower()
    try:
        if inside.is_absolute() or ".." in inside.parts:
            raise Unreadable("The name leads out of the archive: pack the file under a plain name.")
        if entry.flag_bits & 1:
            raise Unreadable("The file is encrypted: unpack it first.")
        if suffix not in ARTICLES | TABLES:
            raise Unreadable(
                "Not a kind of file that can be imported from an archive: use .txt, .md, .html, .jsonl, .csv."
            )
        if entry.file_size > LARGEST and suffix in ARTICLES:
            raise TooLarge(f"Larger than {LARGEST // 2**20} MB: split it, or import its text alone.")
        with archive.open(entry) as file:
            # The declared size may lie: never read beyond what was checked.
            raw = file.read(entry.file_size + 1)
        if len(raw) > entry.file_size:
            raise Unreadable("The archive is damaged: pack the files anew.")
        if suffix in TABLES:
            yield from _table(where, raw, suffix)
        else:
            yield Source(where, raw, inside.name)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError) as error:
        yield Source(where, error=f"Cannot be unpacked ({error}): pack the file anew.")
    except NewsroomError as error:
        yield Source(where, error=error.sentence)


def _table(where: str, raw: bytes, suffix: str) -> Iterator[Source]:
    text = decode(raw).text
    rows = _csv_rows(text) if suffix == ".csv" else _json_rows(text)
    for line, row in rows:
        place = f"{where}:{line}"
        if isinstance(row, str):
            yield Source(place, error=row)
            continue
        try:
            yield record(place, row)
        except NewsroomError as error:
            yield Source(place, error=error.sentence)


def record(place: str, row: dict[str, Any]) -> Source:
    """A record's columns as a source. Raises `Invalid` where it has no text, or one that is no text."""
    filled = [name for name in _TEXTS if row.get(name)]
    if len(filled) != 1:
        have = "none of them" if not filled else " and ".join(filled)
        raise Invalid(f"A record has exactly one of text, html and markdown; this one has {have}.")
    wrong = [
        name for name in (*_GIVEN, *filled, "published_at", "story") if not isinstance(row.get(name) or "", str | int)
    ]
    if wrong:
        raise Invalid(f"The value of {wrong[0]} is neither text nor a number: write it in quotation marks.")
    stated = {name: str(row[name]) for name in _GIVEN if row.get(name) not in (None, "")}
    published = str(row["published_at"]) if row.get("published_at") else None
    raw = str(row[filled[0]]).encode("utf-8", "surrogatepass")
    given = Given(**stated, published=published, format=_TEXTS[filled[0]])
    return Source(place, raw, "", given, str(row.get("story") or ""))


def _json_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    for line, part in enumerate(io.StringIO(text.removeprefix("\ufeff")), start=1):
        if not part.strip():
            continue
        try:
            row = json.loads(part)
        except (ValueError, RecursionError):
            row = None
        yield line, row if isinstance(row, dict) else "This line is no JSON object: one record stands on each line."


def _csv_rows(text: str) -> Iterator[tuple[int, dict[str, Any] | str]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    csv.field_size_limit(LARGEST)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        if not set(header) & set(_TEXTS):
            raise Invalid("The table lacks a column text, html or markdown in its first line.")
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                yield (
                    reader.line_num,
                    f"{len(cells)} cells instead of {len(header)}: check the commas and quotation marks.",
                )
            else:
                yield reader.line_num, dict(zip(header, cells, strict=True))
    except csv.Error as error:
        yield reader.line_num, f"The table breaks off here ({error}): check the quotation marks."
