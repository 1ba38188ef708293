"""Count independent sources by the chains of telling of the passages.

The chain of a passage names the family of the outlet that prints it and all other sources through which the
passage came, as far as they are known. Two passages are independent if their chains have no name in common.
The count is the size of the largest set of passages that are independent of each other (set packing). For the
lower bound, every unsure link of a chain is taken as real; for the upper bound, none is.

A longer chain shares more names, so naming another dependence never raises a count. Adding a passage never
lowers a count, unless the passage shows where other passages come from.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotations.logic.sets.set_packing import most_disjoint, most_disjoint_limit
from newsroom.text.language.counted import counted_range

#: Parts a name from the articles that share it (see `stated_apart`). No name of an outlet holds it.
_PART = "\x00"


@dataclass(frozen=True, slots=True)
class Chain:
    """The sources through which a passage came. All names are keys, such as those of `outlet_key`.

    `own` is the family of the outlet that prints the passage, or empty if the outlet is unknown. `sure` are
    the other names through which the passage certainly came, `unsure` those through which it may have come.
    If `unknown` is true, the passage may also have come through a source that the text does not name.
    """

    own: str = ""
    sure: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    unknown: bool = False
    #: All names through which the passage certainly came, including its own outlet.
    certain: frozenset[str] = field(init=False, compare=False, repr=False)
    #: All names through which the passage may have come.
    possible: frozenset[str] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        # Both sets are needed many times for each chain, so they are computed once.
        certain = self.sure | {self.own} if self.own else self.sure
        object.__setattr__(self, "certain", certain)
        object.__setattr__(self, "possible", certain | self.unsure)

    @property
    def open(self) -> bool:
        """Return whether the passage can come from anybody.

        It can if it may have come through a source that is not named, or if no name in its chain is certain.
        """
        return self.unknown or not self.certain

    def shares_source(self, other: "Chain") -> bool:
        """Return whether both passages may have come through one source that is named in both chains.

        Unknown sources are ignored: they do not count as the same source.
        """
        return not self.possible.isdisjoint(other.possible)


#: The chain of a passage whose outlet is unknown.
NOBODY_KNOWN = Chain()


@dataclass(frozen=True, slots=True)
class Bounds:
    """The lower and the upper bound of the number of independent sources.

    `in_doubt` is the number of sources in the upper bound that have only passages in doubt: a newer revision
    changed their words, and nobody has reviewed them since. The lower bound does not include these sources.
    """

    at_least: int
    at_most: int
    in_doubt: int = 0

    @property
    def sentence(self) -> str:
        """Return the number of sources in words.

        Examples are “2 independent sources”, “1 to 2 independent sources” and “3 sources, 1 in doubt”.
        """
        # What is in doubt is said apart, so it alone makes no range.
        is_range = self.at_least < self.at_most - self.in_doubt
        least = self.at_least if is_range else self.at_most
        if self.in_doubt:
            return f"{counted_range(least, self.at_most, 'source')}, {self.in_doubt} in doubt"
        return counted_range(least, self.at_most, "independent source")


def followed(chains: Sequence[Chain]) -> list[Chain]:
    """Return the chains, each extended by the sources of the tellers in it, in the same order.

    If a teller prints passages of the same claim itself, the names that all these passages share become sure
    names of the chain, and the names that only some of them have become unsure names. If the teller is
    unsure, all become unsure.
    """
    # Equal chains are extended only once.
    longest = {chain: chain for chain in chains}
    # The loop ends, because each round except the last adds a name to a chain, and the number of names is
    # limited.
    while True:
        printed = _printed_by_outlet(longest.values())
        longer = {chain: _lengthened(known, printed) for chain, known in longest.items()}
        if longer == longest:
            return [longest[chain] for chain in chains]
        longest = longer


def _printed_by_outlet(chains: Iterable[Chain]) -> dict[str, Chain]:
    """Return one chain for each outlet, by its key, from the chains of the passages that it prints.

    The names that all its passages share are sure, and all other names are unsure.
    """
    certain: dict[str, frozenset[str]] = {}
    possible: defaultdict[str, set[str]] = defaultdict(set)
    for chain in chains:
        if chain.own:
            certain[chain.own] = certain.get(chain.own, chain.certain) & chain.certain
            possible[chain.own] |= chain.possible
    return {
        outlet: Chain(outlet, sure, frozenset(possible[outlet])) for outlet, sure in certain.items()
    }


def _lengthened(chain: Chain, printed: Mapping[str, Chain]) -> Chain:
    tellers = (chain.sure | chain.unsure) & printed.keys()
    if not tellers:
        return chain
    sure, unsure = set(chain.sure), set(chain.unsure)
    for name in tellers:
        if name in chain.sure:
            sure |= printed[name].sure
            unsure |= printed[name].unsure
        else:
            unsure |= printed[name].possible
    sure.discard(chain.own)
    unsure -= sure | {chain.own}
    if sure == chain.sure and unsure == chain.unsure:
        return chain
    return replace(chain, sure=frozenset(sure), unsure=frozenset(unsure))


def stated_apart(
    chains: Sequence[Chain], articles: Sequence[int], apart: Collection[frozenset[int]]
) -> list[Chain]:
    """Return the chains, changed so that articles stated to be independent have no name in common.

    `articles[i]` is the id of the article of chain number `i`. `apart` are the pairs of article ids that an
    editor stated to be independent. A name that such a pair shares is replaced by several names: one for each
    pair of articles that may still share it, and one for the article alone. `plain_name` returns the original
    name.
    """
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for article, chain in zip(articles, chains, strict=True):
        for name in chain.possible:
            holders[name].add(article)
    parted = {name for name, members in holders.items() if any(pair <= members for pair in apart)}

    changed = []
    for article, chain in zip(articles, chains, strict=True):
        parts_of: dict[str, set[str]] = {}
        for name in chain.possible & parted:
            parts_of[name] = _parts(name, article, holders[name], apart)
        changed.append(_with_parts(chain, article, parts_of))
    return changed


def _parts(
    name: str,
    article: int,
    holders: Collection[int],
    apart: Collection[frozenset[int]],
) -> set[str]:
    """Return the names that replace `name` in the chain of the article with the id `article`.

    `holders` are the ids of all articles that have the name. `apart` are the pairs of independent articles.
    """
    parts = {f"{name}{_PART}{article}"}
    for other in holders:
        if other != article and frozenset({article, other}) not in apart:
            parts.add(f"{name}{_PART}{min(article, other)}-{max(article, other)}")
    return parts


def _with_parts(
    chain: Chain,
    article: int,
    parts_of: Mapping[str, set[str]],
) -> Chain:
    """Return the chain of an article with some of its names replaced.

    `parts_of` maps each name to replace to the names that replace it.
    """
    if not parts_of:
        return chain
    own = chain.own
    if own in parts_of:
        own = f"{own}{_PART}{article}"
    sure: set[str] = set()
    for name in chain.certain:
        sure |= parts_of.get(name, {name})
    unsure: set[str] = set()
    for name in chain.unsure:
        unsure |= parts_of.get(name, {name})
    return Chain(own, frozenset(sure - {own}), frozenset(unsure), chain.unknown)


def plain_name(name: str) -> str:
    """Return the original name of a name that `stated_apart` made. Other names are returned unchanged."""
    return name.partition(_PART)[0]


def bounds(chains: Collection[Chain]) -> Bounds:
    """Return the bounds of the number of independent sources of passages with these chains.

    A passage whose chain has no certain name, not even its own outlet, adds 1 to the upper bound. A passage
    that can come from anybody adds nothing to the lower bound, which is at least 1 if there is any passage.
    """
    if not chains:
        return Bounds(0, 0)
    # Open chains can share a source with any other chain, so they add nothing to the lower bound.
    closed = [chain.possible for chain in chains if not chain.open]
    at_least = max(1, len(most_disjoint(closed)))

    certain = [chain.certain for chain in chains if chain.certain]
    # Chains without any certain name cannot exclude each other in the upper bound.
    nameless = sum(1 for chain in chains if not chain.certain)
    at_most = most_disjoint_limit(certain) + nameless
    return Bounds(at_least, max(at_least, at_most))


def bounds_with_doubt(chains: Sequence[Chain], in_doubt: Collection[int]) -> Bounds:
    """Return the bounds of the number of independent sources if some passages are in doubt.

    `in_doubt` holds the indexes of the chains of these passages in `chains`. They count only in the upper
    bound.
    """
    if not in_doubt:
        return bounds(chains)
    undoubted = [chain for number, chain in enumerate(chains) if number not in in_doubt]
    firm, every = bounds(undoubted), bounds(chains)
    # The upper bound of many mixed chains is an estimate, which another chain can make smaller.
    firm_most = min(firm.at_most, every.at_most)
    return Bounds(firm.at_least, every.at_most, every.at_most - firm_most)


def common_links(chains: Iterable[Chain]) -> frozenset[str]:
    """Return the names that are certainly in all chains. A claim with these chains depends on each of them.

    The set is empty if there is no such name or no chain.
    """
    certain = [chain.certain for chain in chains]
    if not certain:
        return frozenset()
    return frozenset.intersection(*certain)
