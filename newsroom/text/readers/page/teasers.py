"""Find lists of teasers for other articles: linked headings, each followed by a sentence or two.

The sentences of teasers look like prose, and a long list of teasers has more text than the article. So
teasers are recognised by their shape, whatever class names the page uses.
"""

from collections.abc import Sequence
from itertools import groupby, islice

from newsroom.text.readers.page.regions import PageSegment, Region
from newsroom.text.structure.pointers import see_also_label

#: How many teasers in a row make a list.
_FEWEST = 3
#: How many segments may follow the heading of a teaser that has a block of its own.
_MOST_BELOW = 3
#: How many segments may follow it if it has no block of its own.
_MOST_BELOW_UNBLOCKED = 1
#: The longest segment of a teaser, in characters.
_LONGEST = 400
#: The smallest share of a teaser's heading that must be a link.
_MOSTLY = 0.9
#: How many blocks around a heading are searched for one that also holds its sentence.
_NEAREST_BLOCKS = 6
_NO_TEASER = range(0)
_FIRST_LEVEL = "1"


def teasers(page: Sequence[PageSegment]) -> frozenset[int]:
    """Return the indexes of the segments in lists of teasers and in boxes that announce other articles.

    The headings above the lists are included. The result is empty if the page has neither.
    """
    headings = [index for index, segment in enumerate(page) if segment.heading]
    cards = [_teaser_at(page, headings, number) for number in range(len(headings))]

    listed: set[int] = set()

    # Headings that follow each other and have one level make a list if all of them are teasers.
    def is_teaser_and_level(number: int) -> tuple[bool, str]:
        return bool(cards[number]), page[headings[number]].heading

    for (is_teaser, _), run in groupby(range(len(headings)), is_teaser_and_level):
        numbers = list(run)
        if not is_teaser or len(numbers) < _FEWEST:
            continue
        start = cards[numbers[0]].start
        stop = cards[numbers[-1]].stop
        if _has_label(page, headings, numbers[0], start):
            start -= 1
        listed.update(range(start, stop))
    listed.update(_announced(page))
    return frozenset(listed)


def _announced(page: Sequence[PageSegment]) -> set[int]:
    """Return the indexes of the segments in boxes that announce other articles.

    Such a box is a block with a label such as “See also” and, below it, a linked headline and perhaps a
    sentence.
    """
    announced: set[int] = set()
    for index, segment in enumerate(page[:-1]):
        if see_also_label(segment.text) is None:
            continue
        block = _block_of_both(segment, page[index + 1])
        if block is None or (index and block in _blocks_around(page[index - 1])):
            continue
        stop = index + 1
        while stop < len(page) and block in _blocks_around(page[stop]):
            stop += 1
        below = page[index + 1 : stop]
        if _is_short(below, has_own_block=True) and any(_is_link(each) for each in below):
            announced.update(range(index, stop))
    return announced


def _is_link(segment: PageSegment) -> bool:
    return segment.linked >= _MOSTLY * len(segment.text)


def _has_label(
    page: Sequence[PageSegment],
    headings: Sequence[int],
    number: int,
    start: int,
) -> bool:
    """Return whether a heading is directly above the list that begins at index `start`.

    The page's headline does not count. `number` is the place in `headings` of the list's first heading.
    """
    if number == 0 or headings[number - 1] != start - 1:
        return False
    return page[start - 1].heading != _FIRST_LEVEL


def _teaser_at(page: Sequence[PageSegment], headings: Sequence[int], number: int) -> range:
    """Return the range of indexes of the teaser that has heading `number` of `headings`.

    Returns `_NO_TEASER`, an empty range, if the heading does not begin a teaser.
    """
    bounds = [-1, *headings, len(page)]
    before, heading, after = bounds[number : number + 3]
    if not _is_link(page[heading]) or heading + 1 == after:
        return _NO_TEASER

    block = _block_of_both(page[heading], page[heading + 1])
    stop = heading + 1
    while stop < after and block in _blocks_around(page[stop]):
        stop += 1
    neighbours = [index for index in (before, after) if 0 <= index < len(page)]
    has_own_block = all(block not in _blocks_around(page[index]) for index in neighbours)
    if not _is_short(page[heading + 1 : stop], has_own_block):
        return _NO_TEASER

    start = heading
    # If the teaser has no block of its own, text above the heading belongs to the teaser before it.
    while has_own_block and start - 1 > before and block in _blocks_around(page[start - 1]):
        start -= 1
    return range(start, stop)


def _is_short(below: Sequence[PageSegment], has_own_block: bool) -> bool:
    """Return whether the segments below a heading are few and short enough for a teaser."""
    most = _MOST_BELOW if has_own_block else _MOST_BELOW_UNBLOCKED
    if not 0 < len(below) <= most:
        return False
    return all(len(segment.text) <= _LONGEST for segment in below)


def _block_of_both(segment: PageSegment, other_segment: PageSegment) -> Region | None:
    """Return the innermost block that contains both segments.

    Returns None if it is not among the `_NEAREST_BLOCKS` innermost blocks of each.
    """
    other_blocks = _blocks_around(other_segment)
    for block in _blocks_around(segment):
        if block in other_blocks:
            return block
    return None


def _blocks_around(segment: PageSegment) -> list[Region]:
    return list(islice(segment.region.chain(), _NEAREST_BLOCKS))
