"""Days in a sentence, as far as it tells them."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from dataclasses import dataclass

WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "jan feb mar apr may jun jul aug sept oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b"
    r"|(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)"
    rf"|\b(?P<month>{_MONTH})\b\.?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)"
    r"(?P<until>\s?[-–]\s?\d{1,2}(?!\d)|\s(?:and|to)\s\d{1,2}(?![\d,.]*\d|\s\w))?)?(?:,?\s+(?P<year>(?:1[89]|20)\d\d))?"
    rf"|\b(?P<since>\d{{1,2}}\s?[-–]\s?)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month2>{_MONTH})\b\.?(?:,?\s+(?P<year2>(?:1[89]|20)\d\d))?"
    r"|(?<![\w.,$€£])(?P<alone>(?:19|20)\d\d)(?![\w%]|,\d|\s\d{3}(?!\d)"
    r"|\s(?:people|persons|dead|wounded|injured|civilians|soldiers|troops|children|women|men|refugees|migrants|euros|"
    r"dollars|pounds|tons|tonnes|km|kilomet(?:er|re)s|miles)\b)",
    re.IGNORECASE,
)


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


def days(text: str) -> tuple[list[Day], str]:
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
                WEEKDAYS.get((match["weekday"] or "").casefold()),
                MONTHS.get(month.casefold()),
                int(day) if day and not (match["until"] or match["since"]) else None,  # of several days none is told
                int(year) if year else None,
            )
        )
        return " " * len(match.group())

    return found, _DAY.sub(taken, text)
