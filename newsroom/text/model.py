"""The shapes that every text takes on its way from bytes to the page.

Offsets are Unicode code points throughout, `end` exclusive, as in Python, SQLite, PostgreSQL and the W3C
TextPositionSelector. A `RawArticle` is what a reader takes from a source, a `Draft` is the
article with its roles and metadata, and a `Document` is what a revision stores.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `start` inclusive, `end` exclusive, in code points. It may be empty."""

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
    """Kinds of formatting, which is stored apart from the text. Some kinds cover their whole block."""

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
    """Formatting over `start..end`. `value` is the address of a link or image, a heading's level, or the
    marker of a list item.

    A `note` draws nothing. Its value is what the source attaches to the stretch without printing it, such as
    a link's title, the language of code, or an address that people should not be sent to.
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One paragraph of a document, or what stands like one, with its role. Blocks do not overlap, and none is
    empty.
    """

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


class PublicationDate(NamedTuple):
    """When an article was published. If only the day is known, `moment` is midnight UTC of that day."""

    moment: datetime
    on_day: bool


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is believed about an article. Blank means unknown, because a blank misleads nobody.

    `published_at` keeps the precision of its source: `published_on_day` is true if only the day was given
    (then the time is midnight UTC), and a time keeps the zone it was given in. `lines` holds the original's
    lines that became metadata and left the text, as they were written.
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
    """A block before it has a place in a document. Its marks count from its own start."""

    text: str
    role: Role = Role.BODY
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class RawArticle:
    """What a reader takes from a source: its pieces, and the metadata that the source itself states.

    A piece has a role other than body only if the source marks it, as a page marks a caption.

    `written` holds how the source writes each piece, in the order of `pieces`; it is empty if the source
    writes them as their texts read. `definitions` are lines that belong to no piece and state no metadata,
    such as Markdown's link definitions. `left_out` (HTML only) are the parts of the page that were not taken.

    `headline` stands apart from the text, as the subject of a message does; it becomes the first piece if no
    piece is a title. `last_date` counts if neither the source nor its text names a date. `never_authors` are
    names of the outlet, which a page prints where authors stand; None means that a byline is taken as it is.
    `has_headings` is false if the source has no way to mark a heading, so that only its shape shows it.
    """

    pieces: tuple[Piece, ...]
    stated: Metadata = field(default_factory=Metadata)
    format: str = "plain"
    written: tuple[str, ...] = ()
    definitions: tuple[str, ...] = ()
    left_out: tuple[Piece, ...] = ()
    headline: str = ""
    last_date: PublicationDate | None = None
    never_authors: frozenset[str] | None = None
    has_headings: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """An article whose pieces have their roles, with its metadata. `left_out` is that of the `RawArticle`.

    `notes` are sentences about what the source states and is too long to be kept.
    """

    pieces: tuple[Piece, ...]
    metadata: Metadata = field(default_factory=Metadata)
    left_out: tuple[Piece, ...] = ()
    format: str = "plain"
    notes: tuple[str, ...] = ()
