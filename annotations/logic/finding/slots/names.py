"""Find the place or the person in which two otherwise similar sentences differ.

A place can be inside another place, and a person can have two names. Therefore two names exclude each other
only if both are of the same kind (two villages, two countries), or if the sentences are the same except for
the name. Neither report may contain the name that the other one gives.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

from rapidfuzz.distance import Levenshtein

from annotations.logic.finding.slots.countries import COUNTRIES
from annotations.logic.finding.slots.model import ReportSentence, SentencePair, SlotDifference
from annotations.logic.vocabulary import Aspect
from newsroom.text.language.words import fold, folded, term, terms

#: Least number of significant terms that two sentences share.
LEAST_SHARED = 2
#: Least share of the weight of the shorter sentence, without the names, that the other sentence has too.
LIKENESS = 0.6
#: Two sentences are the same except for a name if at most this share of their other words differs.
OTHER_WORDS = 0.15
#: Least number of other words, because fewer words can agree by chance.
SHORTEST_FRAME = 5

_NAME = r"(?P<name>[A-Z][\w’'-]+(?:\s+(?:[A-Z][\w’'-]+|al|bin|de|der|van|von)){0,3})"
_PLACE = re.compile(rf"\b(?P<slot>in|at|near|outside)\s+{_NAME}")
_KINDS = (
    "village|town|city|district|province|county|suburb|island|port|region|street|airport|hotel|hospital"
    "|stadium|prison|school|university|station|bridge|mine|square|park|church|mosque"
)
_PLACE_OF_KIND = re.compile(rf"\b(?P<slot>{_KINDS})\s+(?:of|in|at)\s+{_NAME}")
_ROLES = (
    "gunman|suspect|attacker|driver|pilot|captain|mayor|winner|killer|author|buyer|founder|director"
    "|victim|shooter|bomber|assailant|hijacker|minister|judge|coach|chief|successor|owner|man|woman"
)
_PERSON = re.compile(
    rf"\b(?P<slot>{_ROLES})\s+(?:was\s+|as\s+)?(?:identified|named)\s+as\s+{_NAME}"
)
_PERSON_BY = re.compile(rf"\b(?P<slot>\w+(?:ed|en)|won|led|shot|built)\s+by\s+{_NAME}")
_SUBJECT = re.compile(rf"\A{_NAME}(?P<slot>)(?=\s+[a-z])")
# Days, months and first words of sentences also have capitals, so they are not names.
_NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december the a an in on at it he she they this that there".split()
)


def differing_places(pair: SentencePair) -> SlotDifference | None:
    """Return the places in which two sentences differ, or None if this is not sure."""
    if len(pair.shared) < LEAST_SHARED:
        return None
    of_kind = _differing(pair, _PLACE_OF_KIND, Aspect.PLACE)
    if of_kind and _are_alike_beside(pair, of_kind):
        return of_kind
    place = _differing(pair, _PLACE, Aspect.PLACE)
    if place is None:
        return None
    if _are_countries(place) and _are_alike_beside(pair, place):
        return place
    return place if _are_same_beside(pair, place) else None


def differing_persons(pair: SentencePair) -> SlotDifference | None:
    """Return the persons in one role in whom two sentences differ, or None if this is not sure."""
    if len(pair.shared) < LEAST_SHARED:
        return None
    person = _differing(pair, _PERSON, Aspect.PERSON)
    if person and _are_alike_beside(pair, person):
        return person
    for slot in (_PERSON_BY, _SUBJECT):
        person = _differing(pair, slot, Aspect.PERSON)
        if person and _are_same_beside(pair, person):
            return person
    return None


def _differing(
    pair: SentencePair,
    slot: re.Pattern[str],
    aspect: Aspect,
) -> SlotDifference | None:
    own, other = _only(pair.one, slot), _only(pair.other, slot)
    if own is None or other is None or terms(own["slot"]) != terms(other["slot"]):
        return None
    name, other_name = own["name"], other["name"]
    if _knows(pair.other, name) or _knows(pair.one, other_name):
        return None
    return SlotDifference(aspect, name, other_name, f"{name} / {other_name}")


def _only(sentence: ReportSentence, slot: re.Pattern[str]) -> re.Match[str] | None:
    """Return the only match of `slot` in the sentence, or None if there is no match or more than one."""
    matches = []
    for match in slot.finditer(sentence.said):
        first = match["name"].split()[0]
        is_number = term(first)[0].isdecimal()
        if not is_number and fold(first) not in _NO_NAMES:
            matches.append(match)
    return matches[0] if len(matches) == 1 else None


def _knows(sentence: ReportSentence, name: str) -> bool:
    """Return whether the report that contains the sentence also contains a word of the name."""
    return not sentence.reading.names.isdisjoint(terms(name))


def _are_countries(difference: SlotDifference) -> bool:
    return _folded(difference.one) in COUNTRIES and _folded(difference.other) in COUNTRIES


def _folded(name: str) -> str:
    return " ".join(folded(name))


def _are_alike_beside(pair: SentencePair, difference: SlotDifference) -> bool:
    """Return whether the sentences share most of their significant terms, without the two names."""
    names = {*terms(difference.one), *terms(difference.other)}
    shared = pair.shared - names
    if len(shared) < LEAST_SHARED:
        return False
    own = sum(weight for word, weight in pair.one.weights.items() if word not in names)
    others = sum(weight for word, weight in pair.other.weights.items() if word not in names)
    return sum(pair.one.weights[word] for word in shared) >= LIKENESS * min(own, others)


def _are_same_beside(pair: SentencePair, difference: SlotDifference) -> bool:
    """Return whether the sentences are nearly the same word for word, without the two names."""
    words = _without(pair.one.words, difference.one)
    other_words = _without(pair.other.words, difference.other)
    longer = max(len(words), len(other_words))
    if min(len(words), len(other_words)) < SHORTEST_FRAME:
        return False
    return Levenshtein.distance(words, other_words) <= OTHER_WORDS * longer


def _without(words: list[str], name: str) -> list[str]:
    left_out = set(folded(name))
    return [word for word in words if word not in left_out]
