"""Count the evidence for a claim: independent sources, voices, and passages that count as one.

The count is based on chains of telling (see `chains`). The source of a passage is its teller. Without a
teller it is the origin of its article, and without an origin the family of its outlet. All pages, tables and
commands use `count`.

A *voice* is a reported speaker. Two reports that quote the same unnamed official have one voice, even if they
have different sources. A source without a quoted speaker is a voice itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annotations.logic.counting.chains import (
    NOBODY_KNOWN,
    Bounds,
    Chain,
    bounds_with_doubt,
    common_links,
    followed,
    stated_apart,
)
from annotations.logic.counting.namesakes import told_apart
from annotations.logic.counting.pillars import Backing
from annotations.logic.counting.source_groups import (
    GroupedPassages,
    GroupState,
    SourceGroup,
    grouped_passages,
)
from annotations.logic.counting.voices import voices
from annotations.logic.vocabulary import Relation
from newsroom.text.language.counted import counted, counted_range


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage that is evidence for a claim: the id of its article, and its chain of telling.

    `outlet` is empty if it is unknown. `speaker` is the reported speaker, or empty if there is none.
    `in_doubt` is true if a newer revision changed the words and nobody has reviewed them since.
    """

    relation: Relation
    article: int
    chain: Chain = NOBODY_KNOWN
    outlet: str = ""
    speaker: str = ""
    in_doubt: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """A speaker, and the ids of the articles that quote the speaker, in ascending order.

    `speaker` is empty if the articles make the statement themselves.
    """

    articles: tuple[int, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """The count of the evidence for a claim.

    `passages`, `articles` and `outlets` are numbers of corroborating evidence only. `sources` and `opposing`
    are the bounds of the numbers of sources that corroborate and that contradict the claim. `corroborating`
    and `contradicting` are the groups of these sources. `voices` are the corroborating voices. `repeating` is
    the number of passages that only repeat. `common` are the keys of the sources through which all
    corroborating passages certainly came. `backings` are what the corroborating passages rest on, except
    those in doubt, from which `pillars` finds on what the claim hangs.
    """

    passages: int
    articles: int
    outlets: int
    sources: Bounds
    opposing: Bounds
    corroborating: tuple[SourceGroup, ...]
    contradicting: tuple[SourceGroup, ...]
    voices: tuple[Voice, ...]
    repeating: int
    common: frozenset[str]
    backings: tuple[Backing, ...] = field(default=(), compare=False)

    @property
    def sentence(self) -> str:
        """Return the count in words: “4 passages, 3 outlets, 2 independent sources; 1 source contradicts”."""
        support = self._support
        opposing = self.opposing
        if not opposing.at_most:
            return support

        sources = counted_range(opposing.at_least, opposing.at_most, "source")
        verb = "contradicts" if opposing.at_most == 1 else "contradict"
        return f"{support}; {sources} {verb}"

    @property
    def _support(self) -> str:
        if not self.passages and not self.repeating:
            return "No corroboration yet"
        if not self.passages:
            return f"Only repeated ({counted(self.repeating, 'passage')}): no independent corroboration"

        counts = [
            counted(self.passages, "passage"),
            counted(self.outlets, "outlet"),
            self.sources.sentence,
        ]
        # The number of voices is left out if nobody is quoted, because it would repeat the number of sources.
        if any(voice.speaker for voice in self.voices):
            counts.append(counted(len(self.voices), "voice"))
        return ", ".join(counts)


def count(
    evidence: Iterable[CitedPassage], apart: Collection[frozenset[int]] = frozenset()
) -> EvidenceCount:
    """Return the count of the evidence. Only passages that corroborate or contradict count as sources.

    `apart` are the pairs of article ids that an editor stated to be independent. Callers leave out lost
    passages and rejected origins.
    """
    passages = list(evidence)
    # Updates and context say nothing about whether the claim is true, so they are not counted.
    supporting = [passage for passage in passages if passage.relation is Relation.CORROBORATES]
    opposing = [passage for passage in passages if passage.relation is Relation.CONTRADICTS]
    repeating = [passage for passage in passages if passage.relation is Relation.REPEATS]

    followed_chains = _followed(supporting)
    chains = _stated_apart(supporting, followed_chains, apart)
    corroborating = _grouped(supporting, chains)
    opposing_chains = _stated_apart(opposing, _followed(opposing), apart)
    voice_of = _voice_of(supporting)
    return EvidenceCount(
        passages=len(supporting),
        articles=len({passage.article for passage in supporting}),
        # Articles of unknown outlets count as one outlet, because they could be from the same one.
        outlets=len({passage.outlet for passage in supporting}),
        sources=bounds_with_doubt(chains, _positions_in_doubt(supporting)),
        opposing=bounds_with_doubt(opposing_chains, _positions_in_doubt(opposing)),
        corroborating=corroborating.groups,
        contradicting=_grouped(opposing, opposing_chains).groups,
        voices=_voices(supporting, corroborating, voice_of),
        repeating=len(repeating),
        # A statement of independence divides names, but the claim still depends on them.
        common=common_links(followed_chains),
        backings=_backings(supporting, followed_chains, voice_of),
    )


def _followed(passages: Iterable[CitedPassage]) -> list[Chain]:
    return followed([passage.chain for passage in passages])


def _stated_apart(
    passages: Iterable[CitedPassage],
    chains: list[Chain],
    apart: Collection[frozenset[int]],
) -> list[Chain]:
    if not apart:
        return chains
    return stated_apart(chains, [passage.article for passage in passages], apart)


def _grouped(passages: Sequence[CitedPassage], chains: Sequence[Chain]) -> GroupedPassages:
    articles = [passage.article for passage in passages]
    return grouped_passages(articles, chains, _positions_in_doubt(passages))


def _positions_in_doubt(passages: Iterable[CitedPassage]) -> frozenset[int]:
    return frozenset(number for number, passage in enumerate(passages) if passage.in_doubt)


def _voice_of(passages: Iterable[CitedPassage]) -> dict[str, str]:
    """Return the key of the voice of each speaker whom the passages quote."""
    speakers = {passage.speaker for passage in passages if passage.speaker}
    return told_apart(speakers, voices(speakers))


def _backings(
    passages: Sequence[CitedPassage], chains: Sequence[Chain], voice_of: Mapping[str, str]
) -> tuple[Backing, ...]:
    """Return what the passages rest on, except those in doubt.

    `chains` are those of the passages, in the same order. `voice_of` holds the key of the voice of each
    speaker.
    """
    name_of: dict[str, str] = {}
    for speaker, voice in voice_of.items():
        name_of[voice] = _fullest([speaker, name_of.get(voice, "")])

    backings = []
    for passage, chain in zip(passages, chains, strict=True):
        if not passage.in_doubt:
            voice = name_of[voice_of[passage.speaker]] if passage.speaker else ""
            backings.append(Backing(chain, voice))
    return tuple(backings)


def _voices(
    passages: Sequence[CitedPassage], sources: GroupedPassages, voice_of: Mapping[str, str]
) -> tuple[Voice, ...]:
    """Return one voice for each speaker, and one for each source of which no passage quotes a speaker.

    `voice_of` holds the key of the voice of each speaker.
    """
    group_of = [_group_with_unknown(sources.groups, group) for group in sources.group_of]
    # A source with a quoted speaker is represented by that speaker.
    quoted_groups = {
        group for passage, group in zip(passages, group_of, strict=True) if passage.speaker
    }

    articles: defaultdict[str | int, set[int]] = defaultdict(set)
    names: defaultdict[str | int, set[str]] = defaultdict(set)
    for passage, group in zip(passages, group_of, strict=True):
        key: str | int = group
        if passage.speaker:
            key = voice_of[passage.speaker]
        elif group in quoted_groups:
            continue
        articles[key].add(passage.article)
        names[key].add(passage.speaker)
    found = []
    for key, heard_in in articles.items():
        found.append(Voice(tuple(sorted(heard_in)), _fullest(names[key])))
    return tuple(sorted(found))


def _group_with_unknown(groups: Sequence[SourceGroup], group: int) -> int:
    """Return the index `group`, or 0 if the source of the group is unknown.

    The reason is that an unknown source can be the same as that of the first group.
    """
    if groups[group].state is GroupState.UNKNOWN:
        return 0
    return group


def _fullest(names: Iterable[str]) -> str:
    """Return the longest name, or the last of the longest ones in alphabetical order."""
    return max(names, key=lambda name: (len(name), name))
