"""Compare texts by their letters and digits alone, ignoring white space and punctuation."""

import unicodedata
from functools import lru_cache

# The first letters of the Unicode categories that are left out: punctuation, separators, control characters.
_LEFT_OUT_CATEGORIES = "PZC"
_PER_CENT = "%‰"
_MINUS = "-−"
#: The number of letters in a shingle. Shorter shingles occur in any two texts of one language.
SHINGLE_LENGTH = 12
#: With a smaller overlap of wording (0 to 1), two texts are probably not the same article.
LEAST_OVERLAP = 0.1
#: How much of each text is compared, in code points. Long texts have shown by then whether they are alike.
_COMPARED = 50_000
#: The longest text whose essence is kept for the next call, in code points. Paragraphs are compared again and
#: again; whole texts are not, and would fill the memory.
LONGEST_KEPT = 2_000
#: A text with fewer letters than two shingles says too little to be told from another.
_FEWEST_LETTERS = 2 * SHINGLE_LENGTH


def essence(text: str) -> str:
    """Return `text` without white space, punctuation and control characters.

    Two texts with the same essence differ only in these. Signs that belong to a number are kept, because 10.5
    is not 105 and -5 is not 5.
    """
    if len(text) > LONGEST_KEPT:
        return _essence(text)
    return _essence_of_paragraph(text)


@lru_cache(maxsize=8_192)
def _essence_of_paragraph(text: str) -> str:
    return _essence(text)


def _essence(text: str) -> str:
    signs = []
    for index, character in enumerate(text):
        category = unicodedata.category(character)
        if category[0] not in _LEFT_OUT_CATEGORIES or _belongs_to_figure(text, index):
            signs.append(character)
    return "".join(signs)


def wording_overlap(first: str, second: str) -> float:
    """Return the share of the shorter text's shingles that also occur in the longer text, from 0 to 1.

    A shingle is a series of twelve letters, and a shorter text is one shingle. The formula is the overlap
    coefficient. Two versions of one article share half of their shingles or more. Two different articles
    share hardly any, in any script.
    """
    shingles = _shingles(first)
    other_shingles = _shingles(second)
    return len(shingles & other_shingles) / min(len(shingles), len(other_shingles))


def have_hardly_a_word_in_common(before: str, after: str) -> bool:
    """Return whether two texts are probably not two versions of one article.

    Of each text the first 50,000 code points are compared. Returns False for texts of a few words, because
    even two versions of these may share nothing.
    """
    before, after = before[:_COMPARED], after[:_COMPARED]
    if min(len(essence(before)), len(essence(after))) < _FEWEST_LETTERS:
        return False
    return wording_overlap(before, after) < LEAST_OVERLAP


def _belongs_to_figure(text: str, index: int) -> bool:
    """Return whether the sign at `index` belongs to a number.

    Such a sign is a separator inside the number, a minus before it, or per cent after it.
    """
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
