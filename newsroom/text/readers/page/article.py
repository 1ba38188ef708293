"""Which segments of a page are its article.

trafilatura finds the running text; the block that holds nearly all of it is the article's container. Within
it, what serves the page (navigation, sharing, pointers elsewhere) is left out, and what trafilatura passes
over for want of length (subheadings, captions, short paragraphs between others) is taken. Where the page has
one `<article>` with its headline, nothing outside is taken for its length alone.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from lxml import etree

from newsroom.text.readers.page.regions import Element, PageSegment, Region
from newsroom.text.readers.page.teasers import teasers

#: Beyond these, trafilatura takes longer than a person waits; `_running` does without it.
MOST_ELEMENTS = 4_000
DEEPEST = 200
MOST_CHARACTERS = 1_000_000

_NEARLY_ALL = 0.85
_MOSTLY = 0.5
_SHINGLE = 4
_WORD = re.compile(r"\w+")
_RUNNING = 80
#: Beside so many running paragraphs a list of teasers is no digest that the article is made of.
_FEW = 3
_PROSE = frozenset(("p", "blockquote", "li", "pre", "td", "tr", "dd", "dt", "figcaption"))


def article(root: Element, page: Sequence[PageSegment], *, elements: int, deepest: int) -> frozenset[int]:
    """The indexes of the segments of `page` that make the article, headline and byline aside. Takes `root`
    apart.
    """
    small = (
        elements <= MOST_ELEMENTS and deepest <= DEEPEST and sum(len(s.text) for s in page) <= MOST_CHARACTERS
    )
    told = _told_by_trafilatura(root, page) if small else frozenset()
    listed = teasers(page)
    home = _home(page)
    told = _at_home(page, _without(page, told or _running(page), listed, home), home)
    listed -= told
    weights = _weights(page, told)
    furniture = _furniture(page, weights, sum(len(page[index].text) for index in told))
    sure = [index for index in sorted(told) if page[index].region not in furniture]
    if not sure:
        rest = frozenset(index for index, segment in enumerate(page) if segment.region not in furniture)
        return rest or frozenset(range(len(page)))
    container = _container(page, sure)
    between = range(sure[0], sure[-1] + 1)
    return frozenset(sure) | {
        index
        for index in between
        if index not in listed
        and page[index].region in container
        and page[index].region not in furniture
        and _is_prose(page[index])
    }


def _told_by_trafilatura(root: Element, page: Sequence[PageSegment]) -> frozenset[int]:
    """The segments whose words stand in trafilatura's text."""
    # Here, since it takes as long to load as all else together, and most commands read no page.
    from trafilatura import bare_extraction

    etree.strip_elements(root, "script", "style", "template", with_tail=False)
    found = bare_extraction(root, include_comments=False, with_metadata=False)
    lines = (getattr(found, "text", "") or "").split("\n")
    whole = {tuple(_WORD.findall(line)) for line in lines}
    shingles = {shingle for line in whole for shingle in _shingles(line)}
    told = set()
    for index, segment in enumerate(page):
        words = tuple(_WORD.findall(segment.text))
        of_it = _shingles(words)
        if words in whole or (
            of_it and sum(shingle in shingles for shingle in of_it) >= _MOSTLY * len(of_it)
        ):
            told.add(index)
    return frozenset(told)


def _shingles(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [words[start : start + _SHINGLE] for start in range(len(words) - _SHINGLE + 1)]


def _running(page: Sequence[PageSegment]) -> frozenset[int]:
    """The segments that are running text by their length, where they stand in no furniture."""
    furnished = _furniture(page, {}, 0)
    return frozenset(
        index
        for index, segment in enumerate(page)
        if len(segment.text) >= _RUNNING
        and segment.linked <= _MOSTLY * len(segment.text)
        and segment.region not in furnished
    )


def _without(
    page: Sequence[PageSegment], told: frozenset[int], listed: frozenset[int], home: set[Region]
) -> frozenset[int]:
    """The segments at `told` without the teasers that are `listed`, unless the article is made of them, as a
    digest.
    """
    running = [page[index] for index in told - listed if len(page[index].text) >= _RUNNING]
    if len(running) >= _FEW:
        return told - listed
    if any(segment.region in home for segment in running):
        return told - {index for index in listed if page[index].region not in home}
    return told


def _at_home(page: Sequence[PageSegment], told: frozenset[int], home: set[Region]) -> frozenset[int]:
    """Those of the segments at `told` that stand in `home`, if most of the text does."""
    inside = frozenset(index for index in told if page[index].region in home)
    within, everywhere = (sum(len(page[index].text) for index in indexes) for indexes in (inside, told))
    return inside if within > _MOSTLY * everywhere else told


def _home(page: Sequence[PageSegment]) -> set[Region]:
    """The only `<article>` that has a first-level heading, or that there is, and every region in it."""
    articles: dict[Region, Region] = {}
    for region in _regions(page):
        if region.parent in articles:
            articles[region] = articles[region.parent]
        elif region.tag == "article":
            articles[region] = region
    levels: defaultdict[Region, set[str]] = defaultdict(set)
    for segment in page:
        if segment.region in articles:
            levels[articles[segment.region]].add(segment.heading)
    found = [article for article in levels if "1" in levels[article]] or [*levels]
    headed = len(found) == 1 and any(levels[found[0]])
    return {region for region, article in articles.items() if headed and article is found[0]}


def _regions(page: Sequence[PageSegment]) -> list[Region]:
    """The regions of `page` and all around them, outer before inner."""
    found: dict[Region, None] = {}
    for segment in page:
        chain = []
        region: Region | None = segment.region
        while region is not None and region not in found:
            chain.append(region)
            region = region.parent
        found.update(dict.fromkeys(reversed(chain)))
    return list(found)


def _weights(page: Sequence[PageSegment], indexes: Sequence[int] | frozenset[int]) -> dict[Region, int]:
    """How many characters of the segments at `indexes` stand in each region, inner regions included."""
    weights: defaultdict[Region, int] = defaultdict(int)
    for index in indexes:
        weights[page[index].region] += len(page[index].text)
    for region in reversed(_regions(page)):
        if region.parent is not None:
            weights[region.parent] += weights[region]
    return weights


def _furniture(page: Sequence[PageSegment], weights: dict[Region, int], total: int) -> set[Region]:
    """The regions that serve the page. One that holds most of the article is none, whatever its name."""
    furniture: set[Region] = set()
    for region in _regions(page):
        if region.parent in furniture or (region.furniture and weights.get(region, 0) <= _MOSTLY * total):
            furniture.add(region)
    return furniture


def _container(page: Sequence[PageSegment], indexes: Sequence[int]) -> set[Region]:
    """The innermost region that holds nearly all of the text at `indexes`, and every region in it."""
    weights = _weights(page, indexes)
    enough = _NEARLY_ALL * sum(len(page[index].text) for index in indexes)
    regions = _regions(page)
    innermost = [region for region in regions if weights[region] >= enough][-1]
    inside = {innermost}
    for region in regions:
        if region.parent in inside:
            inside.add(region)
    return inside


def _is_prose(segment: PageSegment) -> bool:
    """Whether a segment among the article's is likely part of it: no list of links, no stray label."""
    if segment.within("figcaption", "caption") or segment.heading:
        return True
    return segment.linked <= _MOSTLY * len(segment.text) and segment.region.tag in _PROSE
