"""Read English number words, from “two” to “one hundred and twenty million”, and compute their values."""

# ruff: noqa: SIM905 - tables of words are read as prose

import math
import re
from itertools import takewhile

from newsroom.text.language.words import NUMBERS

_TENS = {
    word: 10 * number
    for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
}
#: Words for numbers below a hundred. “One” is often a pronoun, so a figure that is only this word needs more
#: evidence.
SMALL_WORDS = {"one": 1, **NUMBERS, **_TENS}
_HUNDRED = 100
#: Words that multiply the number before them.
BIG_WORDS = {
    "dozen": 12,
    "hundred": _HUNDRED,
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "billions": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
}
_PARTS = {"a": 1.0, "an": 1.0, "half": 0.5, "half a": 0.5, "a half": 0.5, "a quarter of a": 0.25}


def _alternatives(words: dict[str, int]) -> str:
    # The longest word comes first, because a regular expression takes the first alternative that matches.
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = _alternatives(SMALL_WORDS)
_BIG = _alternatives(BIG_WORDS)
#: A regular expression for a number in words. “Several hundred and fifty” is matched from “hundred” on and
#: has no value; otherwise “fifty” would be read as the number. “And” belongs to a number only after “hundred”
#: and “thousand”, and only if no other hundred or thousand follows: “between one hundred and two hundred”.
NUMBER_PHRASE = rf"""
    (?:
        (?:{_SMALL})\b
        |(?:hundred|thousand)\b(?=\sand\s)
        |(?:a\squarter\sof\sa|half[\s-]a|a[\s-]half|half|an?)\b(?=[\s-](?:{_BIG})\b)
    )
    (?:
        [\s-](?:{_SMALL}|{_BIG})\b
        |(?<=hundred)\sand\s(?:{_SMALL})\b(?!\shundred\b)
        |(?<=thousand)\sand\s(?:{_SMALL})\b(?![\s-](?:{_BIG})\b)
    )*
"""
_PART = re.compile(r"a quarter of a|half a|a half|half|an?\b")
_WORD = re.compile(r"[a-z]+")
_TRAILING_SCALE = re.compile(rf"(?:[\s-](?:{_BIG}))+\Z", re.IGNORECASE)
#: Scale words are searched in so many characters at the end of a phrase: “ hundred thousand million”.
LONGEST_SCALE = 60
#: Longer phrases are not read, because no number has more words than this.
LONGEST_PHRASE = 16


def trailing_scale(phrase: str) -> tuple[int, float]:
    """Return where the scale at the end of a number in words begins, and the factor that the scale means.

    For “two million” the result is the offset of “ million” and 1,000,000. If the phrase has no such scale,
    or has another scale before it, the result is the length of the phrase and 1.
    """
    scale = _TRAILING_SCALE.search(phrase, max(0, len(phrase) - LONGEST_SCALE))
    if scale is None:
        return len(phrase), 1.0
    head = _WORD.findall(phrase[: scale.start()].casefold())
    if any(BIG_WORDS.get(word, 0) > _HUNDRED for word in head):
        return len(phrase), 1.0
    scale_words = _WORD.findall(scale.group().casefold())
    product = math.prod(BIG_WORDS[word] for word in scale_words)
    return scale.start(), float(product)


def value_of_words(phrase: str) -> float | None:
    """Return the value of a number in words.

    Returns None if the words are not a single number, such as “five six”, or are more than `LONGEST_PHRASE`.
    """
    plain = re.sub(r"[\s-]+", " ", phrase.casefold())
    part = _PART.match(plain)
    first_part = 0.0
    number_words = plain
    if part:
        first_part = _PARTS[part.group()]
        number_words = plain[part.end() :]
    sum_of_words = _Sum(first_part)

    words = _WORD.findall(number_words)
    if len(words) > LONGEST_PHRASE:
        return None
    read = list(takewhile(sum_of_words.add, words))
    # A word that cannot follow the others means that these are several numbers.
    if len(read) < len(words):
        return None
    return sum_of_words.value


class _Sum:
    """A number that is read word by word.

    `total` is the sum of the parts whose scale word (“thousand”, “million”) was read. `group` is the part
    since then, which the next scale word multiplies.
    """

    def __init__(self, group: float) -> None:
        self.total = 0.0
        self.group = group
        # The next small word must be smaller than this limit: 10 after “twenty”, 100 after “hundred”.
        self.small_limit = 0.0 if group else math.inf
        # The next scale must be smaller than this, unless it directly follows another scale.
        self.smallest_scale = math.inf
        self.after_scale = False

    @property
    def value(self) -> float:
        return self.total + self.group

    def add(self, word: str) -> bool:
        """Add a word to the number, and return False if the word cannot follow the words before it."""
        if word == "and":
            return True
        if word in SMALL_WORDS:
            return self._add_small(SMALL_WORDS[word])
        if word == "hundred" and not self.after_scale:
            return self._add_hundred()
        return self._add_scale(BIG_WORDS[word])

    def _add_small(self, number: int) -> bool:
        fits = number < self.small_limit
        self.group += number
        is_tens = number > 10 and number % 10 == 0  # noqa: PLR2004 - the decimal system
        self.small_limit = 10 if is_tens else 0
        self.after_scale = False
        return fits

    def _add_hundred(self) -> bool:
        fits = 0 < self.group < _HUNDRED
        self.group *= _HUNDRED
        self.small_limit = _HUNDRED
        return fits

    def _add_scale(self, scale: int) -> bool:
        if self.after_scale:
            # Two scale words in a row multiply each other: “two lakh crore”, “a thousand million”.
            self.total *= scale
            return True
        fits = self.group > 0 and scale < self.smallest_scale
        self.total += self.group * scale
        self.group = 0.0
        self.small_limit = scale
        self.smallest_scale = scale
        self.after_scale = True
        return fits
