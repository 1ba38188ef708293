"""Find the times of day in a sentence."""

import re
from dataclasses import dataclass
from typing import Self

_MINUTES_IN_HOUR = 60
_HOURS_IN_HALF = 12
_HOURS_IN_DAY = 24
_MINUTES_IN_HALF = _HOURS_IN_HALF * _MINUTES_IN_HOUR
# How many characters before a time are searched for a word such as “at”.
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
# Hours and minutes alone may be a score or a duration. They are a time only after such a word or with a zone.
_OPENING = re.compile(
    r"\b(?:at|by|from|until|till|since|about|around|before|after)\s\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day that a text states.

    `minutes` counts from midnight. `halves` is true if the text says am or pm or uses the 24-hour clock.
    Otherwise the time may be in the morning or in the evening, as in "6:30". `zone` is the time zone as
    written, in lower case, or an empty string.
    """

    text: str
    minutes: int
    halves: bool
    zone: str = ""

    def same(self, other: Self) -> bool:
        """Return whether both times have the same minutes and, if both name a time zone, the same zone."""
        if self.zone and other.zone and self.zone != other.zone:
            return False
        return self.minutes == other.minutes

    def differs(self, other: Self) -> bool:
        """Return whether the two times cannot be the same.

        Times whose zones differ, or of which only one has a zone, are not compared: the result is False.
        """
        if self.zone != other.zone:
            return False
        apart = self.minutes - other.minutes
        if self.halves and other.halves:
            return apart != 0
        # 6:30 may be in the morning or in the evening.
        return apart % _MINUTES_IN_HALF != 0


def times(text: str) -> tuple[list[Time], str]:
    """Return the times that `text` states, and a copy of `text` with spaces in place of those times.

    The copy has the same length. A range such as “6-8pm” is not a time, but spaces replace it too.
    """
    found_times: list[Time] = []

    def blank(match: re.Match[str]) -> str:
        time = _time(match)
        if time is not None:
            found_times.append(time)
        return " " * len(match.group())

    text_without_times = _TIME.sub(blank, text)
    return found_times, text_without_times


def _time(match: re.Match[str]) -> Time | None:
    """Return the time for a match of `_TIME`, or None if the words only look like a time."""
    hour = int(match["hour"])
    minute = int(match["minute_of_half"] or match["minute_of_day"] or 0)
    if match["range_start"] or not _is_on_clock(hour, minute):
        return None
    if not (match["half"] or match["zone"] or _is_opened(match)):
        return None

    half, zone = _lower(match["half"]), _lower(match["zone"])
    hour = _hour_of_day(hour, half)
    # Only the 24-hour clock writes times such as 13:30 and 06:30.
    halves = bool(half) or hour > _HOURS_IN_HALF or match["hour"].startswith("0")
    return Time(match.group(), hour * _MINUTES_IN_HOUR + minute, halves, zone)


def _lower(written: str | None) -> str:
    return (written or "").strip().casefold()


def _is_on_clock(hour: int, minute: int) -> bool:
    return hour < _HOURS_IN_DAY and minute < _MINUTES_IN_HOUR


def _hour_of_day(hour: int, half: str) -> int:
    """Return the hour on the 24-hour clock. `half` is `a` for am, `p` for pm, or an empty string."""
    if not half:
        return hour
    # 12 am is the hour 0, and 12 pm is the hour 12.
    hour %= _HOURS_IN_HALF
    if half == "p":
        return hour + _HOURS_IN_HALF
    return hour


def _is_opened(match: re.Match[str]) -> bool:
    """Return whether a word that introduces a time, such as “at”, is directly before the match."""
    reach = max(0, match.start() - _REACH_OF_OPENING)
    return _OPENING.search(match.string, reach, match.start()) is not None
