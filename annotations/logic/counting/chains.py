"""Chains of telling: which passages can go back to the same source, and how many cannot.

Each passage has a chain: the outlet's family that prints it, and everybody through whom it came, as far as
that is known. Two passages are independent if their chains share nobody. The count of a claim is the largest
number of passages of which every two are independent (set packing): at least, if every unsure link of a chain
is taken as real, and at most, if none is.

So naming one more dependence never raises a count, because a longer chain shares more. One more passage never
lowers it, unless that passage tells through whom the others have it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.logic.counting.set_packing import most_disjoint

#: Stands in a chain for somebody whom the text does not name: it can be anybody.
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Chain:
    """Through whom a passage came. The names are keys, such as those of `outlet_key`.

    `own` is the family of the outlet that prints it, blank if the outlet is unknown. `sure` are the others
    that it surely came through, `unsure` those that it may have come through. If `unknown`, it may also have
    come through somebody whom the text does not name.
    """

    own: str = ""
    sure: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    unknown: bool = False

    @property
    def certain(self) -> frozenset[str]:
        """Everybody it surely came through, its own outlet included."""
        return self.sure | {self.own} if self.own else self.sure

    @property
    def possible(self) -> frozenset[str]:
        return self.certain | self.unsure

    @property
    def open(self) -> bool:
        """Whether it can go back to anybody: its outlet or its teller is not known."""
        return self.unknown or not self.own


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many independent sources there are, at least and at most."""

    at_least: int
    at_most: int

    @property
    def sentence(self) -> str:
        """Such as “2 independent sources” or “1 to 2 independent sources”."""
        noun = "source" if self.at_most == 1 else "sources"
        if self.at_least == self.at_most:
            return f"{self.at_most} independent {noun}"
        return f"{self.at_least} to {self.at_most} independent {noun}"


def followed(chains: Sequence[Chain]) -> list[Chain]:
    """Follow every teller to where it has the story from itself.

    If a chain comes through an outlet that prints passages of the same claim, it comes through whomever all
    of those came through, and perhaps through whomever one of them came through.
    """
    printed_by: defaultdict[str, list[int]] = defaultdict(list)
    for number, chain in enumerate(chains):
        if chain.own:
            printed_by[chain.own].append(number)

    result = list(chains)
    # Each round lengthens a chain or is the last one, and no chain holds more names than there are.
    while True:
        longer = [_lengthened(chain, result, printed_by) for chain in result]
        if longer == result:
            return result
        result = longer


def _lengthened(
    chain: Chain, chains: Sequence[Chain], printed_by: Mapping[str, Sequence[int]]
) -> Chain:
    sure, unsure = set(chain.sure), set(chain.unsure)
    for name in chain.sure:
        printed = [chains[number] for number in printed_by.get(name, ())]
        if printed:
            sure |= frozenset.intersection(*(each.certain for each in printed))
            unsure |= frozenset.union(*(each.possible for each in printed))
    for name in chain.unsure:
        for number in printed_by.get(name, ()):
            unsure |= chains[number].possible
    sure.discard(chain.own)
    unsure -= sure | {chain.own}
    return replace(chain, sure=frozenset(sure), unsure=frozenset(unsure))


def bounds(chains: Collection[Chain]) -> Bounds:
    """Return how many sources stand behind passages with these chains.

    A passage whose outlet or teller is unknown can be anybody's: beside others it adds nothing to the lower
    bound, and to the upper bound it adds itself.
    """
    if not chains:
        return Bounds(0, 0)
    closed = [chain.possible for chain in chains if not chain.open]
    at_least = len(most_disjoint(closed)) if closed else 1

    certain = [chain.certain for chain in chains if chain.certain]
    nameless = sum(1 for chain in chains if not chain.certain)
    at_most = len(most_disjoint(certain)) + nameless
    return Bounds(at_least, max(at_least, at_most))


def groups(chains: Sequence[Chain]) -> list[list[int]]:
    """Group passages (their positions) that surely or possibly share somebody, directly or through others.

    An open chain stands with the first group, because it can be anybody's.
    """
    found = _connected(chains)
    closed = [members for members in found if not all(chains[number].open for number in members)]
    opened = [number for members in found if members not in closed for number in members]
    if not opened:
        return closed
    if not closed:
        return [sorted(opened)]
    closed[0] = sorted(closed[0] + opened)
    return closed


def _connected(chains: Sequence[Chain]) -> list[list[int]]:
    """The connected components: positions of chains that share a name, directly or through others."""
    group_of: dict[str, int] = {}
    merged: dict[int, set[int]] = {}
    for number, chain in enumerate(chains):
        members = {number}
        for group in {group_of[name] for name in chain.possible if name in group_of}:
            members |= merged.pop(group)
        merged[number] = members
        for member in members:
            group_of |= dict.fromkeys(chains[member].possible, number)
    return sorted(sorted(members) for members in merged.values())


def common_links(chains: Iterable[Chain]) -> frozenset[str]:
    """Return everybody through whom all the chains surely came: the claim hangs on them."""
    certain = [chain.certain for chain in chains]
    if not certain:
        return frozenset()
    return frozenset.intersection(*certain)
