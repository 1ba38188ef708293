"""Recognise and read OpenDocument texts (.odt, ISO/IEC 26300): the paragraphs, without formatting."""

import io
import zipfile
from dataclasses import dataclass, field

from lxml import etree

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.model import Mark, MarkKind, Piece, RawArticle
from newsroom.text.readers.docx import LARGEST_PART
from newsroom.text.readers.office.packages import DAMAGED, MAGIC

_MIME_TYPE = b"application/vnd.oasis.opendocument.text"
_CONTENT = "content.xml"
#: The longest content of the part `mimetype`, in bytes.
_LONGEST_TYPE = 100
_PARAGRAPHS = frozenset({"p", "h"})
#: Parts that are no running text: comments, footnotes, and what was deleted.
_NOT_TEXT = frozenset({"annotation", "note", "tracked-changes", "forms"})
_LEVELS = ("1", "2", "3", "4", "5", "6")
_BLANKS = frozenset({"s", "tab", "line-break"})
_SAVE_AGAIN = "Save it again, or paste its text."


def is_odt(raw: bytes) -> bool:
    """Return whether `raw` is an OpenDocument text: a ZIP archive whose `mimetype` says so."""
    if not raw.startswith(MAGIC):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            if package.getinfo("mimetype").file_size > _LONGEST_TYPE:
                return False
            return package.read("mimetype").strip() == _MIME_TYPE
    except DAMAGED:
        return False


def read_odt(raw: bytes) -> RawArticle:
    """Return the paragraphs and headings of an OpenDocument text that are not blank.

    Comments, footnotes and deleted text are left out. Raises `Unreadable` if the document is damaged,
    encrypted or declares entities, and `TooLarge` if it unpacks to too much.
    """
    content = _content(raw)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.LxmlError as error:
        raise Unreadable(f"This document is damaged. {_SAVE_AGAIN}") from error
    return RawArticle(tuple(_pieces(root)), format="odt")


def _content(raw: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            # No more than the declared size is unpacked.
            if package.getinfo(_CONTENT).file_size > LARGEST_PART:
                raise TooLarge(
                    "This document unpacks to more than an article needs: paste its text."
                )
            content = package.read(_CONTENT)
    except DAMAGED as error:
        raise Unreadable(f"This document is damaged or encrypted. {_SAVE_AGAIN}") from error
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise Unreadable(f"This document declares entities, which no program does. {_SAVE_AGAIN}")
    return content


@dataclass(slots=True)
class _Pieces:
    """The pieces that were read so far, and the text of the paragraphs that have not ended yet.

    A paragraph may contain a frame with paragraphs of its own. `hidden` is the number of open elements whose
    text is not running text, such as comments.
    """

    pieces: list[Piece] = field(default_factory=list)
    open_paragraphs: list[list[str]] = field(default_factory=list)
    hidden: int = 0

    def start(self, name: str, element: etree._Element) -> None:
        self.hidden += name in _NOT_TEXT
        if name in _PARAGRAPHS:
            self.open_paragraphs.append([])
        if name in _BLANKS:
            self.add(" ")
        else:
            self.add(element.text or "")

    def end(self, name: str, element: etree._Element) -> None:
        self.hidden -= name in _NOT_TEXT
        if name in _PARAGRAPHS:
            text = " ".join("".join(self.open_paragraphs.pop()).split())
            if text:
                self.pieces.append(_piece(text, name, element))
        self.add(element.tail or "")

    def add(self, text: str) -> None:
        """Add text to the paragraph that began last, unless the text is hidden or outside any paragraph."""
        if self.open_paragraphs and not self.hidden:
            self.open_paragraphs[-1].append(text)


def _pieces(root: etree._Element) -> list[Piece]:
    reading = _Pieces()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if event == "start":
            reading.start(name, element)
        else:
            reading.end(name, element)
    return reading.pieces


def _piece(text: str, name: str, element: etree._Element) -> Piece:
    if name != "h":
        return Piece(text)
    levels = [value for key, value in element.items() if key.endswith("outline-level")]
    level = levels[0] if levels and levels[0] in _LEVELS else "2"
    return Piece(text, marks=(Mark(0, len(text), MarkKind.HEADING, level),))
