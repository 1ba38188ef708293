"""Find the pillars of a claim: the fewest sources and voices without which nothing corroborates it.

If a source is wrong, all passages that came through it fall, and if a voice is wrong, all passages that quote
it fall. A claim is *without corroboration* if no corroborating passage is left, except those in doubt.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from annotations.logic.counting.chains import Chain
from annotations.logic.sets.hitting_set import smallest_hitting_set

#: Most pillars that a sentence names.
MOST_NAMED = 5
#: The name on the page of a source that nobody names.
UNKNOWN_SOURCE = "a source that nobody names"


@dataclass(frozen=True, slots=True)
class Backing:
    """What a corroborating passage rests on: its chain of telling, and the voice that it quotes.

    `voice` is the name of a speaker, or empty if nobody is quoted.
    """

    chain: Chain
    voice: str = ""


class PillarKind(StrEnum):
    """A source that a passage came through, a voice that it quotes, or a source that nobody knows."""

    SOURCE = "source"
    VOICE = "voice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Pillar:
    """One of the fewest sources and voices that leave a claim without corroboration if all of them are wrong.

    `name` is the key of a source or the name of a speaker. For an unknown source it is empty.
    """

    kind: PillarKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pillars:
    """The fewest sources and voices that leave a claim without corroboration if all of them are wrong.

    `is_sure` is false if this holds only if unsure links of chains are real. `is_smallest` is false if there
    were too many passages to find the fewest, so that fewer may be enough.
    """

    members: tuple[Pillar, ...] = ()
    is_sure: bool = True
    is_smallest: bool = True

    def sentence(self, label: Callable[[str], str]) -> str:
        """Return the pillars in words: “If AFP and Ana Berg are wrong, nothing corroborates it.”

        `label` returns the name that people read for the key of a source. Without pillars, the sentence is
        empty.
        """
        if not self.members:
            return ""
        # A body can be a source and a voice.
        names = list(dict.fromkeys(_name(pillar, label) for pillar in self.members))
        verb = "is" if len(names) == 1 else "are"
        perhaps = "" if self.is_sure else "perhaps "
        fewer = "" if self.is_smallest else " Perhaps fewer are enough."
        return f"If {_listed(names)} {verb} wrong, {perhaps}nothing corroborates it.{fewer}"


NO_PILLARS = Pillars()


def pillars(backings: Collection[Backing]) -> Pillars:
    """Return the pillars of a claim.

    `backings` are those of its corroborating passages, except those in doubt. Statements of independence do
    not divide the names in the chains, because an outlet can be wrong in both of two independent reports.
    """
    if not backings:
        return NO_PILLARS
    numbering = _Numbering(backings)
    sure = numbering.fewest(numbering.certain(backing) for backing in backings)
    # A passage that can come from anybody may fall with any other.
    closed = [backing for backing in backings if not backing.chain.open]
    is_certain = len(closed) == len(backings) and not any(
        backing.chain.unsure for backing in closed
    )
    if is_certain or len(sure.members) == 1:
        return sure
    if not closed:
        return Pillars((Pillar(PillarKind.UNKNOWN),), is_sure=False)

    unsure = numbering.fewest(numbering.possible(backing) for backing in closed)
    if len(sure.members) == len(unsure.members):
        return Pillars(sure.members, is_smallest=unsure.is_smallest)
    return Pillars(unsure.members, is_sure=False, is_smallest=unsure.is_smallest)


class _Numbering:
    """Numbers for the sources and voices of backings, in the order in which they are preferred as pillars.

    If two of them can replace each other, the one with the lower number is a pillar. Sources that print no
    passage themselves come first, then outlets that do, then voices.
    """

    def __init__(self, backings: Collection[Backing]) -> None:
        outlets = {backing.chain.own for backing in backings}
        sources = set().union(*(backing.chain.possible for backing in backings))
        ranked = [*sorted(sources - outlets), *sorted(sources & outlets)]
        voices = sorted({backing.voice for backing in backings if backing.voice})
        self._sources = {name: number for number, name in enumerate(ranked)}
        self._voices = {name: number for number, name in enumerate(voices, len(ranked))}
        # A passage of which nothing is known rests on a source of its own.
        self._unknown = count(len(ranked) + len(voices))
        self._pillars = [Pillar(PillarKind.SOURCE, name) for name in ranked]
        self._pillars += [Pillar(PillarKind.VOICE, name) for name in voices]

    def certain(self, backing: Backing) -> frozenset[int]:
        """Return the numbers of the sources and the voice on which a passage certainly rests."""
        numbers = self._numbers(backing.chain.certain, backing.voice)
        return numbers or frozenset({next(self._unknown)})

    def possible(self, backing: Backing) -> frozenset[int]:
        """Return the numbers of the sources and the voice on which a passage may rest."""
        return self._numbers(backing.chain.possible, backing.voice)

    def _numbers(self, names: Iterable[str], voice: str) -> frozenset[int]:
        numbers = [self._sources[name] for name in names]
        if voice:
            numbers.append(self._voices[voice])
        return frozenset(numbers)

    def fewest(self, passages: Iterable[frozenset[int]]) -> Pillars:
        """Return the fewest pillars such that each passage rests on one of them. `passages` are sets of
        numbers.
        """
        hitting = smallest_hitting_set(passages)
        known = len(self._pillars)
        members = [
            self._pillars[number] if number < known else Pillar(PillarKind.UNKNOWN)
            for number in hitting.elements
        ]
        return Pillars(tuple(members), is_smallest=hitting.is_smallest)


def _name(pillar: Pillar, label: Callable[[str], str]) -> str:
    if pillar.kind is PillarKind.SOURCE:
        return label(pillar.name)
    if pillar.kind is PillarKind.VOICE:
        return pillar.name
    return UNKNOWN_SOURCE


def _listed(names: Sequence[str]) -> str:
    """Return the names in words: at most `MOST_NAMED` of them, and the number of the others."""
    if len(names) > MOST_NAMED:
        return f"{', '.join(names[:MOST_NAMED])} and {len(names) - MOST_NAMED} more"
    *others, last = names
    if not others:
        return last
    return f"{', '.join(others)} and {last}"
