"""What an article says about itself: title, byline, credit, date, address, outlet. Blank is preferred to
invented.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.text.language.sentences import sentences
from newsroom.text.metadata.agencies import OUTLETS
from newsroom.text.metadata.bylines import names_of_people
from newsroom.text.metadata.dates import first_date, is_of_an_update
from newsroom.text.metadata.outlets import outlet_of
from newsroom.text.model import Document, Metadata, Piece, Role
from newsroom.text.structure.line_shapes import author_credit, credited_to

_WORKING_TITLE = 80
_ELLIPSIS = "…"

_ADDRESS = r"<?(?P<url>https?://[^\s<>]{3,2000})>?"
_ADDRESS_LABEL = (
    r"(?:original|source|article|canonical|full|web)?\s*(?:url|link|address|article|source|permalink|story)"
)
_LABELLED_ADDRESS = re.compile(
    rf"\W{{0,3}}{_ADDRESS_LABEL}\s*:\W{{0,3}}(?:\s*{_ADDRESS})?\W{{0,3}}", re.IGNORECASE
)
_ADDRESS_ALONE = re.compile(_ADDRESS)
_EDGE = 6

_APPEAL = re.compile(r"a\s+message\s+from\s+(?P<outlet>.{2,60}?)\s*[:.]?", re.IGNORECASE)
_CREDIT_BETWEEN = "; "
_NOTHING_STATED = Metadata()

_FRONT_MATTER_LINE = re.compile(r"\s*(?P<key>[\w-]{1,40})\s*:\s*(?P<value>.*?)\s*")
_FRONT_MATTER_KEYS = {
    "title": "title", "headline": "title", "author": "byline", "authors": "byline", "byline": "byline",
    "credit": "credit",
    "date": "date", "published": "date", "published_at": "date", "datepublished": "date", "pubdate": "date",
    "url": "url",
    "original_url": "url", "source_url": "url", "canonical": "url", "canonical_url": "url", "link": "url",
    "outlet": "outlet",
    "publisher": "outlet", "site": "outlet", "sitename": "outlet", "site_name": "outlet", "publication": "outlet",
    "lang": "language", "language": "language",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class GatheredMetadata:
    """What the pieces say, and which of them, by index, are metadata and no part of the text."""

    metadata: Metadata
    taken: frozenset[int]


def gather_metadata(
    pieces: Sequence[Piece],
    *,
    stated: Metadata = _NOTHING_STATED,
    never_authors: frozenset[str] | None = None,
) -> GatheredMetadata:
    """Gather the metadata of `pieces` whose roles have been assigned. What the source has `stated` wins.

    `never_authors` is that of the `RawArticle`.
    """
    url, taken = _original_address(pieces)
    url = stated.url or url
    at, on_day = stated.published_at, stated.published_on_day
    if at is None:
        at, on_day = _published(pieces)
    metadata = replace(
        stated,
        title=stated.title or _first(pieces, Role.TITLE),
        byline=stated.byline or _byline(pieces, never_authors),
        credit=stated.credit or _CREDIT_BETWEEN.join(_lines(pieces, Role.CREDIT)),
        published_at=at,
        published_on_day=on_day,
        url=url,
        outlet=stated.outlet or outlet_of(url) or _outlet_that_appeals(pieces),
    )
    return GatheredMetadata(metadata, taken)


def front_matter(lines: Sequence[str]) -> Metadata:
    """What `key: value` lines before a Markdown text state. Values that are no plain words, and other keys,
    are let be.
    """
    found: dict[str, str] = {}
    for line in lines:
        match = _FRONT_MATTER_LINE.fullmatch(line)
        field = _FRONT_MATTER_KEYS.get(match["key"].casefold().replace("-", "_"), "") if match else ""
        value = match["value"].strip("\"'").strip() if match else ""
        if field and value and value[:1] not in "[{|>&*!":
            found.setdefault(field, value)
    moment = first_date(found.get("date", ""))
    url = found.get("url", "")
    return Metadata(
        title=found.get("title", ""),
        byline=found.get("byline", ""),
        credit=found.get("credit", ""),
        published_at=moment[0] if moment else None,
        published_on_day=bool(moment and moment[1]),
        url=url if _ADDRESS_ALONE.fullmatch(url) else "",
        outlet=found.get("outlet", ""),
        language=_language(found.get("language", "")),
    )


def working_title(document: Document) -> str:
    """The desk's name for a text without a headline: its first sentence of body, cut at a word to about 80
    characters."""
    body = [block for block in document.blocks if block.role is Role.BODY] or list(document.blocks)
    if not body:
        return ""
    spans = sentences(replace(document, blocks=(body[0],)))
    first = " ".join(document.text[spans[0].start : spans[0].end].split())
    if len(first) <= _WORKING_TITLE:
        return first
    cut = first.rfind(" ", 0, _WORKING_TITLE)
    return first[: cut if cut > 0 else _WORKING_TITLE - 1].rstrip(" ,;:–—-") + _ELLIPSIS


def _language(value: str) -> str:
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*", value)
    return found.group(1).lower() if found else ""


def _lines(pieces: Sequence[Piece], role: Role) -> list[str]:
    return [" ".join(piece.text.split()) for piece in pieces if piece.role is role]


def _first(pieces: Sequence[Piece], role: Role) -> str:
    return next(iter(_lines(pieces, role)), "")


def _byline(pieces: Sequence[Piece], never_authors: frozenset[str] | None) -> str:
    lines = _lines(pieces, Role.BYLINE)
    if never_authors is None:
        return credited_to(lines[0]) if lines else ""

    # A page marks as byline also what names nobody, and prints the outlet's own name there.
    credits = [credit for line in lines if (credit := author_credit(line))]
    return names_of_people(credits[:1], never_authors)


def _published(pieces: Sequence[Piece]) -> tuple[datetime | None, bool]:
    datelines = sorted(_lines(pieces, Role.DATELINE), key=is_of_an_update)
    for line in (*datelines, *_lines(pieces, Role.BYLINE)):
        moment = first_date(line)
        if moment:
            return moment
    return None, False


def _original_address(pieces: Sequence[Piece]) -> tuple[str, frozenset[int]]:
    """The address a line at the head or tail names as the article's own, and the pieces that did nothing
    else.
    """
    edges = [i for i in range(len(pieces)) if i < _EDGE or i >= len(pieces) - _EDGE]
    for index in edges:
        found = _LABELLED_ADDRESS.fullmatch(pieces[index].text.strip())
        if found and found["url"]:
            return found["url"], frozenset({index})
        following = (
            _ADDRESS_ALONE.fullmatch(pieces[index + 1].text.strip())
            if found and index + 1 < len(pieces)
            else None
        )
        if following:
            return following["url"], frozenset({index, index + 1})
    alone = _ADDRESS_ALONE.fullmatch(pieces[0].text.strip()) if len(pieces) > 1 else None
    return (alone["url"], frozenset({0})) if alone else ("", frozenset())


def _outlet_that_appeals(pieces: Sequence[Piece]) -> str:
    """A known outlet that asks for support under its own name. Sponsors send messages too, hence only known
    names.
    """
    names = {name.casefold(): name for name in OUTLETS.values()}
    for line in _lines(pieces, Role.BOILERPLATE):
        found = _APPEAL.fullmatch(line)
        if found and found["outlet"].casefold() in names:
            return names[found["outlet"].casefold()]
    return ""
