"""What can be checked in a sentence: figures, days, times, names and quotations."""

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

_QUOTED = re.compile(
    r"“([^“”]+)”?|(?<!\S)”(?=\w)([^”]+)”?|„([^„“”]+)[“”]|«([^«»]+)»|\"([^\"]+)\"|(?<!\w)‘([^‘’]{20,})’(?!\w)"
)
_CAPITAL = re.compile(r"[^\W\d_][\w.'’-]*")
_INSIDE = re.compile(r"[\w,;:)-][”\"’]?\s*\Z")
_TITLES = frozenset(
    "mr mrs ms dr sir lord lady president minister foreign prime secretary state general the a an i he she "
    "it they we you in on at but and or of for with from as by to this that these those there then when "
    "while after before if what who how why where his her their its our my your not no yes so".split()
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a text tells that another can confirm or deny. `names`: term -> as it stands."""

    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    times: tuple[Time, ...]
    names: tuple[tuple[str, str], ...]
    quotations: tuple[str, ...]


@lru_cache(maxsize=4_096)
def facts(text: str) -> Facts:
    """The facts of a passage. Linear in its length."""
    told_days, rest = days(text)
    told_times, rest = times(rest)
    names, quotations = tuple(_names(text).items()), tuple(_quotations(text))
    return Facts(tuple(figures(rest)), tuple(told_days), tuple(told_times), names, quotations)


def _names(text: str) -> dict[str, str]:
    """Words that begin with a capital where grammar asks for none. A headline in capitals tells no names."""
    found = list(_CAPITAL.finditer(text))
    capitals = sum(match.group()[0].isupper() for match in found)
    if len(found) >= 4 and capitals > 0.7 * len(found):
        return {}
    names = {}
    for match in found:
        word = match.group().rstrip(".").removesuffix("'s").removesuffix("’s")
        begins = not _INSIDE.search(text, max(0, match.start() - 4), match.start())
        low = word.casefold()
        if (
            word[:1].isupper()
            and len(word) > 1
            and low not in _TITLES
            and low not in WEEKDAYS | ENGLISH_MONTHS
        ):
            if begins and not _known_elsewhere(word, text, match.start()):
                continue
            names[term(word)] = word
    return names


def _known_elsewhere(word: str, text: str, at: int) -> bool:
    """Whether what opens a sentence is a name all the same: written so elsewhere, or followed by another
    capital.
    """
    following = text[at + len(word) :].lstrip("'’s").lstrip()
    return bool(re.match(r"[A-Z][\w]", following)) or word.isupper()


def _quotations(text: str) -> Iterator[str]:
    for found in _QUOTED.finditer(text):
        words = next(group for group in found.groups() if group)
        if len(words.split()) >= 3:
            yield words.strip()
