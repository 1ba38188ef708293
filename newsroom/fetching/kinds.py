"""Which kinds of files can be imported, by the endings of their names, and how large they may be."""

from pathlib import PurePosixPath

from newsroom.errors import TooLarge

_MB = 2**20
#: Bytes of the largest single source.
LARGEST = 10 * _MB
ARTICLES = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".eml"}
JSON_LINES, CSV = {".jsonl", ".ndjson"}, {".csv"}
TABLES, ARCHIVES = JSON_LINES | CSV, {".zip"}
IMPORTABLE = ARTICLES | TABLES | ARCHIVES
#: The kinds, as a sentence names them.
KINDS = ".txt, .md, .html, .docx, .eml, .jsonl, .csv"
#: What systems leave beside people's files: settings of folders and thumbnails.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def is_litter(name: str) -> bool:
    """Return whether a system left the file beside people's own, as macOS leaves its resource forks."""
    parts = PurePosixPath(name).parts
    if not parts:
        # An entry that is called "." has no name.
        return False
    return "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1] in _LITTER


def refuse_large(size: int) -> None:
    """Raise `TooLarge` for a source of more than `LARGEST` bytes."""
    if size > LARGEST:
        raise TooLarge(f"Larger than {LARGEST // _MB} MB: split it, or import its text alone.")
