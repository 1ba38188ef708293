"""English number words, from “two” to “one hundred and twenty million”, and their values."""

# ruff: noqa: SIM905 - tables of words are read as prose

import math
import re
from itertools import takewhile

from newsroom.text.language.words import NUMBERS

_TENS = {
    word: 10 * number
    for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)
}
#: Words below a hundred. “One” is often a pronoun, so a figure that is this word alone needs more evidence.
SMALL_WORDS = {"one": 1, **NUMBERS, **_TENS}
_HUNDRED = 100
#: Words that multiply what stands before them.
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
    # The longest word stands first: a regular expression takes the first alternative that fits.
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = _alternatives(SMALL_WORDS)
_BIG = _alternatives(BIG_WORDS)
#: A regular expression for a number in words. “Several hundred and fifty” is matched from “hundred” on, and
#: has no value: otherwise its end would be read as a number. “And” belongs to a number behind “hundred” and
#: “thousand” only, and not if another hundred or thousand follows: “between one hundred and two hundred”.
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
#: The scales at the end of a phrase stand within so many characters: “ hundred thousand million”.
LONGEST_SCALE = 60
#: No number in words has more words than this, so longer ones are not read.
LONGEST_PHRASE = 16


def trailing_scale(phrase: str) -> tuple[int, float]:
    """Return where the scale at the end of a phrase begins, as “ million”, and the product of its words.

    If the phrase has none, or another scale before it, this is its end, and 1.
    """
    scale = _TRAILING_SCALE.search(phrase, max(0, len(phrase) - LONGEST_SCALE))
    if scale is None:
        return len(phrase), 1.0
    head = _WORD.findall(phrase[: scale.start()].casefold())
    if any(BIG_WORDS.get(word, 0) > _HUNDRED for word in head):
        return len(phrase), 1.0
    return scale.start(), float(
        math.prod(BIG_WORDS[word] for word in _WORD.findall(scale.group().casefold()))
    )


def value_of_words(phrase: str) -> float | None:
    """Return the value of a number in words, None if the words are no single number, as “five six”."""
    plain = re.sub(r"[\s-]+", " ", phrase.casefold())
    part = _PART.match(plain)
    sum_of_words = _Sum(_PARTS[part.group()] if part else 0.0)
    rest = plain[part.end() :] if part else plain

    words = _WORD.findall(rest)
    if len(words) > LONGEST_PHRASE:
        return None
    read = list(takewhile(sum_of_words.add, words))
    return sum_of_words.value if len(read) == len(words) else None


class _Sum:
    """A number that grows word by word: `group` is what stands before the next scale."""

    def __init__(self, group: float) -> None:
        self.total = 0.0
        self.group = group
        # The next small word must be smaller than this: 10 behind “twenty”, 100 behind “hundred”.
        self.room = 0.0 if group else math.inf
        # The next scale must be smaller than this, except right behind a scale.
        self.smallest_scale = math.inf
        self.after_scale = False

    @property
    def value(self) -> float:
        return self.total + self.group

    def add(self, word: str) -> bool:
        """Add a word. Returns False if it cannot follow."""
        if word == "and":
            return True
        if word in SMALL_WORDS:
            return self._add_small(SMALL_WORDS[word])
        if word == "hundred" and not self.after_scale:
            return self._add_hundred()
        return self._add_scale(BIG_WORDS[word])

    def _add_small(self, number: int) -> bool:
        fits = number < self.room
        self.group += number
        is_tens = number > 10 and number % 10 == 0  # noqa: PLR2004 - the decimal system
        self.room = 10 if is_tens else 0
        self.after_scale = False
        return fits

    def _add_hundred(self) -> bool:
        fits = 0 < self.group < _HUNDRED
        self.group *= _HUNDRED
        self.room = _HUNDRED
        return fits

    def _add_scale(self, scale: int) -> bool:
        if self.after_scale:
            # “Two lakh crore”, “a thousand million”.
            self.total *= scale
            return True
        fits = self.group > 0 and scale < self.smallest_scale
        self.total += self.group * scale
        self.group = 0.0
        self.room = scale
        self.smallest_scale = scale
        self.after_scale = True
        return fits
