"""Decide on which days a report can have been published.

Some programs write the first or the last day of their calendar for "no date". The same rule holds for all
sources: pages, records, mail, feeds, front matter, and values that people type.
"""

from datetime import UTC, date, datetime

from newsroom.errors import Invalid
from newsroom.text.model import PublicationDate

#: The years in which a report may have been published. Printing with movable type began about 1450.
FIRST_YEAR, LAST_YEAR = 1450, 2199


def is_plausible(day: date | datetime) -> bool:
    """Return whether a report can have been published on `day`.

    If `day` is a time, its day in UTC decides, because times are stored in UTC.
    """
    if isinstance(day, datetime):
        try:
            day = day.astimezone(UTC)
        except OverflowError:
            return False
    return FIRST_YEAR <= day.year <= LAST_YEAR


def plausible(published: PublicationDate | None) -> PublicationDate | None:
    """Return `published`, or None if no report can have been published on that day or `published` is None."""
    if published is None or not is_plausible(published.moment):
        return None
    return published


def refuse_implausible(day: date | datetime | None) -> None:
    """Raise `Invalid` if no report can have been published on `day`. Do nothing if `day` is None."""
    if day is not None and not is_plausible(day):
        raise Invalid(
            f"“{day.isoformat()}” is no day of a report: write one from {FIRST_YEAR} to {LAST_YEAR}, "
            "or leave it blank."
        )
