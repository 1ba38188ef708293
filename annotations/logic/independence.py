"""Counting what is independently corroborated: copies of one wire story are one source.

Articles that share an origin are one *group*, and so are articles joined through others (A and B share one, B and C
share another): where it is not known which source a passage came from, the smaller count is the honest one. An article
without an origin is its own. A proposed origin counts as one until a person rejects it; rejected ones must not be
passed in.

A *voice* is whoever is reported to have said it: two reports that quote the same unnamed official have one, however
many origins they are of. A passage that nobody is reported to have said speaks for its own source.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from annotations.logic.attribution import voice
from annotations.logic.vocabulary import Relation


@dataclass(frozen=True, slots=True)
class Voucher:
    """One passage that bears on a claim: its article, that article's outlet (blank: unknown) and standing origins, and
    who is reported to have said it (blank: nobody)."""

    relation: Relation
    article: int
    outlet: str = ""
    origins: frozenset[str] = frozenset()
    speaker: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """Articles counted as one source (ids, ascending), and the origins (ids, ascending) that join them."""

    articles: tuple[int, ...]
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Whom the articles (ids, ascending) give the passages to; `speaker` is blank for what they say themselves."""

    articles: tuple[int, ...]
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim stands on. `passages`, `articles`, `outlets` and `voices` are those that corroborate."""

    passages: int
    articles: int
    outlets: int
    corroborating: tuple[Group, ...]
    contradicting: tuple[Group, ...]
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


def count(evidence: Iterable[Voucher]) -> Standing:
    """What the evidence adds up to. `repeats`, `updates` and `context` never count as corroboration.

    The order of the evidence does not matter, and another passage of an article counted already never raises a count of
    origins, nor does an article that shares an origin with one.
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


def _voices(vouchers: list[Voucher]) -> tuple[Voice, ...]:
    """Who says it: each speaker once, and for passages of nobody's the group of articles they come from."""
    group_of = {article: group for group in _groups(vouchers) for article in group.articles}
    articles: dict[str | Group, set[int]] = {}
    speakers: dict[str | Group, str] = {}
    for voucher in vouchers:
        key: str | Group = voice(voucher.speaker) or group_of[voucher.article]
        articles.setdefault(key, set()).add(voucher.article)
        speakers[key] = max(speakers.get(key, ""), voucher.speaker, key=lambda name: (len(name), name))
    return tuple(sorted(Voice(tuple(sorted(found)), speakers[key]) for key, found in articles.items()))


def counted(number: int, noun: str) -> str:
    """`1 passage`, `2 passages`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _groups(vouchers: list[Voucher]) -> tuple[Group, ...]:
    return grouped((voucher.article, voucher.origins) for voucher in vouchers)


def grouped(articles: Iterable[tuple[int, Collection[str]]]) -> tuple[Group, ...]:
    """Articles (with their origins) joined by shared origins: a union-find over articles and origins."""
    parent: dict[int | str, int | str] = {}

    def root(node: int | str) -> int | str:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for article, origins in articles:
        top = root(article)
        for origin in origins:
            parent[root(origin)] = top
    members: dict[int | str, list[int | str]] = {}
    for node in list(parent):
        members.setdefault(root(node), []).append(node)
    return tuple(
        sorted(
            Group(
                tuple(sorted(node for node in nodes if isinstance(node, int))),
                tuple(sorted(node for node in nodes if isinstance(node, str))),
            )
            for nodes in members.values()
        )
    )
