"""Collect what can be checked in a sentence: figures, days, times, names and quotations."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newsroom.text.language.calendar import ENGLISH_MONTHS, WEEKDAYS
from newsroom.text.language.days import Day, days
from newsroom.text.language.figures import Figure, figures
from newsroom.text.language.times import Time, times
from newsroom.text.language.words import term

# Each alternative is a pair of quotation marks. Single marks may be apostrophes, so the quoted text must be
# long.
_QUOTED = re.compile(
    r"""
    “([^“”]+)”?
    |(?<!\S)”(?=\w)([^”]+)”?
    |„([^„“”]+)[“”]
    |«([^«»]+)»
    |"([^"]+)"
    |(?<!\w)‘([^‘’]{20,})’(?!\w)
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
# The characters before a word that is inside a sentence.
_INSIDE_SENTENCE = re.compile(r"[\w,;:)-][”\"’]?\s*\Z")
# How many characters before a word are searched to decide whether the word is inside a sentence.
_REACH_BEFORE = 4
_BEGINS_WITH_CAPITAL = re.compile(r"[A-Z]\w")
_TITLES = frozenset(
    "mr mrs ms dr sir lord lady president minister foreign prime secretary state general the a an i he she "
    "it they we you in on at but and or of for with from as by to this that these those there then when "
    "while after before as if what who how why where his her their its our my your not no yes so".split()
)
_NEVER_NAMES = _TITLES | WEEKDAYS.keys() | ENGLISH_MONTHS.keys()
#: A text with at least so many words may be a headline, in which capitals do not mark names. It is a headline
#: if a larger share of its words than this begins with a capital.
HEADLINE_WORDS = 4
HEADLINE_CAPITALS = 0.7
#: With at least so many words, quoted words are a quotation. Fewer are a name or a term in quotation marks.
QUOTATION_WORDS = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts in a text that another text can confirm or deny.

    `names` are pairs (term, name as the text writes it). `quotations` are quoted words without their
    quotation marks.
    """

    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    times: tuple[Time, ...]
    names: tuple[tuple[str, str], ...]
    quotations: tuple[str, ...]


@lru_cache(maxsize=4_096)
def facts(text: str, language: str = "") -> Facts:
    """Return the facts of a passage. Takes time linear in its length.

    `language` is a code such as “de” that decides how numbers are read. If it is empty, the language is
    guessed.
    """
    # Days and times are replaced by spaces, so that their numbers are not read as figures.
    found_days, without_days = days(text)
    found_times, without_times = times(without_days)
    return Facts(
        figures=tuple(figures(without_times, language)),
        days=tuple(found_days),
        times=tuple(found_times),
        names=tuple(_names(text).items()),
        quotations=tuple(_quotations(text)),
    )


def _names(text: str) -> dict[str, str]:
    """Return the names in `text`, as {term: name as written}.

    A name is a word with a capital letter that grammar does not require. The result is empty if `text` looks
    like a headline, because in headlines capitals do not mark names.
    """
    matches = list(_WORD.finditer(text))
    if _is_headline(matches):
        return {}
    names = {}
    for match in matches:
        word = match.group().rstrip(".").removesuffix("'s").removesuffix("’s")
        if _is_name(word, match):
            names[term(word)] = word
    return names


def _is_headline(words: list[re.Match[str]]) -> bool:
    capitals = sum(match.group()[0].isupper() for match in words)
    return len(words) >= HEADLINE_WORDS and capitals > HEADLINE_CAPITALS * len(words)


def _is_name(word: str, match: re.Match[str]) -> bool:
    if len(word) == 1 or not word[:1].isupper() or word.casefold() in _NEVER_NAMES:
        return False
    reach = max(0, match.start() - _REACH_BEFORE)
    if _INSIDE_SENTENCE.search(match.string, reach, match.start()):
        return True
    # Every sentence begins with a capital, so its first word is a name only if it is all capitals or another
    # capital follows.
    return word.isupper() or _capital_follows(word, match)


def _capital_follows(word: str, match: re.Match[str]) -> bool:
    text_after = match.string[match.start() + len(word) :]
    following = text_after.lstrip("'’s").lstrip()
    return _BEGINS_WITH_CAPITAL.match(following) is not None


def _quotations(text: str) -> Iterator[str]:
    for match in _QUOTED.finditer(text):
        words = next(group for group in match.groups() if group)
        if len(words.split()) >= QUOTATION_WORDS:
            yield words.strip()
