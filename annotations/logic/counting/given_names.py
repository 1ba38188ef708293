"""Given names: which words of a speaker's name they are, and when two of them can be one person's."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

from annotations.logic.counting.voices import INSTITUTIONS, NATIONS

#: Words before a name that are no given name: forms of address, offices and ranks.
TITLES = frozenset(
    "mr mrs ms miss mx sir dame lord lady dr prof professor president prime minister chancellor king queen "
    "prince princess governor gov senator sen congressman congresswoman representative rep mayor judge "
    "justice general gen brigadier brig colonel col captain capt major maj commander cmdr admiral adm "
    "lieutenant lt sergeant sgt corporal cpl private pvt officer constable detective det inspector insp "
    "superintendent supt chief deputy vice foreign defence defense finance interior former acting "
    "spokesman spokeswoman spokesperson speaker secretary ambassador envoy coach manager director head "
    "chair chairman chairwoman lawyer attorney prosecutor sheriff reverend rev bishop archbishop pope "
    "cardinal father sister brother herr frau monsieur madame señor señora senior junior state national "
    "federal local regional police army fire labour labor the a an his her their".split()
)
#: Short forms that do not begin as the full name does, or end otherwise.
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
#: Letters of the shortest beginning of a name that is its short form: Dan, Daniel.
SHORTEST_FORM = 3
#: Letters from which a difference of one letter is another spelling: Sergei, Sergey.
LONG_ENOUGH = 5
#: Consonants that are enough to make a name, whatever its vowels are: Volodymyr, Vladimir.
ENOUGH_CONSONANTS = 4
#: Most words of a name that are read as given names.
MOST_GIVEN = 3

_PARTICLES = frozenset("al bin da de del den der di du ibn la le van von".split())
_VOWELS = re.compile(r"[aeiouy]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*")
#: Letters that are written in several ways when a name comes from another alphabet or language.
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
    """Return the words of what a speaker is called, before any comma or bracket."""
    words: list[str] = _WORD.findall(re.split(r"[,(]", speaker, maxsplit=1)[0])
    return words


def given_names(speaker: str) -> tuple[str, ...]:
    """Return the given names before the family name, the nearest first, in small letters without accents.

    The last word is taken for the family name. Titles, ranks, bodies and nations are no given names. The
    result is empty if no given name is told.
    """
    words = name_words(speaker)
    if len(words) <= 1 or not words[-1][0].isupper():
        return ()
    names: list[str] = []
    for word in reversed(words[:-1]):
        plain = _plain(word)
        if plain in _PARTICLES:
            continue
        if not word[0].isupper() or _is_no_given_name(word, plain):
            break
        names.append(plain)
        if len(names) == MOST_GIVEN:
            break
    return tuple(names)


def _is_no_given_name(word: str, plain: str) -> bool:
    # Words in capitals are a party or a body: “Labour MP Ana Berg”. One letter is an initial.
    is_in_capitals = len(plain) > 1 and word.isupper()
    return is_in_capitals or plain in TITLES or plain in INSTITUTIONS or plain in NATIONS


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold().rstrip("."))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def is_same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: an initial, a short form, or another spelling."""
    shorter, longer = sorted((one, other), key=len)
    if longer == f"{shorter}a":
        # Martin and Martina are two people.
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
    """Return a name with one letter for each sound that is written in several ways."""
    for letters, sound in _SAME_SOUNDS:
        name = name.replace(letters, sound)
    return _DOUBLED.sub(r"\1", name)
