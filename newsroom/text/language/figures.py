"""Figures in a sentence: numbers with what they count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Self

from newsroom.text.language.measures import FIGURE_TERMS, MEASURES, NO_UNITS, SCALES, UNITS
from newsroom.text.language.words import NUMBERS, term, terms

#: Terms on either side of a figure that tell what it is about, as far as the next comma or the like.
MOST_TERMS_BESIDE = 4
# Characters on either side in which these terms are looked for.
_REACH_BESIDE = 60
# Characters before a figure in which the word that opens a range is looked for.
_REACH_OF_OPENING = 20
_AGE = "years of age"
# A comma before so many digits parts thousands: “1,234”.
_DIGITS_IN_GROUP = 3

_NUMBER_WORDS = "|".join(sorted(NUMBERS, key=len, reverse=True))
_DIGITS = "|".join(
    (
        r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?",  # 1,234,567.8; in India 12,34,567.8
        r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,6}(?!\d)(?:[.,]\d+)?",  # 1 234 567,8
        r"\d{1,3}(?:\.\d{3})+,\d+",  # 1.234.567,8
        r"\d{1,3}(?:\.\d{3}){2,}",  # 1.234.567
        r"\d+,\d{1,2}(?![\d,]|\.\d)",  # 5,8
        r"\d+(?:\.\d+)?",  # 1234.5
    )
)
# The digits of “Covid-19” belong to a name, because a letter and a hyphen stand before them. Those of “5m-6m”
# do not, because the letter is a scale. A single letter is a scale right behind digits or in a sum of money
# only: “10 m high” is no ten million.
_FIGURE = re.compile(
    rf"""
    (?P<aged>\baged?\s)?
    (?P<minus>(?<![\w.%)])[-−](?=\S)|\bminus\s)?
    (?:(?P<sign>(?<!\w)(?:US|AU?|CA?|NZ|HK|S|NT|R)?\$|[€£¥₽₹]|\bRs\b\.?)\s?)?
    (?P<number>
        (?<![\w.])(?:(?<![^\W\d_]-)|(?<=\d[kmb]-)|(?<=\d[mbt]n-))(?:{_DIGITS})
        |(?<![\w-])(?:{_NUMBER_WORDS})\b(?!-(?:one|{_NUMBER_WORDS})\b)
    )
    (?:(?:st|nd|rd|th)\b)?
    (?P<half>\sand\sa\shalf\b)?
    (?:
        [\s-]?(?P<scale>
            dozen|hundred|thousand|lakh|millions?|mln|crore|billions?|bln|trillion|trn|[mbt]n
        )\b
        |(?(sign)\s?|(?<=\d))(?P<letter>[kmb])\b
    )?
    (?:\s?-?\s?(?P<unit>
        %
        |(?:percent(?:age)?|basis)[\s-]points?\b
        |per\s?cent\b
        |years?[\s-]olds?\b
        |years\sof\sage\b
        |(?:us|american|australian|canadian|hong\ kong)\sdollars\b
        |[^\W\d_]+
    ))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# What may stand between the ends of a range.
_JOINT = re.compile(
    r"(?P<dash>\s?[-–]\s?)|\s(?:to|or)\s(?:about\s)?|\s(?P<both>and)\s(?:about\s)?", re.IGNORECASE
)
# What may open a range.
_OPENING = re.compile(r"\b(?:(?P<between>between)|from)\s(?:about\s)?\Z", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?()—–](?!\d)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts: a measure (`$`, `%`), the term of the noun after it, or nothing.

    `text` is the figure as it stands. The low end of a range is shown with scale and unit of the high end.
    `between` holds both ends of the range that the figure is an end of. `beside` are the terms near it,
    figures and units left out.
    """

    value: float
    unit: str
    text: str
    between: tuple[float, float] | None = None
    beside: frozenset[str] = frozenset()

    def overlaps(self, other: Self) -> bool:
        """Whether both may be one number, as 35 and “between 30 and 40”."""
        low, high = self.between or (self.value, self.value)
        other_low, other_high = other.between or (other.value, other.value)
        return low <= other_high and other_low <= high


@dataclass(frozen=True, slots=True)
class _Joint:
    """What joins two neighbouring figures to a range, such as “between 5 and 7”, “from 5 to 7” or “5-7”."""

    dash: bool
    between: bool
    opening: bool


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a text in order. Its days and times must be blanked before."""
    matches = list(_FIGURE.finditer(text))
    read = [_figure(match) for match in matches]

    for index in range(len(matches) - 1):
        first, second = matches[index], matches[index + 1]
        joint = _joint(text, first, second)
        if joint:
            low, high = _ends_of_range(first, second, read[index], read[index + 1], joint)
            read[index], read[index + 1] = low, high

    for match, figure in zip(matches, read, strict=True):
        yield replace(figure, beside=_terms_beside(text, match))


def _figure(match: re.Match[str]) -> Figure:
    unit = _unit_word(match)
    sign = _sign(match)
    measure = UNITS.get(sign or re.sub(r"[\s-]", "", unit))
    if match["aged"]:
        measure = _AGE

    # A noun that is counted is not part of the figure's text, a measure after the number is.
    text = match.string[match.start() : _end_of_number(match)]
    if measure and not sign:
        text = match.group()
    if measure:
        return Figure(_value(match), measure, text.strip())
    return Figure(_value(match), term(unit) if unit else "", text.strip())


