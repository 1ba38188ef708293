"""Read the text of a wire item, written in NITF, in HTML or as plain text, paragraph by paragraph."""

# ruff: noqa: SIM905 - tables of words are read as prose

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from newsroom.text.compilations.coded import Code, CodedParagraph
from newsroom.text.normalise import normalise
from newsroom.text.readers.page.parsing import measure_page, parse_page
from newsroom.text.readers.plain import read_plain
from newsroom.text.xml_files import local_name

_BLOCKS = frozenset(
    "abstract address article aside block blockquote body body.content body.end body.head bq br byline "
    "caption center copyrite dateline datasource dd distributor div dl dt figcaption figure footer h1 "
    "h2 h3 h4 h5 h6 header hedline hl1 hl2 hr li main media media-caption media-producer nitf-table "
    "note ol p pre section slugline table tagline tbody td th thead tr ul".split()
)
_NOT_SHOWN = frozenset(
    "docdata head media-metadata media-reference script style template title".split()
)
#: The code of the paragraphs in an element, unless an element inside it has another one.
_CODE_OF_ELEMENT = {
    "h1": Code.HEADLINE,
    "hl1": Code.HEADLINE,
    "byline": Code.BYLINE,
    "dateline": Code.DAY,
    "caption": Code.CAPTION,
    "figcaption": Code.CAPTION,
    "media": Code.CAPTION,
    "copyrite": Code.NOTE,
    "distributor": Code.NOTE,
    "tagline": Code.NOTE,
}


@dataclass(frozen=True, slots=True)
class _Edge:
    """The beginning of a block (`opens` is true) or its end. `code` is the code of the block's paragraphs, or
    None if the block has no code of its own.
    """

    code: Code | None
    opens: bool


def paragraphs_of_text(text: str) -> tuple[CodedParagraph, ...]:
    """Return the paragraphs of a plain text, each in one line."""
    lines = (" ".join(piece.text.split()) for piece in read_plain(text).pieces)
    return tuple(CodedParagraph(Code.TEXT, line) for line in lines if line)


def paragraphs_of_html(source: str) -> tuple[CodedParagraph, ...]:
    """Return the paragraphs of a text in HTML, each in one line with its code. Raises `TooLarge` and
    `Unreadable` as the reader of pages does.
    """
    root = parse_page(source)
    measure_page(root)
    return paragraphs_of(root)


def paragraphs_of(root: etree._Element) -> tuple[CodedParagraph, ...]:
    """Return the paragraphs under `root`, an element of NITF or HTML, each in one line with its code."""
    paragraphs: list[CodedParagraph] = []
    words: list[str] = []
    # The code of the innermost element that has one is the last in this list.
    codes = [Code.TEXT]
    for part in _parts(root):
        if isinstance(part, str):
            words.append(part)
            continue
        text = " ".join(normalise("".join(words)).split())
        words = []
        if text:
            paragraphs.append(CodedParagraph(codes[-1], text))
        if part.opens and part.code:
            codes.append(part.code)
        elif part.code:
            codes.pop()
    return tuple(paragraphs)


def _parts(root: etree._Element) -> Iterator[str | _Edge]:
    """Yield the text under `root` in parts, and an edge where a block begins or ends."""
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        # Comments and processing instructions have no name.
        name = local_name(element)
        if event == "start":
            hidden += name in _NOT_SHOWN
            if name in _BLOCKS:
                yield _Edge(_CODE_OF_ELEMENT.get(name), opens=True)
            if element.text and name and not hidden:
                yield element.text
            continue
        hidden -= name in _NOT_SHOWN
        if name in _BLOCKS:
            yield _Edge(_CODE_OF_ELEMENT.get(name), opens=False)
        if element.tail and not hidden and element is not root:
            yield element.tail
    yield _Edge(None, opens=False)
