"""Parse the source of a page into a tree of elements, within limits that keep the parser fast."""

import re
from typing import NamedTuple

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.readers.page.regions import Element

MOST_ELEMENTS = 100_000
#: The most attributes of one tag, because the parser's time grows with the square of their number.
MOST_ATTRIBUTES = 250

_COPY_INSTEAD = "Copy the article's text from your browser and paste it."
_EMPTY_PAGE = "<html><body></body></html>"

# A tag with its attributes, or something that only looks like a tag. The quantifiers are possessive, so that
# no character is read twice, however broken the page is.
_ATTRIBUTE = (
    r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>"'][^\s>]*+)?+)?+"""
)
_TAG = re.compile(
    rf"<!--(?:(?!-->).)*+|<(?P<raw>script|style)\b(?P<own>(?:{_ATTRIBUTE})*+)(?:(?!</(?P=raw)).)*+"
    rf"|<[a-z][^\s/>]*+(?P<attributes>(?:{_ATTRIBUTE})*+)",
    re.IGNORECASE | re.DOTALL,
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)


class PageSize(NamedTuple):
    """The number of elements of a page, and how deeply they are nested."""

    elements: int
    depth: int


def parse_page(source: str) -> Element:
    """Return `source` as a tree of elements. A source with neither elements nor text becomes an empty page.

    Raises `Unreadable` if its tags have too many attributes or are nested too deeply for the parser.
    """
    _refuse_crowded_tags(source)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    encoded = source.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        root = document_fromstring(encoded, parser=parser)
    except etree.ParserError:
        return document_fromstring(_EMPTY_PAGE)

    # With such a log entry the parser has given up, and the end of the page is missing.
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise Unreadable(f"The tags of this page are nested too deeply. {_COPY_INSTEAD}")
    for template in root.iter("template"):
        # Browsers show such a template in place of the element around it.
        if template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"
    return root


def measure_page(root: Element) -> PageSize:
    """Return the number of elements under `root`, and how deeply they are nested.

    Raises `TooLarge` if there are more than `MOST_ELEMENTS` elements.
    """
    elements = 0
    depth = 0
    deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        deepest = max(deepest, depth)
        elements += 1
        if elements > MOST_ELEMENTS:
            raise TooLarge(f"This page has more than {MOST_ELEMENTS:,} elements. {_COPY_INSTEAD}")
    return PageSize(elements, deepest)


def _refuse_crowded_tags(source: str) -> None:
    for tag in _TAG.finditer(source):
        attributes = tag["attributes"] or tag["own"] or ""
        # Each attribute has at least one character, so a short tag need not be counted.
        if len(attributes) <= MOST_ATTRIBUTES:
            continue
        if len(_ONE_ATTRIBUTE.findall(attributes)) > MOST_ATTRIBUTES:
            raise Unreadable(
                f"A tag of this page has more than {MOST_ATTRIBUTES:,} attributes. {_COPY_INSTEAD}"
            )
