"""Counting what is independently corroborated: copies of one wire story are one source.

The count is that of the most articles of which no two share an origin (a set packing). An article that draws
on two origins may have a passage from either: beside reports of one of them it adds nothing, and it takes
nothing from them either, for what AP and Reuters each report is told twice, whoever rewrites both. So more
evidence never lowers the count, and more that is known of origins never raises it. An article without an
origin is its own. Origins are told apart by name (`source`): two texts of AFP are both AFP's. A proposed
origin counts as one until a person rejects it; rejected ones must not be passed in. Nor must passages that
their article does not hold any more.

A *voice* is whoever is reported to have said it: two reports that quote the same unnamed official have one,
however many origins they are of. A passage that nobody is reported to have said speaks for its own source.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annotations.logic.counting.voices import voices
from annotations.logic.vocabulary import Relation
from newsroom.text.language.counted import counted

#: Up to so many different mixtures of origins the most that share none are found by trying; of more the count
#: may be too small, never too large, and may then fall where evidence is added.
EXACT = 12


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """One passage that bears on a claim: its article, that article's outlet (blank: unknown) and standing
    origins, and who is reported to have said it (blank: nobody).
    """

    relation: Relation
    article: int
    outlet: str = ""
    origins: frozenset[str] = frozenset()
    speaker: str = ""


@dataclass(frozen=True, slots=True, order=True)
class SourceGroup:
    """Articles counted as one source (ids, ascending), and the origins (ascending) that join them; of an
    article alone, its own.
    """

    articles: tuple[int, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Whom the articles (ids, ascending) give the passages to; `speaker` is blank for what they say
    themselves.
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
        """One line for people, such as “4 passages, 3 outlets, 2 independent origins; 1 origin contradicts”.

        Voices are counted where somebody is quoted: elsewhere they are the origins again.
        """
        if self.passages:
            counts = [
                counted(self.passages, "passage"),
                counted(self.outlets, "outlet"),
                counted(self.independent_origins, "independent origin"),
            ]
            if any(voice.speaker for voice in self.voices):
                counts.append(counted(len(self.voices), "voice"))
            line = ", ".join(counts)
        elif self.repeating:
            line = f"Only repeated ({counted(self.repeating, 'passage')}): no independent corroboration"
        else:
            line = "No corroboration yet"
        if against := self.contradicting_origins:
            line += f"; {counted(against, 'origin')} contradict{'s' if against == 1 else ''}"
        return line


def source(name: str) -> str:
    """What tells an origin from others: its name, however it is spaced and capitalised."""
    return " ".join(name.split()).casefold()


def count(evidence: Iterable[CitedPassage]) -> Standing:
    """What the evidence adds up to. `repeats`, `updates` and `context` never count as corroboration.

    The order of the evidence does not matter, and another passage of an article counted already never raises
    a count of origins, nor does an article of the same origins.
    """
    evidence = list(evidence)
    supporting = [voucher for voucher in evidence if voucher.relation is Relation.CORROBORATES]
    opposing = [voucher for voucher in evidence if voucher.relation is Relation.CONTRADICTS]
    return Standing(
        passages=len(supporting),
        articles=len({voucher.article for voucher in supporting}),
        # Articles of unknown outlets could be of one: they count as one outlet together.
        outlets=len({voucher.outlet for voucher in supporting}),
        corroborating=_groups(supporting),
        contradicting=_groups(opposing),
        voices=_voices(supporting),
        repeating=sum(voucher.relation is Relation.REPEATS for voucher in evidence),
    )


def _voices(vouchers: list[CitedPassage]) -> tuple[Voice, ...]:
    """Who says it: each speaker once, and for passages of nobody's the group of articles they come from."""
    told = voices({voucher.speaker for voucher in vouchers})
    group_of = {article: group for group in _groups(vouchers) for article in group.articles}
    articles: dict[str | SourceGroup, set[int]] = {}
    speakers: dict[str | SourceGroup, str] = {}
    for voucher in vouchers:
        key: str | SourceGroup = told[voucher.speaker] or group_of[voucher.article]
        articles.setdefault(key, set()).add(voucher.article)
        speakers[key] = max(speakers.get(key, ""), voucher.speaker, key=lambda name: (len(name), name))
    return tuple(sorted(Voice(tuple(sorted(found)), speakers[key]) for key, found in articles.items()))


def _groups(vouchers: list[CitedPassage]) -> tuple[SourceGroup, ...]:
    return grouped((voucher.article, voucher.origins) for voucher in vouchers)


def grouped(articles: Iterable[tuple[int, Collection[str]]]) -> tuple[SourceGroup, ...]:
    """Articles, each with its origins, as they are counted. One that draws on several is counted with one of
    them.
    """
    drawn: dict[int, frozenset[str]] = {}
    for article, origins in articles:
        drawn[article] = drawn.get(article, frozenset()).union(origins)
    source_of = {origin: n for n, apart in enumerate(_apart(drawn.values())) for origin in apart}
    members: dict[tuple[str, int], list[int]] = {}
    for article, origins in sorted(drawn.items()):
        # No set of origins is apart from all those chosen, else it would have been chosen too.
        key = (
            ("source", min(source_of[origin] for origin in origins & source_of.keys()))
            if origins
            else ("own", article)
        )
        members.setdefault(key, []).append(article)
    return tuple(
        sorted(
            SourceGroup(tuple(held), _joining([drawn[article] for article in held]))
            for held in members.values()
        )
    )


def _apart(drawn: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """The most of these sets of origins of which no two share one.

    An origin that some article draws on alone is chosen first: that never costs another choice.
    """
    sets = {origins for origins in drawn if origins}
    alone = {origin for origins in sets if len(origins) == 1 for origin in origins}
    mixed = [origins for origins in sets if origins.isdisjoint(alone)]
    least = sorted(
        (s for s in mixed if not any(other < s for other in mixed)), key=lambda s: (len(s), sorted(s))
    )
    return [frozenset({origin}) for origin in sorted(alone)] + (
        _most(least) if len(least) <= EXACT else _some(least)
    )


def _most(sets: list[frozenset[str]]) -> list[frozenset[str]]:
    """The most disjoint ones, by trying with and without each that is in another's way."""
    if not sets:
        return []
    first, *others = sets
    beside = [other for other in others if first.isdisjoint(other)]
    with_it = [first, *_most(beside)]
    return with_it if beside == others else max(with_it, _most(others), key=len)


def _some(sets: list[frozenset[str]]) -> list[frozenset[str]]:
    """Disjoint ones, no other of which could be added: perhaps not the most."""
    chosen: list[frozenset[str]] = []
    for candidate in sets:
        if all(candidate.isdisjoint(other) for other in chosen):
            chosen.append(candidate)
    return chosen


def _joining(drawn: list[frozenset[str]]) -> tuple[str, ...]:
    """The origins that more than one of the sets hold, or those of the only one."""
    held = Counter(origin for origins in drawn for origin in origins)
    return tuple(sorted(origin for origin, number in held.items() if number > 1 or len(drawn) == 1))
