"""Find whose age a number is: “a man, 34, was held”, “Berg (34)”, “a 34-year-old woman”."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

#: The highest possible age, in years.
OLDEST = 120
_PEOPLE = frozenset(
    "man woman boy girl child teenager baby toddler infant father mother son daughter brother sister husband "
    "wife student pupil teacher driver suspect victim soldier officer nurse doctor pensioner".split()
)
_BEFORE = re.compile(
    r"(?:(?P<name>\b[A-ZÀ-ÞА-Я][^\W\d_]+)|\b(?:an?|the)\s(?:[\w-]{1,20}\s){0,3}?(?P<noun>[^\W\d_]{2,20}))"
    r"(?:,\s|\s(?P<bracket>\())\Z"
)
_AFTER_COMMA = re.compile(r",\s(?!including|among|most|\d)|\.(?!\d)|\Z")
_AFTER_BRACKET = re.compile(r"\)")
_NAME_AFTER = re.compile(r"(?:\s[A-ZÀ-ÞА-Я][\w.'’-]{0,20})+")
_NOUN_AFTER = re.compile(r"\s([^\W\d_]+)")
_NOUN_BEFORE = re.compile(r"([^\W\d_]+),?\s(?:was\s|is\s)?\Z")
# How many characters before a number are searched for the person.
_REACH = 60


def holder_of_bare_age(text: str, start: int, end: int) -> str | None:
    """Return whose age the number at `start..end` is, in lower case, for a number without a word such as
    “aged”.

    Returns an empty string if the number is the age of an unknown person, and None if it is not an age.
    """
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    if before is None:
        return None
    after = _AFTER_BRACKET if before["bracket"] else _AFTER_COMMA
    if not after.match(text, end):
        return None
    if before["name"]:
        return before["name"].casefold()

    noun = before["noun"].casefold()
    # A plural noun is what the number counts, as in “the passengers, 34, were freed”.
    if noun.endswith("s"):
        return None
    if noun not in _PEOPLE:
        return ""
    return noun


def holder_of_age(text: str, start: int, end: int) -> str:
    """Return whose age the number at `start..end` is, in lower case, for a number that is known to be an age.

    Returns an empty string if the text does not name the person.
    """
    after = _NOUN_AFTER.match(text, end)
    if after and after[1].casefold() in _PEOPLE:
        return after[1].casefold()
    name = _NAME_AFTER.match(text, end)
    if name:
        return name.group().split()[-1].strip(".").casefold()
    before = _NOUN_BEFORE.search(text[max(0, start - _REACH) : start])
    if before and before[1].casefold() in _PEOPLE:
        return before[1].casefold()
    return ""
