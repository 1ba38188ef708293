"""Times of day in a sentence."""

import re
from dataclasses import dataclass
from typing import Self

_MINUTES_IN_HOUR = 60
_HOURS_IN_HALF = 12
_HOURS_IN_DAY = 24
_MINUTES_IN_HALF = _HOURS_IN_HALF * _MINUTES_IN_HOUR
# Characters before a time in which a word such as “at” is looked for.
_REACH_OF_OPENING = 8

_TIME = re.compile(
    r"""
    (?<![\d:.,$€£])
    (?P<range_start>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?\s?)?[-–]\s?)?
    (?P<hour>\d{1,2})
    (?:
        (?:[:.](?P<minute_of_half>\d\d))?\s?(?P<half>[ap])(?:m\b|\.\s?m\b\.?)
        |:(?P<minute_of_day>\d\d)(?![\d:])
    )
    (?P<zone>\s(?:GMT|UTC|MSK|local\stime|(?-i:[A-Z]{1,3}[SD]T|[CEW]ET|[ECMP]T))\b)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
# Hours and minutes alone may be a score or a duration. They are a time behind such words, or with a zone.
_OPENING = re.compile(
    r"\b(?:at|by|from|until|till|since|about|around|before|after)\s\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day.

    `minutes` counts from midnight if the text says am or pm or uses the 24-hour clock; then `halves` is True.
    Otherwise "6:30" may be morning or evening. `zone` is the time zone as written, in lower case, or empty.
    """

    text: str
    minutes: int
    halves: bool
    zone: str = ""

    def same(self, other: Self) -> bool:
        """Whether both say the same: by the same clock, and not in two different zones."""
        if self.zone and other.zone and self.zone != other.zone:
            return False
        return self.minutes == other.minutes

    def differs(self, other: Self) -> bool:
        """Whether both cannot be one time. Times of different zones are not compared."""
        if self.zone != other.zone:
            return False
        apart = self.minutes - other.minutes
        if self.halves and other.halves:
            return apart != 0
        # 6:30 may be half past six in the morning or in the evening.
        return apart % _MINUTES_IN_HALF != 0


def times(text: str) -> tuple[list[Time], str]:
    """Return the times that `text` tells, and `text` with blanks for all that looks like a time.

    A range such as “6-8pm” tells no time.
    """
    read: list[Time] = []

    def blank(match: re.Match[str]) -> str:
        time = _time(match)
        if time is not None:
            read.append(time)
        return " " * len(match.group())

    rest = _TIME.sub(blank, text)
    return read, rest


def _time(match: re.Match[str]) -> Time | None:
    """Return the time that a match of `_TIME` tells, None if it only looks like a time."""
    hour = int(match["hour"])
    minute = int(match["minute_of_half"] or match["minute_of_day"] or 0)
    if match["range_start"] or not _is_on_clock(hour, minute):
        return None
    if not (match["half"] or match["zone"] or _is_opened(match)):
        return None

    half, zone = _lower(match["half"]), _lower(match["zone"])
    hour = _hour_of_day(hour, half)
    # 13:30 and 06:30 are written by the clock of 24 hours only.
    halves = bool(half) or hour > _HOURS_IN_HALF or match["hour"].startswith("0")
    return Time(match.group(), hour * _MINUTES_IN_HOUR + minute, halves, zone)


def _lower(written: str | None) -> str:
    return (written or "").strip().casefold()


def _is_on_clock(hour: int, minute: int) -> bool:
    return hour < _HOURS_IN_DAY and minute < _MINUTES_IN_HOUR


def _hour_of_day(hour: int, half: str) -> int:
    """Return the hour by the clock of 24 hours; `half` is a, p or blank."""
    if not half:
        return hour
    hour %= _HOURS_IN_HALF
    return hour + _HOURS_IN_HALF if half == "p" else hour


def _is_opened(match: re.Match[str]) -> bool:
    """Whether a word stands before the match that a time follows."""
    reach = max(0, match.start() - _REACH_OF_OPENING)
    return _OPENING.search(match.string, reach, match.start()) is not None
