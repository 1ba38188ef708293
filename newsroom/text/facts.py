"""What can be checked in a sentence: figures, days, names and quotations."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
_WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b"
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    rf"|\b(?P<month>{_MONTH})\b\.?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    r"(?P<until>\s?[-–]\s?\d{1,2}(?!\d)|\s(?:and|to)\s\d{1,2}(?![\d,.]*\d|\s\w))?)?(?:,?\s+(?P<year>(?:1[89]|20)\d\d))?"
    rf"|\b(?P<since>\d{{1,2}}\s?[-–]\s?)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\b\.?(?:,?\s+(?P<year2>(?:1[89]|20)\d\d))?"
    r"|(?<![\w.,$€£])(?P<alone>(?:19|20)\d\d)(?![\w%]|,\d|\s\d{3}(?!\d)"
    r"|\s(?:people|persons|dead|wounded|injured|civilians|soldiers|troops|children|women|men|refugees|migrants|euros|"
    r"dollars|pounds|tons|tonnes|km|kilomet(?:er|re)s|miles)\b)",
    re.IGNORECASE,
)
# A time of day is no figure that counts something: 8:30.
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?![\d:])")
_QUOTED = re.compile(
    r"“([^“”]+)”?|(?<!\S)”(?=\w)([^”]+)”?|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"|(?<!\w)‘([^‘’]{20,})’(?!\w)"
)
_CAPITAL = re.compile(r"[^\W\d_][\w.'’-]*")
_INSIDE = re.compile(r"[\w,;:)-][”\"’]?\s*\Z")
_TITLES = frozenset(
    "mr mrs ms dr sir lord lady president minister foreign prime secretary state general the a an i he she it they we "
    "you in on at but and or of for with from as by to this that these those there then when while after before if "
    "what who how why where his her their its our my your not no yes so".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: a sign (`$`, `%`), the term of the noun after it, or nothing. `text` is as it
    stands."""

    value: float
    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A point in the calendar as far as it is told; what is not told is None. `weekday` counts from Monday, 0."""

    text: str
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None

    @property
    def told(self) -> tuple[tuple[str, int], ...]:
        parts = (("weekday", self.weekday), ("month", self.month), ("day", self.day), ("year", self.year))
        return tuple((name, value) for name, value in parts if value is not None)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text tells that another can confirm or deny. `names`: term -> as it stands."""

    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    names: tuple[tuple[str, str], ...]
    quotations: tuple[str, ...]


@lru_cache(maxsize=4_096)
def facts(text: str) -> Facts:
    """The facts of a passage. Linear in its length."""
    days, without_days = _days(text)
    return Facts(tuple(_figures(without_days)), tuple(days), tuple(_names(text).items()), tuple(_quotations(text)))


def _figures(text: str) -> Iterator[Figure]:
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


def _days(text: str) -> tuple[list[Day], str]:
    """The days told, and the text with blanks in their place."""
    found = []

    def taken(match: re.Match[str]) -> str:
        if match["iso"]:
            year_, month_, day_ = map(int, match["iso"].split("-"))
            found.append(Day(match.group(), None, month_, day_, year_))
            return " " * len(match.group())
        month = match["month"] or match["month2"] or ""
        day, year = match["day"] or match["day2"], match["year"] or match["year2"] or match["alone"]
        if month.casefold() in ("may", "march", "mar", "dec", "sun") and not (month[0].isupper() and (day or year)):
            return match.group()
        found.append(
            Day(
                match.group().strip(),
                _WEEKDAYS.get((match["weekday"] or "").casefold()),
                _MONTHS.get(month.casefold()),
                int(day) if day and not (match["until"] or match["since"]) else None,  # of several days none is told
                int(year) if year else None,
            )
        )
        return " " * len(match.group())

    return found, _DAY.sub(taken, text)


def _names(text: str) -> dict[str, str]:
    """Words that begin with a capital where grammar asks for none. A headline in capitals tells no names."""
    found = list(_CAPITAL.finditer(text))
    capitals = sum(match.group()[0].isupper() for match in found)
    if len(found) >= 4 and capitals > 0.7 * len(found):
        return {}
    names = {}
    for match in found:
        word = match.group().rstrip(".").removesuffix("'s").removesuffix("’s")
        begins = not _INSIDE.search(text, max(0, match.start() - 4), match.start())
        low = word.casefold()
        if word[:1].isupper() and len(word) > 1 and low not in _TITLES and low not in _WEEKDAYS | _MONTHS:
            if begins and not _known_elsewhere(word, text, match.start()):
                continue
            names[term(word)] = word
    return names


def _known_elsewhere(word: str, text: str, at: int) -> bool:
    """Whether what opens a sentence is a name all the same: written so elsewhere, or followed by another capital."""
    following = text[at + len(word) :].lstrip("'’s").lstrip()
    return bool(re.match(r"[A-Z][\w]", following)) or word.isupper()


def _quotations(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        words = next(group for group in found.groups() if group)
        if len(words.split()) >= 3:
            yield words.strip()
