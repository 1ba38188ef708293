"""Read an HTML page: its article becomes pieces with marks, and all other visible text is listed as left out.

Every visible character of the page is in a piece or in `RawArticle.left_out`. Scripts, styles and templates
are in neither, because readers do not see them. Only the page's metadata is read from them, and the text of
the article in JSON-LD or in other scripts if the page itself shows none.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape, unescape

from newsroom.text.model import Metadata, Piece, RawArticle, Role
from newsroom.text.readers.page.article import article_segments
from newsroom.text.readers.page.bylines import credit_of, trusted_byline
from newsroom.text.readers.page.containers import text_length
from newsroom.text.readers.page.head import SHORT_LINE, own_role, roles_of_head
from newsroom.text.readers.page.headline import find_headline, same_words_as
from newsroom.text.readers.page.parsing import measure_page, parse_page
from newsroom.text.readers.page.raised_elements import write_out_scripts
from newsroom.text.readers.page.regions import RUNNING, PageSegment
from newsroom.text.readers.page.segments import segments
from newsroom.text.readers.page.stated.dates import day_in_address, parse_instant
from newsroom.text.readers.page.stated.metadata import PageMetadata, stated_by_page
from newsroom.text.readers.page.stated.script_text import text_in_scripts

_ELEMENT = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote)\b[^<>]*>", re.IGNORECASE)
#: The largest share of links in a stretch of text that still counts as prose.
_MOST_LINKED = 0.5
#: How many characters of the text in the metadata are compared with the lines of the page.
_COMPARED = 20_000
_FROM_SCRIPTS = (
    "The page shows no text without its scripts, so the text was taken from them: compare both."
)


def read_html(source: str) -> RawArticle:
    """Return the article of an HTML page.

    Raises `TooLarge` if the page has too many elements, and `Unreadable` if the parser cannot handle its
    tags.
    """
    root = parse_page(source)
    size = measure_page(root)
    write_out_scripts(root)
    stated = stated_by_page(root)
    page = segments(root, base=stated.base)
    from_scripts = ""
    if not stated.body and not any(_is_paragraph(segment) for segment in page):
        # This comes first, because the scripts are removed below.
        from_scripts = text_in_scripts(root)
        stated = replace(stated, body=from_scripts)
    taken = article_segments(root, page, size)
    unshown = _unshown_text(page, taken, stated)
    if unshown:
        taken = frozenset()

    headline_index = find_headline(page, taken, stated)
    headline = stated.metadata.title
    if headline_index is not None:
        headline = page[headline_index].text
    roles = roles_of_head(page, taken, headline_index)
    # Pages repeat their headline, for example above the comments.
    repeats_headline = same_words_as(headline)
    kept = [
        index
        for index in sorted(taken | roles.keys())
        if index == headline_index or not repeats_headline(page[index].text)
    ]
    kept_indexes = frozenset(kept)
    left_out = tuple(
        segment.piece for index, segment in enumerate(page) if index not in kept_indexes
    )
    metadata = replace(stated.metadata, title=headline, byline=_byline(page, kept, roles, stated))
    return RawArticle(
        _pieces(page, kept, roles, unshown, headline),
        _with_shown_date(metadata, page, kept, roles),
        format="html",
        left_out=left_out,
        last_date=day_in_address(metadata.url),
        never_authors=stated.never_authors,
        notes=(_FROM_SCRIPTS,) if unshown and from_scripts else (),
    )


def _is_paragraph(segment: PageSegment) -> bool:
    """Return whether a segment is as long as a paragraph of prose, is not mostly links, and is outside page
    furniture.
    """
    is_prose = len(segment.text) >= RUNNING and segment.linked <= _MOST_LINKED * len(segment.text)
    return is_prose and not segment.is_in_furniture


def _unshown_text(
    page: Sequence[PageSegment], taken: Collection[int], stated: PageMetadata
) -> tuple[PageSegment, ...]:
    """Return the segments of the article text that the page's metadata holds, if the page itself shows none.

    The result is empty if the page shows article text, or if its metadata holds none.
    """
    if not stated.body or _shows_text(page, taken, stated.body):
        return ()
    # Many pages state the beginning of their text only, and some show their text late, by a script.
    if text_length(page, taken) >= len(stated.body):
        return ()
    markup = stated.body
    if not _ELEMENT.search(markup):
        # Plain lines may contain character references too.
        lines = markup.splitlines()
        markup = "".join(f"<p>{escape(unescape(line))}</p>" for line in lines)
    root = parse_page(markup)
    measure_page(root)
    write_out_scripts(root)
    return segments(root, base=stated.base)


def _shows_text(page: Sequence[PageSegment], taken: Collection[int], body: str) -> bool:
    """Return whether the page segments at the indexes `taken` include article text.

    Article text is at least one long paragraph, or a line that occurs at the start of `body`, which is the
    article text in the page's metadata.
    """
    beginning = body[:_COMPARED]
    for index in taken:
        segment = page[index]
        if (
            segment.is_in_furniture
            or segment.heading
            or segment.linked > _MOST_LINKED * len(segment.text)
        ):
            continue
        if len(segment.text) > SHORT_LINE or segment.text in beginning:
            return True
    return False


def _pieces(
    page: Sequence[PageSegment],
    kept: Sequence[int],
    roles: Mapping[int, Role],
    unshown: Sequence[PageSegment],
    headline: str,
) -> tuple[Piece, ...]:
    """Return the pieces of the article, with the headline first.

    `kept` holds the indexes of the segments of `page` that are in the article. `unshown` holds the segments
    that only the metadata of the page has.
    """
    pieces: list[Piece] = []
    for index in kept:
        segment = page[index]
        role = roles.get(index) or own_role(segment)
        pieces.append(replace(segment.piece, role=role))
    for segment in unshown:
        pieces.append(replace(segment.piece, role=own_role(segment)))
    has_title = any(piece.role is Role.TITLE for piece in pieces)
    if headline and pieces and not has_title:
        pieces.insert(0, Piece(headline, Role.TITLE))
    # False sorts before True, so the title comes first. All others keep their order.
    pieces.sort(key=lambda piece: piece.role is not Role.TITLE)
    return tuple(pieces)


def _byline(
    page: Sequence[PageSegment],
    kept: Iterable[int],
    roles: Mapping[int, Role],
    stated: PageMetadata,
) -> str:
    """Return the first stated byline that is trustworthy, else the byline that the page shows.

    If there is neither, returns the byline of `stated.metadata`, which may be an empty string.
    """
    byline = trusted_byline(stated.bylines, page)
    if byline:
        return byline
    lines = (index for index in kept if roles.get(index) is Role.BYLINE)
    first = next(lines, None)
    if first is None:
        return stated.metadata.byline
    return credit_of(page[first], stated.never_authors) or stated.metadata.byline


def _with_shown_date(
    metadata: Metadata,
    page: Sequence[PageSegment],
    kept: Iterable[int],
    roles: Mapping[int, Role],
) -> Metadata:
    """Return `metadata`, with the date of a `<time>` element in a byline or date line if it has no date."""
    if metadata.published_at is not None:
        return metadata
    for index in kept:
        if roles.get(index) not in (Role.DATELINE, Role.BYLINE):
            continue
        published = parse_instant(page[index].time)
        if published is not None:
            return replace(
                metadata, published_at=published.moment, published_on_day=published.on_day
            )
    return metadata
