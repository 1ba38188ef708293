"""Read the rows of a project of Taguette (`.sqlite3`), as taguette/database/models.py defines its tables.

Positions count the bytes of the text in UTF-8, without HTML tags. Each row also holds the marked words, with
HTML tags; only these words are read.
"""

from collections import defaultdict
from collections.abc import Iterable

from lxml.etree import LxmlError
from lxml.html import fragment_fromstring
from lxml.html.defs import block_tags

from annotations.logic.interchange.json_files import storable_text
from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignTag,
)

TOOL = "taguette"
#: The queries for the arguments of `taguette_annotations`, in their order.
TAGUETTE_QUERIES = (
    "SELECT id, name, filename FROM documents",
    "SELECT id, document_id, snippet FROM highlights ORDER BY document_id, start_offset",
    "SELECT id, path, description FROM tags",
    "SELECT highlight_id, tag_id FROM highlight_tags",
)
#: The elements before and after which words end.
_BLOCKS = (*sorted(block_tags), "br", "td", "th", "tr", "li")

Row = tuple[object, ...]


def taguette_annotations(
    documents: Iterable[Row],
    highlights: Iterable[Row],
    tags: Iterable[Row],
    taggings: Iterable[Row],
) -> ForeignAnnotations:
    """Return the annotations and tags in the rows of four tables, which `TAGUETTE_QUERIES` read.

    Highlights without words or without a document become sentences in `unread`.
    """
    document_of = {}
    for pk, name, filename in documents:
        document_of[pk] = ForeignDocument(title=_text(name), name=_text(filename))
    tag_of = {}
    for pk, path, description in tags:
        tag_of[pk] = ForeignTag(_text(path), _text(description))
    # A tag that was deleted may have left its taggings behind.
    tags_of: defaultdict[object, list[str]] = defaultdict(list)
    for highlight, tag in taggings:
        if tag in tag_of:
            tags_of[highlight].append(tag_of[tag].path)
    annotations = []
    unread = []
    for pk, document, snippet in highlights:
        exact = _words(_text(snippet))
        if document not in document_of or not exact.strip():
            unread.append(f"Highlight {pk}: it marks no words of a document.")
            continue
        annotations.append(
            ForeignAnnotation(
                # The CSV of Taguette has the same ids.
                foreign_id=str(pk),
                document=document_of[document],
                exact=exact,
                tags=tuple(tags_of[pk]),
            )
        )
    return ForeignAnnotations(
        TOOL, tuple(annotations), tags=tuple(tag_of.values()), unread=tuple(unread)
    )


def _text(value: object) -> str:
    return storable_text(value) if isinstance(value, str) else ""


def _words(snippet: str) -> str:
    """Return the words of a piece of HTML, with one space between words and wherever a block or a line ends.

    The result is empty if the piece cannot be parsed.
    """
    try:
        root = fragment_fromstring(snippet, create_parent="div")
    except (LxmlError, ValueError):
        return ""
    for element in root.iter(*_BLOCKS):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    return " ".join(root.text_content().split())
