"""Define the blocks of a page, and the stretches of visible text in them."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newsroom.text.model import MarkKind, Piece

#: An element of the parsed page. The type stubs of lxml have no common type for it.
Element = Any

BLOCKS = frozenset(
    "address article aside audio blockquote body button caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe label legend li "
    "main menu nav noscript object ol optgroup option p pre search section select summary svg table tbody td "
    "textarea tfoot th thead tr ul video".split()
)
_FURNITURE = frozenset(
    "nav aside footer form button select textarea noscript dialog iframe video audio svg object".split()
)
_FURNITURE_ROLES = frozenset(
    "navigation complementary contentinfo search banner dialog alert alertdialog".split()
)
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|side-?bar|footer|related|recirc\w*|recommend\w*|share"
    r"|shar(?:ing|ebar)|social|newsletters?|subscri(?:be|ption)|sign-?up|promo\w*|advert\w*|ads?|sponsor\w*|cookies?"
    r"|consent|gdpr|comments?|disqus|pagination|pager|tags|trending|popular|most-read|toolbar|modal|donat\w*|outbrain"
    r"|taboola|read-?more|see-?also|also-?read)(?=$|[\s_-])",
    re.IGNORECASE,
)
#: Elements whose class names describe the page as a whole, so they say nothing about furniture.
_NEVER_FURNITURE = frozenset(("html", "body", "main", "article"))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMING_ATTRIBUTES = ("class", "id", "itemprop", "rel")
#: The longest value of such an attribute, or of a style, that is examined, in characters.
_LONGEST_NAMES = 500
#: How many blocks around a segment are checked for a tag.
_NEAREST_BLOCKS = 4


@dataclass(slots=True, eq=False)
class Region:
    """A block element of a page. `names` holds its class, id, itemprop and rel.

    `furniture` is true if the block serves the page and not the article, as a menu does.
    """

    parent: "Region | None"
    tag: str
    names: str
    furniture: bool

    def chain(self) -> Iterator["Region"]:
        """Yield this block and the blocks around it, innermost first."""
        region: Region | None = self
        while region is not None:
            yield region
            region = region.parent


@dataclass(frozen=True, slots=True)
class PageSegment:
    """One visible stretch of a page: the piece it becomes, and the innermost block around it.

    `linked` is the number of its characters that are links. `time` is what a `<time>` element in it states.
    `authors` are the parts of its text that the page marks as names of authors.
    """

    piece: Piece
    region: Region
    linked: int
    time: str
    authors: tuple[str, ...]

    @property
    def text(self) -> str:
        return self.piece.text

    @property
    def heading(self) -> str:
        """Return the level of the heading if the segment is a heading, or else an empty string."""
        for mark in self.piece.marks:
            if mark.kind is MarkKind.HEADING:
                return mark.value
        return ""

    @property
    def is_in_furniture(self) -> bool:
        """Return whether any block around the segment is page furniture."""
        return any(region.furniture for region in self.region.chain())

    def within(self, *tags: str) -> bool:
        """Return whether one of the nearest blocks around the segment has one of these `tags`."""
        nearest = islice(self.region.chain(), _NEAREST_BLOCKS)
        return any(region.tag in tags for region in nearest)


def names_of(element: Element) -> str:
    """Return the class, id, itemprop and rel of the element, each cut to a maximum length."""
    values = (element.get(attribute, "")[:_LONGEST_NAMES] for attribute in _NAMING_ATTRIBUTES)
    return " ".join(filter(None, values))


def is_block(element: Element) -> bool:
    """Return whether the element separates text. Hidden elements do, so that hidden words are kept apart."""
    return element.tag in BLOCKS or _is_hidden(element)


def is_furniture(tag: str, names: str, element: Element) -> bool:
    """Return whether the element is page furniture: by its tag, role or names, or because it is hidden."""
    if tag in _NEVER_FURNITURE:
        return False
    if tag in _FURNITURE or element.get("role", "").lower() in _FURNITURE_ROLES:
        return True
    return _FURNITURE_NAMES.search(names) is not None or _is_hidden(element)


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style", "")[:_LONGEST_NAMES]
    return _HIDDEN.search(style) is not None
