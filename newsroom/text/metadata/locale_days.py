"""Look up the names of months and weekdays in the languages of news sites, from Unicode's locale data
(CLDR).
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from functools import cache

from newsroom.text.language.calendar import MONTHS

_MAIN_LANGUAGES = (
    "en de fr es pt it nl sv nb da fi is pl cs sk sl hr sr bg uk ru ro hu el tr".split()
)
_OTHER_LANGUAGES = "id ms vi et lv lt ca ar fa he hi".split()
_CONTEXTS = ("format", "stand-alone")
_WIDTHS = ("wide", "abbreviated")
#: Shorter names of months are syllables of other words, in code points.
_SHORTEST = 3


@cache
def month_numbers() -> dict[str, int]:
    """Return the number of each month, from 1, by its name in lower case and without a full stop.

    Only names in `MONTHS` may have fewer than `_SHORTEST` characters, or mean different months in two
    languages, such as `listopad`. Loading the data takes a third of a second, so it is loaded at the first
    call.
    """
    numbers: dict[str, set[int]] = {}
    for month, name in _names("months"):
        if len(name) >= _SHORTEST and not name[0].isdigit():
            numbers.setdefault(name, set()).add(month)
    number_of_name = {
        name: next(iter(months)) for name, months in numbers.items() if len(months) == 1
    }
    return number_of_name | MONTHS


@cache
def weekday_names() -> frozenset[str]:
    """Return the names of weekdays in all these languages, in lower case and without a full stop."""
    return frozenset(name for _, name in _names("days"))


@cache
def patterns_of_days() -> tuple[re.Pattern[str], ...]:
    """Return regular expressions for a day with the name of its month, each with the groups `day`, `month`
    and `year`.
    """
    any_month = _any_of(month_numbers())
    return (
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|er)? ?(?:de |d['’] ?)?(?P<month>{any_month})\.?,?"
            r" (?:de |del )?(?P<year>\d{4})(?!\d)",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<!\d)(?P<year>\d{{4}})\.? (?P<month>{any_month})\.? (?P<day>\d{{1,2}})(?!\d)",
            re.IGNORECASE,
        ),
    )


@cache
def pattern_of_weekdays() -> re.Pattern[str]:
    """Return a regular expression for the name of a weekday."""
    return re.compile(rf"(?<!\w)(?:{_any_of(weekday_names())})(?!\w)", re.IGNORECASE)


def _names(part: str) -> list[tuple[int, str]]:
    # babel is imported here because most commands read no page in such a language.
    from babel import Locale  # noqa: PLC0415

    names = []
    for language in (*_MAIN_LANGUAGES, *_OTHER_LANGUAGES):
        forms = getattr(Locale(language), part)
        for context in _CONTEXTS:
            for width in _WIDTHS:
                for number, name in forms[context].get(width, {}).items():
                    names.append((number, name.lower().rstrip(".")))
    return names


def _any_of(names: "frozenset[str] | dict[str, int]") -> str:
    # The longest name comes first, because a regular expression takes the first alternative that matches.
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))
