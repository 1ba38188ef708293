"""People of one family name: two of them if both given names are told and differ.

Where only one of them is told, or none, it is not known that there were two, and one is the honest count.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Levenshtein

from annotations.logic.counting.voices import INSTITUTIONS

#: Words before a name that are no given name.
TITLES = frozenset(
    "mr mrs ms miss mx sir dame lord lady dr prof professor president prime minister chancellor king queen "
    "prince princess governor senator congressman congresswoman representative mayor judge justice general "
    "colonel captain major lieutenant sergeant officer detective inspector chief deputy vice foreign defence "
    "defense finance interior former acting spokesman spokeswoman spokesperson speaker secretary ambassador "
    "envoy coach manager director head chair chairman chairwoman lawyer attorney prosecutor sheriff bishop "
    "archbishop pope cardinal father sister brother herr frau monsieur madame senior junior state national "
    "federal local regional police army fire labour labor the a an his her their".split()
)
#: Letters of two given names that may differ if they are one name in two spellings: Sergei, Sergey.
SPELLED_APART = 2
#: First letters that make a short form: Joe, Joseph; Alex, Alexander.
SHORT_FORM = 2
#: So many consonants make a name.
ENOUGH_CONSONANTS = 3

#: What a description of a person can end with: “the regional governor” may be Governor Ana Berg.
ROLES = frozenset(
    "president minister chancellor king queen prince princess governor senator mayor judge general colonel "
    "captain major sergeant inspector spokesman spokeswoman spokesperson speaker secretary ambassador envoy "
    "coach manager director chairman chairwoman lawyer prosecutor sheriff bishop archbishop pope "
    "cardinal".split()
)

_VOWELS = re.compile(r"[aeiouyäöüàáâèéêìíòóôùú]")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]*)*")


def told_apart(speakers: Iterable[str], voice_of: Mapping[str, str]) -> dict[str, str]:
    """Return the voice of each speaker, namesakes with different given names told apart."""
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for speaker in speakers:
        sharing[voice_of[speaker]].append(speaker)

    result = dict(voice_of)
    for voice, members in sharing.items():
        given: dict[str, str] = {}
        for speaker in sorted(members):
            name = given_name(speaker, voice)
            if not name:
                continue
            same = next((known for known in given if is_same_given(name, known)), name)
            given.setdefault(same, f"{voice}, {same}")
            result[speaker] = given[same]
        # Whoever goes by the family name alone is one of them.
        first = min(given.values(), default=voice)
        for speaker in members:
            if result[speaker] == voice:
                result[speaker] = first
    return _with_roles_known(result)


def _with_roles_known(voice_of: dict[str, str]) -> dict[str, str]:
    """Take “the regional governor” for the one person who is called a governor by name."""
    result = dict(voice_of)
    for speaker, voice in voice_of.items():
        words = _plain_words(speaker)
        described = bool(words) and words[-1] in ROLES and not _is_named(speaker)
        if not described:
            continue
        holders = {
            voice_of[other]
            for other in voice_of
            if _is_named(other) and words[-1] in _plain_words(other)[:-1]
        }
        if len(holders) == 1:
            result[speaker] = holders.pop()
        else:
            result[speaker] = voice
    return result


def _is_named(speaker: str) -> bool:
    """Whether the last word is a name: it has a capital, and is no title."""
    words = _WORD.findall(speaker)
    return bool(words) and words[-1][0].isupper() and words[-1].casefold() not in TITLES


def _plain_words(speaker: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(speaker)]


def given_name(speaker: str, voice: str) -> str:
    """Return the word before the family name, in small letters; blank if it can be no given name."""
    words: list[str] = _WORD.findall(speaker)
    if len(words) <= 1 or " " in voice:
        # A body, or an office, goes by all of its words.
        return ""
    before, family = words[-2:]
    plain = before.casefold().rstrip(".")
    if plain in TITLES or plain in INSTITUTIONS:
        return ""
    return plain if before[0].isupper() and family[0].isupper() else ""


def is_same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: an initial, a short form, or another spelling."""
    consonants = _VOWELS.sub("", one)
    if len(consonants) >= ENOUGH_CONSONANTS and consonants == _VOWELS.sub("", other):
        # Volodymyr and Vladimir, Oleksandr and Aleksandr: one name in two languages.
        return True
    if one[0] != other[0]:
        return False
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) == 1 or longer.startswith(shorter[: max(SHORT_FORM, len(shorter) - 1)]):
        return True
    return Levenshtein.distance(one, other) <= SPELLED_APART
