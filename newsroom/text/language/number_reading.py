"""Find the numbers of a text with their signs, scales and units as they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.text.language.measures import NO_UNITS, SCALES, UNITS, UNSURE_SCALES
from newsroom.text.language.numbers.half_read import is_half_read
from newsroom.text.language.numbers.number_words import (
    NUMBER_PHRASE,
    trailing_scale,
    value_of_words,
)
from newsroom.text.language.numbers.numerals import DIGITS, value_of_digits

# A single letter is a scale only right after digits or in a sum of money: “10 m high” is not ten million.
_LETTERS = frozenset("kmb")
_SCALE_WORDS = "|".join(sorted(SCALES.keys() - _LETTERS, key=len, reverse=True))
# The digits of “Covid-19” belong to a name, because a letter and a hyphen come before them. The digits of
# “5m-6m” do not, because the letter is a scale.
_NUMBER = re.compile(
    rf"""
    (?P<aged>\baged?\s(?:of\s)?)?
    (?P<magnitude>\bmagnitude[\s-](?:of\s)?)?
    (?P<minus>(?<![\w.%)])[-−](?=\S)|\bminus\s)?
    (?:(?P<sign>
        (?<!\w)(?:US|AU?|CA?|NZ|HK|S|NT|R)?\$|[€£¥₽₹₴]
        |\bRs\b\.?|\b(?:USD|EUR|GBP|CHF|JPY|AUD|CAD|INR|RUB|UAH|PLN)\b
    )\s?)?
    (?P<number>
        (?<![\w.])(?:(?<![^\W\d_]-)|(?<=\d[kmb]-)|(?<=\d[mbt]n-)|(?<=magnitude-))(?P<digits>{DIGITS})
        |(?<![\w-])(?P<words>{NUMBER_PHRASE})
    )
    (?:(?:st|nd|rd|th)\b)?
    (?P<half>\sand\sa\shalf\b)?
    (?:
        (?P<scale>(?:[\s\u00a0\u202f-]?(?:{_SCALE_WORDS})\b(?:(?<=mio|mrd|mln|mld|tys|тыс|млн)\.(?=\s\w))?){{1,3}})
        |(?(sign)\s?|(?<=\d))(?P<letter>[kmb])\b
    )?
    (?P<half_of_scale>\sand\sa\shalf\b)?
    (?:[\s\u00a0\u202f]?-?\s?(?:de\s|di\s|d['’])?(?P<unit>
        [%٪]
        |[€£¥₽₹₴$](?!\s?\d)
        |(?:percent(?:age)?|basis)[\s-]points?\b
        |(?:per|pour|por|per)\s?cent(?:o)?\b
        |por\sciento\b
        |years?[\s-]olds?\b
        |years\sof\sage\b
        |(?:us|american|australian|canadian|hong\ kong)\sdollars?\b
        |swiss\sfrancs\b
        |(?:square|sq)\s(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?)\b
        |(?:km|kilomet(?:er|re)s|miles)(?:/h|\s(?:per|an)\shour)\b
        |k?m²
        |[^\W\d_]+
    ))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MEASURING = ("measuring ", "measured ")
_LOWER_WORDS = re.compile(r"[^\W\d_]+")
# Two numbers that only a space separates are parts of a longer number: “2 crore 50 lakh”.
_SIDE_BY_SIDE = re.compile(r"\s?")
#: Larger numbers are ignored, because they come from broken text and not from news.
HIGHEST = 1e17


@dataclass(frozen=True, slots=True)
class NumberReading:
    """A number as it is written in a text. All offsets are code points.

    `match` is the match of `_NUMBER`. `value` is the number without its scale, and `scale` is the factor,
    such as 1,000,000 for “million”. `end_of_digits` is the end of the digits or number words. `end_of_number`
    is the end of the scale, before the unit.
    """

    match: re.Match[str]
    value: float
    scale: float
    start: int
    end_of_digits: int
    end_of_number: int

    @property
    def end(self) -> int:
        """Return the offset where the number ends, including its unit if it has one."""
        if self.unit_word:
            return self.match.end()
        return self.end_of_number

    @property
    def unit_word(self) -> str:
        """Return the word or sign after the number in lower case, or an empty string if it is not a unit."""
        unit = (self.match["unit"] or "").casefold()
        if unit in NO_UNITS:
            return ""
        return unit

    @property
    def sign(self) -> str:
        """Return the currency sign before the number, in lower case, or an empty string if there is none."""
        return (self.match["sign"] or "").casefold().rstrip(".")

    @property
    def measure(self) -> str:
        """Return the measure of the number, such as `%` or `km`.

        Returns an empty string if the unit of the number is not a measure.
        """
        if self.match["aged"]:
            return "years of age"
        if self.match["magnitude"] or self._is_magnitude():
            return "magnitude"
        if self.sign:
            return UNITS[self.sign]
        return UNITS.get(re.sub(r"[\s-]", "", self.unit_word), "")

    def _is_magnitude(self) -> bool:
        """Return whether the number is the strength of an earthquake: “measuring 4.6”, “4.6 in magnitude”."""
        if self.unit_word in UNITS or not self.match["digits"] or "." not in self.match["digits"]:
            return False
        text = self.match.string
        is_measured = text.endswith(_MEASURING, 0, self.start)
        return is_measured or text.startswith(" in magnitude", self.end_of_number)

    @property
    def is_bare_one(self) -> bool:
        """Return whether the number is only the word “one”, which is often a pronoun."""
        return self.match["number"].casefold() == "one" and self.scale == 1


def read_numbers(text: str, language: str) -> Iterator[NumberReading]:
    """Yield the numbers of a text, in order.

    A number is left out if only a part of it could be read, or if another number is directly beside it.
    """
    readings = [(match, _reading(match, language)) for match in _NUMBER.finditer(text)]
    previous_end = -1
    for index, (match, reading) in enumerate(readings):
        following = -1
        if index + 1 < len(readings):
            following = readings[index + 1][0].start()
        touches_previous = _touches(text, previous_end, match.start())
        if reading is None:
            previous_end = match.end()
            continue
        previous_end = reading.end_of_number
        touches_following = _touches(text, reading.end_of_number, following)
        if touches_previous or touches_following:
            continue
        value = reading.value * reading.scale
        if not is_half_read(text, match.start("number"), reading.end_of_number, value):
            yield reading


def _touches(text: str, end: int, start: int) -> bool:
    """Return whether at most one space is between a number that ends at `end` and one that starts at `start`.

    A negative `end` or `start` means that there is no such number, and the result is False.
    """
    return 0 <= end <= start and _SIDE_BY_SIDE.fullmatch(text, end, start) is not None


def _reading(match: re.Match[str], language: str) -> NumberReading | None:
    if match["words"]:
        length, scale = trailing_scale(match["words"])
        value = value_of_words(match["words"][:length])
    else:
        length, scale = len(match["digits"]), 1.0
        value = value_of_digits(match["digits"], language)
    written_scale = _scale(match, language)
    if value is None or written_scale is None:
        return None

    if match["half"]:
        value += 0.5
    if match["half_of_scale"]:
        value += 0.5
    if match["minus"]:
        value = -value
    if abs(value * scale * written_scale) > HIGHEST:
        return None
    return NumberReading(
        match,
        value,
        scale * written_scale,
        match.start(),
        match.start("number") + length,
        max(match.end(group) for group in ("number", "half", "scale", "letter", "half_of_scale")),
    )


def _scale(match: re.Match[str], language: str) -> float | None:
    """Return the factor that the scale words after the number mean; it is 1.0 if there are none.

    Returns None if a scale word, such as “billion”, may have another meaning in `language`.
    """
    if match["letter"]:
        return float(SCALES[match["letter"].casefold()])
    product = 1.0
    for word in _LOWER_WORDS.findall((match["scale"] or "").casefold()):
        if word in UNSURE_SCALES and language not in ("", "en"):
            return None
        product *= SCALES[word]
    return product
