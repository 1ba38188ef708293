"""Recognise lines that name the author of an article: "By A. Name", "Author: A. Name", or an agency alone."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Sequence

from newsroom.text.metadata.dates import is_date_line
from newsroom.text.structure.agency_lines import is_agency
from newsroom.text.structure.line_shapes import is_sentence

_BYLINE_LABEL = (
    r"by|(?:written|reported|submitted|posted|story|text|words) "
    r"by|author|authors|von|par|por|di|door|av|af|przez|автор|авторы|автори|текст|"
    r"reporter|journalist|correspondent"
)
_BYLINE = re.compile(rf"(?:{_BYLINE_LABEL})\s*:?\s+(?P<who>\S.{{0,140}})", re.IGNORECASE)
_BEFORE_DAY = re.compile(r"\s+(?:on|am|le|el|il|op)\s+(?=\S)|\s*[|•·–—]\s*(?=\S)", re.IGNORECASE)
_BYLINE_COLON = re.compile(r"(?:author|authors|автор|авторы|автори|reporter)\s*:", re.IGNORECASE)
_AND_WIRES = re.compile(
    (
        r"\s*(?:,|\band\b|\bwith\b|&)\s*(?:(?:news|wire)\s+)?"
        r"(?:wires?|agencies|services|staff|(?:wire|staff)\s+reports?)$"
    ),
    re.IGNORECASE,
)
#: Small words inside names and between names.
CONNECTORS = frozenset(
    "and & with in for of the at und et y e и та і de la le van von der den del di da al el "
    "bin ibn du dos in, for, | - – — / •".split()
)
_CALENDAR = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september"
    r"|october|november|december",
    re.IGNORECASE,
)
#: The longest line that may be a byline, in characters.
_LONGEST_LINE = 300
#: The most words and commas of a byline, and of a byline that ends in a stop like a sentence.
_MOST_WORDS = 16
_MOST_WORDS_OF_SENTENCE = 6


def credited_to(text: str) -> str:
    """Return the names in a byline, such as “A. Name” for “By A. Name”.

    Returns an empty string if `text` is not a byline.
    """
    if len(text) > _LONGEST_LINE:
        return ""
    byline = _BYLINE.fullmatch(text)
    if byline is None:
        # An agency alone in a line is a byline too.
        if is_agency(text.strip("()")):
            return text
        return ""

    names = _without_day(byline["who"]).strip(" .")
    names = _AND_WIRES.sub("", names)
    words = names.replace(",", " , ").split()
    most = _MOST_WORDS_OF_SENTENCE if is_sentence(text) else _MOST_WORDS
    if len(words) > most or _CALENDAR.match(names):
        return ""

    # "By the time he left" begins like a byline, so the names are checked. After "Author:" there is no doubt.
    has_colon = _BYLINE_COLON.match(text) is not None
    if not _are_names(words, certain=has_colon):
        return ""
    return names


def author_credit(text: str) -> str:
    """Return the names in a line that names an author, with or without "By", or an empty string.

    The caller must know that the line names an author.
    """
    return credited_to(text) or credited_to(f"By {text}")


def _are_names(words: Sequence[str], *, certain: bool) -> bool:
    """Return whether `words` look like names of people or agencies.

    If `certain` is false, every word must begin with a capital, except connectors such as "and".
    """
    names = [word for word in words if word != "," and word.casefold() not in CONNECTORS]
    if certain:
        return bool(names)
    has_small_word = any(word[:1].islower() and not is_agency(word) for word in names)
    return bool(names) and not has_small_word


def _without_day(text: str) -> str:
    """Return `text` without a date at its end: "A. Name" for "A. Name on 9 July 2022"."""
    for separator in _BEFORE_DAY.finditer(text):
        if is_date_line(text[separator.end() :]):
            return text[: separator.start()]
    return text
