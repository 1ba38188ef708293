"""Read the date in a cell of a table, in the forms that other programs write."""

import re

from newsroom.errors import Invalid
from newsroom.text.metadata.dates import first_date
from newsroom.text.metadata.field_names import is_own_name
from newsroom.text.metadata.limits import LONGEST_STATED
from newsroom.text.normalise import normalise
from newsroom.text.pipeline import parse_published

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NAMES_OF_UTC = ("UTC", "GMT")
#: How many characters of a date a note shows.
_LONGEST_SHOWN = 40


def published_in(name: str, value: str) -> str | None:
    """Return the date in the cell `value` of the column `name`, in a form that `parse_published` reads.

    If it cannot be read with certainty, returns None; but a column with the project's own name
    (`published_at`) raises `Invalid` then.
    """
    written = normalise(value).strip()
    # "2024-05-03 10:00:00 UTC" is ISO 8601, except that the zone has a name.
    iso = written
    if _ISO_DAY.match(written) and written.endswith(_NAMES_OF_UTC):
        iso = written[: -len(_NAMES_OF_UTC[0])].rstrip() + "+00:00"
    try:
        parse_published(iso)
    except Invalid:
        read = None if _ISO_DAY.match(written) else first_date(written[:LONGEST_STATED])
        if read is not None and read.on_day:
            return read.moment.date().isoformat()
        if read is not None:
            return read.moment.isoformat()
        if is_own_name(name):
            raise
        return None
    return iso


def note_on_unread_date(value: str) -> str:
    """Return a note, one sentence, for a date that could not be read."""
    shown = normalise(value[:_LONGEST_SHOWN]).strip()
    return f"The date “{shown}” can be read in several ways, or in none: it was not used."
