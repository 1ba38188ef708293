"""List the names of months and weekdays, in lower case."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterable

# Each row holds the months from January to December.
_ENGLISH_YEARS = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "jan feb mar apr may jun jul aug sept oct nov dec",
)
_YEARS_OF_OTHER_LANGUAGES = (
    "januar februar märz april mai juni juli august september oktober november dezember",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)


def _numbered(years: Iterable[str]) -> dict[str, int]:
    numbers = {}
    for year in years:
        for number, name in enumerate(year.split(), start=1):
            numbers[name] = number
    return numbers


def _alternatives(names: Iterable[str]) -> str:
    # The longest name comes first, because a regular expression takes the first alternative that matches.
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


#: The number of each English month, from 1. Short forms have no full stop here.
ENGLISH_MONTHS = _numbered(_ENGLISH_YEARS)
#: The number of each month in all known languages, from 1.
MONTHS = ENGLISH_MONTHS | _numbered(_YEARS_OF_OTHER_LANGUAGES)
#: The number of each English weekday; Monday is 0.
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split()
    )
}

#: Parts of regular expressions that match any of these names.
ANY_ENGLISH_MONTH = _alternatives(ENGLISH_MONTHS)
ANY_MONTH = _alternatives(MONTHS)
ANY_WEEKDAY = _alternatives(WEEKDAYS)
