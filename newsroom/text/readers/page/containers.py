"""Measure how much of a text is in each region of a page."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from newsroom.text.readers.page.regions import RUNNING, PageSegment, Region

#: The share of a text that counts as most of it.
MOST_OF = 0.5
#: The smallest share of the article's text that its container must hold.
_NEARLY_ALL = 0.85
_FIRST_LEVEL = "1"
#: The fewest long paragraphs of a further part of an article.
_FEWEST_OF_PART = 2


def text_length(page: Sequence[PageSegment], indexes: Iterable[int]) -> int:
    """Return the number of code points in the segments at `indexes`."""
    return sum(len(page[index].text) for index in indexes)


def regions_of(page: Sequence[PageSegment]) -> list[Region]:
    """Return the blocks that contain segments of `page`, at any depth. An outer block comes before its inner
    ones.
    """
    # A dictionary keeps the order and finds a known region quickly.
    regions: dict[Region, None] = {}
    for segment in page:
        unknown: list[Region] = []
        for region in segment.region.chain():
            if region in regions:
                break
            unknown.append(region)
        regions.update(dict.fromkeys(reversed(unknown)))
    return list(regions)


def weights_of(page: Sequence[PageSegment], indexes: Iterable[int]) -> dict[Region, int]:
    """Return, for each region, the number of code points of the segments at `indexes` that are inside the
    region.
    """
    weights: defaultdict[Region, int] = defaultdict(int)
    for index in indexes:
        weights[page[index].region] += len(page[index].text)
    for region in reversed(regions_of(page)):
        if region.parent is not None:
            weights[region.parent] += weights[region]
    return weights


def furniture_of(
    page: Sequence[PageSegment], weights: Mapping[Region, int], total: int
) -> set[Region]:
    """Return the regions that are page furniture (menus, footers and the like), and all regions inside them.

    A region that holds more than half of the text is not furniture, whatever its names are, and neither is
    another region with the same names. `weights` holds the code points of text in each region, and `total`
    those of the whole text.
    """
    regions = regions_of(page)
    heavy = {region for region in regions if weights.get(region, 0) > MOST_OF * total}
    spared_names = {region.names for region in heavy if region.furniture and region.names}
    furniture: set[Region] = set()
    for region in regions:
        is_spared = region in heavy or region.names in spared_names
        if region.parent in furniture or (region.furniture and not is_spared):
            furniture.add(region)
    return furniture


def container_of(page: Sequence[PageSegment], indexes: Collection[int]) -> set[Region]:
    """Return the innermost region with nearly all of the text at `indexes`, and all regions inside that
    region.
    """
    weights = weights_of(page, indexes)
    enough = _NEARLY_ALL * text_length(page, indexes)
    regions = regions_of(page)
    heavy = [region for region in regions if weights[region] >= enough]
    inside = {heavy[-1]}
    for region in regions:
        if region.parent in inside:
            inside.add(region)
    return inside


def only_article(page: Sequence[PageSegment]) -> set[Region]:
    """Return the regions of the one `<article>` element that holds the page's article, or an empty set.

    This is the only `<article>` with a first-level heading. If none has one, it is the only `<article>` on
    the page, provided that it has a heading.
    """
    article_of_region = _articles_around(page)
    first = _only_article(page, article_of_region)
    return {region for region, article in article_of_region.items() if first and article is first}


def further_parts(page: Sequence[PageSegment]) -> set[Region]:
    """Return the regions of further parts of the page's article that are in `<article>` elements of their
    own.

    A part is a sibling of the element that `only_article` finds, and has several long paragraphs. It has no
    first-level headline, no time, no author and no linked heading, because other articles have these.
    """
    article_of_region = _articles_around(page)
    first = _only_article(page, article_of_region)
    if first is None:
        return set()
    segments_of_part: defaultdict[Region, list[PageSegment]] = defaultdict(list)
    for segment in page:
        article = article_of_region.get(segment.region)
        if article is not None and article is not first and article.parent is first.parent:
            segments_of_part[article].append(segment)
    parts = {part for part, segments in segments_of_part.items() if _is_part(segments)}
    return {region for region, article in article_of_region.items() if article in parts}


def _only_article(
    page: Sequence[PageSegment], article_of_region: Mapping[Region, Region]
) -> Region | None:
    levels_of_article: defaultdict[Region, set[str]] = defaultdict(set)
    for segment in page:
        article = article_of_region.get(segment.region)
        if article is not None:
            levels_of_article[article].add(segment.heading)

    articles = [article for article, levels in levels_of_article.items() if _FIRST_LEVEL in levels]
    articles = articles or list(levels_of_article)
    if len(articles) != 1 or not any(levels_of_article[articles[0]]):
        return None
    return articles[0]


def _is_part(segments: Sequence[PageSegment]) -> bool:
    long_paragraphs = 0
    for segment in segments:
        is_own = segment.time or segment.authors or segment.heading == _FIRST_LEVEL
        if is_own or (segment.heading and segment.linked):
            return False
        is_prose = not segment.heading and segment.linked <= MOST_OF * len(segment.text)
        long_paragraphs += is_prose and len(segment.text) >= RUNNING
    return long_paragraphs >= _FEWEST_OF_PART


def _articles_around(page: Sequence[PageSegment]) -> dict[Region, Region]:
    """Return, for each region inside an `<article>`, the outermost `<article>`, as {region: article}."""
    article_of_region: dict[Region, Region] = {}
    for region in regions_of(page):
        if region.parent in article_of_region:
            article_of_region[region] = article_of_region[region.parent]
        elif region.tag == "article":
            article_of_region[region] = region
    return article_of_region
