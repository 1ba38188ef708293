"""Say how long after publication something was seen, no more exactly than the time of publication is
known.
"""

from datetime import UTC, datetime, timedelta

from newsroom.text.language.counted import counted

_UNITS = (
    (timedelta(days=365), "year"),
    (timedelta(days=1), "day"),
    (timedelta(hours=1), "hour"),
    (timedelta(minutes=1), "minute"),
)


def after_publication(published: datetime | None, on_day: bool, seen: datetime) -> str:
    """Return a phrase such as “2 hours after publication”.

    Returns an empty string if `published` is None or lies after `seen`. Both times have a time zone. If
    `on_day` is true, only the day of publication is known, in UTC.
    """
    if published is None:
        return ""
    if on_day:
        return _days_after(published, seen)
    if seen <= published:
        return ""
    return f"{_duration(seen - published)} after publication"


def _days_after(published: datetime, seen: datetime) -> str:
    passed = seen.astimezone(UTC).date() - published.astimezone(UTC).date()
    if not passed:
        return "on the day of publication"
    if passed < timedelta(0):
        return ""
    return f"{_duration(passed)} after publication"


def _duration(passed: timedelta) -> str:
    for unit, name in _UNITS:
        if passed >= unit:
            return counted(passed // unit, name)
    return "less than a minute"
