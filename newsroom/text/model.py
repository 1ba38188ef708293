"""Define the data types of a text on its way from bytes to the page.

All offsets are Unicode code points and `end` is exclusive, as in Python, SQLite, PostgreSQL and the W3C
TextPositionSelector. A reader makes a `RawArticle` from a source. A `Draft` is the article with its roles and
metadata. A `Document` is what a revision stores.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `start` inclusive, `end` exclusive, in code points. A span may be empty."""

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
    """What a block does in its article: the headline, the body, a caption and so on.

    A kicker is a short line before the headline.
    """

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
    """The kind of a mark: formatting that is stored beside the text, with the span that it covers.

    Some kinds, such as `HEADING`, always cover a whole block. `STRUCK` is crossed-out text.
    """

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
    """The formatting of the text at `start..end`, in code points.

    `value` is the address of a link or image, the level of a heading, or the marker of a list item. A mark of
    kind `note` is not drawn. Its value is something that the source attaches without printing it, such as the
    title of a link, the language of code, or an unsafe address.
    """

    start: int
    end: int
    kind: MarkKind
    value: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One paragraph of a document, or something similar such as a heading, with its role.

    `start` and `end` are code points of the document's text. Blocks do not overlap, and no block is empty.
    """

    start: int
    end: int
    role: Role = Role.BODY

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """A normalised text with its blocks and marks, in order. Exactly one blank line separates two blocks."""

    text: str
    blocks: tuple[Block, ...] = ()
    marks: tuple[Mark, ...] = ()

    def text_of(self, part: Span | Block) -> str:
        """Return the text of a span or a block of the document."""
        return self.text[part.start : part.end]


class PublicationDate(NamedTuple):
    """The time at which an article was published.

    If only the day is known, `on_day` is true and `moment` is midnight UTC of that day.
    """

    moment: datetime
    on_day: bool


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article in addition to its text. An empty string means that a value is unknown.

    `published_at` keeps its own time zone; None means that the date is unknown. If only the day is known,
    `published_on_day` is true and the time is midnight UTC. `lines` holds the original lines that became
    metadata and are no longer in the text.
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
    """A block that has no place in a document yet.

    The offsets of its marks are code points from the start of the piece.
    """

    text: str
    role: Role = Role.BODY
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class RawArticle:
    """The pieces that a reader takes from a source, with the metadata that the source itself states.

    A piece has a role other than body only if the source marks it, for example as a caption. `written` holds
    the source text of each piece, in the order of `pieces`; it is empty if the source text of a piece is the
    piece itself. `definitions` are lines that are neither text nor metadata, such as Markdown's link
    definitions. `left_out` holds the parts of a page or a PDF that are not in the article.

    `headline` is a headline outside the text, such as the subject of a message. It becomes the first piece if
    no piece is a title. `last_date` is used if neither the source nor its text names a date. `never_authors`
    are names of the outlet, which pages print in place of authors; None means that the byline is used
    unchanged. `has_headings` is false if the source cannot mark headings, so that only the shape of a line
    shows them. `notes` are sentences about what the reader could not use.
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
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in which each piece has its role, with the metadata of the article.

    `left_out` holds the parts of the source that are not in the article. `format` is the format of the
    source, such as `html`. `notes` are sentences for people: about values that were too long to keep, and
    about what the reader could not use.
    """

    pieces: tuple[Piece, ...]
    metadata: Metadata = field(default_factory=Metadata)
    left_out: tuple[Piece, ...] = ()
    format: str = "plain"
    notes: tuple[str, ...] = ()
