"""Times of day in a sentence."""

import re
from dataclasses import dataclass
from typing import Self

NOON = 12 * 60
_TIME = re.compile(
    r"(?<![\d:.,$€£])(?P<since>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?\s?)?[-–]\s?)?"
    r"(?P<hour>\d{1,2})(?:(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])(?:m\b|\.\s?m\b\.?)|:(?P<minute2>\d\d)(?![\d:]))"
    r"(?P<zone>\s(?:GMT|UTC|MSK|local\stime|(?-i:[A-Z]{1,3}[SD]T|[CEW]ET|[ECMP]T))\b)?",
    re.IGNORECASE,
)
# Hours and minutes alone may be a score or how long something took: they are a time behind such words, or
# with a zone.
_OPENS = re.compile(r"\b(?:at|by|from|until|till|since|about|around|before|after)\s\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day: minutes since midnight. `halves`: whether its half of the day is told; `zone`: as it
    stands, or blank.
    """

    text: str
    minutes: int
    halves: bool
    zone: str = ""

    def same(self, other: Self) -> bool:
        return self.minutes == other.minutes and (self.zone == other.zone or not (self.zone and other.zone))

    def differs(self, other: Self) -> bool:
        """Whether it cannot be `other`: by the clock of one zone, and where halves are not told in either."""
        apart = self.minutes - other.minutes
        return self.zone == other.zone and bool(apart if self.halves and other.halves else apart % NOON)


def times(text: str) -> tuple[list[Time], str]:
    """The times told, and the text with blanks in their place. Of “6-8pm” none is told."""
    found = []

    def taken(match: re.Match[str]) -> str:
        half, zone = (match["half"] or "").casefold(), (match["zone"] or "").strip().casefold()
        hour, minute = int(match["hour"]), int(match["minute"] or match["minute2"] or 0)
        opens = _OPENS.search(text, max(0, match.start() - 8), match.start())
        if hour < 24 and minute < 60 and not match["since"] and (half or zone or opens):
            hour = hour % 12 + (12 if half == "p" else 0) if half else hour
            halves = bool(half) or hour > 12 or match["hour"].startswith("0")
            found.append(Time(match.group(), hour * 60 + minute, halves, zone))
        return " " * len(match.group())

    return found, _TIME.sub(taken, text)
