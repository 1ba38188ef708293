"""How long after publication something was seen, in words that claim no more precision than the times have."""

from datetime import UTC, datetime, timedelta

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
        return f"{_counted(timedelta(days=days))} after publication"
    return f"{_counted(seen - published)} after publication" if seen > published else ""


def _counted(passed: timedelta) -> str:
    for unit, name in _UNITS:
        if passed >= unit:
            number = passed // unit
            return f"{number} {name}{'' if number == 1 else 's'}"
    minutes = passed // timedelta(minutes=1)
    return f"{minutes} minute{'' if minutes == 1 else 's'}" if minutes else "less than a minute"
