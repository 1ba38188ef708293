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
        """Whether it can go back to anybody, because nobody is known to whom it surely goes back."""
        return self.unknown or not self.certain


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many independent sources there are, at least and at most.

    `in_doubt` of those at most stand on words alone that a newer revision changed and nobody reviewed since.
    They are never among those at least.
    """

    at_least: int
    at_most: int
    in_doubt: int = 0

    @property
    def sentence(self) -> str:
        """Such as “2 independent sources”, “1 to 2 independent sources” or “3 sources, 1 in doubt”."""
        noun = "source" if self.at_most == 1 else "sources"
        number = str(self.at_most)
        if self.at_least < self.at_most - self.in_doubt:
            number = f"{self.at_least} to {self.at_most}"
        if self.in_doubt:
            return f"{number} {noun}, {self.in_doubt} in doubt"
        return f"{number} independent {noun}"


def followed(chains: Sequence[Chain]) -> list[Chain]:
    """Follow every teller to where it has the story from itself.

    If a chain comes through an outlet that prints passages of the same claim, it comes through whomever all
    of those came through, and perhaps through whomever one of them came through.
    """
    longest = {chain: chain for chain in chains}
    # Each round lengthens a chain or is the last one, and no chain holds more names than there are.
    while True:
        printed = _printed_by_outlet(longest.values())
        longer = {chain: _lengthened(known, printed) for chain, known in longest.items()}
        if longer == longest:
            return [longest[chain] for chain in chains]
        longest = longer


def _printed_by_outlet(chains: Iterable[Chain]) -> dict[str, Chain]:
    """Return for each outlet whom all of its passages surely, and some of them possibly, came through."""
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
    sure, unsure = set(chain.sure), set(chain.unsure)
    for name in chain.sure & printed.keys():
        sure |= printed[name].sure
        unsure |= printed[name].unsure
    for name in chain.unsure & printed.keys():
        unsure |= printed[name].possible
    sure.discard(chain.own)
    unsure -= sure | {chain.own}
    return replace(chain, sure=frozenset(sure), unsure=frozenset(unsure))


def bounds(chains: Collection[Chain]) -> Bounds:
    """Return how many sources stand behind passages with these chains.

    A passage that can be anybody's adds nothing to the lower bound beside others, and to the upper bound it
    adds itself.
    """
    if not chains:
        return Bounds(0, 0)
    closed = [chain.possible for chain in chains if not chain.open]
    at_least = max(1, len(most_disjoint(closed)))

    certain = [chain.certain for chain in chains if chain.certain]
    nameless = sum(1 for chain in chains if not chain.certain)
    at_most = len(most_disjoint(certain)) + nameless
    return Bounds(at_least, max(at_least, at_most))


def bounds_with_doubt(chains: Sequence[Chain], in_doubt: Collection[int]) -> Bounds:
    """Return the bounds of passages of which some (their positions) are in doubt."""
    undoubted = [chain for number, chain in enumerate(chains) if number not in in_doubt]
    firm, every = bounds(undoubted), bounds(chains)
    return Bounds(firm.at_least, every.at_most, every.at_most - firm.at_most)


def common_links(chains: Iterable[Chain]) -> frozenset[str]:
    """Return everybody through whom all the chains surely came: the claim hangs on them."""
    certain = [chain.certain for chain in chains]
    if not certain:
        return frozenset()
    return frozenset.intersection(*certain)
