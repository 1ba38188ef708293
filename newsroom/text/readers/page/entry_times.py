"""Find the times of day above the entries of a live blog."""

import re
from collections.abc import Collection, Sequence

from newsroom.text.readers.page.regions import RUNNING, PageSegment

_TIME = re.compile(
    r"(?:at\s|um\s|kl\.?\s?|à\s|a\slas\s|ore\s)?\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h))?"
    r"(?:\s(?:UTC|GMT|[A-Z]{3,4}))?",
    re.IGNORECASE,
)
#: The longest line that may be a time of day, in characters.
_LONGEST = 24
#: How many times of day show that a page is a live blog.
FEWEST = 3
#: How far below its time the text of an entry begins at most, in segments.
_NEAR = 3


def entry_times(page: Sequence[PageSegment]) -> frozenset[int]:
    """Return the indexes of the segments that consist of a time of day. Empty if there are fewer than
    `FEWEST`.

    A page with one or two such times is not a live blog: they are times of the article itself.
    """
    times = [
        index
        for index, segment in enumerate(page)
        if len(segment.text) <= _LONGEST and _TIME.fullmatch(segment.text.strip())
    ]
    if len(times) < FEWEST:
        return frozenset()
    return frozenset(times)


def times_above(page: Sequence[PageSegment], article: Collection[int]) -> frozenset[int]:
    """Return the indexes of the times of day that have a long paragraph of the article shortly below them.

    `article` holds the indexes of the segments of the article.
    """
    above = set()
    for index in entry_times(page):
        below = range(index + 1, min(index + 1 + _NEAR, len(page)))
        if any(other in article and len(page[other].text) >= RUNNING for other in below):
            above.add(index)
    return frozenset(above)
