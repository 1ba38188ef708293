"""Choose the character between the cells of a CSV file that Excel expects in a country."""

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

#: The separators that a person may ask for, by name.
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def excel_separator(languages: Iterable[str]) -> str:
    """Return the separator for the first known of `languages` (BCP 47), which are in order of preference.

    Excel separates cells with a semicolon in countries that write decimals with a comma. Returns a comma if
    no language is known.
    """
    for language in languages:
        try:
            locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        decimals = locale.number_symbols["latn"]["decimal"]
        return ";" if decimals == "," else ","
    return ","
