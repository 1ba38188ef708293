"""Which segments of a page are its article.

trafilatura finds the running text. The block that holds nearly all of it is the article's container. Within
the container, what serves the page (navigation, sharing, pointers elsewhere) is left out, and what
trafilatura passes over because it is short (subheadings, captions, short paragraphs) is taken. If the page
has one `<article>` with its headline, nothing outside it is taken for its length alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from newsroom.text.readers.page.containers import (
    MOST_OF,
    container_of,
    furniture_of,
    only_article,
    text_length,
    weights_of,
)
from newsroom.text.readers.page.parsing import PageSize
from newsroom.text.readers.page.regions import Element, PageSegment, Region
from newsroom.text.readers.page.teasers import teasers

#: Beyond these, trafilatura takes longer than a person waits, and the length of paragraphs decides instead.
MOST_ELEMENTS = 4_000
DEEPEST = 200
MOST_CHARACTERS = 1_000_000

#: Words of a shingle, by which a segment is known again in trafilatura's text.
_SHINGLE = 4
_WORD = re.compile(r"\w+")
#: Shortest paragraph, in characters, that is running text by its length.
_RUNNING = 80
#: If the article has so many running paragraphs, a list of teasers in it is no digest that it is made of.
_FEW = 3
_PROSE = frozenset(("p", "blockquote", "li", "pre", "td", "tr", "dd", "dt", "figcaption"))

Words = tuple[str, ...]


def article_segments(root: Element, page: Sequence[PageSegment], size: PageSize) -> frozenset[int]:
    """Return the indexes of the segments of `page` that make the article, without headline and byline.

    This takes the tree under `root` apart.
    """
    lists_of_teasers = teasers(page)
    home = only_article(page)
    candidates = _likely_text(root, page, size)
    candidates = _without_teasers(page, candidates, lists_of_teasers, home)
    candidates = _at_home(page, candidates, home)

    furniture = furniture_of(page, weights_of(page, candidates), text_length(page, candidates))
    sure = [index for index in sorted(candidates) if page[index].region not in furniture]
    if not sure:
        return _all_but_furniture(page, furniture)

    container = container_of(page, sure)
    article = set(sure)
    for index in range(sure[0], sure[-1] + 1):
        region = page[index].region
        is_teaser = index in lists_of_teasers and index not in candidates
        if is_teaser or region in furniture or region not in container:
            continue
        if _is_prose(page[index]):
            article.add(index)
    return frozenset(article)


def _likely_text(root: Element, page: Sequence[PageSegment], size: PageSize) -> frozenset[int]:
    """Return the segments that trafilatura takes as text, else those that are long enough to be text."""
    is_small = size.elements <= MOST_ELEMENTS and size.depth <= DEEPEST
    if is_small and text_length(page, range(len(page))) <= MOST_CHARACTERS:
        found = _segments_of_trafilatura(root, page)
        if found:
            return found
    return _running_segments(page)


def _segments_of_trafilatura(root: Element, page: Sequence[PageSegment]) -> frozenset[int]:
    """Return the segments whose words stand in trafilatura's text."""
    # Imported here because it takes as long to load as all else together, and most commands read no page.
    from trafilatura import bare_extraction  # noqa: PLC0415

    etree.strip_elements(root, "script", "style", "template", with_tail=False)
    extracted = bare_extraction(root, include_comments=False, with_metadata=False)
    text = getattr(extracted, "text", "") or ""
    lines = {_words_of(line) for line in text.split("\n")}
    shingles: set[Words] = set()
    for line in lines:
        shingles.update(_shingles(line))
    return frozenset(
        index
        for index, segment in enumerate(page)
        if _stands_in(_words_of(segment.text), lines, shingles)
    )


def _words_of(text: str) -> Words:
    return tuple(_WORD.findall(text))


def _stands_in(words: Words, lines: set[Words], shingles: set[Words]) -> bool:
    """Whether `words` are one of the lines, or most of their shingles stand in the lines."""
    if words in lines:
        return True
    own_shingles = list(_shingles(words))
    if not own_shingles:
        return False
    shared = sum(shingle in shingles for shingle in own_shingles)
    return shared >= MOST_OF * len(own_shingles)


def _shingles(words: Words) -> Iterator[Words]:
    """Yield each run of `_SHINGLE` words."""
    for start in range(len(words) - _SHINGLE + 1):
        yield words[start : start + _SHINGLE]


def _running_segments(page: Sequence[PageSegment]) -> frozenset[int]:
    """Return the segments that are running text by their length, and stand in no furniture."""
    furniture = furniture_of(page, {}, 0)
    running: set[int] = set()
    for index, segment in enumerate(page):
        if len(segment.text) < _RUNNING or _is_mostly_links(segment):
            continue
        if segment.region not in furniture:
            running.add(index)
    return frozenset(running)


def _without_teasers(
    page: Sequence[PageSegment],
    candidates: frozenset[int],
    lists_of_teasers: frozenset[int],
    home: set[Region],
) -> frozenset[int]:
    """Return `candidates` without teasers, unless the article is made of these, as a digest is."""
    others = candidates - lists_of_teasers
    running = [page[index] for index in others if len(page[index].text) >= _RUNNING]
    if len(running) >= _FEW:
        return others
    if any(segment.region in home for segment in running):
        outside = {index for index in lists_of_teasers if page[index].region not in home}
        return candidates - outside
    return candidates


def _at_home(
    page: Sequence[PageSegment], candidates: frozenset[int], home: set[Region]
) -> frozenset[int]:
    """Return only the candidates that stand in the page's only article, if most of the text stands there."""
    inside = frozenset(index for index in candidates if page[index].region in home)
    if text_length(page, inside) > MOST_OF * text_length(page, candidates):
        return inside
    return candidates


def _all_but_furniture(page: Sequence[PageSegment], furniture: Iterable[Region]) -> frozenset[int]:
    """Return what is no furniture, or the whole page if all of it is."""
    serving = set(furniture)
    rest = frozenset(index for index, segment in enumerate(page) if segment.region not in serving)
    return rest or frozenset(range(len(page)))


def _is_prose(segment: PageSegment) -> bool:
    """Whether a segment among the article's is likely part of it: no list of links, no stray label."""
    if segment.heading or segment.within("figcaption", "caption"):
        return True
    return segment.region.tag in _PROSE and not _is_mostly_links(segment)


def _is_mostly_links(segment: PageSegment) -> bool:
    return segment.linked > MOST_OF * len(segment.text)
