"""Pack and unpack the ZIP archive of a bundle. Equal contents make equal archives, byte for byte."""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Any

from annotations.logic.bundles.rows import BundleRow, read_lines
from annotations.logic.bundles.tables import FORMAT, TABLES, VERSION
from annotations.logic.export.packing import archive_entry
from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.text.readers.office.packages import DAMAGED

MANIFEST, README = "bundle.json", "README.txt"
#: The most files in a bundle, and the most bytes that it may unpack to.
MOST_FILES = 100_000
MOST_BYTES = 2**30
_TEXT_NAME = re.compile(r"texts/[0-9a-f-]{36}/[1-9][0-9]{0,8}\.txt")
_ORIGINAL_NAME = re.compile(r"originals/[0-9a-f]{64}")
_DAMAGED = "This is no bundle, or it is damaged: export it again."


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a bundle holds.

    `rows` are the rows of each table by its name, `texts` the texts of revisions by the name of their file,
    and `originals` the bytes of sources by their SHA-256, which a bundle may lack.
    """

    rows: Mapping[str, list[BundleRow]]
    texts: Mapping[str, str]
    originals: Mapping[str, bytes] = field(default_factory=dict)


def text_name(article: str, number: int) -> str:
    """Return the name of the file with the text of a revision. `article` is the uid of the article."""
    return f"texts/{article}/{number}.txt"


def original_name(sha256: str) -> str:
    """Return the name of the file with the bytes of a source."""
    return f"originals/{sha256}"


def pack(file: IO[bytes], entries: Iterable[tuple[str, bytes]]) -> None:
    """Write the entries, as (name, bytes), into `file` as a ZIP archive, in their order."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in entries:
            archive.writestr(archive_entry(name), content)


def unpack(file: IO[bytes]) -> Bundle:
    """Read a bundle and check each of its rows.

    Raises `Unreadable` if it is none, `TooLarge` if it unpacks to too much, and `Invalid` with the file and
    the line for what is wrong in it.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            contents = dict(_contents(archive))
    except DAMAGED as error:
        raise Unreadable(_DAMAGED) from error
    _must_be_bundle(contents)
    # All tables are read before any row is stored, so that a broken one changes nothing.
    rows = {}
    for table in TABLES:
        if table.file not in contents:
            raise Invalid(f"The bundle lacks the file {table.file}: export it again.")
        rows[table.name] = list(read_lines(table, _decoded(table.file, contents[table.file])))
    texts = {}
    originals = {}
    for name, content in contents.items():
        if _TEXT_NAME.fullmatch(name):
            texts[name] = _decoded(name, content)
        elif _ORIGINAL_NAME.fullmatch(name):
            originals[name.partition("/")[2]] = content
    return Bundle(rows, texts, originals)


def _contents(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    # Nothing is unpacked before the directory was checked, and nothing is written to the disk.
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise TooLarge(f"The bundle has more than {MOST_FILES:,} files.")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise TooLarge(f"The bundle unpacks to more than {MOST_BYTES // 2**20:,} MB.")
    known: set[str] = set()
    for entry in entries:
        name = entry.filename
        if not _is_known(name):
            raise Invalid(f"The bundle has a file “{name[:80]}”, which belongs to no bundle.")
        if name in known:
            raise Invalid(f"The bundle has two files “{name}”.")
        known.add(name)
        # The library stops at the size that the directory states, and refuses a file that is longer.
        yield name, archive.read(entry)


def _is_known(name: str) -> bool:
    if name in (MANIFEST, README) or name in {table.file for table in TABLES}:
        return True
    return bool(_TEXT_NAME.fullmatch(name) or _ORIGINAL_NAME.fullmatch(name))


def _must_be_bundle(contents: Mapping[str, bytes]) -> None:
    # Another ZIP archive is no bundle, whatever it holds.
    try:
        manifest = json.loads(contents.get(MANIFEST, b""))
    except (ValueError, RecursionError) as error:
        raise Unreadable(_DAMAGED) from error
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise Unreadable(_DAMAGED)
    if manifest.get("version") != VERSION:
        raise Invalid(f"This bundle is of another version than {VERSION}, which this desk reads.")


def manifest(story: str, counts: Mapping[str, int]) -> bytes:
    """Return the file that says what the bundle is: its format, the story's slug, and rows of each table."""
    described: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "story": story,
        "rows": dict(counts),
    }
    return (json.dumps(described, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def readme() -> bytes:
    """Return the file that tells people what the fields of each table are."""
    lines = [
        "This is a bundle of Newsroom: one story with all that belongs to it.",
        "Another desk reads it with: manage.py import_bundle FILE",
        "Each file in tables/ has one JSON object per line. Times are in UTC.",
        "",
        "It leaves out the history, candidates that were dismissed, accounts, and what was withdrawn,",
        "except evidence on which a verdict was given. A row that an earlier bundle held and this one lacks",
        "was withdrawn, or went to another story: import_bundle lists it as gone there.",
        "",
    ]
    for table in TABLES:
        lines.append(f"{table.file}: {table.meaning}.")
        for each in table.fields:
            note = f" ({each.refers})" if each.refers else ""
            null = ", or null" if each.optional else ""
            lines.append(f"  {each.name}: {each.kind.value}{note}{null}")
        lines.append("")
    return "\n".join(lines).encode()


def _decoded(name: str, content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Invalid(f"{name}, line {line}: this is not UTF-8.") from error
