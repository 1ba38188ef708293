"""Find quotations that are nearly the same, but of which one denies the other or gives another number."""

# ruff: noqa: SIM905 - a table of words is read as prose

from itertools import product

from rapidfuzz.distance import Levenshtein

from annotations.logic.finding.slots.model import SentencePair, SlotDifference
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.words import folded

#: Least number of words of a quotation, so that two quotations can be recognised as the same.
SHORTEST = 5
#: Largest share of the words of the longer quotation that may differ.
DRIFT = 0.25
#: And so many words at most: a clause that one report leaves out may hold a denial of its own.
MOST_CHANGED = 3
_DENIALS = frozenset(
    "not no never nothing nobody none cannot without dont doesnt didnt wont cant isnt arent wasnt werent "
    "wouldnt shouldnt couldnt hasnt havent hadnt".split()
)


def differing_quotations(pair: SentencePair) -> SlotDifference | None:
    """Return the quotation that both sentences give with opposite meanings or other numbers, or None."""
    if any(_is_same(*quotations) for quotations in _pairs(pair)):
        return None
    for quotation, other in _pairs(pair):
        if _are_of_one_speech(quotation, other) and _turn(quotation, other):
            reason = f"“{quotation}” / “{other}”"
            return SlotDifference(Aspect.QUOTE, quotation, other, reason)
    return None


def _pairs(pair: SentencePair) -> list[tuple[str, str]]:
    return list(product(pair.one.facts.quotations, pair.other.facts.quotations))


def _is_same(quotation: str, other: str) -> bool:
    return _words(quotation) == _words(other)


def _are_of_one_speech(quotation: str, other: str) -> bool:
    words, other_words = _words(quotation), _words(other)
    longer = max(len(words), len(other_words))
    if min(len(words), len(other_words)) < SHORTEST:
        return False
    return Levenshtein.distance(words, other_words) <= min(MOST_CHANGED, DRIFT * longer)


def _turn(quotation: str, other: str) -> bool:
    """Return whether one quotation denies what the other says, or states another number.

    A quotation denies if words such as “not” occur an odd number of times in it, because two of them cancel
    each other. It states another number if each quotation has a number in digits that the other lacks.
    """
    words, other_words = _words(quotation), _words(other)
    denials = sum(word in _DENIALS for word in words)
    other_denials = sum(word in _DENIALS for word in other_words)
    if denials % 2 != other_denials % 2:
        return True
    numbers = {word for word in words if word[0].isdecimal()}
    other_numbers = {word for word in other_words if word[0].isdecimal()}
    return bool(numbers - other_numbers) and bool(other_numbers - numbers)


def _words(quotation: str) -> list[str]:
    return folded(quotation.replace("’", "").replace("'", ""))
