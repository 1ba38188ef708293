"""Word documents (.docx): paragraphs in their order, with headings, lists, emphasis and links; notes and
margins too.

Read with python-docx, whose parser resolves no entities. What it does not reach by itself (inserted text,
text boxes, foot- and endnotes) is read from the same tree. Deleted text and comments are no part of what the
document says.
"""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.model import Mark, MarkKind, Metadata, Piece, RawArticle, Role

MAGIC = b"PK\x03\x04"
_DOCUMENT = "word/document.xml"
#: Largest size unpacked, in bytes, of all parts and of one part that is XML.
LARGEST_UNPACKED, LARGEST_PART = 100 * 1024 * 1024, 30 * 1024 * 1024
#: What reading a damaged archive raises, however it was packed.
DAMAGED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, lzma.LZMAError)
_SAVE_ANEW = "Save it anew as .docx, or paste its text."

_DELETED = {qn("w:del"), qn("w:moveFrom")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = ("footnotes", "endnotes")


def is_docx(raw: bytes) -> bool:
    """Whether these bytes are a Word document, by what is in the package."""
    if not raw.startswith(MAGIC):
        return False
    try:
        return _DOCUMENT in zipfile.ZipFile(io.BytesIO(raw)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def read_docx(raw: bytes) -> RawArticle:
    """Return the paragraphs of a document. Raises `Unreadable` or `TooLarge` where it is damaged, or no honest document."""
    _refuse_traps(raw)
    try:
        document = docx.Document(io.BytesIO(raw))
        pieces = [
            *_margins(document, "header"),
            *_body(document),
            *_notes(document),
            *_margins(document, "footer"),
        ]
        stated = _stated(document)
    except (OpcError, *DAMAGED, etree.LxmlError, KeyError, ValueError, AttributeError) as error:
        raise Unreadable(f"This Word document is damaged. {_SAVE_ANEW}") from error
    filled = tuple(piece for piece in pieces if piece.text.strip())
    return RawArticle(filled, stated, format="docx")


def _refuse_traps(raw: bytes) -> None:
    """No package that unpacks to a thousandfold, none that declares entities, as Word never does."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            entries = package.infolist()
            xml = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
            too_large = sum(entry.file_size for entry in entries) > LARGEST_UNPACKED
            if too_large or any(entry.file_size > LARGEST_PART for entry in xml):
                raise TooLarge("This Word document unpacks to more than an article needs: paste its text.")
            for entry in xml:
                if b"<!DOCTYPE" in package.read(entry)[:4096].replace(b"\0", b""):
                    raise Unreadable(
                        f"This Word document declares entities, which Word never does. {_SAVE_ANEW}"
                    )
    except DAMAGED as error:
        raise Unreadable(f"This Word document is damaged or encrypted. {_SAVE_ANEW}") from error


def _stated(document: "docx.document.Document") -> Metadata:
    """What the document's properties say. Its author is who typed it, which is no byline; its title often a
    leftover.

    Only a language is taken: the rest is shown by the text itself, or not known.
    """
    language = (document.core_properties.language or "").partition("-")[0].lower()
    return Metadata(language=language if language.isalpha() and len(language) in (2, 3) else "")


def _body(document: "docx.document.Document") -> Iterator[Piece]:
    body = document.element.body
    for element in body.iter(qn("w:p"), qn("w:tr")):
        if _aside(element):
            continue
        if element.tag == qn("w:tr"):
            yield _row(element, document)
        elif not any(True for _ in element.iterancestors(qn("w:tr"))):
            yield _paragraph(Paragraph(element, document._body))


def _row(element: etree._Element, document: "docx.document.Document") -> Piece:
    """A row of a table: its cells in one line."""
    cells = [
        " ".join(_paragraph(Paragraph(inside, document._body)).text for inside in cell.iter(qn("w:p")))
        for cell in element.iterchildren(qn("w:tc"))
    ]
    return Piece(" | ".join(cell.strip() for cell in cells) if any(cell.strip() for cell in cells) else "")


def _aside(element: etree._Element) -> bool:
    """Whether an element is another rendering of what stands beside it, or was deleted."""
    return any(ancestor.tag == _FALLBACK or ancestor.tag in _DELETED for ancestor in element.iterancestors())


def _paragraph(paragraph: Paragraph, role: Role = Role.BODY) -> Piece:
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for element in paragraph._p.iter(qn("w:r")):
        # A text box in a paragraph has paragraphs of its own.
        if next(element.iterancestors(qn("w:p"))) is not paragraph._p or _aside(element):
            continue
        run = Run(element, paragraph)
        text = run.text
        if not text:
            continue
        marks += (
            Mark(length, length + len(text), kind, value) for kind, value in _marks(run, element, paragraph)
        )
        parts.append(text)
        length += len(text)
    text = "".join(parts)
    return Piece(text, role, (*_merged(marks), *_wide(paragraph, len(text))))


def _marks(run: Run, element: etree._Element, paragraph: Paragraph) -> Iterator[tuple[MarkKind, str]]:
    if run.italic:
        yield MarkKind.EMPHASIS, ""
    if run.bold:
        yield MarkKind.STRONG, ""
    if run.font.strike:
        yield MarkKind.STRUCK, ""
    link = next(element.iterancestors(qn("w:hyperlink")), None)
    if link is not None and (relation := link.get(qn("r:id"))):
        address = str(paragraph.part.rels[relation].target_ref)
        yield (MarkKind.LINK if SAFE_ADDRESS.fullmatch(address) else MarkKind.NOTE), address


def _merged(marks: list[Mark]) -> list[Mark]:
    """Word splits a sentence into many runs: marks of a kind that touch are one."""
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.kind, mark.value, mark.start)):
        last = merged[-1] if merged else None
        if last and (last.kind, last.value, last.end) == (mark.kind, mark.value, mark.start):
            merged[-1] = Mark(last.start, mark.end, mark.kind, mark.value)
        else:
            merged.append(mark)
    return merged


def _wide(paragraph: Paragraph, length: int) -> Iterator[Mark]:
    """What the paragraph's style makes of it."""
    style = (paragraph.style.name or "").lower() if paragraph.style is not None else ""
    properties = paragraph._p.pPr
    if style == "title":
        yield Mark(0, length, MarkKind.HEADING, "1")
    elif style.startswith("heading ") and style[8:].isdecimal():
        yield Mark(0, length, MarkKind.HEADING, str(min(6, int(style[8:]))))
    elif "quote" in style:
        yield Mark(0, length, MarkKind.QUOTE)
    elif style.startswith("list") or (properties is not None and properties.numPr is not None):
        yield Mark(0, length, MarkKind.LIST_ITEM)


def _notes(document: "docx.document.Document") -> Iterator[Piece]:
    """Foot- and endnotes, behind the text that points to them."""
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_NOTES):
            continue
        root = etree.fromstring(
            relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True)
        )
        for element in root.iter(qn("w:p")):
            yield Piece("".join(found.text or "" for found in element.iter(qn("w:t"))))


def _margins(document: "docx.document.Document", where: str) -> Iterator[Piece]:
    """What stands at the head or foot of every page, once."""
    said = dict.fromkeys(
        paragraph.text.strip()
        for section in document.sections
        if not getattr(section, where).is_linked_to_previous
        for paragraph in getattr(section, where).paragraphs
    )
    yield from (Piece(text, Role.BOILERPLATE) for text in said if text)
