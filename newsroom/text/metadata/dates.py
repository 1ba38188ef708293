"""Read dates as articles print them.

Only unambiguous dates are read: 07/09/2022 may be in July or in September, so it is not read as a date.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone

from newsroom.text.language.calendar import ANY_MONTH, MONTHS
from newsroom.text.metadata.locale_days import month_numbers, pattern_of_weekdays, patterns_of_days
from newsroom.text.metadata.plausible_days import is_plausible
from newsroom.text.model import PublicationDate

#: The ways to write a day.
_DAYS = (
    re.compile(
        rf"\b(?P<month>{ANY_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*+,)?\s++(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?(?P<month>{ANY_MONTH})\.?,?\s+(?:de\s+"
        rf"|del\s+)?(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?=\D|$)"),
    re.compile(
        r"(?<![\d/.])(?P<year>\d{4})(?P<sign>[/.]) ?(?P<month>\d{1,2})(?P=sign) ?(?P<day>\d{1,2})(?![\d/])"
    ),
    re.compile(r"\b(?P<year>\d{4})年\s?(?P<month>\d{1,2})月\s?(?P<day>\d{1,2})日"),
    re.compile(r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b"),
)
_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?:\s*+(?P<half>[ap]\.?m\.?))?\s*+"
    r"\(?(?P<zone>Z\b|UTC|GMT|[+-]\d{2}:?\d{2})(?P<offset>[+-]\d{1,2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_LABEL = (
    r"(?:(?:first\s+|last\s+|originally\s+)?(?:published|posted|updated|modified|created|date|dated"
    r"|issued)(?:\s+(?:on|at|date))?|"
    r"veröffentlicht(?:\s+am)?|publié(?:\s+le)?|publicado(?:\s+el)?|pubblicato(?:\s+il)?|gepubliceerd(?:\s+op)?"
    r"|publisert|publicerad|udgivet|julkaistu|opublikowano|publikováno|közzétéve|yayınlanma|diterbitkan"
    r"|опубликовано|дата|опубліковано|公開|発行|掲載|发布时间|发布|입력)"
)
_UPDATE_LABEL = (
    r"(?:(?:last\s+|zuletzt\s+|dernière\s+|ultimo\s+|última\s+)?(?:updated?|modified|changed|aktualisiert(?:\s+am)?"
    r"|mise?\s+à\s+jour(?:\s+le)?|actualizado|atualizado|aggiornato|bijgewerkt|oppdatert|uppdaterad|opdateret"
    r"|päivitetty|zaktualizowano|aktualizováno|aktualizacja|frissítve|güncelle(?:me|ndi)|diperbarui|обновлено"
    r"|оновлено|更新日時|更新|수정))"
)
_UPDATED = re.compile(rf"\W*{_UPDATE_LABEL}(?!\w)", re.IGNORECASE)
_READING_TIME = re.compile(
    r"(?:lesezeit|lesedauer|reading time|temps de lecture|tiempo de lectura|leestijd|lukuaika)\D{0,10}\d{1,3}"
    r"(?:\s?min\w{0,6}\.?)?|\d{1,3}\s?min\w{0,6}\.? read",
    re.IGNORECASE,
)
#: Words that a line may contain beside its date and still be only a date.
_FILLING = re.compile(
    rf"{_LABEL}|{_UPDATE_LABEL}|\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?\b"
    rf"|(?<!\d)t?\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?z?"
    r"|(?<!\d)\d{1,2}(?:h\d{0,2}\b|(?=\s*[ap]\.?m\b))|(?<![^\W\d_])[ap]\.?m\b\.?"
    r"|\b(?:utc|gmt|[ecmp][sd]?t|b?st|cest|cet|msk|eest|eet|z|ist|wib|at|on|um|uhr|kl|klo|à|h|t|г"
    r"|року|р|года)\b|\d{1,2}時(?:\d{1,2}分)?"
    r"|[+-]\d{1,2}:?\d{0,2}",
    re.IGNORECASE,
)
_ANY_TIME = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?!\d)")
_YEAR = re.compile(r"\d{4}")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
#: The longest line, in characters, that may be only a date.
_LONGEST_DATE_LINE = 160
_NOON = 12
#: This name is October in Croatian and November in Polish. Only Croatian writes a full stop behind the day.
_CROATIAN_OCTOBER, _OCTOBER = "listopada", 10
#: How many digits of a UTC offset are the hours, if the offset has no minutes.
_HOUR_DIGITS = 2


def first_date(text: str) -> PublicationDate | None:
    """Return the first date in `text`, or None if `text` has no unambiguous date.

    If the date has a time with a certain zone, the result has that time in that zone. A zone is certain if it
    is a number, UTC or GMT; abbreviations such as EST or IST name several zones. Otherwise only the day is
    known.
    """
    written = _first_written_day(text)
    if written is None:
        return None
    try:
        day = date(int(written["year"]), _month(written), int(written["day"]))
    except ValueError:
        return None
    if not is_plausible(day):
        return None

    # Most texts write the time after the day.
    clock = _clock_after(text, written.end())
    if clock is None:
        clock = _CLOCK.search(text, 0, written.start())
    moment = None
    if clock is not None:
        moment = _moment(day, clock)
    if moment is None or not is_plausible(moment):
        return PublicationDate(datetime.combine(day, time(), UTC), on_day=True)
    return PublicationDate(moment, on_day=False)


def _month(written: re.Match[str]) -> int:
    """Return the number of the month in a written day. Raises `ValueError` if there is no such month."""
    # `casefold` would take Greek letters with two accents apart.
    name = written["month"].lower()
    if name == _CROATIAN_OCTOBER and written.string[written.end("day")] == ".":
        return _OCTOBER
    return MONTHS.get(name) or month_numbers().get(name) or int(name)


def is_date_line(text: str) -> bool:
    """Return whether `text` is only a date, which a label, a weekday and a time may accompany."""
    if len(text) > _LONGEST_DATE_LINE or first_date(text) is None:
        return False
    for pattern in (*_DAYS, *patterns_of_days(), _READING_TIME):
        text = pattern.sub(" ", text)
    text_beside_date = _FILLING.sub(" ", text)
    if _LETTER_OR_DIGIT.search(text_beside_date) is None:
        return True
    text_beside_date = pattern_of_weekdays().sub(" ", text_beside_date)
    return _LETTER_OR_DIGIT.search(text_beside_date) is None


def is_of_an_update(line: str) -> bool:
    """Return whether `line` begins with a label such as "Updated", so that its date is the date of a later
    change.
    """
    return _UPDATED.match(line) is not None


def _first_written_day(text: str) -> re.Match[str] | None:
    # Every day that is read has its year in four digits.
    if not _YEAR.search(text):
        return None
    days = _matches(_DAYS, text)
    # Lines with a date are short. In a longer text a foreign name of a month may be another word.
    if not days and len(text) <= _LONGEST_DATE_LINE:
        days = _matches(patterns_of_days(), text)
    return min(days, key=lambda match: match.start(), default=None)


def _clock_after(text: str, start: int) -> re.Match[str] | None:
    """Return the time that follows the day which ends at `start`, or None if it may belong to something else.

    Another day or another time before it makes this uncertain ("5 May, updated 6 May 10:00 GMT").
    """
    clock = _CLOCK.search(text, start)
    if clock is None:
        return None
    other_days = [pattern.search(text, start, clock.start()) for pattern in _DAYS]
    if any(other_days) or _ANY_TIME.search(text, start, clock.start()):
        return None
    return clock


def _matches(patterns: Iterable[re.Pattern[str]], text: str) -> list[re.Match[str]]:
    matches = (pattern.search(text) for pattern in patterns)
    return [match for match in matches if match is not None]


def _moment(day: date, clock: re.Match[str]) -> datetime | None:
    """Return the time `clock` on `day`, with its time zone, or None if no such time exists."""
    try:
        local = time(
            _hour(clock), int(clock["minute"]), int(clock["second"] or 0), tzinfo=_zone(clock)
        )
        moment = datetime.combine(day, local)
        moment.astimezone(UTC)  # raises OverflowError at both ends of the calendar
    except (ValueError, OverflowError):
        return None
    return moment


def _hour(clock: re.Match[str]) -> int:
    """Return the hour of the day, from 0 to 23."""
    hour = int(clock["hour"])
    if not clock["half"]:
        return hour
    is_afternoon = clock["half"].lower().startswith("p")
    # 12 am is the hour 0, and 12 pm is the hour 12.
    hour %= _NOON
    if is_afternoon:
        return hour + _NOON
    return hour


def _zone(clock: re.Match[str]) -> timezone:
    """Return the time zone of `clock` as an offset from UTC, such as `+02:00` or `-5`.

    The offset is zero for `Z`, UTC and GMT.
    """
    zone = clock["offset"] or clock["zone"]
    digits = re.sub(r"\D", "", zone)
    hours, minutes = digits, ""
    # `+5` and `+05` are hours, `+530` and `+05:30` are hours and minutes.
    if len(digits) > _HOUR_DIGITS:
        hours, minutes = digits[:-_HOUR_DIGITS], digits[-_HOUR_DIGITS:]
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    if zone.startswith("-"):
        offset = -offset
    return timezone(offset)
