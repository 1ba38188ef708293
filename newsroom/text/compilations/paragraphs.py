"""Read the paragraphs of a file as lines of text, in which exports of news databases can be recognised."""

# ruff: noqa: SIM905 - tables of words are read as prose

from collections.abc import Iterator

from lxml import etree

from newsroom.text.compilations.factiva import AUTHOR_MARK, HEADLINE_MARK
from newsroom.text.normalise import normalise
from newsroom.text.readers.page.parsing import measure_page, parse_page
from newsroom.text.readers.page.regions import Element
from newsroom.text.readers.plain import read_plain

_BLOCKS = frozenset(
    "address article blockquote body br center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table "
    "tbody td th tr ul".split()
)
_NOT_SHOWN = frozenset({"head", "noscript", "script", "style", "template", "title"})
_HEADLINE_ID, _AUTHOR_CLASS = "hd", "author"


def text_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a plain text, each in one line."""
    return [" ".join(piece.text.split()) for piece in read_plain(text).pieces]


def page_paragraphs(source: str) -> list[str]:
    """Return the paragraphs of a page, each in one line. Cells of tables are paragraphs too.

    If the page marks a headline or an author as Factiva does, a paragraph `HD` or `BY` comes before it.
    Raises `TooLarge` and `Unreadable` as the reader of pages does.
    """
    root = parse_page(source)
    measure_page(root)
    paragraphs = []
    words: list[str] = []
    for part in _parts(root):
        if part is not None:
            words.append(part)
            continue
        paragraph = " ".join(normalise("".join(words)).split())
        words = []
        if paragraph:
            paragraphs.append(paragraph)
    return paragraphs


def _parts(root: Element) -> Iterator[str | None]:
    """Yield the text of a page in parts, and None where a block begins or ends."""
    hidden = 0
    # A walk by events instead of recursion reads a page however deeply its tags are nested.
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_block = element.tag in _BLOCKS
        if event == "start":
            hidden += element.tag in _NOT_SHOWN
            if is_block:
                yield None
            yield from _marks(element)
            if element.text and not hidden:
                yield element.text
            continue
        hidden -= element.tag in _NOT_SHOWN
        if is_block:
            yield None
        if element.tail and not hidden:
            yield element.tail
    yield None


def _marks(element: Element) -> Iterator[str | None]:
    if element.get("id") == _HEADLINE_ID:
        yield HEADLINE_MARK
        yield None
    elif element.tag == "div" and element.get("class") == _AUTHOR_CLASS:
        yield AUTHOR_MARK
        yield None
