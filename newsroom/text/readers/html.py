"""An HTML page: its article becomes pieces with roles and marks; all else that is visible is left out, and
listed.

Every visible character of the page stands in a piece or in `RawArticle.left_out`. What no reader sees (scripts,
styles, templates) is nowhere; the page's metadata is read from it all the same, and the text that JSON-LD
states where the page shows none.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape, unescape

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.metadata.bylines import names_of_people, spelling
from newsroom.text.metadata.dates import is_date_line
from newsroom.text.model import Piece, RawArticle, Role
from newsroom.text.readers.page.article import article
from newsroom.text.readers.page.metadata import PageMetadata, day_in_address, instant, stated
from newsroom.text.readers.page.regions import Element, PageSegment
from newsroom.text.readers.page.segments import segments
from newsroom.text.structure.line_shapes import author_credit, credited_to, names_wires

#: Most elements of a page, and most attributes of one tag: the parser's time grows with the square of the
#: latter.
MOST_ELEMENTS = 100_000
MOST_ATTRIBUTES = 250

# A tag with its attributes, or what looks like one and is none. Nothing is ever read twice: hence possessive.
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"?+|'[^']*+'?+|[^\s>"'][^\s>]*+)?+)?+"""
_TAG = re.compile(
    rf"<!--(?:(?!-->).)*+|<(?P<raw>script|style)\b(?P<own>(?:{_ATTRIBUTE})*+)(?:(?!</(?P=raw)).)*+"
    rf"|<[a-z][^\s/>]*+(?P<attributes>(?:{_ATTRIBUTE})*+)",
    re.IGNORECASE | re.DOTALL,
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)

#: How far from headline and first paragraph a byline or date is looked for, in segments.
_AROUND = 4
_FARTHEST = 60
_SHORT_LINE = 80
_ELEMENT = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol|blockquote)\b[^<>]*>", re.IGNORECASE)
_NOT_WORDS = re.compile(r"[\W_]+")


def read_html(source: str) -> RawArticle:
    """Return the article of a page. Raises `TooLarge` beyond `MOST_ELEMENTS`, `Unreadable` where its tags defeat a
    parser.
    """
    root = _parsed(source)
    elements, deepest = _measured(root)
    said = stated(root)
    page = segments(root, base=said.base)
    taken = article(root, page, elements=elements, deepest=deepest)
    unshown = () if _shows_text(page, taken, said.body) else _unshown(said)
    taken = frozenset() if unshown else taken
    title = _headline(page, taken, said)
    headline = page[title].text if title is not None else said.metadata.title
    roles = _head(page, taken, title)
    kept = [
        index
        for index in sorted(taken | roles.keys())
        if index == title or not _same(page[index].text, headline)
    ]
    pieces = [replace(page[index].piece, role=roles.get(index) or _own_role(page[index])) for index in kept]
    pieces += [replace(segment.piece, role=_own_role(segment)) for segment in unshown]
    if title is None and headline and pieces:
        pieces.insert(0, Piece(headline, Role.TITLE))
    pieces.sort(key=lambda piece: piece.role is not Role.TITLE)
    dates = [page[index].time for index in kept if roles.get(index) in (Role.DATELINE, Role.BYLINE)]
    here = set(kept)
    left_out = tuple(segment.piece for index, segment in enumerate(page) if index not in here)
    shown = (_credit(page[index], said.nobodies) for index in kept if roles.get(index) is Role.BYLINE)
    byline = _believed(said.bylines, page) or next(shown, "") or said.metadata.byline
    known = replace(said.metadata, title=headline, byline=byline)
    moment = next(filter(None, map(instant, dates)), None)
    if known.published_at is None and moment:
        known = replace(known, published_at=moment.moment, published_on_day=moment.on_day)
    return RawArticle(
        tuple(pieces),
        known,
        format="html",
        left_out=left_out,
        last_date=day_in_address(known.url),
        never_authors=said.nobodies,
    )


def _shows_text(page: Sequence[PageSegment], taken: frozenset[int], body: str) -> bool:
    """Whether what was taken is text of an article: a paragraph at least, or part of the stated `body`."""
    stretches = (page[index] for index in taken if not page[index].furnished and not page[index].heading)
    texts = [segment.text for segment in stretches if segment.linked <= len(segment.text) / 2]
    return any(len(text) > _SHORT_LINE or text in body for text in texts)


def _unshown(said: PageMetadata) -> tuple[PageSegment, ...]:
    """The text that a page states for machines, which may be HTML or lines with character references."""
    if not said.body:
        return ()
    lines = (f"<p>{escape(unescape(line))}</p>" for line in said.body.splitlines())
    root = _parsed(said.body if _ELEMENT.search(said.body) else "".join(lines))
    _measured(root)
    return segments(root, base=said.base)


def _believed(bylines: Sequence[tuple[str, bool]], page: Sequence[PageSegment]) -> str:
    """The first byline that is to be believed, of those to be shown only the names that the page shows."""
    letters = spelling(" ".join(segment.text for segment in page))
    for byline, to_be_shown in bylines:
        names = [
            name for name in byline.split(", ") if name and (not to_be_shown or spelling(name) in letters)
        ]
        if names:
            return ", ".join(names)
    return ""


