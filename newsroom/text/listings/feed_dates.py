"""Read when an item of a feed was published. A time is used only if its zone is certain."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from newsroom.text.metadata.plausible_days import is_plausible

#: The keys under which feedparser keeps a date: as it is written, and as a tuple from year to second.
_DATE_FIELDS = (("published", "published_parsed"), ("updated", "updated_parsed"))
_OFFSET = r"[+-]\d{1,2}(?::?\d{2})?(?!\d)"
# A time of day with its zone: the name of a zone, an offset, or both as in “GMT+02:00”.
_ZONED_TIME = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*"
    rf"(?P<name>[A-Za-z][A-Za-z/_]*)?(?P<offset>{_OFFSET})?"
)
#: The longest date that is read, in characters.
_LONGEST_DATE = 100
_DAY = timedelta(days=1)
#: How many hours the zones of these names are ahead of UTC. Names of several zones (IST, BST) are left out,
#: and names that do not say whether it is summer (ET). The names of North America are those of RFC 822.
_HOURS_AHEAD = {
    "z": 0,
    "ut": 0,
    "utc": 0,
    "gmt": 0,
    "edt": -4,
    "est": -5,
    "cdt": -5,
    "cst": -6,
    "mdt": -6,
    "mst": -7,
    "pdt": -7,
    "pst": -8,
    "wet": 0,
    "west": 1,
    "cet": 1,
    "cest": 2,
    "mez": 1,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "sast": 2,
    "pkt": 5,
    "hkt": 8,
    "jst": 9,
    "kst": 9,
    "aest": 10,
    "aedt": 11,
    "nzst": 12,
    "nzdt": 13,
}


def time_of_entry(entry: Any) -> datetime | None:
    """Return the time of publication, in UTC, that an entry of feedparser states, else the time of its last
    change.

    Returns None if the entry states neither, if the time is not plausible, or if its zone is missing or has
    a name that several zones share.
    """
    for written, parsed in _DATE_FIELDS:
        if parsed in entry:
            return _time(str(entry.get(written) or ""), entry[parsed])
    return None


def _time(written: str, parsed: Any) -> datetime | None:
    """Return the time that feedparser has read from the date `written` and returned as `parsed`, in UTC.

    feedparser ignores many zones, and then it returns the time of day as it is written. Returns None if the
    result has neither this time of day nor the one that follows from the zone.
    """
    zoned = _ZONED_TIME.search(written[:_LONGEST_DATE])
    ahead = zoned and _ahead_of_utc(zoned["name"], zoned["offset"])
    if not zoned or ahead is None or not parsed:
        return None
    year, month, day, hour, minute, second, *_ = parsed
    as_written = timedelta(hours=int(zoned["hour"]), minutes=int(zoned["minute"]))
    as_read = timedelta(hours=hour, minutes=minute)
    try:
        moment = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
        if as_read == as_written:
            moment -= ahead
        elif (as_written - ahead - as_read) % _DAY:
            return None
    except (ValueError, OverflowError):
        return None
    if not is_plausible(moment):
        return None
    return moment


def _ahead_of_utc(name: str | None, offset: str | None) -> timedelta | None:
    """Return how far a zone is ahead of UTC, or None if it has neither a certain name nor an offset."""
    hours = _HOURS_AHEAD.get((name or "utc").lower())
    if hours is None or not (name or offset):
        return None
    if not offset:
        return timedelta(hours=hours)
    if hours:
        # “EST-0500” would count twice.
        return None
    digits = offset[1:].replace(":", "").rjust(2, "0").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if offset.startswith("-") else size
