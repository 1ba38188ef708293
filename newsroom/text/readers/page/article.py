"""Find the segments of a page that make its article.

trafilatura finds the prose. The smallest block that holds nearly all of it is the article's container. Inside
the container, menus, share buttons and links to other articles are left out. Subheadings, captions and short
paragraphs, which trafilatura skips, are added. If the page has one `<article>` with a headline, long
paragraphs outside it are not taken.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from lxml import etree

from newsroom.text.readers.page.containers import (
    MOST_OF,
    container_of,
    furniture_of,
    further_parts,
    only_article,
    text_length,
    weights_of,
)
from newsroom.text.readers.page.entry_times import times_above
from newsroom.text.readers.page.parsing import PageSize
from newsroom.text.readers.page.regions import RUNNING, Element, PageSegment, Region, is_caption
from newsroom.text.readers.page.teasers import teasers

#: For larger pages trafilatura is too slow, so the length of paragraphs decides instead.
MOST_ELEMENTS = 4_000
DEEPEST = 200
MOST_CHARACTERS = 1_000_000

#: The number of words in a shingle. Shingles find a segment in trafilatura's text.
_SHINGLE = 4
_WORD = re.compile(r"\w+")
_SOFT_HYPHEN = "\u00ad"
#: The smallest share of the extracted text that removing furniture leaves of an article.
_LEAST_KEPT = 0.6
#: With at least so many long paragraphs, the article does not consist of the teasers in it.
_FEW = 3
_PROSE = frozenset(("p", "blockquote", "li", "pre", "td", "tr", "dd", "dt", "figcaption"))

Words = tuple[str, ...]


def article_segments(root: Element, page: Sequence[PageSegment], size: PageSize) -> frozenset[int]:
    """Return the indexes of the segments of `page` that make the article, without headline and byline.

    The result is empty only if `page` is empty. The function may remove scripts and styles from the tree
    under `root`.
    """
    lists_of_teasers = teasers(page)
    home = only_article(page)
    candidates = _likely_text(root, page, size)
    candidates = _without_teasers(page, candidates, lists_of_teasers, home)
    candidates = _at_home(page, candidates, home)

    furniture = furniture_of(page, weights_of(page, candidates), text_length(page, candidates))
    certain = [index for index in sorted(candidates) if page[index].region not in furniture]
    if _has_lost_the_article(page, certain, candidates):
        # The names of blocks only look like those of furniture, because the article stands in them.
        furniture, certain = set(), sorted(candidates)
    if not certain:
        return _all_but_furniture(page, furniture)

    container = container_of(page, certain)
    article = set(certain)
    for index in range(certain[0], certain[-1] + 1):
        region = page[index].region
        is_teaser = index in lists_of_teasers and index not in candidates
        if is_teaser or region in furniture or region not in container:
            continue
        if _is_prose(page[index]):
            article.add(index)
    article |= _in_parts(page, lists_of_teasers)
    return frozenset(article) | times_above(page, article)


def _in_parts(page: Sequence[PageSegment], lists_of_teasers: frozenset[int]) -> frozenset[int]:
    """Return the indexes of the prose in further parts of the article, which trafilatura does not find.
    Teasers are left out.
    """
    parts = further_parts(page)
    inside = (index for index, segment in enumerate(page) if segment.region in parts)
    return frozenset(
        index for index in inside if index not in lists_of_teasers and _is_prose(page[index])
    )


def _likely_text(root: Element, page: Sequence[PageSegment], size: PageSize) -> frozenset[int]:
    """Return the indexes of the segments that trafilatura takes as text.

    If the page is too large for trafilatura, or trafilatura takes nothing, returns the indexes of the
    segments that are long enough to be prose.
    """
    is_small = size.elements <= MOST_ELEMENTS and size.depth <= DEEPEST
    if is_small and text_length(page, range(len(page))) <= MOST_CHARACTERS:
        extracted = _segments_of_trafilatura(root, page)
        if extracted:
            return extracted
    return _running_segments(page)


def _segments_of_trafilatura(root: Element, page: Sequence[PageSegment]) -> frozenset[int]:
    """Return the indexes of the segments whose words are in the text that trafilatura extracts."""
    # trafilatura is imported here because loading it takes as long as everything else, and most commands read
    # no page.
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
        if _is_in_text(_words_of(segment.text), lines, shingles)
    )


def _words_of(text: str) -> Words:
    # trafilatura removes soft hyphens from the words.
    return tuple(_WORD.findall(text.replace(_SOFT_HYPHEN, "")))


def _is_in_text(words: Words, lines: set[Words], shingles: set[Words]) -> bool:
    """Return whether `words` are one of `lines`, or more than half of their shingles are in `shingles`."""
    if words in lines:
        return True
    own_shingles = list(_shingles(words))
    if not own_shingles:
        return False
    shared = sum(shingle in shingles for shingle in own_shingles)
    return shared >= MOST_OF * len(own_shingles)


def _shingles(words: Words) -> Iterator[Words]:
    """Yield each series of `_SHINGLE` neighbouring words; yield nothing if `words` has fewer."""
    for start in range(len(words) - _SHINGLE + 1):
        yield words[start : start + _SHINGLE]


def _running_segments(page: Sequence[PageSegment]) -> frozenset[int]:
    """Return the indexes of the segments that are long enough to be prose and are not mostly links.

    Segments in page furniture (menus, footers and the like) are left out.
    """
    furniture = furniture_of(page, {}, 0)
    running: set[int] = set()
    for index, segment in enumerate(page):
        if len(segment.text) < RUNNING or _is_mostly_links(segment):
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
    """Return `candidates` without the teasers, which are the segments in `lists_of_teasers`.

    All of these are indexes of `page`. If only few other candidates are long, the article may consist of
    teasers, as a digest does. Then only the teasers outside `home` are left out, or none if no long candidate
    is in `home`. `home` holds the regions of the page's only `<article>`.
    """
    others = candidates - lists_of_teasers
    running = [page[index] for index in others if len(page[index].text) >= RUNNING]
    if len(running) >= _FEW:
        return others
    if any(segment.region in home for segment in running):
        outside = {index for index in lists_of_teasers if page[index].region not in home}
        return candidates - outside
    return candidates


def _at_home(
    page: Sequence[PageSegment], candidates: frozenset[int], home: set[Region]
) -> frozenset[int]:
    """Return the candidates inside `home`, or all candidates if `home` holds half of their text or less.

    The candidates are indexes of `page`. `home` holds the regions of the page's only `<article>`.
    """
    inside = frozenset(index for index in candidates if page[index].region in home)
    if text_length(page, inside) > MOST_OF * text_length(page, candidates):
        return inside
    return candidates


def _has_lost_the_article(
    page: Sequence[PageSegment], certain: Collection[int], candidates: Collection[int]
) -> bool:
    """Return whether so much was removed from `candidates` that the article is not in `certain`, the rest.

    It is lost if less than 60 % of the text is left, with fewer than three long paragraphs. Long comments may
    be removed from below a short article, so three long paragraphs are an article, whatever was removed.
    """
    if text_length(page, certain) >= _LEAST_KEPT * text_length(page, candidates):
        return False
    running = sum(len(page[index].text) >= RUNNING for index in certain)
    return running < _FEW


def _all_but_furniture(page: Sequence[PageSegment], furniture: Iterable[Region]) -> frozenset[int]:
    """Return the indexes of the segments outside page furniture, or of all segments if everything is
    furniture.
    """
    serving = set(furniture)
    others = frozenset(index for index, segment in enumerate(page) if segment.region not in serving)
    return others or frozenset(range(len(page)))


def _is_prose(segment: PageSegment) -> bool:
    """Return whether a segment that lies between segments of the article is probably a part of it.

    Lists of links, and labels outside any paragraph, are not.
    """
    # The footer of a quotation says whose words it gives.
    if segment.heading or is_caption(segment) or segment.within("blockquote"):
        return True
    return segment.region.tag in _PROSE and not _is_mostly_links(segment)


def _is_mostly_links(segment: PageSegment) -> bool:
    return segment.linked > MOST_OF * len(segment.text)