def _credit(segment: PageSegment, nobodies: frozenset[str] = frozenset()) -> str:
    """Whom a line credits: those it marks as authors, or all it names where these are among them.

    A single word that is marked may be a place, a section or an account; of a byline's own words it is a
    name.
    """
    line = " ".join(segment.text.split())
    authors = [name for text in segment.authors if _is_whole(name := author_credit(text))]
    marked = names_of_people(authors, nobodies)
    named = names_of_people([author_credit(line) if authors else credited_to(line)], nobodies)
    return named if not marked or set(marked.split(", ")) <= set(named.split(", ")) else marked


def _is_whole(name: str) -> bool:
    """Whether a name has more than one word, or is an agency's, or of a script that parts no words."""
    return " " in name or (name != "" and (names_wires(name) or name.upper() == name.lower()))


def _parsed(source: str) -> Element:
    for tag in _TAG.finditer(source):
        attributes = tag["attributes"] or tag["own"] or ""
        if len(attributes) > MOST_ATTRIBUTES and len(_ONE_ATTRIBUTE.findall(attributes)) > MOST_ATTRIBUTES:
            raise Unreadable(
                f"A tag of this page has more than {MOST_ATTRIBUTES:,} attributes. "
                "Copy the article's text from your browser and paste it."
            )
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = document_fromstring(source.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return document_fromstring("<html><body></body></html>")
    if any("RESOURCE_LIMIT" in entry.type_name for entry in parser.error_log):
        raise Unreadable(
            "The tags of this page are nested too deeply. Copy the article's text from your browser and "
            "paste it."
        )
    return root


def _measured(root: Element) -> tuple[int, int]:
    """How many elements there are, and how deeply they nest."""
    elements = depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        deepest = max(deepest, depth)
        if elements > MOST_ELEMENTS:
            raise TooLarge(
                f"This page has more than {MOST_ELEMENTS:,} elements. "
                "Copy the article's text from your browser and paste it."
            )
    return elements, deepest


def _headline(page: Sequence[PageSegment], taken: frozenset[int], said: PageMetadata) -> int | None:
    """The segment that is the headline: one that says what the page states as such, else the h1 before the
    text.
    """
    stated_ones = [
        index for index, segment in enumerate(page) if any(_same(segment.text, h) for h in said.headlines)
    ]
    headings = [index for index in stated_ones if page[index].heading]
    if headings or stated_ones:
        return min(headings or stated_ones, key=lambda index: page[index].heading or "9")
    called = {_NOT_WORDS.sub("", title).casefold(): place for place, title in enumerate(said.titles)}
    named = {
        index: _NOT_WORDS.sub("", segment.text).casefold()
        for index, segment in enumerate(page)
        if segment.heading
    }
    titled = [index for index, text in named.items() if text in called]
    if titled:
        return min(titled, key=lambda index: (called[named[index]], page[index].heading))
    first = next((index for index in sorted(taken) if not page[index].heading), len(page))
    outlet = said.metadata.outlet
    before = [
        index
        for index, segment in enumerate(page[:first])
        if segment.heading == "1" and segment.linked < len(segment.text) and not _same(segment.text, outlet)
    ]
    return before[-1] if before else None


def _head(page: Sequence[PageSegment], taken: frozenset[int], title: int | None) -> dict[int, Role]:
    """Roles of what stands about headline and first paragraph: byline, date, standfirst, first picture."""
    roles: dict[int, Role] = {} if title is None else {title: Role.TITLE}
    body = [index for index in sorted(taken) if index != title and len(page[index].text) > _SHORT_LINE]
    first = next((index for index in body if title is None or index > title), None)
    if first is None:
        return roles
    start = max(0, min(first, first if title is None else title) - _AROUND)
    for index in range(max(start, first - _FARTHEST), min(first + _AROUND, len(page))):
        segment = page[index]
        if index == title:
            continue
        text = " ".join(segment.text.split())
        near = index < body[-1] and (title is None or index > title or _beside(segment, page[title]))
        if len(text) <= _SHORT_LINE * 2 and (
            role := _line_role(text, segment, credits=near and _credits(segment))
        ):
            roles[index] = role
        elif title is not None and title < index < first and _is_standfirst(segment):
            roles[index] = _own_role(segment)
    return roles


def _line_role(text: str, segment: PageSegment, *, credits: bool) -> Role | None:
    if credits or credited_to(text):
        return Role.BYLINE
    if is_date_line(text) or (segment.time and len(text) <= _SHORT_LINE):
        return Role.DATELINE
    return None


def _credits(segment: PageSegment) -> bool:
    """Whether a segment marks somebody as author, and not of another article. Some systems call the byline a
    footer.
    """
    return (not segment.furnished or segment.within("footer")) and bool(segment.authors and _credit(segment))


def _beside(segment: PageSegment, headline: PageSegment) -> bool:
    """Whether the segment stands in the block that the headline stands in."""
    return any(block is headline.region.parent for block in segment.region.chain())


def _is_standfirst(segment: PageSegment) -> bool:
    """Whether a segment between headline and text is read with them."""
    shaped = segment.within("figcaption") or segment.region.tag == "p" or segment.heading in ("2", "3")
    return shaped and segment.linked == 0 and not segment.furnished


def _own_role(segment: PageSegment) -> Role:
    in_figure = segment.within("figure") and not segment.within("blockquote", "table", "pre")
    return Role.CAPTION if in_figure or segment.within("figcaption") else Role.BODY


def _same(one: str, other: str) -> bool:
    a, b = (_NOT_WORDS.sub("", text).casefold() for text in (one, other))
    return bool(a) and a == b
