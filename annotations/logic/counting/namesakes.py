"""Decide whether speakers with the same family name are different people.

They are different people if their given names, their nations or their forms of address (Mr, Mrs) differ.
Family names that differ in one letter are spellings of one name, unless the people have different roles. If
nothing distinguishes two people, they count as one, because it is not known that they are two.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotations.logic.counting.given_names import (
    TITLES,
    given_names,
    is_same_given,
    name_words,
    plain_word,
)
from annotations.logic.counting.voices import NATIONS

#: Roles at the end of a description, as “the regional governor” can be Governor Ana Berg.
ROLES = frozenset(
    "president minister chancellor king queen prince princess governor senator mayor judge general colonel "
    "captain major sergeant inspector spokesman spokeswoman spokesperson speaker secretary ambassador envoy "
    "coach manager director chairman chairwoman lawyer prosecutor sheriff bishop archbishop pope "
    "cardinal".split()
)
_COUNTRIES = frozenset(NATIONS.values())
_MEN = frozenset("mr sir lord king prince herr monsieur senor spokesman chairman".split())
_WOMEN = frozenset(
    "mrs ms miss dame lady queen princess frau madame senora spokeswoman chairwoman".split()
)
#: Words before a name that do not identify the person.
_EMPTY_WORDS = frozenset(
    "the a an his her their at for from in of on to with von van der de former acting senior deputy "
    "mr mrs ms miss".split()
)


_PREPOSITIONS = frozenset("at for from in of on to with".split())


@dataclass(frozen=True, slots=True)
class _Person:
    """A person, as a report describes a speaker.

    `given` are the given names, next to the family name first. `nations` are countries. `roles` are all other
    words before the name.
    """

    given: tuple[str, ...]
    family: str
    nations: frozenset[str]
    roles: frozenset[str]

    @property
    def is_man(self) -> bool:
        return not self.roles.isdisjoint(_MEN)

    @property
    def is_woman(self) -> bool:
        return not self.roles.isdisjoint(_WOMEN)

    def _is_of_other_sex_than(self, other: "_Person") -> bool:
        if self.is_man:
            return other.is_woman
        return self.is_woman and other.is_man

    def can_be(self, other: "_Person") -> bool:
        """Return whether both can be the same person, because nothing distinguishes one from the other."""
        if self.given and other.given and not _share_given_name(self.given, other.given):
            return False
        if _are_apart(self.nations, other.nations):
            return False
        if self._is_of_other_sex_than(other):
            return False
        are_spelled_alike = self.family == other.family or bool(self.given and other.given)
        return are_spelled_alike or not _are_apart(
            self.roles - _EMPTY_WORDS, other.roles - _EMPTY_WORDS
        )


def told_apart(speakers: Iterable[str], voice_of: Mapping[str, str]) -> dict[str, str]:
    """Return the voice of each speaker. Different people with one family name get different voices.

    `voice_of` maps each speaker to the voice that follows from the family name alone.
    """
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for speaker in speakers:
        sharing[voice_of[speaker]].append(speaker)

    result = dict(voice_of)
    for voice, members in sharing.items():
        # A body or an office is identified by all its words.
        if " " not in voice and len(members) > 1:
            result |= _people_apart(voice, members)
    return _with_roles_known(result)


def _people_apart(voice: str, speakers: Iterable[str]) -> dict[str, str]:
    """Return the voice of each of these speakers, who share a family name.

    There are as few people as possible. The people about whom most is known come first. A speaker who can be
    several people is taken as the first of these people.
    """
    people = {speaker: _person(speaker) for speaker in speakers}
    by_knowledge = sorted(people, key=lambda speaker: (_knowledge(people[speaker]), speaker))
    groups: list[list[str]] = []
    for speaker in by_knowledge:
        for group in groups:
            if all(people[speaker].can_be(people[member]) for member in group):
                group.append(speaker)
                break
        else:
            groups.append([speaker])

    voices: dict[str, str] = {}
    for group in groups:
        name = voice if len(groups) == 1 else f"{voice}, {group[0]}"
        voices |= dict.fromkeys(group, name)
    return voices


def _person(speaker: str) -> _Person:
    given = given_names(speaker)
    words = _plain_words(speaker)
    before, family = words[:-1], "".join(words[-1:])
    nations = frozenset(NATIONS[word] for word in before if word in NATIONS)
    return _Person(given, family, nations, frozenset(before) - set(given) - set(NATIONS))


def _knowledge(person: _Person) -> tuple[int, int]:
    """Return a key for sorting. It puts people about whom more is known first."""
    return (-len(person.given), -len(person.nations | person.roles))


def _share_given_name(some: Iterable[str], others: Iterable[str]) -> bool:
    others = tuple(others)
    for name in some:
        for other in others:
            if is_same_given(name, other):
                return True
    return False


def _with_roles_known(voice_of: dict[str, str]) -> dict[str, str]:
    """Return the voices, but an office that only one named person holds gets the voice of this person.

    “The regional governor” gets the voice of Ana Berg if she is the only person who is called a governor.
    """
    result = dict(voice_of)
    for speaker, voice in voice_of.items():
        office = _office(speaker)
        if office is None:
            continue
        holders = {voice_of[other] for other in voice_of if _holds(other, office)}
        result[speaker] = holders.pop() if len(holders) == 1 else voice
    return result


@dataclass(frozen=True, slots=True)
class _Office:
    """An office or role, and the other words that identify it, as in “a spokeswoman for the port”."""

    role: str
    details: frozenset[str]


def _office(speaker: str) -> _Office | None:
    """Return the office that a description without a name contains, or None if there is no office."""
    words = _plain_words(speaker)
    if not words or is_named(speaker):
        return None
    behind = [position for position, word in enumerate(words) if word in _PREPOSITIONS]
    head = behind[0] if behind else len(words)
    if head == 0 or words[head - 1] not in ROLES:
        return None
    return _Office(words[head - 1], _details(words[: head - 1] + words[head:]))


def _holds(speaker: str, office: _Office) -> bool:
    """Return whether the speaker has a name and this office, and nothing contradicts the office."""
    before = _plain_words(speaker)[:-1]
    if not is_named(speaker) or office.role not in before:
        return False
    details = _details(before) - {office.role} - set(given_names(speaker))
    if _are_apart(details & _COUNTRIES, office.details & _COUNTRIES):
        return False
    return not _are_apart(details, office.details)


def _are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Return whether both sets have items, but no item in common."""
    return bool(some and others) and some.isdisjoint(others)


def _details(words: Iterable[str]) -> frozenset[str]:
    return frozenset(NATIONS.get(word, word) for word in words) - _EMPTY_WORDS


def is_named(speaker: str) -> bool:
    """Return whether the last word of the speaker is a name: it has a capital and is not a title.

    “The mayor of Oslo” is not named, although it ends with a name.
    """
    words = name_words(speaker)
    if not words or not words[-1][0].isupper() or plain_word(words[-1]) in TITLES:
        return False
    # “The mayor of Oslo” is an office, although it ends with a name.
    return len(words) == 1 or words[-2] not in _PREPOSITIONS


def _plain_words(speaker: str) -> list[str]:
    return [plain_word(word) for word in name_words(speaker)]
