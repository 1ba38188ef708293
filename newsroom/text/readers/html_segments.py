"""A page cut into the stretches a reader sees as one: paragraphs, headings, list items, captions, rows of a table.

All visible text of the page stands in exactly one segment, in page order. The walk is iterative, and its cost is
bounded by the number of nodes, whatever their nesting.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from newsroom.text.compose import SAFE_ADDRESS
from newsroom.text.model import Mark, MarkKind, Piece

#: An element of the parsed page: lxml's stubs have no common type for it.
Element = Any

_UNSEEN = frozenset("script style template title head desc".split())
_BLOCKS = frozenset(
    "address article aside audio blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe label legend li main menu nav "
    "noscript object ol optgroup option p pre search section select summary svg table tbody td textarea tfoot th thead "
    "tr ul video".split()
)
_CELLS = frozenset(("td", "th"))
_BETWEEN_CELLS = " | "
_FURNITURE = frozenset(
    "nav aside footer form button select textarea noscript dialog iframe video audio svg object".split()
)
_FURNITURE_ROLES = frozenset("navigation complementary contentinfo search banner dialog alert alertdialog".split())
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|side-?bar|footer|related|recirc\w*|recommend\w*|share"
    r"|shar(?:ing|ebar)|social|newsletters?|subscri(?:be|ption)|sign-?up|promo\w*|advert\w*|ads?|sponsor\w*|cookies?"
    r"|consent|gdpr|comments?|disqus|pagination|pager|tags|trending|popular|most-read|toolbar|modal|donat\w*|outbrain"
    r"|taboola|read-?more|see-?also|also-?read)(?=$|[\s_-])",
    re.IGNORECASE,
)
#: Elements whose names speak of the page as a whole.
_NEVER_FURNITURE = frozenset(("html", "body", "main", "article"))
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:by-?line|authors?|written-?by)(?=$|[\s_-])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST_NAMES = 500
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
#: Quotes in quotes and lists in lists deeper than this say nothing more to a reader.
_DEEPEST = 6


@dataclass(slots=True, eq=False)
class Region:
    """A block element. `names` are its class, id, itemprop and rel; `furniture` serves the page, not the article."""

    parent: "Region | None"
    tag: str
    names: str
    furniture: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """One visible stretch: the piece it makes, its place, how many characters are links, and a `<time>` in it."""

    piece: Piece
    region: Region
    linked: int
    time: str
    byline: bool

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def heading(self) -> str:
        """The level of the heading it is, or blank."""
        return next((mark.value for mark in self.piece.marks if mark.kind is MarkKind.HEADING), "")

    @property
    def furnished(self) -> bool:
        """Whether any block around it serves the page."""
        region: Region | None = self.region
        while region is not None:
            if region.furniture:
                return True
            region = region.parent
        return False

    def within(self, *tags: str) -> bool:
        """Whether one of the four innermost blocks around it is one of `tags`."""
        region: Region | None = self.region
        for _ in range(4):
            if region is None:
                return False
            if region.tag in tags:
                return True
            region = region.parent
        return False


def segments(root: Element, *, base: str = "") -> tuple[Segment, ...]:
    """The visible text of the page under `root`, in page order. Links are made absolute against `base`."""
    return tuple(_Walk(base).walk(root))


@dataclass(slots=True)
class _Walk:
    """The state of the walk: what is open, and the segment being gathered. `pending` separates it from what follows."""

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
    byline: bool = False

    def walk(self, root: Element) -> Iterator[Segment]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            yield from self._start(element) if event == "start" else self._end(element)
        yield from self._flush()

    def _start(self, element: Element) -> Iterator[Segment]:
        tag = element.tag
        self.unseen += tag in _UNSEEN
        if self.unseen:
            return
        if _is_block(element):
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
        self.byline = self.byline or _AUTHOR.search(_names(element)) is not None
        self._add(element.text or "")

    def _end(self, element: Element) -> Iterator[Segment]:
        tag = element.tag
        if tag in _UNSEEN:
            self.unseen -= 1
        elif not self.unseen:
            if _is_block(element):
                if not self._continues_row(tag):
                    yield from self._flush()
                self._close_block(tag, element)
            elif tag == "q":
                self._add("”")
            elif tag in _INLINE:
                self._close_inline(_INLINE[tag])
        if not self.unseen:
            self._add(element.tail or "")

    def _continues_row(self, tag: str) -> bool:
        return self.row is not None and tag in _CELLS

    def _open_block(self, tag: str, element: Element) -> None:
        if self._continues_row(tag) and self.length:
            self._add(_BETWEEN_CELLS)
        names = _names(element)
        self.region = Region(self.region, tag, names, _is_furniture(tag, names, element))
        if tag == "tr" and not any(inner.tag in _BLOCKS - _CELLS for inner in element.iterdescendants()):
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

    def _flush(self) -> Iterator[Segment]:
        """The segment gathered so far, if it prints; what is still open goes on in the next."""
        for kind in self.opened:
            self._pause(kind)
        text = "".join(self.chunks)
        if text.strip():
            wide = dict.fromkeys(Mark(0, len(text), kind, value) for kind, value in self.wide[-_DEEPEST:])
            byline = self.byline or _AUTHOR.search(self.region.names) is not None
            piece = Piece(text, marks=(*wide, *self.marks))
            yield Segment(piece, self.region, self.linked, self.time, byline)
            if self.wide and self.wide[-1][0] is MarkKind.LIST_ITEM:
                # The marker of an item belongs to its first paragraph.
                self.wide[-1] = (MarkKind.LIST_ITEM, "")
        self.chunks, self.length, self.linked, self.pending, self.marks = [], 0, 0, "", []
        self.time, self.byline = "", False


def _names(element: Element) -> str:
    return " ".join(
        value for name in ("class", "id", "itemprop", "rel") if (value := element.get(name, "")[:_LONGEST_NAMES])
    )


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")[:_LONGEST_NAMES]) is not None


def _is_block(element: Element) -> bool:
    """Hidden words stand apart, whatever holds them."""
    return element.tag in _BLOCKS or _is_hidden(element)


def _is_furniture(tag: str, names: str, element: Element) -> bool:
    if tag in _NEVER_FURNITURE:
        return False
    return (
        tag in _FURNITURE
        or element.get("role", "").lower() in _FURNITURE_ROLES
        or _FURNITURE_NAMES.search(names) is not None
        or _is_hidden(element)
    )


def _absolute(base: str, href: str) -> str:
    """`href` as an address a person may be sent to, or blank."""
    href = href.strip().replace(" ", "%20")
    if not href or href.startswith("#") or len(href) > _LONGEST_ADDRESS:
        return ""
    try:
        address = urljoin(base, href)
    except ValueError:
        return ""
    return address if SAFE_ADDRESS.fullmatch(address) else ""