def _value(match: re.Match[str]) -> float:
    value = _number(match["number"].casefold())
    if match["half"]:
        value += 0.5
    if match["minus"]:
        value = -value
    return value * _scale(match)


def _number(number: str) -> float:
    """Return the value of a number word or of digits, in which points and commas may part groups."""
    if number in NUMBERS:
        return float(NUMBERS[number])
    digits = re.sub(r"\s", "", number)
    mark = max(digits.rfind("."), digits.rfind(","))
    if mark < 0:
        return float(digits)

    has_both_marks = "." in digits and "," in digits
    if not has_both_marks and _parts_groups(digits, mark):
        return float(re.sub(r"[.,]", "", digits))
    whole = re.sub(r"[.,]", "", digits[:mark])
    return float(f"{whole}.{digits[mark + 1 :]}")


def _parts_groups(digits: str, mark: int) -> bool:
    """Whether the point or comma at `mark`, the last of `digits`, parts groups of digits."""
    if digits.count(digits[mark]) > 1:
        return True
    digits_after = len(digits) - mark - 1
    return digits[mark] == "," and digits_after == _DIGITS_IN_GROUP


def _sign(match: re.Match[str]) -> str:
    return (match["sign"] or "").casefold().rstrip(".")


def _unit_word(match: re.Match[str]) -> str:
    unit = (match["unit"] or "").casefold()
    return "" if unit in NO_UNITS else unit


def _scale(match: re.Match[str]) -> float:
    written = match["scale"] or match["letter"] or ""
    return SCALES.get(written.casefold(), 1)


def _end_of_number(match: re.Match[str]) -> int:
    """Return where the number ends, with its scale and without its unit."""
    return max(match.end(group) for group in ("number", "half", "scale", "letter"))


def _joint(text: str, first: re.Match[str], second: re.Match[str]) -> _Joint | None:
    """Return what joins the two figures to a range, None if nothing does."""
    end = first.end() if _unit_word(first) else _end_of_number(first)
    joint = _JOINT.fullmatch(text, end, second.start())
    if not joint:
        return None

    reach = max(0, first.start() - _REACH_OF_OPENING)
    opening = _OPENING.search(text, reach, first.start())
    between = bool(opening and opening["between"])
    # “5 and 7” are two figures, “between 5 and 7” is a range.
    if joint["both"] and not between:
        return None
    return _Joint(dash=bool(joint["dash"]), between=between, opening=bool(opening))


def _ends_of_range(
    first: re.Match[str],
    second: re.Match[str],
    low: Figure,
    high: Figure,
    joint: _Joint,
) -> tuple[Figure, Figure]:
    """Return both figures as the ends of a range, “between $2 and $3 billion”, or unchanged if they are none.

    A low end without scale and unit gets those of the high end, a high end without sign that of the low end.
    """
    if not _units_agree(first, low, high, joint):
        return low, high
    scaled_low = _with_scale_of(first, second, low, high)
    if scaled_low.value >= high.value:
        return low, high

    high_text = high.text
    if first["sign"] and not second["sign"]:
        high_text = first["sign"] + high_text
    ends: tuple[float, float] | None = (scaled_low.value, high.value)
    if joint.opening and not joint.between:
        # “From 5 to 7” tells what was and what is, no number between them.
        ends = None
    measure = _shared_measure(low, high)
    return (
        replace(scaled_low, unit=measure or low.unit, between=ends),
        replace(high, unit=measure or high.unit, text=high_text, between=ends),
    )


def _with_scale_of(
    first: re.Match[str],
    second: re.Match[str],
    low: Figure,
    high: Figure,
) -> Figure:
    """Return the low end with the scale of the high end, if it has neither scale nor unit of its own."""
    if first["scale"] or first["letter"] or _unit_word(first):
        return low
    end_of_digits = high.text.find(second["number"]) + len(second["number"])
    scale_and_unit = high.text[end_of_digits:]
    return replace(
        low,
        value=low.value * _scale(second),
        text=low.text + scale_and_unit,
    )


def _units_agree(
    first: re.Match[str],
    low: Figure,
    high: Figure,
    joint: _Joint,
) -> bool:
    """Whether the units of two figures allow that they are the ends of one range."""
    if low.unit == high.unit:
        return True
    # “3% to $80”: two measures.
    if low.unit in MEASURES and high.unit in MEASURES:
        return False
    # “3% to 80 million”: the low end has its unit, so it does not share that of the high end.
    if _unit_word(first):
        return False
    # “$5 to 7 people” is no range, “from $5 to 7” may be one.
    return low.unit not in MEASURES or joint.dash or joint.opening


def _shared_measure(low: Figure, high: Figure) -> str:
    for figure in (low, high):
        if figure.unit in MEASURES:
            return figure.unit
    return ""


def _terms_beside(text: str, match: re.Match[str]) -> frozenset[str]:
    reach_before = text[max(0, match.start() - _REACH_BESIDE) : match.start()]
    reach_after = text[match.end() : match.end() + _REACH_BESIDE]
    clause_before = _CLAUSE_END.split(reach_before)[-1]
    clause_after = _CLAUSE_END.split(reach_after, maxsplit=1)[0]
    terms_before = terms(clause_before)[-MOST_TERMS_BESIDE:]
    terms_after = terms(clause_after)[:MOST_TERMS_BESIDE]
    near = (*terms_before, *terms_after)
    return frozenset(word for word in near if not word[0].isdecimal()) - FIGURE_TERMS
