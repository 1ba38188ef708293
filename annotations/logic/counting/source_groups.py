"""Which passages are counted as one source, and through whom they are one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.set_packing import most_disjoint


class GroupState(StrEnum):
    """How a group counts: as a source; as none or one, because nobody knows whose it is; or in doubt."""

    COUNTED = "counted"
    UNKNOWN = "unknown"
    IN_DOUBT = "in doubt"


@dataclass(frozen=True, slots=True, order=True)
class GroupLink:
    """Somebody through whom passages of a group came, and the articles (ids, ascending) of these passages.

    `printed` are the articles of that outlet or family itself, `sure` those that surely came through it,
    `unsure` those that may have.
    """

    name: str
    printed: tuple[int, ...] = ()
    sure: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Articles (ids, ascending) whose passages are counted as one source.

    `names` are all those through whom they surely came, in the order of the alphabet. `links` are those who
    join several articles, or from whom a single article has what it prints. `unknown` are the articles with
    a passage that can go back to anybody.
    """

    articles: tuple[int, ...]
    names: tuple[str, ...] = ()
    links: tuple[GroupLink, ...] = ()
    unknown: tuple[int, ...] = ()
    state: GroupState = GroupState.COUNTED


@dataclass(frozen=True, slots=True)
class GroupedPassages:
    """Groups of passages, and for each passage the position of its group."""

    groups: tuple[SourceGroup, ...]
    group_of: tuple[int, ...]


def grouped(
    articles: Sequence[int], chains: Sequence[Chain], in_doubt: Collection[int] = ()
) -> GroupedPassages:
    """Group passages, given by their articles and chains; `in_doubt` are positions of some of them.

    There are as many counted groups as there are sources at least. Each passage stands in the group of a
    source with which it shares somebody.
    """
    firm = [number for number in range(len(chains)) if number not in in_doubt]
    keys = _Keys(chains)
    keys.place([number for number in firm if not chains[number].open], GroupState.COUNTED)
    keys.place([number for number in firm if chains[number].open], GroupState.UNKNOWN)
    keys.place(sorted(in_doubt), GroupState.IN_DOUBT)
    return _groups(articles, chains, keys.key_of)


#: What a group is known by while groups are formed: how it counts, and the names of the source chosen for it.
_Key = tuple[GroupState, frozenset[str]]


class _Keys:
    """For each passage the key of its group, as far as it was placed."""

    def __init__(self, chains: Sequence[Chain]) -> None:
        self.chains = chains
        self.key_of: dict[int, _Key] = {}
        self.key_with: dict[str, _Key] = {}

    def place(self, passages: Sequence[int], state: GroupState) -> None:
        """Place passages with those they share somebody with, and the others in groups of `state`.

        Of the others, the most that share nobody have a group each. Those of which nothing is known have one
        group together.
        """
        left = [number for number in passages if self._shared(self.chains[number]) is None]
        for names in most_disjoint(self.chains[number].possible for number in left):
            for name in names:
                self.key_with[name] = (state, names)
        for number in passages:
            self.key_of[number] = self._shared(self.chains[number]) or (state, frozenset())

    def _shared(self, chain: Chain) -> _Key | None:
        """Return the group of the outlet itself, else of whom the passage surely, else possibly came
        through.
        """
        for names in ((chain.own,), sorted(chain.sure), sorted(chain.unsure)):
            for name in names:
                if name in self.key_with:
                    return self.key_with[name]
        return None


def _groups(
    articles: Sequence[int], chains: Sequence[Chain], key_of: Mapping[int, _Key]
) -> GroupedPassages:
    members: defaultdict[_Key, list[int]] = defaultdict(list)
    for number in range(len(chains)):
        members[key_of[number]].append(number)

    groups = {}
    for key, numbers in members.items():
        state, _ = key
        held = [(articles[number], chains[number]) for number in numbers]
        groups[key] = _group(held, state)

    ordered = sorted(groups, key=lambda key: _order(groups[key]))
    if ordered and groups[ordered[0]].state is GroupState.UNKNOWN:
        # Whoever these go back to, there is one source at least.
        groups[ordered[0]] = replace(groups[ordered[0]], state=GroupState.COUNTED)
    position = {key: place for place, key in enumerate(ordered)}
    return GroupedPassages(
        groups=tuple(groups[key] for key in ordered),
        group_of=tuple(position[key_of[number]] for number in range(len(chains))),
    )


def _order(group: SourceGroup) -> tuple[int, tuple[int, ...], tuple[str, ...]]:
    return list(GroupState).index(group.state), group.articles, group.names


def _group(passages: Sequence[tuple[int, Chain]], state: GroupState) -> SourceGroup:
    printed: defaultdict[str, set[int]] = defaultdict(set)
    sure: defaultdict[str, set[int]] = defaultdict(set)
    unsure: defaultdict[str, set[int]] = defaultdict(set)
    for article, chain in passages:
        if chain.own:
            printed[chain.own].add(article)
        for name in chain.sure:
            sure[name].add(article)
        for name in chain.unsure:
            unsure[name].add(article)

    articles = {article for article, _ in passages}
    links = []
    for name in sorted({*printed, *sure, *unsure}):
        told = sure[name] | unsure[name]
        joins = len(told | printed[name]) > 1
        # One article alone is joined with nobody, and says from whom it has what it prints.
        if joins or (told and len(articles) == 1):
            link = GroupLink(
                name,
                _ascending(printed[name]),
                _ascending(sure[name]),
                _ascending(unsure[name] - sure[name]),
            )
            links.append(link)
    return SourceGroup(
        articles=_ascending(articles),
        names=tuple(sorted({*printed, *sure})),
        links=tuple(links),
        unknown=_ascending({article for article, chain in passages if chain.open}),
        state=state,
    )


def _ascending(articles: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(articles))
