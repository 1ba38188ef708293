"""Compare texts by their letters and figures alone, without white space, punctuation and their styles."""

import unicodedata
from functools import lru_cache

# First letters of the Unicode categories that are left out: punctuation, separators (white space), controls.
_LEFT_OUT_CATEGORIES = "PZC"
_PER_CENT = "%‰"
_MINUS = "-−"
#: Letters in a shingle; shorter ones are shared by any two texts of one language.
SHINGLE_LENGTH = 12


@lru_cache(maxsize=8_192)
def essence(text: str) -> str:
    """Return the letters and figures of `text`; two texts with one essence differ in minor things only.

    Signs that belong to a figure are kept, because 10.5 is not 105 and -5 is not 5.
    """
    kept = []
    for index, character in enumerate(text):
        category = unicodedata.category(character)
        if category[0] not in _LEFT_OUT_CATEGORIES or _belongs_to_figure(text, index):
            kept.append(character)
    return "".join(kept)


def wording_overlap(first: str, second: str) -> float:
    """Return how much of the shorter text stands in the longer (overlap coefficient of shingles), 0 to 1.

    The shingles are runs of twelve letters. Two states of one article share half of them and more, two
    articles hardly any, in any script.
    """
    shingles = _shingles(first)
    other_shingles = _shingles(second)
    return len(shingles & other_shingles) / min(len(shingles), len(other_shingles))


def _belongs_to_figure(text: str, index: int) -> bool:
    """Whether the sign at `index` is a point or colon in a figure, a minus before it or per cent after it."""
    sign = text[index]
    # A slice is empty at the ends of the text.
    before = text[index - 1 : index]
    after = text[index + 1 : index + 2]
    if sign in _PER_CENT:
        return True
    if not after.isdigit():
        return False
    if before.isdigit():
        return True
    return sign in _MINUS and not before.isalnum()


def _shingles(text: str) -> set[str]:
    letters = essence(text).casefold()
    # A text shorter than a shingle is one shingle.
    last_start = max(0, len(letters) - SHINGLE_LENGTH)
    return {letters[start : start + SHINGLE_LENGTH] for start in range(last_start + 1)}
