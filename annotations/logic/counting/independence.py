"""Counting what is independently corroborated: copies of one wire story are one source.

The count is the number of articles in the largest choice of which no two share an origin (set packing). An
article that draws on two origins may have a passage from either. Beside reports of one of them it adds
nothing, and it takes nothing from them either: what AP and Reuters each report is reported twice, whoever
rewrites both. So more evidence never lowers the count, and more that is known of origins never raises it.

An article without an origin is a source of its own. Origins are compared by name (`source`): two texts of AFP
are both AFP's. A proposed origin counts as one until a person rejects it. Do not pass in rejected origins,
nor passages that their article does not hold any more.

A *voice* is whoever is reported to have said it: two reports that quote the same unnamed official have one
voice, however many origins they have. A passage that nobody is reported to have said speaks for its own
source.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annotations.logic.counting.set_packing import most_disjoint
from annotations.logic.counting.voices import voices
from annotations.logic.vocabulary import Relation
from newsroom.text.language.counted import counted


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """One passage that bears on a claim, with its article and that article's outlet and standing origins.

    `speaker` is who is reported to have said it. A blank outlet is not known; a blank speaker is nobody.
    """

    relation: Relation
    article: int
    outlet: str = ""
    origins: frozenset[str] = frozenset()
    speaker: str = ""


@dataclass(frozen=True, slots=True, order=True)
class SourceGroup:
    """Articles that are counted as one source (ids, ascending), and the origins that join them (ascending).

    The origins of an article that stands alone are its own.
    """

    articles: tuple[int, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """The articles (ids, ascending) that give the passages to one speaker.

    `speaker` is blank where the articles say it themselves.
    """

    articles: tuple[int, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim stands on. `passages`, `articles`, `outlets` and `voices` are those that corroborate."""

    passages: int
    articles: int
    outlets: int
    corroborating: tuple[SourceGroup, ...]
    contradicting: tuple[SourceGroup, ...]
    voices: tuple[Voice, ...]
    repeating: int

    @property
    def independent_origins(self) -> int:
        return len(self.corroborating)

    @property
    def contradicting_origins(self) -> int:
        return len(self.contradicting)

    @property
    def sentence(self) -> str:
        """One line for people: “4 passages, 3 outlets, 2 independent origins; 1 origin contradicts”."""
        support = self._support
        opposing = self.contradicting_origins
        if not opposing:
            return support

        verb = "contradicts" if opposing == 1 else "contradict"
        return f"{support}; {counted(opposing, 'origin')} {verb}"

    @property
    def _support(self) -> str:
        if not self.passages and not self.repeating:
            return "No corroboration yet"
        if not self.passages:
            return f"Only repeated ({counted(self.repeating, 'passage')}): no independent corroboration"

        counts = [
            counted(self.passages, "passage"),
            counted(self.outlets, "outlet"),
            counted(self.independent_origins, "independent origin"),
        ]
        # If nobody is quoted, the voices are the origins again.
        if any(voice.speaker for voice in self.voices):
            counts.append(counted(len(self.voices), "voice"))
        return ", ".join(counts)


def source(name: str) -> str:
    """The key by which origins are compared: the name without regard to spacing and capitals."""
    return " ".join(name.split()).casefold()


def count(evidence: Iterable[CitedPassage]) -> Standing:
    """Add the evidence up. Passages that repeat, update or give context never count as corroboration.

    The order of the evidence does not matter. Another passage of an article that is counted already never
    raises a count of origins, nor does an article of the same origins.
    """
    passages = list(evidence)
    supporting = [passage for passage in passages if passage.relation is Relation.CORROBORATES]
    opposing = [passage for passage in passages if passage.relation is Relation.CONTRADICTS]
    repeating = [passage for passage in passages if passage.relation is Relation.REPEATS]
    return Standing(
        passages=len(supporting),
        articles=len({passage.article for passage in supporting}),
        # Articles of unknown outlets could be of one outlet, so that they count as one together.
        outlets=len({passage.outlet for passage in supporting}),
        corroborating=_source_groups(supporting),
        contradicting=_source_groups(opposing),
        voices=_voices(supporting),
        repeating=len(repeating),
    )


def grouped(articles: Iterable[tuple[int, Collection[str]]]) -> tuple[SourceGroup, ...]:
    """Group articles, each with its origins, as they are counted.

    An article that draws on several origins is counted with one of them.
    """
    origins_of: dict[int, frozenset[str]] = {}
    for article, origins in articles:
        known = origins_of.get(article, frozenset())
        origins_of[article] = known.union(origins)

    number_of: dict[str, int] = {}
    for number, chosen in enumerate(most_disjoint(origins_of.values())):
        number_of |= dict.fromkeys(chosen, number)

    members: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for article in sorted(origins_of):
        origins = origins_of[article]
        if origins:
            # At least one origin has a number: a set that shares none with those chosen would be chosen too.
            key = ("source", min(number_of[origin] for origin in origins & number_of.keys()))
        else:
            key = ("own", article)
        members[key].append(article)

    groups = [_source_group(held, origins_of) for held in members.values()]
    return tuple(sorted(groups))


def _source_groups(passages: Iterable[CitedPassage]) -> tuple[SourceGroup, ...]:
    return grouped((passage.article, passage.origins) for passage in passages)


def _source_group(articles: list[int], origins_of: dict[int, frozenset[str]]) -> SourceGroup:
    """The articles with the origins that more than one of them hold, or with those of the only one."""
    if len(articles) == 1:
        joining = origins_of[articles[0]]
        return SourceGroup(tuple(articles), tuple(sorted(joining)))

    holders: Counter[str] = Counter()
    for article in articles:
        holders.update(origins_of[article])
    shared = [origin for origin, number in holders.items() if number > 1]
    return SourceGroup(tuple(articles), tuple(sorted(shared)))


def _voices(passages: list[CitedPassage]) -> tuple[Voice, ...]:
    """List each speaker once, and for passages that nobody said the group of articles they come from."""
    voice_of = voices({passage.speaker for passage in passages})
    group_of: dict[int, SourceGroup] = {}
    for group in _source_groups(passages):
        group_of |= dict.fromkeys(group.articles, group)

    articles: defaultdict[str | SourceGroup, set[int]] = defaultdict(set)
    speakers: defaultdict[str | SourceGroup, set[str]] = defaultdict(set)
    for passage in passages:
        key = voice_of[passage.speaker] or group_of[passage.article]
        articles[key].add(passage.article)
        speakers[key].add(passage.speaker)

    return tuple(
        sorted(Voice(tuple(sorted(articles[key])), _fullest(speakers[key])) for key in articles)
    )


def _fullest(names: Iterable[str]) -> str:
    """The longest of the names, and of several the last by the alphabet."""
    return max(names, key=lambda name: (len(name), name))
