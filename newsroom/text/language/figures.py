"""Figures in a sentence: numbers with what they count."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Self

from newsroom.text.language.words import NUMBERS, term, terms

_NUMBER_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "millions": 10**6,
    "mln": 10**6, "m": 10**6, "mn": 10**6, "crore": 10**7, "billion": 10**9, "billions": 10**9, "bln": 10**9,
    "bn": 10**9, "b": 10**9, "trillion": 10**12, "trn": 10**12, "tn": 10**12,
}  # fmt: skip
# As they are written, without white space and hyphens.
_UNITS = {
    "%": "%", "percent": "%", "percentage": "%", "pct": "%", "percentagepoint": "points", "percentagepoints": "points",
    "percentpoint": "points", "percentpoints": "points", "pp": "points", "basispoint": "basis points",
    "basispoints": "basis points", "$": "$", "us$": "$", "dollar": "$", "dollars": "$", "usd": "$", "usdollars": "$",
    "americandollars": "$", "a$": "A$", "au$": "A$", "aud": "A$", "australiandollars": "A$", "c$": "C$", "ca$": "C$",
    "cad": "C$", "canadiandollars": "C$", "nz$": "NZ$", "hk$": "HK$", "hongkongdollars": "HK$", "s$": "S$",
    "nt$": "NT$", "r$": "R$", "€": "€", "euro": "€", "euros": "€", "eur": "€", "£": "£", "pound": "£", "pounds": "£",
    "gbp": "£", "¥": "¥", "yen": "¥", "₽": "₽", "ruble": "₽", "rubles": "₽", "rouble": "₽", "roubles": "₽", "₹": "₹",
    "rs": "₹", "rupee": "₹", "rupees": "₹", "yearold": "years of age", "yearolds": "years of age",
    "yearsold": "years of age", "yearsofage": "years of age",
}  # fmt: skip
_LENGTHS = "second minute hour day week month year m km metre meter kilometre kilometer mile"
#: Units that say what is measured: their numbers are never those of another unit, nor of none.
MEASURES = frozenset(_UNITS.values()) | {term(word) for word in _LENGTHS.split()}
_OF_FIGURES = MEASURES | {term(word) for word in (*_SCALES, *_UNITS)}
# Words that follow a number without being what it counts.
_NO_UNITS = frozenset(
    "a an and are as at but by for from had has have he in is it more of on or other others out she than "
    "that the then they to was were when while who with".split()
)
# Thousands are parted by commas (in India after two figures), by spaces of any width, or by points before a
# comma.
_DIGITS = (
    r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?|\d{1,3}(?:[ "
    r"\u00a0\u2009\u202f]\d{3}){1,6}(?!\d)(?:[.,]\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}(?![\d,]|\.\d)|\d+(?:\.\d+)?"
)
_NAMED = "us|american|australian|canadian|hong kong"
# Digits behind a letter and a hyphen belong to a name, Covid-19, but for the high end of “5m-6m”. A single
# letter is a scale only right behind digits or in a sum of money: “10 m high” is no ten million.
_FIGURE = re.compile(
    r"(?P<aged>\baged?\s)?(?P<minus>(?<![\w.%)])[-−](?=\S)|\bminus\s)?"
    r"(?:(?P<sign>(?<!\w)(?:US|AU?|CA?|NZ|HK|S|NT|R)?\$|[€£¥₽₹]|\bRs\b\.?)\s?)?"
    rf"(?P<number>(?<![\w.])(?:(?<![^\W\d_]-)|(?<=\d[kmb]-)|(?<=\d[mbt]n-))(?:{_DIGITS})"
    rf"|(?<![\w-])(?:{_NUMBER_WORDS})\b(?!-(?:one|{_NUMBER_WORDS})\b))"
    r"(?:(?:st|nd|rd|th)\b)?(?P<half>\sand\sa\shalf\b)?"
    r"(?:[\s-]?(?P<scale>dozen|hundred|thousand|lakh|millions?|mln|crore|billions?|bln|trillion|trn|[mbt]n)\b"
    r"|(?(sign)\s?|(?<=\d))(?P<letter>[kmb])\b)?"
    r"(?:\s?-?\s?(?P<unit>%|(?:percent(?:age)?|basis)[\s-]points?\b|per\s?cent\b|years?[\s-]olds?\b|years\sof\sage\b"
    rf"|(?:{_NAMED})\sdollars\b|[^\W\d_]+))?",
    re.IGNORECASE,
)
# What joins the ends of a range. “From 5 to 7” tells two figures, what was and what is.
_JOINT = re.compile(
    r"(?P<dash>\s?[-–]\s?)|\s(?:to|or)\s(?:about\s)?|\s(?P<both>and)\s(?:about\s)?", re.IGNORECASE
)
_OPENS = re.compile(r"\b(?:(?P<between>between)|from)\s(?:about\s)?\Z", re.IGNORECASE)
#: So many words on either side, up to a comma or the like, tell of what a figure is.
BESIDE = 4
_CLAUSE = re.compile(r"[,;:.!?()—–](?!\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: a measure (`$`, `%`), the term of the noun after it, or nothing.

    `text` is as it stands; the low end of a range is shown with the scale and unit of the high one.
    `between`: both ends of the range it is one of. `beside`: the terms near it, figures and units left out.
    """

    value: float
    unit: str
    text: str
    between: tuple[float, float] | None = None
    beside: frozenset[str] = frozenset()

    def overlaps(self, other: Self) -> bool:
        """Whether both may be one number, as 35 and “between 30 and 40”."""
        low, high = self.between or (self.value, self.value)
        least, most = other.between or (other.value, other.value)
        return low <= most and least <= high


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text without its days and times, in order."""
    found = list(_FIGURE.finditer(text))
    told = [_figure(match) for match in found]
    for at, (low, high) in enumerate(pairwise(found)):
        told[at : at + 2] = _joined(text, low, high, told[at], told[at + 1])
    for match, figure in zip(found, told, strict=True):
        yield replace(figure, beside=_beside(text, match))


def _beside(text: str, found: re.Match[str]) -> frozenset[str]:
    before = _CLAUSE.split(text[max(0, found.start() - 60) : found.start()])[-1]
    after = _CLAUSE.split(text[found.end() : found.end() + 60], maxsplit=1)[0]
    near = [*terms(before)[-BESIDE:], *terms(after)[:BESIDE]]
    return frozenset(word for word in near if not word[0].isdecimal()) - _OF_FIGURES


def _figure(found: re.Match[str]) -> Figure:
    value = (_value(found["number"].casefold()) + (0.5 if found["half"] else 0)) * (
        -1 if found["minus"] else 1
    )
    unit = _unit(found)
    sign = (found["sign"] or "").casefold().rstrip(".")
    known = "years of age" if found["aged"] else _UNITS.get(sign or re.sub(r"[\s-]", "", unit))
    shown = found.group() if known and not sign else found.string[found.start() : _end_of_number(found)]
    return Figure(value * _scale(found), known or (term(unit) if unit else ""), shown.strip())


def _unit(found: re.Match[str]) -> str:
    unit = (found["unit"] or "").casefold()
    return "" if unit in _NO_UNITS else unit


def _scale(found: re.Match[str]) -> float:
    return _SCALES.get((found["scale"] or found["letter"] or "").casefold(), 1)


def _end_of_number(found: re.Match[str]) -> int:
    """The end of the number with its scale."""
    return max(found.end(group) for group in ("number", "half", "scale", "letter"))


def _joined(
    text: str, before: re.Match[str], after: re.Match[str], low: Figure, high: Figure
) -> tuple[Figure, Figure]:
    """Two neighbouring figures as the ends of a range, “between $2 and $3 billion”, where they are that.

    A low end without scale or unit has that of the high one, and a high end without sign that of the low one.
    """
    end = before.end() if _unit(before) else _end_of_number(before)
    joint = _JOINT.fullmatch(text, end, after.start())
    opens = _OPENS.search(text, max(0, before.start() - 20), before.start())
    if not joint or (joint["both"] and not (opens and opens["between"])):
        return low, high
    measures = {low.unit, high.unit} & MEASURES
    if len(measures) > 1 or (_unit(before) and low.unit != high.unit):  # “3% to 80 million”
        return low, high
    if low.unit in measures and low.unit != high.unit and not (joint["dash"] or opens):  # “$5 to 7 people”
        return low, high
    lacks = not (before["scale"] or before["letter"] or _unit(before))
    value = low.value * (_scale(after) if lacks else 1)
    if value >= high.value:
        return low, high
    (measure,) = measures or {""}
    between = None if opens and not opens["between"] else (value, high.value)
    shown = (
        low.text + high.text[high.text.find(after["number"]) + len(after["number"]) :] if lacks else low.text
    )
    sign = before["sign"] if before["sign"] and not after["sign"] else ""
    return (
        Figure(value, measure or low.unit, shown, between),
        Figure(high.value, measure or high.unit, sign + high.text, between),
    )


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
