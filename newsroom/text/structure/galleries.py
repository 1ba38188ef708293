"""Find galleries in the text of an article: captions of pictures that are numbered "1/9", "2/9" and so on."""

import re
from collections.abc import Sequence
from itertools import pairwise

#: The number of a picture and the number of all pictures, at the beginning of a line.
_COUNTER = re.compile(
    r"\s?(?P<number>\d{1,3})\s?(?:/|of|von|sur|de|di|av)\s?(?P<all>\d{1,3})(?!\d|[.,]\d)"
)
#: How many pictures make a gallery, and how many paragraphs one of them may have.
_FEWEST, _MOST_OF_PICTURE = 3, 6


def galleries(texts: Sequence[str]) -> list[range]:
    """Return the ranges of indexes of `texts` that are galleries.

    In a gallery the numbers of the pictures go up by one, and the total number stays the same. The last
    picture gets as many paragraphs as most others have.
    """
    found: list[range] = []
    run: list[int] = []
    before = (0, 0)
    for index, text in enumerate(texts):
        counter = _COUNTER.match(text)
        if counter is None:
            continue
        number, total = int(counter["number"]), int(counter["all"])
        is_next = (number, total) == (before[0] + 1, before[1]) and index - run[
            -1
        ] <= _MOST_OF_PICTURE
        if run and is_next:
            run.append(index)
        else:
            _add_gallery(found, run, len(texts))
            run = [index]
        before = (number, total)
    _add_gallery(found, run, len(texts))
    return found


def _add_gallery(found: list[range], run: Sequence[int], length: int) -> None:
    """Add the gallery whose counters are at the indexes in `run`, unless there are fewer than `_FEWEST`."""
    if len(run) < _FEWEST:
        return
    steps = [second - first for first, second in pairwise(run)]
    usual = max(set(steps), key=steps.count)
    found.append(range(run[0], min(run[-1] + usual, length)))
