"""Lists of other articles: headings that are links, one after the other, each with a sentence or two below.

Their sentences are running text like the article's own, and twenty of them outweigh it; so they are told by
their shape, whatever the page calls them.
"""

from collections.abc import Sequence
from itertools import groupby, islice, takewhile

from newsroom.text.readers.page.regions import PageSegment, Region

_FEWEST = 3
#: How much stands below the heading where both have a block of their own; without one, it is a single
#: sentence.
_MOST_BELOW = 3
_LONGEST = 400
_MOSTLY = 0.9
#: How many blocks around a heading are asked whether they hold its sentence as well.
_NEAREST = 6


def teasers(page: Sequence[PageSegment]) -> frozenset[int]:
    """The indexes of the segments that make lists of other articles, with the headings above these lists."""
    headings = [index for index, segment in enumerate(page) if segment.heading]
    bounds = zip([-1, *headings], headings, [*headings[1:], len(page)], strict=False)
    cards = [_teaser(page, *bound) for bound in bounds]
    found: set[int] = set()
    for (is_teaser, _), group in groupby(
        range(len(cards)), lambda at: (bool(cards[at]), page[headings[at]].heading)
    ):
        run = list(group)
        if is_teaser and len(run) >= _FEWEST:
            start, stop = cards[run[0]].start, cards[run[-1]].stop
            labelled = run[0] > 0 and headings[run[0] - 1] == start - 1 and page[start - 1].heading != "1"
            found.update(range(start - labelled, stop))
    return frozenset(found)


def _teaser(page: Sequence[PageSegment], before: int, heading: int, after: int) -> range:
    """What stands about a heading in one block, no further than its neighbours; empty where it is no teaser."""
    if heading + 1 == after or page[heading].linked < _MOSTLY * len(page[heading].text):
        return range(0)
    card = _block_of(page[heading], page[heading + 1])
    apart = all(card not in _around(page[other]) for other in (before, after) if 0 <= other < len(page))
    above = takewhile(lambda index: apart and card in _around(page[index]), range(heading - 1, before, -1))
    below = list(takewhile(lambda index: card in _around(page[index]), range(heading + 1, after)))
    short = all(len(page[index].text) <= _LONGEST for index in below)
    told = below and len(below) <= (_MOST_BELOW if apart else 1) and short
    return range(heading - len(list(above)), below[-1] + 1) if told else range(0)


def _block_of(one: PageSegment, other: PageSegment) -> Region | None:
    """The innermost block that holds both."""
    return next((region for region in _around(one) if region in _around(other)), None)


def _around(segment: PageSegment) -> list[Region]:
    return list(islice(segment.region.chain(), _NEAREST))
