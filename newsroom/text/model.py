"""The shapes every text takes on its way from bytes to the page.

Offsets are Unicode code points throughout, `end` exclusive, as in Python, SQLite, PostgreSQL and the W3C
TextPositionSelector. A `Document` is what a revision stores; a `Draft` is what a reader proposes.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `start` inclusive, `end` exclusive, in code points. May be empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no such span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        return other.start <= self.start and self.end <= other.end


class Role(StrEnum):
    """What a block does in its article."""

    KICKER = "kicker"
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    SEE_ALSO = "see-also"
    BOILERPLATE = "boilerplate"


class MarkKind(StrEnum):
    """Formatting that stands off from the text. Block-wide kinds cover their whole block."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    STRUCK = "struck"
    LINK = "link"
    IMAGE = "image"
    HEADING = "heading"
    QUOTE = "quote"
    LIST_ITEM = "list-item"
    RULE = "rule"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Formatting over `start..end`. `value`: a link's or image's address, a heading's level, a list item's
    marker.

    A `note` draws nothing: its value is what the source attaches to the stretch without printing it, such as
    a link's title, the language of code, or an address that nobody should be sent to.
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One paragraph-like stretch of a document with its role. Blocks are in order, apart, and never empty."""

    start: int
    end: int
    role: Role = Role.BODY

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """A normalised text with its blocks and marks. Between two blocks stands exactly a blank line."""

    text: str
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a reader believes about an article. Blank means unknown: blank is preferred to invented.

    `published_at` keeps the precision of its source: `published_on_day` is true where only the day was given
    (then the time is midnight UTC), and a time keeps the zone it was given in. `lines` holds, verbatim, the
    original's lines that became metadata and left the text.
    """

    title: str = ""
    byline: str = ""
    credit: str = ""
    published_at: datetime | None = None
    published_on_day: bool = False
    url: str = ""
    outlet: str = ""
    language: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a place: its own text, its role, and marks counted from its own start."""

    text: str
    role: Role = Role.BODY
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader made of a source. `left_out` (HTML only) are pieces of the page that were not taken as
    article.
    """

    pieces: tuple[Piece, ...]
    metadata: Metadata = field(default_factory=Metadata)
    left_out: tuple[Piece, ...] = ()
    format: str = "plain"
