"""People of one family name: two of them if something that is known of both tells them apart.

Two known given names tell them apart, and so do two nations and two forms of address (Mr, Mrs). Family names
that differ in a letter are one name only if the people have no role in which they differ. If nothing tells
two apart, it is not known that there were two, and one is the honest count.
"""

# ruff: noqa: SIM905 - tables of words are read as prose

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotations.logic.counting.given_names import TITLES, given_names, is_same_given, name_words
from annotations.logic.counting.voices import NATIONS

#: What a description of a person can end with: “the regional governor” may be Governor Ana Berg.
ROLES = frozenset(
    "president minister chancellor king queen prince princess governor senator mayor judge general colonel "
    "captain major sergeant inspector spokesman spokeswoman spokesperson speaker secretary ambassador envoy "
    "coach manager director chairman chairwoman lawyer prosecutor sheriff bishop archbishop pope "
    "cardinal".split()
)
_COUNTRIES = frozenset(NATIONS.values())
_MEN = frozenset("mr sir lord king prince herr monsieur señor spokesman chairman".split())
_WOMEN = frozenset(
    "mrs ms miss dame lady queen princess frau madame señora spokeswoman chairwoman".split()
)
#: Words before a name that say nothing of who it is.
_EMPTY_WORDS = frozenset(
    "the a an his her their at for from in of on to with von van der de former acting senior deputy "
    "mr mrs ms miss".split()
)


_PREPOSITIONS = frozenset("at for from in of on to with".split())


@dataclass(frozen=True, slots=True)
class _Person:
    """What a report tells of a speaker: given names, the family name, nations, and other words before it."""

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

    def can_be(self, other: "_Person") -> bool:
        """Whether nothing tells the two people apart."""
        if self.given and other.given and not _share_given_name(self.given, other.given):
            return False
        if _are_apart(self.nations, other.nations):
            return False
        if (self.is_man and other.is_woman) or (self.is_woman and other.is_man):
            return False
        are_spelled_alike = self.family == other.family or bool(self.given and other.given)
        return are_spelled_alike or not _are_apart(
            self.roles - _EMPTY_WORDS, other.roles - _EMPTY_WORDS
        )


def told_apart(speakers: Iterable[str], voice_of: Mapping[str, str]) -> dict[str, str]:
    """Return the voice of each speaker, namesakes told apart.

    `voice_of` holds for each speaker the voice by the family name alone.
    """
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for speaker in speakers:
        sharing[voice_of[speaker]].append(speaker)

    result = dict(voice_of)
    for voice, members in sharing.items():
        # A body, or an office, goes by all of its words.
        if " " not in voice and len(members) > 1:
            result |= _people_apart(voice, members)
    return _with_roles_known(result)


def _people_apart(voice: str, speakers: Iterable[str]) -> dict[str, str]:
    """Return a voice for each speaker of one family name: one for each person of whom there must be one.

    The people of whom most is known come first. Whoever can be several of them is the first.
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
    words = [word.casefold().rstrip(".") for word in name_words(speaker)]
    before, family = words[:-1], "".join(words[-1:])
    nations = frozenset(NATIONS[word] for word in before if word in NATIONS)
    return _Person(given, family, nations, frozenset(before) - set(given) - set(NATIONS))


def _knowledge(person: _Person) -> tuple[int, int]:
    """Return what sorts people of whom more is known before others."""
    return (-len(person.given), -len(person.nations | person.roles))


def _share_given_name(some: Iterable[str], others: Iterable[str]) -> bool:
    others = tuple(others)
    for name in some:
        for other in others:
            if is_same_given(name, other):
                return True
    return False


def _with_roles_known(voice_of: dict[str, str]) -> dict[str, str]:
    """Take “the regional governor” for the one person who is called a governor by name."""
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
    """An office or a role, and the other words that say which: “a spokeswoman for the port”."""

    role: str
    details: frozenset[str]


def _office(speaker: str) -> _Office | None:
    """Return the office that a description without a name says, or None."""
    words = _plain_words(speaker)
    if not words or _is_named(speaker):
        return None
    behind = [position for position, word in enumerate(words) if word in _PREPOSITIONS]
    head = behind[0] if behind else len(words)
    if head == 0 or words[head - 1] not in ROLES:
        return None
    return _Office(words[head - 1], _details(words[: head - 1] + words[head:]))


def _holds(speaker: str, office: _Office) -> bool:
    """Whether a speaker is called by name and by the office, and by nothing that speaks against it."""
    before = _plain_words(speaker)[:-1]
    if not _is_named(speaker) or office.role not in before:
        return False
    details = _details(before) - {office.role} - set(given_names(speaker))
    if _are_apart(details & _COUNTRIES, office.details & _COUNTRIES):
        return False
    return not _are_apart(details, office.details)


def _are_apart(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both are known, and have nothing in common."""
    return bool(some and others) and some.isdisjoint(others)


def _details(words: Iterable[str]) -> frozenset[str]:
    return frozenset(NATIONS.get(word, word) for word in words) - _EMPTY_WORDS


def _is_named(speaker: str) -> bool:
    """Whether the last word is a name: it has a capital, and is no title."""
    words = name_words(speaker)
    if not words or not words[-1][0].isupper() or words[-1].casefold() in TITLES:
        return False
    # “The mayor of Oslo” is an office.
    return len(words) == 1 or words[-2] not in _PREPOSITIONS


def _plain_words(speaker: str) -> list[str]:
    return [word.casefold() for word in name_words(speaker)]
