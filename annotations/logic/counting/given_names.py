"""Recognise given names in the name of a speaker, and decide whether two given names can be the same."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

from rapidfuzz.distance import Levenshtein

from annotations.logic.counting.voices import INSTITUTIONS, NATIONS
from newsroom.text.language.words import without_accents

#: Words before a name that are not given names: forms of address, offices and ranks.
TITLES = frozenset(
    "mr mrs ms miss mx sir dame lord lady dr prof professor president prime minister chancellor king queen "
    "prince princess governor gov senator sen congressman congresswoman representative rep mayor judge "
    "justice general gen brigadier brig colonel col captain capt major maj commander cmdr admiral adm "
    "lieutenant lt sergeant sgt corporal cpl private pvt officer constable detective det inspector insp "
    "superintendent supt chief deputy vice foreign defence defense finance interior former acting "
    "spokesman spokeswoman spokesperson speaker secretary ambassador envoy coach manager director head "
    "chair chairman chairwoman lawyer attorney prosecutor sheriff reverend rev bishop archbishop pope "
    "cardinal father sister brother herr frau monsieur madame senor senora senior junior state national "
    "federal local regional police army fire labour labor the a an his her their".split()
)
#: Short forms that do not begin like the full name, or that end differently.
_SHORT_FORMS = (
    "joe/joseph jo/joanna bill/william bob/robert jim/james mike/michael tom/thomas dick/richard "
    "rick/richard ted/edward ted/theodore tony/anthony kate/katherine kate/catherine katie/katherine "
    "liz/elizabeth beth/elizabeth meg/margaret peggy/margaret jack/john hank/henry larry/lawrence "
    "chuck/charles charlie/charles steve/stephen steve/steven andy/andrew dave/david nick/nicholas "
    "jerry/gerald jerry/jeremy sasha/alexander sasha/aleksandr sasha/oleksandr misha/mikhail dima/dmitri "
    "dima/dmytro vova/vladimir vova/volodymyr volodya/vladimir kolya/nikolai katya/ekaterina "
    "natasha/natalia pepe/jose paco/francisco hans/johannes fritz/friedrich"
).split()
_PAIRS = frozenset(tuple(pair.split("/")) for pair in _SHORT_FORMS)
#: Least number of letters of a short form that begins like the full name: Dan, Daniel.
SHORTEST_FORM = 3
#: From this number of letters on, names that differ in one letter are two spellings: Sergei, Sergey.
LONG_ENOUGH = 5
#: Least number of consonants that identify a name, whatever its vowels are: Volodymyr, Vladimir.
ENOUGH_CONSONANTS = 4
#: Most given names that are read from one name.
MOST_GIVEN = 3

_PARTICLES = frozenset("al bin da de del den der di du ibn la le van von".split())
_VOWELS = re.compile(r"[aeiouy]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*")
#: Letters with several spellings when a name comes from another alphabet or language.
_SAME_SOUNDS = (
    ("ks", "x"),
    ("ph", "f"),
    ("ck", "k"),
    ("c", "k"),
    ("w", "v"),
    ("j", "i"),
    ("y", "i"),
)
_DOUBLED = re.compile(r"(.)\1")


def name_words(speaker: str) -> list[str]:
    """Return the words of a speaker's name up to the first comma or bracket. The list can be empty."""
    words: list[str] = _WORD.findall(re.split(r"[,(]", speaker, maxsplit=1)[0])
    return words


def plain_word(word: str) -> str:
    """Return a word of a name in lower case, without accents and without a full stop at its end."""
    return without_accents(word).rstrip(".")


def given_names(speaker: str) -> tuple[str, ...]:
    """Return the given names of a speaker, starting with the one next to the family name.

    The names are in lower case and without accents. The last word of `speaker` is taken as the family name.
    Titles, ranks, bodies and nations are not given names. The tuple is empty if there is no given name.
    """
    words = name_words(speaker)
    if len(words) <= 1 or not words[-1][0].isupper():
        return ()
    names: list[str] = []
    for word in reversed(words[:-1]):
        plain = plain_word(word)
        if plain in _PARTICLES:
            continue
        if not word[0].isupper() or _is_no_given_name(word, plain):
            break
        names.append(plain)
        if len(names) == MOST_GIVEN:
            break
    return tuple(names)


def _is_no_given_name(word: str, plain: str) -> bool:
    # Words in capitals are a party or a body, as in “Labour MP Ana Berg”. A single letter is an initial.
    is_in_capitals = len(plain) > 1 and word.isupper()
    return is_in_capitals or plain in TITLES or plain in INSTITUTIONS or plain in NATIONS


def is_same_given(one: str, other: str) -> bool:
    """Return whether two given names can belong to one person.

    One can be an initial, a short form or another spelling of the other. Both are in lower case and without
    accents.
    """
    shorter, longer = sorted((one, other), key=len)
    if longer == f"{shorter}a":
        # An “a” at the end makes another name: Martin and Martina are two people.
        return False
    if (shorter, longer) in _PAIRS or (longer, shorter) in _PAIRS:
        return True
    is_short_form = len(shorter) == 1 or len(shorter) >= SHORTEST_FORM
    if is_short_form and longer.startswith(shorter):
        return True
    return _is_respelled(_sound(shorter), _sound(longer))


def _is_respelled(one: str, other: str) -> bool:
    if one == other:
        return True
    consonants = _VOWELS.sub("", one)
    if len(consonants) >= ENOUGH_CONSONANTS and consonants == _VOWELS.sub("", other):
        return True
    is_long = min(len(one), len(other)) >= LONG_ENOUGH
    return is_long and one[0] == other[0] and Levenshtein.distance(one, other) <= 1


def _sound(name: str) -> str:
    """Return the name in a form in which each sound with several spellings is written with one letter."""
    for letters, sound in _SAME_SOUNDS:
        name = name.replace(letters, sound)
    return _DOUBLED.sub(r"\1", name)
