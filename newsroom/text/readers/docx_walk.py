"""Collect the paragraphs and table rows of a Word document in order, each with its runs, in one walk.

Each element is visited once, however deeply tables and text boxes are nested.
"""

from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml import etree

PARAGRAPH = qn("w:p")
_TABLE_ROW = qn("w:tr")
_TABLE_CELL = qn("w:tc")
_RUN = qn("w:r")
_HYPERLINK = qn("w:hyperlink")
_RELATION = qn("r:id")
_DELETED = (qn("w:del"), qn("w:moveFrom"))
#: Word writes some content twice: for newer programs, and as a fallback for older programs.
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset((*_DELETED, _FALLBACK))
_LOOKED_AT = (PARAGRAPH, _TABLE_ROW, _TABLE_CELL, _RUN, _HYPERLINK, *_LEFT_OUT)


@dataclass(slots=True)
class FormattedRun:
    """A run of a Word document: a stretch of text with one formatting.

    `relation` is the id under which the document keeps the address of the run's link. It is empty if the run
    is in no link, or in a link within the document.
    """

    element: etree._Element
    relation: str = ""


@dataclass(slots=True)
class WordParagraph:
    """A paragraph of a Word document with its runs, except the runs of text boxes inside the paragraph."""

    element: etree._Element
    runs: list[FormattedRun] = field(default_factory=list)


@dataclass(slots=True)
class WordRow:
    """A table row of a Word document.

    `cells` holds a list of paragraphs for each cell. They include the paragraphs of tables inside the cell.
    """

    cells: list[list[WordParagraph]] = field(default_factory=list)


Unit = WordParagraph | WordRow


def units_of(body: etree._Element) -> list[Unit]:
    """Return the paragraphs and rows in `body`, in the order in which they begin.

    A paragraph or row inside a row belongs to the outer row. Deleted content and fallbacks for older programs
    are left out.
    """
    walk = _DocumentWalk()
    events = etree.iterwalk(body, events=("start", "end"), tag=_LOOKED_AT)
    for event, element in events:
        if element.tag in _LEFT_OUT:
            if event == "start":
                events.skip_subtree()
        elif event == "start":
            walk.begin(element)
        else:
            walk.end(element)
    return walk.units


class _DocumentWalk:
    """The state of the walk over a Word document.

    `units` are the paragraphs and rows found so far. The other fields hold the paragraphs, links and rows
    that have begun and have not ended yet.
    """

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self._open_paragraphs: list[WordParagraph] = []
        self._relations: list[str] = []
        self._open_rows = 0
        self._row = WordRow()

    def begin(self, element: etree._Element) -> None:
        if element.tag == PARAGRAPH:
            self._begin_paragraph(element)
        elif element.tag == _RUN:
            self._add_run(element)
        elif element.tag == _HYPERLINK:
            self._relations.append(element.get(_RELATION, ""))
        elif element.tag == _TABLE_ROW:
            self._begin_row()
        elif self._open_rows == 1:
            self._row.cells.append([])

    def end(self, element: etree._Element) -> None:
        if element.tag == PARAGRAPH:
            self._open_paragraphs.pop()
        elif element.tag == _HYPERLINK:
            self._relations.pop()
        elif element.tag == _TABLE_ROW:
            self._open_rows -= 1

    def _begin_row(self) -> None:
        self._open_rows += 1
        if self._open_rows == 1:
            self._row = WordRow()
            self.units.append(self._row)

    def _begin_paragraph(self, element: etree._Element) -> None:
        paragraph = WordParagraph(element)
        self._open_paragraphs.append(paragraph)
        if not self._open_rows:
            self.units.append(paragraph)
        elif self._row.cells:
            self._row.cells[-1].append(paragraph)

    def _add_run(self, element: etree._Element) -> None:
        if self._open_paragraphs:
            relation = self._relations[-1] if self._relations else ""
            self._open_paragraphs[-1].runs.append(FormattedRun(element, relation))
