"""Turn bytes into an article that can be imported, in five steps.

1. `decode_source` finds the format of the bytes, and decodes them to text.
2. `read_source` lets a reader take the raw pieces, and the metadata that the source itself states.
3. `assign_roles` finds the part that each piece plays in its article.
4. `gather_metadata` collects what the pieces state about the article.
5. `compose` makes one normalised text, with blocks and marks.

`prepare` does all five steps. Values that a person or a record states replace the values that were read.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.addresses.canonical import domain
from newsroom.text.compilations.coded import read_coded
from newsroom.text.compose import BETWEEN_BLOCKS, compose
from newsroom.text.decoding.decode import CharsetGuess, decode
from newsroom.text.decoding.labels import declared_in_html
from newsroom.text.metadata.gather import GatheredMetadata, gather_metadata
from newsroom.text.metadata.limits import limit_metadata
from newsroom.text.metadata.plausible_days import plausible, refuse_implausible
from newsroom.text.metadata.titles import desk_title
from newsroom.text.model import Document, Draft, Metadata, Piece, PublicationDate, RawArticle, Role
from newsroom.text.normalise import normalise
from newsroom.text.readers.formats import format_of
from newsroom.text.readers.html import read_html
from newsroom.text.readers.markdown import read_markdown
from newsroom.text.readers.parts import READER_OF_PARTS, format_of_parts
from newsroom.text.readers.plain import read_plain
from newsroom.text.structure.block_roles import assign_roles
from newsroom.text.structure.headings import mark_headings
from newsroom.text.structure.several_articles import article_starts, note_on_several_articles
from newsroom.text.unfit import refuse_headline_alone, refuse_longest, refuse_unfit

READER_OF_TEXT: Mapping[str, Callable[[str], RawArticle]] = {
    "plain": read_plain,
    "markdown": read_markdown,
    "html": read_html,
    "database": read_coded,
}

#: Fields that `SourceDetails` and `Metadata` have in common.
_STATED_FIELDS = ("title", "outlet", "byline", "credit", "url", "language")
_SOFT_HYPHEN = "\u00ad"
_DAY_LENGTH = len("2022-07-09")
_LONGEST_QUOTED = 40


@dataclass(frozen=True, slots=True)
class SourceDetails:
    """Values that a record or a person states about a source in addition to its bytes.

    None means that nobody stated a value, so the value that was read is used. An empty string states that
    there is none. `format`, a key of `READER_OF_TEXT`, chooses the reader; if it is empty, the content
    decides. `address` and `charset` are those with which a page was fetched. `address` becomes the article's
    own address unless the page names another address of the same site. `roles` and `take_back` are those of
    `compose`. `as_one` says that a file which looks like several articles is one. `notes` are sentences about
    stated values that could not be used.
    """

    external_id: str = ""
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credit: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    format: str = ""
    address: str = ""
    charset: str = ""
    roles: Mapping[int, Role] = field(default_factory=dict)
    take_back: tuple[int, ...] = ()
    as_one: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecodedSource:
    """The bytes of a source whose format is known, with their text. `guesses` are those of `DecodedText`.

    `text` is empty for the formats of `READER_OF_PARTS`, whose readers decode `raw`.
    """

    raw: bytes
    format: str
    text: str = ""
    charset: str = "utf-8"
    guesses: tuple[CharsetGuess, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedSource:
    """An article that is ready to be imported.

    `metadata` is the metadata of the draft, with stated values in place of read values. `title` is never
    empty. `notes` are sentences about values that were cut or emptied. `charset_guesses` are the `guesses` of
    `DecodedText`. `starts` are the indexes of the blocks at which further articles seem to begin, if the
    source may be several articles in one file and nobody said that it is one.
    """

    draft: Draft
    document: Document
    metadata: Metadata
    title: str
    charset: str
    sha256: str
    words: int
    notes: tuple[str, ...] = ()
    charset_guesses: tuple[CharsetGuess, ...] = ()
    starts: tuple[int, ...] = ()

    @property
    def running_text(self) -> str:
        """Return the body blocks and credits of a page as one text; of any other source, the whole text."""
        if self.draft.format != "html":
            return self.document.text
        running = (
            block for block in self.document.blocks if block.role in (Role.BODY, Role.CREDIT)
        )
        return BETWEEN_BLOCKS.join(self.document.text_of(block) for block in running)


def prepare(raw: bytes, *, name: str = "", details: SourceDetails | None = None) -> PreparedSource:
    """Make an article from the bytes of a file called `name`, and the `details` that are stated about it.

    Raises `Unreadable` or `TooLarge` if the bytes are not an article, and `Invalid` if a stated value is
    wrong.
    """
    details = details or SourceDetails()
    source = decode_source(raw, name=name, details=details)
    article = read_source(source)
    draft = draft_of(article)
    _refuse_missing_pieces(draft, details)
    document = compose(draft, roles=details.roles, take_back=details.take_back)
    refuse_unfit(document)
    if source.format == "html":
        refuse_headline_alone(document)

    bounded_metadata = limit_metadata(_in_normal_form(_with_details(draft.metadata, details)))
    metadata = bounded_metadata.metadata
    starts: tuple[int, ...] = ()
    several = ""
    if source.format == "html" or details.format:
        # A page has one address, and a row of a table is one article, so a person only has to look.
        several = note_on_several_articles(document)
    elif not details.as_one:
        starts = article_starts(document)
    notes = dict.fromkeys((*details.notes, *draft.notes, *bounded_metadata.notes, several))
    return PreparedSource(
        draft=draft,
        document=document,
        metadata=metadata,
        title=desk_title(metadata.title, document, name),
        charset=source.charset,
        sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        words=len(document.text.split()),
        notes=tuple(filter(None, notes)),
        charset_guesses=source.guesses,
        starts=starts,
    )


def decode_source(raw: bytes, *, name: str, details: SourceDetails) -> DecodedSource:
    """Decode `raw`, and find its format unless a format is given.

    Raises `Unreadable` if the bytes are not text, and `TooLarge` if the text is too long.
    """
    parts = "" if details.format else format_of_parts(raw, name=name)
    if parts:
        return DecodedSource(raw, parts)

    decoded = decode(raw, declared=details.charset or declared_in_html(raw))
    text_format = details.format or format_of(decoded.text, name=name)
    # Most of a page may be markup, so the length of its text is checked later.
    if text_format != "html":
        refuse_longest(decoded.text)
    return DecodedSource(raw, text_format, decoded.text, decoded.charset, decoded.guesses)


def read_source(source: DecodedSource) -> RawArticle:
    """Return the pieces and metadata that the reader of a format takes from `source`. Raises its errors."""
    if source.format in READER_OF_PARTS:
        return READER_OF_PARTS[source.format](source.raw)
    return READER_OF_TEXT[source.format](source.text)


def draft_of(article: RawArticle) -> Draft:
    """Assign roles to the pieces of `article`, gather its metadata, and return both as a draft."""
    pieces = assign_roles(article.pieces)
    stated = limit_metadata(article.stated)
    gathered = gather_metadata(pieces, stated=stated.metadata, never_authors=article.never_authors)

    kept = tuple(piece for index, piece in enumerate(pieces) if index not in gathered.taken)
    if not article.has_headings:
        kept = mark_headings(kept)
    if article.headline and all(piece.role is not Role.TITLE for piece in kept):
        kept = (Piece(article.headline, Role.TITLE), *kept)
    bounded_metadata = limit_metadata(_metadata_of(article, pieces, gathered))
    notes = (*article.notes, *stated.notes, *bounded_metadata.notes)
    return Draft(kept, bounded_metadata.metadata, article.left_out, article.format, notes)


def parse_published(value: str) -> tuple[datetime | None, bool]:
    """Parse a date, or a date with a time, in ISO 8601. UTC is assumed if no zone is named.

    Returns the time in UTC, and whether only a day was given. An empty value gives (None, False). Raises
    `Invalid` for any other text, and for a day on which no report can have been published.
    """
    value = value.strip()
    if not value:
        return None, False
    try:
        published = _parsed(value)
    except (ValueError, OverflowError) as error:
        beginning = value[:_LONGEST_QUOTED]
        raise Invalid(f"“{beginning}” is no date: write 2022-07-09 or 2022-07-09T14:30.") from error
    refuse_implausible(published.moment)
    return published.moment, published.on_day


def _parsed(value: str) -> PublicationDate:
    if len(value) <= _DAY_LENGTH:
        return PublicationDate(
            datetime.combine(date.fromisoformat(value), time(), UTC), on_day=True
        )
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        return PublicationDate(moment.replace(tzinfo=UTC), on_day=False)
    return PublicationDate(moment.astimezone(UTC), on_day=False)


def _metadata_of(
    article: RawArticle, pieces: tuple[Piece, ...], gathered: GatheredMetadata
) -> Metadata:
    """Return the gathered metadata with the lines that were taken out of the text.

    `article.last_date` becomes the date of publication if no other date was found and it is plausible.
    """
    metadata = gathered.metadata
    lines = list(article.stated.lines)
    for index in sorted(gathered.taken):
        if article.written:
            lines += article.written[index].split("\n")
        else:
            lines.append(pieces[index].text)
    lines += article.definitions
    metadata = replace(metadata, lines=tuple(lines))

    last_date = plausible(article.last_date)
    if metadata.published_at is None and last_date is not None:
        metadata = replace(
            metadata, published_at=last_date.moment, published_on_day=last_date.on_day
        )
    return metadata


def _refuse_missing_pieces(draft: Draft, details: SourceDetails) -> None:
    for index in details.roles:
        if index >= len(draft.pieces):
            raise Invalid(f"There is no paragraph {index + 1}: open the preview again.")


def _with_details(read: Metadata, details: SourceDetails) -> Metadata:
    """Return the metadata that was read, with stated values in place of read values."""
    changed: dict[str, Any] = {}
    for name in _STATED_FIELDS:
        value = getattr(details, name)
        if value is not None:
            changed[name] = value.strip()
    if details.address and details.url is None and not _is_same_site(read.url, details.address):
        changed["url"] = details.address
    if details.published is not None:
        changed["published_at"], changed["published_on_day"] = parse_published(details.published)
    return replace(read, **changed)


def _is_same_site(url: str, address: str) -> bool:
    """Return whether both addresses have the same host, or one host is a subdomain of the other
    (`amp.example.org`).
    """
    host, site = domain(url), domain(address)
    if not host:
        return False
    return host == site or host.endswith(f".{site}") or site.endswith(f".{host}")


def _in_normal_form(metadata: Metadata) -> Metadata:
    """Return `metadata` with normalised values, because databases refuse NUL characters."""
    words: dict[str, Any] = {name: normalise(getattr(metadata, name)) for name in _STATED_FIELDS}
    # A soft hyphen says where a line may break. Nobody types one when searching for a headline.
    words["title"] = words["title"].replace(_SOFT_HYPHEN, "")
    lines = tuple(normalise(line) for line in metadata.lines)
    return replace(metadata, lines=lines, **words)
