"""Days in a sentence, as far as it tells them."""

import re
from dataclasses import dataclass

from newsroom.text.language.calendar import ANY_ENGLISH_MONTH, ANY_WEEKDAY, ENGLISH_MONTHS, WEEKDAYS

_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
# A range names the month before or after its days. “and” joins two days only where no word goes on with the
# number, “July 8 and 9 people died”, unless “between” or “from” opens the range.
_DAY = re.compile(
    rf"\b(?P<weekday>{ANY_WEEKDAY})\b"
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    rf"|(?P<opens>\b(?:between|from)\s+)?\b(?P<month>{ANY_ENGLISH_MONTH})\b\.?(?:\s+(?P<day>{_NTH})(?!\d)"
    rf"(?:\s?[-–]\s?(?P<until>{_NTH})(?!\d)"
    rf"|\s(?:and|to)\s(?P<until2>{_NTH})(?![\d,.]*\d)(?(opens)|(?!\s\w)))?)?(?:,?\s+(?P<year>{_YEAR}))?"
    rf"|\b(?:(?P<since>{_NTH})(?:\s?[-–]\s?|\s(?:and|to)\s))?(?P<day2>{_NTH})\s+(?:of\s+)?(?P<month2>{ANY_ENGLISH_MONTH})\b\.?"
    rf"(?:,?\s+(?P<year2>{_YEAR}))?"
    r"|(?<![\w.,$€£])(?P<alone>(?:19|20)\d\d)(?![\w%]|,\d|\s\d{3}(?!\d)"
    r"|\s(?:people|persons|dead|wounded|injured|civilians|soldiers|troops|children|women|men|refugees|migrants|euros|"
    r"dollars|pounds|tons|tonnes|km|kilomet(?:er|re)s|miles)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A point in the calendar as far as it is told; what is not told is None. `weekday` counts from Monday,
    0.

    `until`: the last day of several in a row, of which `day` is the first.
    """

    text: str
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    until: int | None = None

    @property
    def parts(self) -> dict[str, range]:
        """What is told of it: for each part of the calendar the numbers it may have."""
        parts = (("weekday", self.weekday), ("month", self.month), ("year", self.year))
        told = {name: range(value, value + 1) for name, value in parts if value is not None}
        if self.day is not None:
            told["day"] = range(self.day, (self.until or self.day) + 1)
        return told


def days(text: str) -> tuple[list[Day], str]:
    """The days told, and the text with blanks in their place."""
    found = []

    def taken(match: re.Match[str]) -> str:
        day = _day(match)
        if day is None:
            return match.group()
        found.append(day)
        return " " * len(match.group())

    return found, _DAY.sub(taken, text)


def _day(match: re.Match[str]) -> Day | None:
    """What a match of `_DAY` tells; None where it only looks like a day."""
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return Day(match.group(), None, month, day, year)
    name = match["month"] or match["month2"] or ""
    first, last = match["day"] or match["since"] or match["day2"], match["until"] or match["until2"]
    last = match["day2"] if match["since"] else last
    told_year = match["year"] or match["year2"] or match["alone"]
    if name.casefold() in ("may", "march", "mar", "dec", "sun") and not (
        name[0].isupper() and (first or told_year)
    ):
        return None
    begin, end = _number(first), _number(last)
    if begin and end and end < begin:  # it goes on into another month: which days these are is not told
        begin = end = None
    return Day(
        match.group().removeprefix(match["opens"] or "").strip(),
        WEEKDAYS.get((match["weekday"] or "").casefold()),
        ENGLISH_MONTHS.get(name.casefold()),
        begin,
        _number(told_year),
        end if end != begin else None,
    )


def _number(told: str | None) -> int | None:
    return int(re.sub(r"\D", "", told)) if told else None
