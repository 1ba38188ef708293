"""Gather what the pieces of an article state about it: title, byline, credit, date, address, outlet.

A field stays empty if its value is uncertain, because an empty field misleads nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.text.metadata.bylines import names_of_people
from newsroom.text.metadata.dates import first_date, is_of_an_update
from newsroom.text.metadata.known_outlets import OUTLETS
from newsroom.text.metadata.outlets import outlet_of
from newsroom.text.model import Metadata, Piece, PublicationDate, Role
from newsroom.text.structure.byline_lines import author_credit, credited_to

_ADDRESS = r"<?(?P<url>https?://[^\s<>]{3,2000})>?"
_ADDRESS_LABEL = (
    r"(?:original|source|article|canonical|full|web)?\s*(?:url|link|address|article|source|"
    r"permalink|story)"
)
_LABELLED_ADDRESS = re.compile(
    rf"\W{{0,3}}{_ADDRESS_LABEL}\s*:\W{{0,3}}(?:\s*{_ADDRESS})?\W{{0,3}}", re.IGNORECASE
)
_ADDRESS_ALONE = re.compile(_ADDRESS)
#: How many pieces at the beginning, and how many at the end, may contain the article's own address.
_EDGE = 6

_APPEAL = re.compile(r"a\s+message\s+from\s+(?P<outlet>.{2,60}?)\s*[:.]?", re.IGNORECASE)
_BETWEEN_CREDITS = "; "
_NOTHING_STATED = Metadata()


@dataclass(frozen=True, slots=True)
class GatheredMetadata:
    """The metadata that the pieces of an article state.

    `taken` holds the indexes of the pieces that are only metadata, so that they can leave the text.
    """

    metadata: Metadata
    taken: frozenset[int]


def gather_metadata(
    pieces: Sequence[Piece],
    *,
    stated: Metadata = _NOTHING_STATED,
    never_authors: frozenset[str] | None = None,
) -> GatheredMetadata:
    """Gather the metadata of `pieces`, which have their roles already.

    `stated` is what the source itself states as metadata; these values are used before what the pieces say.
    `never_authors` is `RawArticle.never_authors`.
    """
    own_address, taken = _original_address(pieces)
    url = stated.url or own_address
    metadata = replace(
        stated,
        title=stated.title or _first_line(pieces, Role.TITLE),
        byline=stated.byline or _byline(pieces, never_authors),
        credit=stated.credit or _BETWEEN_CREDITS.join(_lines(pieces, Role.CREDIT)),
        url=url,
        outlet=stated.outlet or outlet_of(url) or _outlet_that_appeals(pieces),
    )
    published = _published(pieces)
    if stated.published_at is None and published is not None:
        metadata = replace(
            metadata, published_at=published.moment, published_on_day=published.on_day
        )
    return GatheredMetadata(metadata, taken)


def _lines(pieces: Sequence[Piece], role: Role) -> list[str]:
    return [" ".join(piece.text.split()) for piece in pieces if piece.role is role]


def _first_line(pieces: Sequence[Piece], role: Role) -> str:
    return next(iter(_lines(pieces, role)), "")


def _byline(pieces: Sequence[Piece], never_authors: frozenset[str] | None) -> str:
    if never_authors is None:
        return credited_to(_first_line(pieces, Role.BYLINE))

    # Pages also mark lines as bylines that name nobody, and lines with the outlet's own name.
    for line in _lines(pieces, Role.BYLINE):
        credit = author_credit(line)
        if credit:
            return names_of_people([credit], never_authors)
    return ""


def _published(pieces: Sequence[Piece]) -> PublicationDate | None:
    for line in (*_lines(pieces, Role.DATELINE), *_lines(pieces, Role.BYLINE)):
        # The day of an update alone does not say when the article was published.
        if is_of_an_update(line):
            continue
        published = first_date(line)
        if published is not None:
            return published
    return None


def _original_address(pieces: Sequence[Piece]) -> tuple[str, frozenset[int]]:
    """Return the address that a line gives as the article's own, and the indexes of the pieces with only
    that.

    Returns an empty string and no indexes if no line gives an address.
    """
    for index in _edges(pieces):
        labelled = _LABELLED_ADDRESS.fullmatch(pieces[index].text.strip())
        if labelled is None:
            continue
        if labelled["url"]:
            return labelled["url"], frozenset({index})
        # The address may be in the line below its label.
        below = _address_alone(pieces, index + 1)
        if below:
            return below, frozenset({index, index + 1})

    # A text that is only an address keeps it, because otherwise nothing would remain.
    first = _address_alone(pieces, 0)
    if first and len(pieces) > 1:
        return first, frozenset({0})
    return "", frozenset()


def _edges(pieces: Sequence[Piece]) -> Iterator[int]:
    for index in range(len(pieces)):
        if index < _EDGE or index >= len(pieces) - _EDGE:
            yield index


def _address_alone(pieces: Sequence[Piece], index: int) -> str:
    """Return the address if the piece at `index` is only an address.

    Returns an empty string if the piece has other words, or if there is no such piece.
    """
    if index >= len(pieces):
        return ""
    address = _ADDRESS_ALONE.fullmatch(pieces[index].text.strip())
    if address is None:
        return ""
    return address["url"]


def _outlet_that_appeals(pieces: Sequence[Piece]) -> str:
    """Return the name of the known outlet that introduces an appeal for donations, or an empty string.

    Sponsors send similar messages, so only the names of known outlets are accepted.
    """
    outlet_of_name = {name.casefold(): name for name in OUTLETS.values()}
    for line in _lines(pieces, Role.BOILERPLATE):
        appeal = _APPEAL.fullmatch(line)
        if appeal is None:
            continue
        outlet = outlet_of_name.get(appeal["outlet"].casefold())
        if outlet:
            return outlet
    return ""
