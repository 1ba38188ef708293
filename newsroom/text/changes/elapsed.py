"""How long after publication something was seen, in words that claim no more precision than the times have."""

from datetime import UTC, datetime, timedelta

from newsroom.text.language.counted import counted

_UNITS = ((timedelta(days=365), "year"), (timedelta(days=1), "day"), (timedelta(hours=1), "hour"))


def after_publication(published: datetime | None, on_day: bool, seen: datetime) -> str:
    """Such as “2 hours after publication”; blank where nobody knows when that was, or it was not yet.

    `published` and `seen` are UTC; `on_day`: only the day of publication is known.
    """
    if published is None:
        return ""
    if on_day:
        days = (seen.astimezone(UTC).date() - published.astimezone(UTC).date()).days
        if days <= 0:
            return "on the day of publication" if days == 0 else ""
        return f"{_duration(timedelta(days=days))} after publication"
    return f"{_duration(seen - published)} after publication" if seen > published else ""


def _duration(passed: timedelta) -> str:
    for unit, name in _UNITS:
        if passed >= unit:
            return counted(passed // unit, name)
    if passed < timedelta(minutes=1):
        return "less than a minute"
    return counted(passed // timedelta(minutes=1), "minute")
