"""A page cut into the stretches a reader sees as one: paragraphs, headings, list items, captions, rows of a
table.

All visible text of the page stands in exactly one segment, in page order. The walk is iterative, and its cost
is bounded by the number of nodes, whatever their nesting.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.model import Mark, MarkKind, Piece
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
#: What pages call an element that holds an author's name; "author-bio" and "author-location" hold other
#: things.
_AUTHOR = re.compile(
    (
        r"(?:^|[\s_-])(?:by-?line|authors?|written-?by|username)(?:[_-]{1,2}(?:names?|links?|url|info|list))?(?=$|\s)"
    ),
    re.IGNORECASE,
)
#: How many of the blocks around a stretch are asked whether they hold an author's name.
_NEAREST = 3
_LONGEST_ADDRESS = 2_000
_INLINE = {
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), MarkKind.EMPHASIS),
    **dict.fromkeys(("strong", "b"), MarkKind.STRONG),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), MarkKind.CODE),
    **dict.fromkeys(("s", "strike", "del"), MarkKind.STRUCK),
    "a": MarkKind.LINK,
}
_HEADINGS = {f"h{level}": str(level) for level in range(1, 7)}
_SPACE = re.compile(r"[ \t\n\r\f]+")
#: Quotes in quotes, lists in lists and names in names deeper than this say nothing more to a reader.
_DEEPEST = 6


def segments(root: Element, *, base: str = "") -> tuple[PageSegment, ...]:
    """The visible text of the page under `root`, in page order. Links are made absolute against `base`."""
    return tuple(_Walk(base).walk(root))


@dataclass(slots=True)
class _Walk:
    """The state of the walk: what is open, and the segment being gathered. `pending` separates it from what
    follows.
    """

    base: str
    region: Region = field(default_factory=lambda: Region(None, "", "", furniture=False))
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    linked: int = 0
    pending: str = ""
    unseen: int = 0
    preformatted: int = 0
    row: Element = None
    lists: list[int | None] = field(default_factory=list)
    wide: list[tuple[MarkKind, str]] = field(default_factory=list)
    depth: dict[MarkKind, int] = field(default_factory=dict)
    opened: dict[MarkKind, int | None] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    time: str = ""
    naming: list[tuple[Element, int]] = field(default_factory=list)
    named: list[tuple[int, int]] = field(default_factory=list)

    def walk(self, root: Element) -> Iterator[PageSegment]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            yield from self._start(element) if event == "start" else self._end(element)
        yield from self._flush()

    def _start(self, element: Element) -> Iterator[PageSegment]:
        tag = element.tag
        self.unseen += tag in _UNSEEN
        if self.unseen:
            return
        block = is_block(element)
        if block:
            if not self._continues_row(tag):
                yield from self._flush()
            self._open_block(tag, element)
        elif tag == "br":
            if self.preformatted:
                self._add("\n")
            elif self.pending == "\n":
                yield from self._flush()
            else:
                self.pending = "\n"
        elif tag == "q":
            self._add("“")
        elif tag in _INLINE:
            self._open_inline(_INLINE[tag], element)
        if tag == "time" or "date" in element.get("itemprop", "").lower():
            self.time = self.time or element.get("datetime") or element.get("content") or ""
        if not block and len(self.naming) < _DEEPEST and _AUTHOR.search(names_of(element)):
            self.naming.append((element, self.length))
        self._add(element.text or "")

    def _end(self, element: Element) -> Iterator[PageSegment]:
        tag = element.tag
        if tag in _UNSEEN:
            self.unseen -= 1
        elif not self.unseen:
            if is_block(element):
                if not self._continues_row(tag):
                    yield from self._flush()
                self._close_block(tag, element)
            elif tag == "q":
                self._add("”")
            elif tag in _INLINE:
                self._close_inline(_INLINE[tag])
            if self.naming and self.naming[-1][0] is element:
                self._close_name(self.naming.pop()[1])
        if not self.unseen:
            self._add(element.tail or "")

    def _continues_row(self, tag: str) -> bool:
        return self.row is not None and tag in _CELLS

    def _open_block(self, tag: str, element: Element) -> None:
        if self._continues_row(tag) and self.length:
            self._add(_BETWEEN_CELLS)
        names = names_of(element)
        self.region = Region(self.region, tag, names, is_furniture(tag, names, element))
        if tag == "tr" and not any(inner.tag in BLOCKS - _CELLS for inner in element.iterdescendants()):
            self.row = element
        elif tag == "pre":
            self.preformatted += 1
        elif tag in ("ol", "ul"):
            start = element.get("start", "1")
            first = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1
            self.lists.append(first - 1 if tag == "ol" else None)
        elif tag == "blockquote":
            self.wide.append((MarkKind.QUOTE, ""))
        elif tag == "li":
            self.wide.append((MarkKind.LIST_ITEM, self._marker()))
        elif tag in _HEADINGS:
            self.wide.append((MarkKind.HEADING, _HEADINGS[tag]))

    def _close_block(self, tag: str, element: Element) -> None:
        if element is self.row:
            self.row = None
        elif tag == "pre":
            self.preformatted -= 1
        elif tag in ("ol", "ul"):
            self.lists.pop()
        elif tag in ("blockquote", "li") or tag in _HEADINGS:
            self.wide.pop()
        self.region = self.region.parent or self.region

    def _marker(self) -> str:
        if not self.lists or self.lists[-1] is None:
            return "•"
        self.lists[-1] += 1
        return f"{self.lists[-1]}."

    def _open_inline(self, kind: MarkKind, element: Element) -> None:
        if kind is MarkKind.LINK:
            self._pause(kind)
            self.links.append(_absolute(self.base, element.get("href", "")))
        self.depth[kind] = self.depth.get(kind, 0) + 1
        self.opened.setdefault(kind, None)

    def _close_inline(self, kind: MarkKind) -> None:
        self.depth[kind] -= 1
        if kind is MarkKind.LINK or not self.depth[kind]:
            self._pause(kind)
        if kind is MarkKind.LINK:
            self.links.pop()
        if not self.depth[kind]:
            del self.opened[kind]

    def _close_name(self, start: int) -> None:
        """Note the stretch that names an author, unless one in it already does."""
        if start < self.length and not (self.named and self.named[-1][0] >= start):
            self.named.append((start, self.length))

    def _pause(self, kind: MarkKind) -> None:
        """Note the mark as far as it reaches; what it covers later begins anew."""
        start = self.opened.get(kind)
        address = self.links[-1] if kind is MarkKind.LINK and self.links else ""
        if start is not None and start < self.length and (address or kind is not MarkKind.LINK):
            self.marks.append(Mark(start, self.length, kind, address))
        if kind in self.opened:
            self.opened[kind] = None

    def _add(self, text: str) -> None:
        bare = text if self.preformatted else _SPACE.sub(" ", text)
        if not self.preformatted:
            if bare.startswith(" "):
                self.pending = self.pending or " "
            trailing = " " if bare.endswith(" ") else ""
            bare = bare.strip(" ")
        if not bare:
            return
        if self.pending and self.length:
            self.chunks.append(self.pending)
            self.length += 1
        self.pending = "" if self.preformatted else trailing
        for kind, start in self.opened.items():
            if start is None:
                self.opened[kind] = self.length
        self.chunks.append(bare)
        self.length += len(bare)
        self.linked += len(bare) if self.links else 0

    def _flush(self) -> Iterator[PageSegment]:
        """The segment gathered so far, if it prints; what is still open goes on in the next."""
        for kind in self.opened:
            self._pause(kind)
        text = "".join(self.chunks)
        if text.strip():
            wide = dict.fromkeys(Mark(0, len(text), kind, value) for kind, value in self.wide[-_DEEPEST:])
            piece = Piece(text, marks=(*wide, *self.marks))
            yield PageSegment(piece, self.region, self.linked, self.time, self._authors(text))
            if self.wide and self.wide[-1][0] is MarkKind.LIST_ITEM:
                # The marker of an item belongs to its first paragraph.
                self.wide[-1] = (MarkKind.LIST_ITEM, "")
        self.chunks, self.length, self.linked, self.pending, self.marks = [], 0, 0, "", []
        self.time, self.named, self.naming = "", [], [(element, 0) for element, _ in self.naming]

    def _authors(self, text: str) -> tuple[str, ...]:
        """What `text` names as authors: the stretches that are marked as such, or all of it where its block
        is.
        """
        marked = [*self.named, *((start, self.length) for _, start in self.naming[-1:])]
        around = (region.names for region in islice(self.region.chain(), _NEAREST))
        if not marked and any(_AUTHOR.search(names) for names in around):
            return (" ".join(text.split()),)
        return tuple(" ".join(text[start:end].split()) for start, end in marked)


def _absolute(base: str, href: str) -> str:
    """`href` as an address a person may be sent to, or blank."""
    href = href.strip().replace(" ", "%20")
    if not href or href.startswith("#") or len(href) > _LONGEST_ADDRESS:
        return ""
    try:
        address = urljoin(base, href)
        urlsplit(address)
    except ValueError:
        return ""
    return address if SAFE_ADDRESS.fullmatch(address) else ""
