"""From bytes to something that can be imported: decode, read, correct, compose."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.text.addresses.canonical import domain
from newsroom.text.compose import BETWEEN_BLOCKS, compose
from newsroom.text.decoding.decode import declared_in_html, decode
from newsroom.text.direction import CONTROLS
from newsroom.text.metadata.gather import working_title
from newsroom.text.model import Document, Draft, Metadata, Role
from newsroom.text.normalise import normalise
from newsroom.text.readers import docx, html, is_html, mail, markdown, plain, read

LONGEST_TITLE = 300
_WORDS = ("title", "byline", "credit", "url", "outlet", "language")
#: Longest text, in code points: about as many words as three long novels.
LONGEST = 2_000_000
READERS: Mapping[str, Callable[..., Draft]] = {
    "": read,
    "plain": plain.read,
    "markdown": markdown.read,
    "html": html.read,
}


@dataclass(frozen=True, slots=True)
class SourceDetails:
    """What is stated about a source beside its bytes: by a record's columns or by a person at preview.

    `None` means "not stated": the reader's own guess stands. A blank states that there is none. `format`
    (plain, markdown, html) names the reader; blank lets the content choose it. `address` and `charset` are
    those a page was fetched from and with: the address is the article's own unless the page names another one
    of the same site.
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


@dataclass(frozen=True, slots=True)
class PreparedSource:
    """A source ready to be imported. `title` is never blank; `metadata` is the reader's with what was given
    over it.
    """

    draft: Draft
    document: Document
    metadata: Metadata
    title: str
    charset: str
    sha256: str
    words: int

    @property
    def running_text(self) -> str:
        """Of a page, its text without the lines that the metadata holds, captions and pointers elsewhere.

        Of any other source the whole text: what is not in it is in no other place either.
        """
        if self.draft.format != "html":
            return self.document.text
        running = (block for block in self.document.blocks if block.role in (Role.BODY, Role.CREDIT))
        return BETWEEN_BLOCKS.join(self.document.text[block.start : block.end] for block in running)


def prepare(raw: bytes, *, name: str = "", given: SourceDetails | None = None) -> PreparedSource:
    """Read `raw` (a file called `name`) and apply what was `given`.

    Raises `Unreadable` or `TooLarge` where the bytes are no article, `Invalid` where something given cannot
    be right.
    """
    given = given or SourceDetails()
    draft, charset = _draft(raw, name, given)
    if out_of_range := [i for i in given.roles if i >= len(draft.pieces)]:
        raise Invalid(f"There is no paragraph {out_of_range[0] + 1}: open the preview anew.")
    document = compose(draft, roles=given.roles, take_back=given.take_back)
    if not document.blocks:
        raise Unreadable("There is no text in it. Choose another file or paste the article's text.")
    _refuse_longest(document.text)
    metadata = _without_controls(_with_given(draft.metadata, given))
    return PreparedSource(
        draft=draft,
        document=document,
        metadata=metadata,
        title=_name(metadata.title) or _name(working_title(document)) or name[:LONGEST_TITLE] or "Untitled",
        charset=charset,
        sha256=hashlib.sha256(document.text.encode()).hexdigest(),
        words=len(document.text.split()),
    )


def _without_controls(metadata: Metadata) -> Metadata:
    """What is said of a text in the normal form of texts: databases take no NUL, and no line of a list needs
    one.
    """
    words = {name: normalise(getattr(metadata, name)) for name in _WORDS}
    return replace(metadata, **words, lines=tuple(map(normalise, metadata.lines)))  # type: ignore[arg-type]


def _name(title: str) -> str:
    """A title as the desk's name of an article, without what would turn the line it stands in."""
    return title.translate(dict.fromkeys(map(ord, CONTROLS))).strip()[:LONGEST_TITLE]


def _draft(raw: bytes, name: str, given: SourceDetails) -> tuple[Draft, str]:
    """What a reader makes of `raw`, and the charset that was read."""
    if not given.format and docx.is_docx(raw):
        return docx.read(raw), "utf-8"
    if not given.format and mail.is_mail(raw, name=name):
        return mail.read(raw), "utf-8"
    decoded = decode(raw, declared=given.charset or declared_in_html(raw))
    if given.format != "html" and (given.format or not is_html(decoded.text, name=name)):
        _refuse_longest(decoded.text)
    return READERS[given.format](decoded.text, name=name), decoded.charset


def _refuse_longest(text: str) -> None:
    if len(text) > LONGEST:
        raise TooLarge(f"This text is longer than {LONGEST:,} characters: split it.")


def parse_published(value: str) -> tuple[datetime | None, bool]:
    """`value` (ISO 8601 date, or date and time; UTC where no zone is named) as a UTC time, and whether it is
    a day.

    Raises `Invalid` with a sentence for anything else.
    """
    value = value.strip()
    if not value:
        return None, False
    try:
        if len(value) <= len("2022-07-09"):
            return datetime.combine(date.fromisoformat(value), time(), UTC), True
        moment = datetime.fromisoformat(value)
        return (moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)), False
    except (ValueError, OverflowError) as error:
        raise Invalid(f"“{value[:40]}” is no date: write 2022-07-09 or 2022-07-09T14:30.") from error


def _with_given(guessed: Metadata, given: SourceDetails) -> Metadata:
    changed: dict[str, object] = {
        name: value.strip()
        for name in ("title", "outlet", "byline", "credit", "url", "language")
        if (value := getattr(given, name)) is not None
    }
    if given.address and given.url is None and not _same_site(guessed.url, given.address):
        changed["url"] = given.address
    if given.published is not None:
        changed["published_at"], changed["published_on_day"] = parse_published(given.published)
    return replace(guessed, **changed)  # type: ignore[arg-type]


def _same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site, or of parts of it (`www.example.org`, `amp.example.org`)."""
    a, b = domain(one), domain(other)
    return bool(a) and (a == b or a.endswith(f".{b}") or b.endswith(f".{a}"))
