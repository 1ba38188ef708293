"""List the kinds of files that can be imported, by the suffixes of their names, and the largest size of a
source.
"""

from pathlib import PurePosixPath

from newsroom.errors import TooLarge

_MB = 2**20
#: The size of the largest single source, in bytes.
LARGEST = 10 * _MB
TEXTS, PAGES = (
    {".txt", ".md", ".markdown"},
    {".html", ".htm", ".xhtml", ".mhtml", ".mht", ".webarchive"},
)
DOCUMENTS, MESSAGES = {".docx", ".odt", ".rtf", ".pdf"}, {".eml", ".mbox", ".msg"}
WIRES = {".xml"}
# What to do with a message of Outlook (.msg) is said when it is opened.
#: Archives of the web. A WARC file that is packed with gzip ends with `.warc.gz`.
WEB_ARCHIVES = {".warc", ".wacz"}
ARTICLES = TEXTS | PAGES | DOCUMENTS | MESSAGES | WIRES | WEB_ARCHIVES
JSON_LINES, JSON, CSV = {".jsonl", ".ndjson"}, {".json"}, {".csv", ".tsv", ".tab"}
BIBLIOGRAPHIES = {".ris"}
WORKBOOKS = {".xlsx"}
#: Tables whose columns a person may assign to fields.
RECORDS = JSON_LINES | JSON | CSV | WORKBOOKS
TABLES, ARCHIVES, GZIP = RECORDS | BIBLIOGRAPHIES, {".zip"}, {".gz"}
IMPORTABLE = ARTICLES | TABLES | ARCHIVES | GZIP
#: The kinds, as error messages name them.
KINDS = (
    ".txt, .md, .html, .docx, .odt, .rtf, .pdf, .eml, .mbox, .mhtml, .webarchive, .warc, .wacz, .xml, .ris, "
    ".csv, .tsv, .xlsx, .json, .jsonl"
)
#: Files that operating systems add to folders: settings and thumbnails.
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def is_litter(name: str) -> bool:
    """Return whether `name` is a file that operating systems add to folders and archives, such as
    `Thumbs.db`.
    """
    parts = PurePosixPath(name).parts
    if not parts:
        # An entry called "." has no name.
        return False
    return "__MACOSX" in parts or parts[-1].startswith("._") or parts[-1] in _LITTER


def is_web_archive_name(name: str) -> bool:
    """Return whether a file called `name` is an archive of the web: WARC, packed or not, or WACZ."""
    return name.lower().endswith((*WEB_ARCHIVES, ".warc.gz"))


def refuse_large(size: int, name: str = "") -> None:
    """Raise `TooLarge` if `size` is more than `LARGEST` bytes. Its sentence begins with `name`, if given."""
    if size > LARGEST:
        larger = f"“{name}” is larger" if name else "Larger"
        raise TooLarge(f"{larger} than {LARGEST // _MB} MB: split it, or import its text alone.")
