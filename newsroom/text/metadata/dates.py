"""Dates as articles print them. Only what is beyond doubt is taken: 07/09/2022 could be two days and is none."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from newsroom.text.language.calendar import ANY_MONTH, MONTHS
from newsroom.text.model import PublicationDate

_WRITTEN = (
    re.compile(
        rf"\b(?P<month>{ANY_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(?P<month>{ANY_MONTH})\.?,?\s+(?:de\s+"
        rf"|del\s+)?(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?=\D|$)"),
    re.compile(r"\b(?P<year>\d{4})年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b"),
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"\(?(?P<zone>Z\b|UTC|GMT|[+-]\d{2}:?\d{2})(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:first\s+|last\s+|originally\s+)?(?:published|posted|updated|modified|created|date|dated"
    r"|issued)(?:\s+(?:on|at|date))?|"
    r"veröffentlicht|publié(?:\s+le)?|publicado|pubblicato|опубликовано|дата|опубліковано)"
)
_UPDATED = re.compile(
    r"\W*(?:last\s+)?(?:updated|modified|changed|aktualisiert|mis à jour|actualizado)\b", re.IGNORECASE
)
_FILLING = re.compile(
    rf"{_LABEL}|\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b"
    rf"|(?<!\d)t?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?z?"
    r"|(?<!\d)\d{1,2}(?:h\d{0,2}\b|(?=\s*[ap]\.?m\b))|(?<![^\W\d_])[ap]\.?m\b\.?|\b(?:utc|gmt|[ecmp][sd]?t|b?st|cest|cet|msk|eest|eet|z|ist|at|on|um|uhr|à|h|t|г|року|р"
    r"|года)\b|[+-]\d{1,2}:?\d{0,2}",
    re.IGNORECASE,
)


def first_date(text: str) -> PublicationDate | None:
    """The first date in `text`, and whether only the day is known (midnight UTC); nothing where no date is
    certain.

    The time keeps the zone it was given in, and so its day.

    A clock time counts only with its zone in figures, UTC or GMT: abbreviations such as EST or IST name
    several zones.
    """
    first = min(
        filter(None, (pattern.search(text) for pattern in _WRITTEN)),
        key=lambda found: found.start(),
        default=None,
    )
    if first is None:
        return None
    month = first["month"].casefold()
    try:
        day = date(int(first["year"]), MONTHS.get(month) or int(month), int(first["day"]))
    except ValueError:
        return None
    clock = _TIME.search(text, first.end()) or _TIME.search(text, 0, first.start())
    moment = _at(day, clock) if clock else None
    if moment is None:
        return PublicationDate(datetime.combine(day, time(), UTC), on_day=True)
    return PublicationDate(moment, on_day=False)


def is_date_line(text: str) -> bool:
    """Whether `text` is nothing but a date, with or without its label, weekday and time."""
    if len(text) > 160 or first_date(text) is None:
        return False
    for pattern in _WRITTEN:
        text = pattern.sub(" ", text)
    return not re.search(r"[^\W_]", _FILLING.sub(" ", text))


def is_of_an_update(line: str) -> bool:
    """Whether a line with a date says by its label that it is of a later change."""
    return _UPDATED.match(line) is not None


def _at(day: date, clock: re.Match[str]) -> datetime | None:
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"][0].lower() == "p" else 0)
    zone = clock["offset"] or clock["zone"]
    sign = -1 if zone[0] == "-" else 1
    figures = re.sub(r"\D", "", zone)
    hours, minutes = (int(figures[:-2]), int(figures[-2:])) if len(figures) > 2 else (int(figures or 0), 0)
    try:
        local = time(
            hour,
            int(clock["minute"]),
            int(clock["second"] or 0),
            tzinfo=timezone(sign * timedelta(hours=hours, minutes=minutes)),
        )
        moment = datetime.combine(day, local)
        moment.astimezone(UTC)  # raises where the two ends of time are crossed
        return moment
    except (ValueError, OverflowError):
        return None
