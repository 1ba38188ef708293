"""Find the days that a sentence names."""

import re
from dataclasses import dataclass

from newsroom.text.language.calendar import ANY_ENGLISH_MONTH, ANY_WEEKDAY, ENGLISH_MONTHS, WEEKDAYS

# Some names of months are common words too. They count as months only with a capital and a day or a year.
_COMMON_WORDS = ("may", "march", "mar", "dec")
# Some names of months are given names too: “April Jones” is not a month.
_GIVEN_NAMES = ("april", "june", "august", "jan")
_FAMILY_NAME = re.compile(
    r"\s(?!(?:The|It|In|On|He|She|They|We|A|An|But|And|This|That)\b)[A-Z][a-z]+"
)
# Words before a month, and how many characters before the month are searched for them.
_MONTH_BEFORE = re.compile(
    r"\b(?:in|since|until|till|of|last|next|this|early|late|by|mid)\s\Z", re.IGNORECASE
)
_REACH_BEFORE = 8
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
# Nouns after a number of four digits that show that the number is not a year.
_COUNTED = (
    "people|persons|dead|wounded|injured|civilians|soldiers|troops|children|women|men|refugees|migrants"
    "|euros|dollars|pounds|tons|tonnes|km|kilomet(?:er|re)s|miles"
)
# A range names its month before or after its days. “and” joins two days only in two cases: no word follows
# the number, as it does in “July 8 and 9 people died”, or the range begins with “between” or “from”.
_DAY = re.compile(
    rf"""
    \b(?P<weekday>{ANY_WEEKDAY})\b

    |(?<!\d)(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)

    |(?P<opening>\b(?:between|from)\s+)?
    \b(?P<month>{ANY_ENGLISH_MONTH})\b\.?
    (?:\s+(?P<first_after_month>{_NTH})(?!\d)
        (?:\s?[-–]\s?(?P<last_after_dash>{_NTH})(?!\d)
        |\s(?:and|to)\s(?P<last_after_word>{_NTH})(?![\d,.]*\d)(?(opening)|(?!\s\w))
        )?
    )?
    (?:,?\s+(?P<year>{_YEAR}))?

    |\b(?:(?P<first_before_month>{_NTH})(?:\s?[-–]\s?|\s(?:and|to)\s))?
    (?P<day_before_month>{_NTH})\s+(?:of\s+)?(?P<month_after_day>{ANY_ENGLISH_MONTH})\b\.?
    (?:,?\s+(?P<year_after_day>{_YEAR}))?

    |(?<![\w.,$€£])(?P<season>(?:19|20)\d\d[-–/]\d\d)(?![\w%]|[-–/.,]\d)

    |(?<![\w.,$€£])(?P<year_alone>(?:19|20)\d\d)(?![\w%]|,\d|\s\d{{3}}(?!\d)|\s(?:{_COUNTED})\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as far as a text names it. Parts that the text does not name are None.

    `text` is the day as written. `weekday` is 0 for Monday. `until` is the last day of a range, and `day` is
    then its first day.
    """

    text: str
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    until: int | None = None

    @property
    def parts(self) -> dict[str, range]:
        """Return the parts that the text names, each with the range of numbers that it may have.

        For “July 8-9” the result is {"month": range(7, 8), "day": range(8, 10)}.
        """
        parts = {}
        for name in ("weekday", "month", "year"):
            number = getattr(self, name)
            if number is not None:
                parts[name] = range(number, number + 1)
        if self.day is not None:
            parts["day"] = range(self.day, (self.until or self.day) + 1)
        return parts


def days(text: str) -> tuple[list[Day], str]:
    """Return the days that `text` names, and a copy of `text` with spaces in place of those days.

    The copy has the same length. A sports season such as “2022-23” is not a day, but spaces replace it too.
    """
    found_days: list[Day] = []

    def blank(match: re.Match[str]) -> str:
        blanks = " " * len(match.group())
        if match["season"]:
            # “2022-23” is not a single year, and neither of its numbers is a figure.
            return blanks
        day = _day(match)
        if day is None:
            return match.group()
        found_days.append(day)
        return blanks

    text_without_days = _DAY.sub(blank, text)
    return found_days, text_without_days


def _day(match: re.Match[str]) -> Day | None:
    """Return the day for a match of `_DAY`, or None if the words only look like a day."""
    text = match.group()
    if match["weekday"]:
        return Day(text, weekday=WEEKDAYS[match["weekday"].casefold()])
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return Day(text, month=month, day=day, year=year)
    if match["year_alone"]:
        return Day(text, year=int(match["year_alone"]))
    if match["month"]:
        return _day_after_month(match)
    return _day_before_month(match)


def _day_after_month(match: re.Match[str]) -> Day | None:
    """Return the day of a match such as “July 8”, “July 8-9, 2022” or “July 2022”.

    Returns None if it is not a day.
    """
    name, year = match["month"], _number(match["year"])
    first = _number(match["first_after_month"])
    last = _number(match["last_after_dash"] or match["last_after_word"])
    if name.casefold() in _COMMON_WORDS and not _is_month(name, first, year):
        return None

    if first is None and year is None and _is_given_name(match, name):
        return None

    text = match.group().removeprefix(match["opening"] or "").strip()
    return _day_of_month(text, name, first, last, year)


def _day_before_month(match: re.Match[str]) -> Day | None:
    """Return the day of a match such as “8 July”, “8-9 July 2022” or “8th of July”.

    Returns None if it is not a day.
    """
    name, year = match["month_after_day"], _number(match["year_after_day"])
    day = _number(match["day_before_month"])
    first = _number(match["first_before_month"])
    if name.casefold() in _COMMON_WORDS and not _is_month(name, day, year):
        return None

    text = match.group().strip()
    if first is None:
        return _day_of_month(text, name, day, None, year)
    return _day_of_month(text, name, first, day, year)


def _is_month(name: str, day: int | None, year: int | None) -> bool:
    return name[0].isupper() and (day is not None or year is not None)


def _is_given_name(match: re.Match[str], name: str) -> bool:
    """Return whether the month is a person's name, as in “April Jones”."""
    if name.casefold() not in _GIVEN_NAMES or not name[0].isupper():
        return False
    reach = max(0, match.start() - _REACH_BEFORE)
    if _MONTH_BEFORE.search(match.string, reach, match.start()):
        return False
    return _FAMILY_NAME.match(match.string, match.end()) is not None


def _day_of_month(
    text: str,
    month: str,
    first: int | None,
    last: int | None,
    year: int | None,
) -> Day:
    """Return the day `first` of a month, or the range of days from `first` to `last`.

    If `first` is None, the result names only the month (and the year, if that is given).
    """
    if first and last and last < first:
        # The range continues into another month, so the text does not name its last day.
        first = last = None
    if first == last:
        last = None
    return Day(text, month=ENGLISH_MONTHS[month.casefold()], day=first, year=year, until=last)


def _number(written: str | None) -> int | None:
    """Return the number in `written`, such as 8 for “8th”, or None if `written` is empty or None."""
    if not written:
        return None
    return int(re.sub(r"\D", "", written))
