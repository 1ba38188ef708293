"""Cut a page into segments: paragraphs, headings, list items, captions and table rows.

All visible text of the page is in exactly one segment, in page order. The walk is iterative, and its cost is
bounded by the number of nodes, however deeply they are nested.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.model import Mark, MarkKind, Piece
from newsroom.text.readers.page.marks import InlineMarks
from newsroom.text.readers.page.names import AuthorNames
from newsroom.text.readers.page.regions import (
    BLOCKS,
    Element,
    PageSegment,
    Region,
    is_block,
    is_furniture,
    names_of,
)

_UNSEEN = frozenset("script style template title head desc".split())
_CELLS = frozenset(("td", "th"))
_BETWEEN_CELLS = " | "
_LONGEST_ADDRESS = 2_000
_INLINE = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), MarkKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), MarkKind.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), MarkKind.CODE),
    **dict.fromkeys(("s", "strike", "del"), MarkKind.STRUCK),
    "a": MarkKind.LINK,
}
_HEADINGS = {f"h{level}": str(level) for level in range(1, 7)}
_LISTS = frozenset(("ol", "ul"))
_BULLET = "•"
#: The most digits of the number that an ordered list starts with.
_LONGEST_START = 9
_SPACE = re.compile(r"[ \t\n\r\f]+")
#: Only so many nested quotations and lists become marks.
_DEEPEST = 6


def segments(root: Element, *, base: str = "") -> tuple[PageSegment, ...]:
    """Return the visible text under `root` as segments, in page order. Links are made absolute against
    `base`.

    The result is empty if the page shows no text.
    """
    return tuple(_Walk(base).walk(root))


@dataclass(slots=True)
class _Walk:
    """The state of the walk over a page: the open elements, and the segment that is being gathered.

    `wide` holds the marks of the open blocks, as (kind, value). `lists` holds the last number of each open
    list, or None if the list has bullets. `row` is the open table row, if readers see it as one line.
    `pending` is the white space between the gathered text and the text that follows. `unseen` and
    `preformatted` count open elements of these kinds. `chunks` is the gathered text, `length` the number of
    its code points, and `linked` the number of those in links.
    """

    base: str
    region: Region = field(default_factory=lambda: Region(None, "", "", furniture=False))
    wide: list[tuple[MarkKind, str]] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    row: Element = None
    unseen: int = 0
    preformatted: int = 0
    inline: InlineMarks = field(default_factory=InlineMarks)
    authors: AuthorNames = field(default_factory=AuthorNames)
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    pending: str = ""
    time: str = ""

    def walk(self, root: Element) -> Iterator[PageSegment]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if event == "start":
                yield from self._start(element)
            else:
                yield from self._end(element)
        yield from self._flush()

    def _start(self, element: Element) -> Iterator[PageSegment]:
        if element.tag in _UNSEEN:
            self.unseen += 1
        if self.unseen:
            return

        parts_text = is_block(element)
        if parts_text:
            if not self._continues_row(element.tag):
                yield from self._flush()
            self._open_block(element)
        elif element.tag == "br":
            yield from self._break_line()
        else:
            self._open_inline(element)
        self._note_time(element)
        if not parts_text:
            self.authors.begin(element, self.length)
        self._add(element.text or "")

    def _end(self, element: Element) -> Iterator[PageSegment]:
        if element.tag in _UNSEEN:
            self.unseen -= 1
        elif not self.unseen:
            if is_block(element):
                if not self._continues_row(element.tag):
                    yield from self._flush()
                self._close_block(element)
            else:
                self._close_inline(element)
            self.authors.end(element, self.length)
        if not self.unseen:
            self._add(element.tail or "")

    def _continues_row(self, tag: str) -> bool:
        return self.row is not None and tag in _CELLS

    def _open_block(self, element: Element) -> None:
        tag = element.tag
        if self._continues_row(tag) and self.length:
            self._add(_BETWEEN_CELLS)
        names = names_of(element)
        self.region = Region(self.region, tag, names, is_furniture(tag, names, element))
        if tag == "tr" and _is_one_line(element):
            self.row = element
        elif tag == "pre":
            self.preformatted += 1
        elif tag in _LISTS:
            self.lists.append(_number_before(element))
        elif tag == "blockquote":
            self.wide.append((MarkKind.QUOTE, ""))
        elif tag == "li":
            self.wide.append((MarkKind.LIST_ITEM, self._next_marker()))
        elif tag in _HEADINGS:
            self.wide.append((MarkKind.HEADING, _HEADINGS[tag]))

    def _close_block(self, element: Element) -> None:
        tag = element.tag
        if element is self.row:
            self.row = None
        elif tag == "pre":
            self.preformatted -= 1
        elif tag in _LISTS:
            self.lists.pop()
        elif tag in ("blockquote", "li") or tag in _HEADINGS:
            self.wide.pop()
        self.region = self.region.parent or self.region

    def _next_marker(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return _BULLET
        self.lists[-1] += 1
        return f"{self.lists[-1]}."

    def _open_inline(self, element: Element) -> None:
        tag = element.tag
        if tag == "q":
            # Browsers add the quotation marks of this element themselves.
            self._add("“")
        elif tag in _INLINE:
            kind = _INLINE[tag]
            address = ""
            if kind is MarkKind.LINK:
                address = _absolute(self.base, element.get("href", ""))
            self.inline.begin(kind, address, self.length)

    def _close_inline(self, element: Element) -> None:
        tag = element.tag
        if tag == "q":
            self._add("”")
        elif tag in _INLINE:
            self.inline.end(_INLINE[tag], self.length)

    def _break_line(self) -> Iterator[PageSegment]:
        """Break the line. A second break directly after the first ends the segment, which is then yielded."""
        if self.preformatted:
            self._add("\n")
        elif self.pending == "\n":
            yield from self._flush()
        else:
            self.pending = "\n"

    def _note_time(self, element: Element) -> None:
        if element.tag == "time" or "date" in element.get("itemprop", "").lower():
            self.time = self.time or element.get("datetime") or element.get("content") or ""

    def _add(self, text: str) -> None:
        """Add text as browsers show it: a series of white space becomes one space, except in preformatted
        text.
        """
        if self.preformatted:
            self._append(text)
            return
        collapsed = _SPACE.sub(" ", text)
        if collapsed.startswith(" "):
            self.pending = self.pending or " "
        words = collapsed.strip(" ")
        self._append(words)
        if words and collapsed.endswith(" "):
            self.pending = " "

    def _append(self, text: str) -> None:
        if not text:
            return
        if self.pending and self.length:
            self.chunks.append(self.pending)
            self.length += len(self.pending)
        self.pending = ""
        self.inline.begin_text(self.length)
        self.chunks.append(text)
        self.length += len(text)
        if self.inline.links:
            self.linked += len(text)

    def _flush(self) -> Iterator[PageSegment]:
        """Yield the gathered segment if it has visible text, and begin the next one.

        Open elements continue in the next segment.
        """
        text = "".join(self.chunks)
        marks = self.inline.end_segment(self.length)
        authors = self.authors.end_segment(text, self.region)
        if text.strip():
            innermost = self.wide[-_DEEPEST:]
            wide = dict.fromkeys(Mark(0, len(text), kind, value) for kind, value in innermost)
            piece = Piece(text, marks=(*wide, *marks))
            yield PageSegment(piece, self.region, self.linked, self.time, authors)
            if self.wide and self.wide[-1][0] is MarkKind.LIST_ITEM:
                # Only the first paragraph of a list item gets the marker.
                self.wide[-1] = (MarkKind.LIST_ITEM, "")
        self.chunks = []
        self.length = 0
        self.linked = 0
        self.pending = ""
        self.time = ""


def _is_one_line(row: Element) -> bool:
    """Return whether a table row has no blocks inside its cells, so that readers see the row as one line."""
    return not any(inner.tag in BLOCKS - _CELLS for inner in row.iterdescendants())


def _number_before(element: Element) -> int | None:
    """Return the number before the first item of a list (0 for a list from 1), or None if the list has
    bullets.
    """
    if element.tag != "ol":
        return None
    start = element.get("start", "1")
    if start.isascii() and start.isdigit() and len(start) <= _LONGEST_START:
        return int(start) - 1
    return 0


def _absolute(base: str, href: str) -> str:
    """Return `href` as an absolute address, or an empty string if the address is not safe or not valid."""
    href = href.strip().replace(" ", "%20")
    if not href or href.startswith("#") or len(href) > _LONGEST_ADDRESS:
        return ""
    try:
        address = urljoin(base, href)
        urlsplit(address)
    except ValueError:
        return ""
    if not SAFE_ADDRESS.fullmatch(address):
        return ""
    return address
