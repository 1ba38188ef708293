"""Read the paragraphs of a Word document in order, with headings, lists, emphasis and links.

python-docx does not reach inserted text, text boxes, footnotes and endnotes, so these are read from the XML
tree. Deleted text and comments are left out, because the document does not show them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx.document import Document as WordDocument
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.model import Mark, MarkKind, Piece, Role
from newsroom.text.readers.docx_raised_runs import scripts_of_styles, write_out_scripts
from newsroom.text.readers.docx_styles import StyleNames, style_names
from newsroom.text.readers.docx_walk import (
    PARAGRAPH,
    FormattedRun,
    WordParagraph,
    WordRow,
    units_of,
)
from newsroom.text.readers.raised_text import Script

_TEXT = qn("w:t")
_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = qn("w:rPr"), qn("w:pPr")
#: The elements of a run that stand for characters.
_CHARACTERS = tuple(
    qn(name) for name in ("w:t", "w:tab", "w:ptab", "w:br", "w:cr", "w:noBreakHyphen")
)
_NOTES = ("footnotes", "endnotes")
_BETWEEN_CELLS = " | "
_HEADING_STYLE = "heading "
_LOWEST_HEADING = 6


def paragraphs(document: WordDocument) -> Iterator[Piece]:
    """Yield a piece for each paragraph and each table row. Some pieces have an empty text.

    Page headers come first, then the body, the notes and the page footers. Superscripts and subscripts are
    written out.
    """
    scripts = scripts_of_styles(document.styles.element)
    write_out_scripts(document.element.body, scripts)
    yield from _margins(document, "header", scripts)
    yield from _body(document)
    yield from _notes(document, scripts)
    yield from _margins(document, "footer", scripts)


def _body(document: WordDocument) -> Iterator[Piece]:
    styles = style_names(document)
    for unit in units_of(document.element.body):
        if isinstance(unit, WordRow):
            yield _row(unit)
        else:
            yield _piece(unit, document, styles)


def _row(row: WordRow) -> Piece:
    """Return a table row as a piece with all its cells in one line.

    The text of the piece is empty if all cells are empty.
    """
    cells: list[str] = []
    for paragraphs_of_cell in row.cells:
        texts = (_text_of(paragraph) for paragraph in paragraphs_of_cell)
        cells.append(" ".join(texts).strip())
    if not any(cells):
        return Piece("")
    return Piece(_BETWEEN_CELLS.join(cells))


def _text_of(paragraph: WordParagraph) -> str:
    return "".join(_text_of_run(run) for run in paragraph.runs)


def _text_of_run(run: FormattedRun) -> str:
    """Return the characters of a run, as `Run.text` does. That property is slower, because it evaluates an
    XPath expression.
    """
    return "".join(str(element) for element in run.element.iterchildren(*_CHARACTERS))


def _piece(paragraph: WordParagraph, document: WordDocument, styles: StyleNames) -> Piece:
    word_paragraph = Paragraph(paragraph.element, document._body)
    chunks: list[str] = []
    marks: list[Mark] = []
    length = 0
    for word_run in paragraph.runs:
        text = _text_of_run(word_run)
        if not text:
            continue
        end = length + len(text)
        for kind, value in _formatting(word_run, word_paragraph):
            marks.append(Mark(length, end, kind, value))
        chunks.append(text)
        length = end
    style_marks = _style_marks(word_paragraph, styles, length)
    return Piece("".join(chunks), marks=(*_merged(marks), *style_marks))


def _formatting(word_run: FormattedRun, paragraph: Paragraph) -> Iterator[tuple[MarkKind, str]]:
    """Yield the kind and the value of each mark that the formatting of a run means; yield nothing for plain
    text.
    """
    if _has_child(word_run.element, _RUN_PROPERTIES):
        run = Run(word_run.element, paragraph)
        if run.italic:
            yield MarkKind.EMPHASIS, ""
        if run.bold:
            yield MarkKind.STRONG, ""
        if run.font.strike:
            yield MarkKind.STRUCK, ""
    if word_run.relation:
        address = str(paragraph.part.rels[word_run.relation].target_ref)
        if SAFE_ADDRESS.fullmatch(address):
            yield MarkKind.LINK, address
        else:
            # People must not be sent to an unsafe address, but it is part of the document.
            yield MarkKind.NOTE, address


def _has_child(element: etree._Element, tag: str) -> bool:
    return next(element.iterchildren(tag), None) is not None


def _merged(marks: Sequence[Mark]) -> list[Mark]:
    """Return `marks` with adjacent marks of the same kind and value merged into one.

    Word splits one sentence into many runs, each with its own mark.
    """
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.kind, mark.value, mark.start)):
        if merged and _continues(mark, merged[-1]):
            merged[-1] = replace(merged[-1], end=mark.end)
        else:
            merged.append(mark)
    return merged


def _continues(mark: Mark, previous: Mark) -> bool:
    has_same_format = (mark.kind, mark.value) == (previous.kind, previous.value)
    return has_same_format and mark.start == previous.end


def _style_marks(paragraph: Paragraph, styles: StyleNames, length: int) -> Iterator[Mark]:
    """Yield a mark over the whole paragraph (`length` code points) if its style or numbering asks for one.

    The mark is a heading, a quotation or a list item. Yields nothing for a plain paragraph.
    """
    # Most paragraphs of a long text have no properties, and asking for each of them takes time.
    properties = paragraph._p.pPr if _has_child(paragraph._p, _PARAGRAPH_PROPERTIES) else None
    style = styles.name(properties.style if properties is not None else None)
    level = style.removeprefix(_HEADING_STYLE)
    is_numbered = properties is not None and properties.numPr is not None
    if style == "title":
        yield Mark(0, length, MarkKind.HEADING, "1")
    elif style.startswith(_HEADING_STYLE) and level.isdecimal():
        yield Mark(0, length, MarkKind.HEADING, str(min(_LOWEST_HEADING, int(level))))
    elif "quote" in style:
        yield Mark(0, length, MarkKind.QUOTE)
    elif style.startswith("list") or is_numbered:
        yield Mark(0, length, MarkKind.LIST_ITEM)


def _notes(document: WordDocument, scripts: dict[str, Script]) -> Iterator[Piece]:
    """Yield a piece for each paragraph of the footnotes and endnotes; yield nothing if there are no notes."""
    # Several relations may lead to the same part, which is read once.
    parts: dict[Part, None] = {}
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            parts[relation.target_part] = None

    for part in parts:
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(part.blob, parser)
        write_out_scripts(root, scripts)
        yield from _pieces_of_notes(root)


def _pieces_of_notes(root: etree._Element) -> Iterator[Piece]:
    """Yield a piece for each paragraph under `root`, except for paragraphs inside other paragraphs.

    The text of an inner paragraph is in the piece of the outer one.
    """
    chunks: list[str] = []
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(PARAGRAPH, _TEXT)):
        if element.tag == _TEXT:
            if event == "start" and depth:
                chunks.append(element.text or "")
        elif event == "start":
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield Piece("".join(chunks))
                chunks = []


def _margins(
    document: WordDocument,
    edge: str,
    scripts: dict[str, Script],
) -> Iterator[Piece]:
    """Yield a boilerplate piece for each different text of the page headers or the page footers.

    `edge` is `header` or `footer`. Sections that repeat a text do not yield it again.
    """
    texts: dict[str, None] = {}
    read: set[Part] = set()
    for section in document.sections:
        margin = getattr(section, edge)
        # Several sections may share one part, which is read once.
        if margin.is_linked_to_previous or margin.part in read:
            continue
        read.add(margin.part)
        write_out_scripts(margin.part.element, scripts)
        texts |= dict.fromkeys(paragraph.text.strip() for paragraph in margin.paragraphs)
    for text in texts:
        if text:
            yield Piece(text, Role.BOILERPLATE)
