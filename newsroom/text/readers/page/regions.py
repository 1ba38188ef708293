"""Define the blocks of a page (regions), and the parts of its visible text (segments).

Page furniture means the blocks that serve the page and not the article, such as menus and footers.
"""

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
_CAPTION_NAMES = re.compile(
    r"(?:^|[\s_-])(?:captions?|cutline|legende|l[ée]gende|bildunterschrift|bildtext|didascalia)(?=$|[\s_-])",
    re.IGNORECASE,
)
#: The shortest paragraph, in characters, that counts as prose in any element.
RUNNING = 80
#: How many blocks around a segment are checked for a tag.
_NEAREST_BLOCKS = 4


@dataclass(slots=True, eq=False)
class Region:
    """A block element of a page. `parent` is the block that contains it, or None.

    `names` holds its class, id, itemprop and rel. `furniture` is true if the block serves the page and not
    the article, as a menu does.
    """

    parent: "Region | None"
    tag: str
    names: str
    furniture: bool

    def chain(self) -> Iterator["Region"]:
        """Yield the region itself and then each region that contains it, innermost first."""
        region: Region | None = self
        while region is not None:
            yield region
            region = region.parent


@dataclass(frozen=True, slots=True)
class PageSegment:
    """One part of a page's visible text, such as a paragraph: a piece, and the innermost block that contains
    it.

    `linked` is the number of code points in links. `time` is what a `<time>` element, or an element marked as
    a date, states in the segment; it may be empty. `authors` are the parts of its text that the page marks as
    names of authors.
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
        """Return the level of the heading, "1" to "6", or an empty string if the segment is no heading."""
        for mark in self.piece.marks:
            if mark.kind is MarkKind.HEADING:
                return mark.value
        return ""

    @property
    def is_in_furniture(self) -> bool:
        """Return whether a block that contains the segment is page furniture, such as a menu."""
        return any(region.furniture for region in self.region.chain())

    def within(self, *tags: str) -> bool:
        """Return whether the segment is inside an element with one of `tags`.

        Only the `_NEAREST_BLOCKS` innermost blocks that contain the segment are examined.
        """
        nearest = islice(self.region.chain(), _NEAREST_BLOCKS)
        return any(region.tag in tags for region in nearest)


def is_caption(segment: PageSegment) -> bool:
    """Return whether the page marks the segment as a caption, by its element or by a class of its block."""
    if segment.within("figcaption", "caption"):
        return True
    return _CAPTION_NAMES.search(segment.region.names) is not None


def names_of(element: Element) -> str:
    """Return the class, id, itemprop and rel of the element in one string.

    Each of them is cut to `_LONGEST_NAMES` code points. The string is empty if the element has none of them.
    """
    values = (element.get(attribute, "")[:_LONGEST_NAMES] for attribute in _NAMING_ATTRIBUTES)
    return " ".join(filter(None, values))


def is_block(element: Element) -> bool:
    """Return whether the text in the element is separate from the text before and after it.

    This is so for block elements, and for hidden elements, so that hidden words do not join visible ones.
    """
    return element.tag in BLOCKS or _is_hidden(element)


def is_furniture(tag: str, names: str, element: Element) -> bool:
    """Return whether the element serves the page and not the article (page furniture), or is hidden.

    Its tag, its role or its `names` show this.
    """
    if tag in _NEVER_FURNITURE or _names_speaker(tag, element):
        return False
    if tag in _FURNITURE or element.get("role", "").lower() in _FURNITURE_ROLES:
        return True
    return _FURNITURE_NAMES.search(names) is not None or _is_hidden(element)


def _names_speaker(tag: str, element: Element) -> bool:
    """Return whether the element is the footer of a quotation, which says whose words it gives."""
    parent = element.getparent()
    return tag == "footer" and parent is not None and parent.tag == "blockquote"


def _is_hidden(element: Element) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style", "")[:_LONGEST_NAMES]
    return _HIDDEN.search(style) is not None
