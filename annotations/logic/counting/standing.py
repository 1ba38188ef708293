"""What a claim stands on: independent sources, voices, and what was counted together.

The count is made of chains of telling (see `chains`): a passage ends at whoever told it, its teller if the
passage names one, else its article's origins, else its outlet's family. Pages, tables and commands all ask
`count`.

A *voice* is whoever is reported to have said it: two reports that quote the same unnamed official have one
voice, however many sources they have. Sources of which nobody is quoted speak for themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotations.logic.counting.chains import (
    Bounds,
    Chain,
    bounds_with_doubt,
    common_links,
    followed,
)
from annotations.logic.counting.namesakes import told_apart
from annotations.logic.counting.source_groups import (
    GroupedPassages,
    GroupState,
    SourceGroup,
    grouped,
)
from annotations.logic.counting.voices import voices
from annotations.logic.vocabulary import Relation
from newsroom.text.language.counted import counted

#: The chain of a passage of which nobody knows who prints it.
NOBODY_KNOWN = Chain()


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """One passage that bears on a claim: the article that prints it, and through whom it came.

    `speaker` is who is reported to have said it. A blank outlet is not known; a blank speaker is nobody.
    `in_doubt` if a newer revision changed its words and nobody reviewed them since.
    """

    relation: Relation
    article: int
    chain: Chain = NOBODY_KNOWN
    outlet: str = ""
    speaker: str = ""
    in_doubt: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """The articles (ids, ascending) that give the passages to one speaker.

    `speaker` is blank where the articles say it themselves.
    """

    articles: tuple[int, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim stands on. `passages`, `articles`, `outlets` and `voices` are those that corroborate.

    `sources` and `opposing` are the numbers of sources that corroborate and contradict it. `common` are those
    through whom all corroborating passages surely came.
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

    @property
    def sentence(self) -> str:
        """One line for people: “4 passages, 3 outlets, 2 independent sources; 1 source contradicts”."""
        support = self._support
        opposing = self.opposing
        if not opposing.at_most:
            return support

        number = str(opposing.at_most)
        if opposing.at_least < opposing.at_most:
            number = f"{opposing.at_least} to {opposing.at_most}"
        if opposing.at_most == 1:
            return f"{support}; {number} source contradicts"
        return f"{support}; {number} sources contradict"

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
        # If nobody is quoted, the voices are the sources again.
        if any(voice.speaker for voice in self.voices):
            counts.append(counted(len(self.voices), "voice"))
        return ", ".join(counts)


def count(evidence: Iterable[CitedPassage]) -> Standing:
    """Add the evidence up. Passages that repeat, update or give context never count as corroboration.

    Leave out passages that their article does not hold any more, and origins that were rejected.
    """
    passages = list(evidence)
    supporting = [passage for passage in passages if passage.relation is Relation.CORROBORATES]
    opposing = [passage for passage in passages if passage.relation is Relation.CONTRADICTS]
    repeating = [passage for passage in passages if passage.relation is Relation.REPEATS]

    chains = followed([passage.chain for passage in supporting])
    corroborating = _grouped(supporting, chains)
    opposing_chains = followed([passage.chain for passage in opposing])
    return Standing(
        passages=len(supporting),
        articles=len({passage.article for passage in supporting}),
        # Articles of unknown outlets could be of one outlet, so that they count as one together.
        outlets=len({passage.outlet for passage in supporting}),
        sources=bounds_with_doubt(chains, _positions_in_doubt(supporting)),
        opposing=bounds_with_doubt(opposing_chains, _positions_in_doubt(opposing)),
        corroborating=corroborating.groups,
        contradicting=_grouped(opposing, opposing_chains).groups,
        voices=_voices(supporting, corroborating),
        repeating=len(repeating),
        common=common_links(chains),
    )


def _grouped(passages: Sequence[CitedPassage], chains: Sequence[Chain]) -> GroupedPassages:
    articles = [passage.article for passage in passages]
    return grouped(articles, chains, _positions_in_doubt(passages))


def _positions_in_doubt(passages: Iterable[CitedPassage]) -> frozenset[int]:
    return frozenset(number for number, passage in enumerate(passages) if passage.in_doubt)


def _voices(passages: Sequence[CitedPassage], sources: GroupedPassages) -> tuple[Voice, ...]:
    """List each speaker once, and each source of which nobody is quoted."""
    speakers = {passage.speaker for passage in passages if passage.speaker}
    voice_of = told_apart(speakers, voices(speakers))
    group_of = [_group_with_unknown(sources.groups, group) for group in sources.group_of]
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
    return tuple(sorted(Voice(_ascending(articles[key]), _fullest(names[key])) for key in articles))


def _group_with_unknown(groups: Sequence[SourceGroup], group: int) -> int:
    """Return the group, or the first one if nobody knows whose it is, because it can be anybody's."""
    if groups[group].state is GroupState.UNKNOWN:
        return 0
    return group


def _ascending(articles: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(articles))


def _fullest(names: Iterable[str]) -> str:
    """The longest of the names, and of several the last by the alphabet."""
    return max(names, key=lambda name: (len(name), name))
