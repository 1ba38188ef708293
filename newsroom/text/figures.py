"""Figures in a sentence: numbers with what they count."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.text.words import NUMBERS, term

_NUMBER_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_SCALES = {
    "hundred": 100, "thousand": 10**3, "k": 10**3, "million": 10**6, "millions": 10**6, "mln": 10**6, "m": 10**6,
    "mn": 10**6, "billion": 10**9, "billions": 10**9, "bln": 10**9, "bn": 10**9, "b": 10**9, "trillion": 10**12,
    "trn": 10**12, "tn": 10**12,
}  # fmt: skip
_UNITS = {
    "%": "%", "percent": "%", "percentage": "%", "pct": "%", "$": "$", "us$": "$", "dollar": "$", "dollars": "$",
    "usd": "$", "€": "€", "euro": "€", "euros": "€", "eur": "€", "£": "£", "pound": "£", "pounds": "£", "gbp": "£",
    "¥": "¥", "yen": "¥", "₽": "₽", "ruble": "₽", "rubles": "₽", "rouble": "₽", "roubles": "₽",
}  # fmt: skip
#: Units that are told by a sign.
SIGNS = frozenset(_UNITS.values())
# Words that follow a number without being what it counts.
_NO_UNITS = frozenset(
    "a an and are as at but by for from had has have he in is it more of on or other others out she than that the then "
    "they to was were when while who with".split()
)
# Thousands are parted by commas (in India after two figures), by spaces of any width, or by points before a comma.
_DIGITS = (
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+(?:\.\d+)?"
)
_FIGURE = re.compile(
    r"(?:(?<![\w.%)])(?P<minus>[-−]))?(?P<sign>(?:US)?\$|[€£¥₽])?\s?"
    rf"(?P<number>(?<![\w.])(?:{_DIGITS})|(?<![\w-])(?:{_NUMBER_WORDS})\b(?!-(?:one|{_NUMBER_WORDS})\b))"
    r"(?:(?:st|nd|rd|th)\b)?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|millions?|mln|billions?|bln|trillion|trn|[kmb]n?|tn)\b)?"
    r"(?:\s?-?\s?(?P<unit>%|per\s?cent|[^\W\d_]+))?",
    re.IGNORECASE,
)
# A time of day is no figure that counts something: 8:30.
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?![\d:])")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: a sign (`$`, `%`), the term of the noun after it, or nothing. `text` is as it
    stands."""

    value: float
    unit: str
    text: str


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text without its days, in order."""
    for found in _FIGURE.finditer(_CLOCK.sub(lambda time: " " * len(time.group()), text)):
        value = _value(found["number"].casefold()) * (-1 if found["minus"] else 1)
        scale, unit = (found["scale"] or "").casefold(), (found["unit"] or "").casefold()
        unit = "" if unit in _NO_UNITS else unit
        known = _UNITS.get((found["sign"] or "").casefold()) or _UNITS.get(unit.replace(" ", ""))
        shown = text[found.start() : found.end("scale") if scale else found.end("number")]
        if known:
            shown = found.group() if not found["sign"] else shown
        yield Figure(value * _SCALES.get(scale, 1), known or (term(unit) if unit else ""), shown.strip())


def _value(number: str) -> float:
    if number in NUMBERS:
        return float(NUMBERS[number])
    number = re.sub(r"\s", "", number)
    point = max(number.rfind("."), number.rfind(","))
    grouped = (
        number.count(".") > 1
        or number.count(",") > 1
        or (number[point : point + 1] == "," and len(number) - point == 4)
    )
    if point < 0 or (grouped and not ("." in number and "," in number)):
        return float(number.replace(",", "").replace(".", ""))
    return float(re.sub(r"[.,]", "", number[:point]) + "." + number[point + 1 :])
