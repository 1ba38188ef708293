"""The paragraphs of a Word document in their order, with headings, lists, emphasis and links.

What python-docx does not reach by itself (inserted text, text boxes, foot- and endnotes) is read from the
same tree. Deleted text and comments are left out, because the document does not say them.
"""

from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.model import Mark, MarkKind, Piece, Role

_PARAGRAPH = qn("w:p")
_TABLE_ROW = qn("w:tr")
_TABLE_CELL = qn("w:tc")
_RUN = qn("w:r")
_TEXT = qn("w:t")
_HYPERLINK = qn("w:hyperlink")
_RELATION = qn("r:id")
_DELETED = frozenset((qn("w:del"), qn("w:moveFrom")))
#: Word writes some things twice: as newer programs read them, and for older ones.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = _DELETED | {_FALLBACK}
_NOTES = ("footnotes", "endnotes")
_BETWEEN_CELLS = " | "
_HEADING_STYLE = "heading "
_LOWEST_HEADING = 6


def paragraphs(document: WordDocument) -> Iterator[Piece]:
    """Yield a piece for each paragraph and each row of a table, between the margins of the pages."""
    yield from _margins(document, "header")
    yield from _body(document)
    yield from _notes(document)
    yield from _margins(document, "footer")


def _body(document: WordDocument) -> Iterator[Piece]:
    for element in document.element.body.iter(_PARAGRAPH, _TABLE_ROW):
        if _is_left_out(element):
            continue
        if element.tag == _TABLE_ROW:
            yield _row(element, document)
        elif next(element.iterancestors(_TABLE_ROW), None) is None:
            yield _piece(Paragraph(element, document._body))


def _row(row: etree._Element, document: WordDocument) -> Piece:
    """Return a row of a table with its cells in one line. It is blank if all cells are."""
    cells: list[str] = []
    for cell in row.iterchildren(_TABLE_CELL):
        texts = (_piece(Paragraph(element, document._body)).text for element in cell.iter(_PARAGRAPH))
        cells.append(" ".join(texts).strip())
    if not any(cells):
        return Piece("")
    return Piece(_BETWEEN_CELLS.join(cells))


def _is_left_out(element: etree._Element) -> bool:
    """Whether an element was deleted, or only repeats another one for older programs."""
    return any(ancestor.tag in _LEFT_OUT for ancestor in element.iterancestors())


def _piece(paragraph: Paragraph) -> Piece:
    chunks: list[str] = []
    marks: list[Mark] = []
    length = 0
    for element in paragraph._p.iter(_RUN):
        # A text box in a paragraph has paragraphs of its own.
        stands_here = next(element.iterancestors(_PARAGRAPH)) is paragraph._p
        if not stands_here or _is_left_out(element):
            continue
        run = Run(element, paragraph)
        end = length + len(run.text)
        if end > length:
            marks += (Mark(length, end, kind, value) for kind, value in _formatting(run, element, paragraph))
            chunks.append(run.text)
        length = end
    text = "".join(chunks)
    return Piece(text, marks=(*_merged(marks), *_style_marks(paragraph, length)))


def _formatting(run: Run, element: etree._Element, paragraph: Paragraph) -> Iterator[tuple[MarkKind, str]]:
    """Yield the formatting of a run, as (kind, value)."""
    if run.italic:
        yield MarkKind.EMPHASIS, ""
    if run.bold:
        yield MarkKind.STRONG, ""
    if run.font.strike:
        yield MarkKind.STRUCK, ""
    link = next(element.iterancestors(_HYPERLINK), None)
    relation = link.get(_RELATION) if link is not None else None
    if relation:
        address = str(paragraph.part.rels[relation].target_ref)
        is_safe = SAFE_ADDRESS.fullmatch(address) is not None
        yield (MarkKind.LINK if is_safe else MarkKind.NOTE), address


def _merged(marks: Sequence[Mark]) -> list[Mark]:
    """Merge marks of a kind that touch, because Word splits a sentence into many runs."""
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.kind, mark.value, mark.start)):
        last = merged[-1] if merged else None
        if last and (last.kind, last.value, last.end) == (mark.kind, mark.value, mark.start):
            merged[-1] = Mark(last.start, mark.end, mark.kind, mark.value)
        else:
            merged.append(mark)
    return merged


def _style_marks(paragraph: Paragraph, length: int) -> Iterator[Mark]:
    """Yield what the paragraph's style makes of it: a heading, a quotation or a list item."""
    style = _style_name(paragraph)
    level = style.removeprefix(_HEADING_STYLE)
    properties = paragraph._p.pPr
    is_numbered = properties is not None and properties.numPr is not None
    if style == "title":
        yield Mark(0, length, MarkKind.HEADING, "1")
    elif style.startswith(_HEADING_STYLE) and level.isdecimal():
        yield Mark(0, length, MarkKind.HEADING, str(min(_LOWEST_HEADING, int(level))))
    elif "quote" in style:
        yield Mark(0, length, MarkKind.QUOTE)
    elif style.startswith("list") or is_numbered:
        yield Mark(0, length, MarkKind.LIST_ITEM)


def _style_name(paragraph: Paragraph) -> str:
    if paragraph.style is None:
        return ""
    return (paragraph.style.name or "").lower()


def _notes(document: WordDocument) -> Iterator[Piece]:
    """Yield foot- and endnotes. They come behind the text that points to them."""
    for relation in document.part.rels.values():
        if relation.is_external or not relation.reltype.endswith(_NOTES):
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(relation.target_part.blob, parser)
        for element in root.iter(_PARAGRAPH):
            chunks = (text.text or "" for text in element.iter(_TEXT))
            yield Piece("".join(chunks))


def _margins(document: WordDocument, edge: str) -> Iterator[Piece]:
    """Yield once what stands at the `edge` (`header` or `footer`) of every page."""
    texts: dict[str, None] = {}
    for section in document.sections:
        margin = getattr(section, edge)
        if margin.is_linked_to_previous:
            continue
        texts |= dict.fromkeys(paragraph.text.strip() for paragraph in margin.paragraphs)
    for text in texts:
        if text:
            yield Piece(text, Role.BOILERPLATE)
