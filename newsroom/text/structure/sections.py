"""Recognise the names of sections ("World news"), which outlets print as kickers above headlines."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

#: Words of which the names of sections consist.
SECTIONS = frozenset(
    (
        "news us u.s. uk u.k. eu world politics political opinion opinions analysis business economy finance "
        "markets money sport sports culture arts entertainment lifestyle technology tech science health "
        "climate environment education law crime investigations investigation exclusive breaking live "
        "updates update latest international national local metro europe european asia africa americas "
        "america mideast middle east russia russian ukraine ukrainian china india war conflict diplomacy "
        "defense defence security military features feature comment commentary editorial editorials "
        "interview explainer fact check video photos media travel society history religion weather energy in "
        "on and & the of top stories story home headlines nation letters obituaries obituary profile essay "
        "review reviews books film music style food real estate politik wirtschaft ausland inland panorama "
        "kultur politique monde économie internacional mundo política economía esteri новости мир политика "
        "экономика общество война україна новини світ політика "
    ).split()
)  # fmt: skip
#: The most words of a section's name, and the most of an unknown name in capitals.
_MOST_WORDS = 5
_MOST_SHOUTED_WORDS = 3
_BETWEEN_WORDS = re.compile(r"[\s/|,>•·–—-]+")


def is_section(text: str) -> bool:
    """Return whether a line is probably the name of a section.

    A line of at most five words is such a name if it has a single word, if all its words are in `SECTIONS`,
    or if it has at most three words, all in capitals.
    """
    words = _BETWEEN_WORDS.split(text.strip(" :").casefold())
    if len(words) > _MOST_WORDS:
        return False
    if len(words) == 1 or all(word in SECTIONS for word in words):
        return True
    return text.isupper() and len(words) <= _MOST_SHOUTED_WORDS
