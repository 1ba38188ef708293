"""Group passages that count as one source, and name the sources that they have in common."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from annotations.logic.counting.chains import Chain, plain_name
from annotations.logic.sets.set_packing import most_disjoint


class GroupState(StrEnum):
    """How a group of passages counts: as one source; as one or none, because its source is unknown; or only
    in the upper bound, because its words are in doubt.
    """

    COUNTED = "counted"
    UNKNOWN = "unknown"
    IN_DOUBT = "in doubt"


@dataclass(frozen=True, slots=True, order=True)
class GroupLink:
    """A source that passages of a group have, with the ids of the articles of these passages.

    `name` is the key of the source. `printed` are the articles that this outlet or family published itself,
    `sure` the articles that certainly came through the source, and `unsure` those that may have. All ids are
    ascending.
    """

    name: str
    printed: tuple[int, ...] = ()
    sure: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """A group of articles whose passages count as one source. `articles` are the ids of these articles.

    `names` are the keys of all sources through which the passages certainly came, in alphabetical order.
    `links` are the sources that several articles have in common. If the group has only one article, they are
    the sources of its passages. `unknown` are the ids of the articles with a passage that can come from
    anybody. All ids are ascending.
    """

    articles: tuple[int, ...]
    names: tuple[str, ...] = ()
    links: tuple[GroupLink, ...] = ()
    unknown: tuple[int, ...] = ()
    state: GroupState = GroupState.COUNTED


@dataclass(frozen=True, slots=True)
class GroupedPassages:
    """The groups of passages. `group_of[i]` is the index in `groups` of the group of passage number `i`."""

    groups: tuple[SourceGroup, ...]
    group_of: tuple[int, ...]


def grouped_passages(
    articles: Sequence[int], chains: Sequence[Chain], in_doubt: Collection[int] = ()
) -> GroupedPassages:
    """Group passages into sources.

    `articles[i]` is the id of the article of passage number `i`, and `chains[i]` its chain. `in_doubt` holds
    the numbers of the passages in doubt. The number of groups that count equals the lower bound of the number
    of sources. A passage belongs to a group with which it shares a source.
    """
    firm = [number for number in range(len(chains)) if number not in in_doubt]
    # Certain passages are placed first, so that uncertain ones join their groups and do not add to the count.
    keys = _Keys(chains)
    keys.place([number for number in firm if not chains[number].open], GroupState.COUNTED)
    keys.place([number for number in firm if chains[number].open], GroupState.UNKNOWN)
    keys.place(sorted(in_doubt), GroupState.IN_DOUBT)
    return _groups(articles, chains, keys.key_of)


#: The key of a group while the groups are formed: its state, and the names of the source that was chosen for
#: it.
_Key = tuple[GroupState, frozenset[str]]


class _Keys:
    """The keys of the groups while the passages are placed one after the other.

    `key_of` maps the number of each placed passage to the key of its group. `key_with` maps each name to the
    key of the group that has this name.
    """

    def __init__(self, chains: Sequence[Chain]) -> None:
        self.chains = chains
        self.key_of: dict[int, _Key] = {}
        self.key_with: dict[str, _Key] = {}

    def place(self, passages: Sequence[int], state: GroupState) -> None:
        """Place passages, given by their numbers, into the groups with which they share a source.

        The rest forms new groups of `state`: the largest set of independent passages gets one group for each.
        Passages about which nothing is known share one group.
        """
        left = [number for number in passages if self._shared(self.chains[number]) is None]
        # The groups are the largest set of independent passages, so their number is the lower bound.
        for names in most_disjoint(self.chains[number].possible for number in left):
            for name in names:
                self.key_with[name] = (state, names)
        for number in passages:
            self.key_of[number] = self._shared(self.chains[number]) or (state, frozenset())

    def _shared(self, chain: Chain) -> _Key | None:
        """Return the key of the group that a passage with this chain joins, or None if there is none.

        The group of the passage's own outlet is preferred, then the group of a sure source, then the group of
        an unsure source.
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

    # The order depends only on the contents, so that a page shows the groups in the same order each time.
    ordered = sorted(groups, key=lambda key: _order(groups[key]))
    if ordered and groups[ordered[0]].state is GroupState.UNKNOWN:
        # These passages come from at least one source, whichever it is.
        groups[ordered[0]] = replace(groups[ordered[0]], state=GroupState.COUNTED)
    position = {key: place for place, key in enumerate(ordered)}
    return GroupedPassages(
        groups=tuple(groups[key] for key in ordered),
        group_of=tuple(position[key_of[number]] for number in range(len(chains))),
    )


def _order(group: SourceGroup) -> tuple[int, tuple[int, ...], tuple[str, ...]]:
    return list(GroupState).index(group.state), group.articles, group.names


def _group(passages: Sequence[tuple[int, Chain]], state: GroupState) -> SourceGroup:
    links_of = _links_of(passages)
    articles = {article for article, _ in passages}
    links = []
    for link in links_of:
        citing = {*link.sure, *link.unsure}
        # A source that only one article has does not explain why articles are grouped.
        joins = len(citing | set(link.printed)) > 1
        # A single article has nothing in common with others, so its group names the sources of its passages.
        if joins or (citing and len(articles) == 1):
            links.append(link)
    return SourceGroup(
        articles=_ascending(articles),
        names=tuple(link.name for link in links_of if link.printed or link.sure),
        links=tuple(links),
        unknown=_ascending({article for article, chain in passages if chain.open}),
        state=state,
    )


def _links_of(passages: Sequence[tuple[int, Chain]]) -> list[GroupLink]:
    """Return the sources of the passages, sorted by name. Each has the ids of the articles that have it."""
    printed: defaultdict[str, set[int]] = defaultdict(set)
    sure: defaultdict[str, set[int]] = defaultdict(set)
    unsure: defaultdict[str, set[int]] = defaultdict(set)
    for article, chain in passages:
        own = plain_name(chain.own)
        if own:
            printed[own].add(article)
        for name in {plain_name(name) for name in chain.sure} - {own}:
            sure[name].add(article)
        for name in {plain_name(name) for name in chain.unsure} - {own}:
            unsure[name].add(article)

    links = []
    for name in sorted({*printed, *sure, *unsure}):
        link = GroupLink(
            name,
            _ascending(printed[name]),
            _ascending(sure[name]),
            _ascending(unsure[name] - sure[name]),
        )
        links.append(link)
    return links


def _ascending(articles: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(articles))
