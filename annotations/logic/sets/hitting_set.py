"""Find the fewest elements that are in all sets together: a minimum hitting set.

Each set has at least one of the elements. In general no quick way is known to find the fewest. Here most sets
are small and few of them differ, so simple rules decide nearly all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: How many sets the search may look at before it gives up: some 20 ms.
MOST_WORK = 20_000

Numbers = frozenset[int]


@dataclass(frozen=True, slots=True)
class HittingSet:
    """Elements of which each set has at least one, in ascending order.

    `is_smallest` is true if it is certain that fewer elements are not enough.
    """

    elements: tuple[int, ...] = ()
    is_smallest: bool = True


class _OutOfWork(Exception):
    """The search has looked at `MOST_WORK` sets."""


def smallest_hitting_set(sets: Iterable[Numbers]) -> HittingSet:
    """Return the fewest numbers of which each set has at least one. Empty sets are left out.

    If a number can replace a greater one, the smaller one is taken. The result does not depend on the order
    of the sets. The result is larger than necessary only if `is_smallest` is false, which takes many sets
    that share elements with each other.
    """
    reduced = _reduced(sets)
    # After the reduction, no other set has the only element of a set.
    elements = [min(single) for single in reduced if len(single) == 1]
    is_smallest = True
    search = _Search()
    for component in _components([mixed for mixed in reduced if len(mixed) > 1]):
        hitting = search.smallest(component)
        elements += hitting.elements
        is_smallest = is_smallest and hitting.is_smallest
    return HittingSet(tuple(sorted(elements)), is_smallest)


def _reduced(sets: Iterable[Numbers]) -> list[Numbers]:
    """Return fewer and smaller sets whose fewest elements are also the fewest of `sets`."""
    reduced = {elements for elements in sets if elements}
    # Each round drops a set or an element, so the loop ends.
    while True:
        smaller = _without_replaceable(_without_larger(list(reduced)))
        if smaller == reduced:
            return sorted(reduced, key=_by_size)
        reduced = smaller


def _without_larger(sets: Sequence[Numbers]) -> list[Numbers]:
    """Return the sets without those that contain another one: what hits the smaller set hits both.

    The sets must differ.
    """
    positions = _positions(sets)
    larger = 0
    for position, elements in enumerate(sets):
        containing = ~(1 << position)
        for element in elements:
            containing &= positions[element]
        larger |= containing
    return [elements for position, elements in enumerate(sets) if not larger >> position & 1]


def _without_replaceable(sets: Sequence[Numbers]) -> set[Numbers]:
    """Return the sets without each element that another one can replace, because it is in the same sets."""
    positions = _positions(sets)
    replaceable = set()
    for element, holders in positions.items():
        # Whatever can replace the element is in all its sets, so it is in the last of them.
        last = sets[holders.bit_length() - 1]
        for other in last:
            if other != element and _replaces(other, element, positions):
                replaceable.add(element)
    return {elements - replaceable for elements in sets}


def _replaces(other: int, element: int, positions: Mapping[int, int]) -> bool:
    if positions[other] == positions[element]:
        return other < element
    return not positions[element] & ~positions[other]


def _positions(sets: Sequence[Numbers]) -> dict[int, int]:
    """Return the positions of the sets that have an element, by the element. The bits of a number are
    positions.
    """
    positions: defaultdict[int, int] = defaultdict(int)
    for position, elements in enumerate(sets):
        for element in elements:
            positions[element] |= 1 << position
    return positions


def _components(sets: Sequence[Numbers]) -> list[list[Numbers]]:
    """Split the sets into components, whose sets share elements, directly or through others."""
    components: list[tuple[Numbers, list[Numbers]]] = []
    for elements in sets:
        apart = []
        joined, members = elements, [elements]
        for held, others in components:
            if held.isdisjoint(elements):
                apart.append((held, others))
            else:
                joined |= held
                members = [*others, *members]
        components = [*apart, (joined, members)]
    return [members for _, members in components]


class _Search:
    """A search through components that stops after `MOST_WORK` sets in all."""

    def __init__(self) -> None:
        self._work = MOST_WORK

    def smallest(self, sets: list[Numbers]) -> HittingSet:
        """Return the fewest elements of the sets, or a greedy choice if the search takes too much work."""
        greedy = _greedy_choice(sets)
        fewest = _number_of_disjoint(sets)
        try:
            for number in range(fewest, len(greedy)):
                choice = self._choice(sets, number)
                if choice is not None:
                    return HittingSet(tuple(choice))
        except _OutOfWork:
            return HittingSet(tuple(greedy), is_smallest=False)
        return HittingSet(tuple(greedy))

    def _choice(self, sets: list[Numbers], most: int) -> list[int] | None:
        """Return at most `most` elements of which each set has one, or None if there are none."""
        if not sets:
            return []
        self._work -= len(sets)
        if self._work < 0:
            raise _OutOfWork
        if _number_of_disjoint(sets) > most:
            return None

        # One of the elements of the first set is in every choice.
        for element in sorted(sets[0]):
            others = [elements for elements in sets if element not in elements]
            rest = self._choice(others, most - 1)
            if rest is not None:
                return [element, *rest]
        return None


def _greedy_choice(sets: list[Numbers]) -> list[int]:
    """Return elements of which each set has one: again and again the one that most of the other sets have."""
    left, chosen = sets, []
    while left:
        positions = _positions(left)
        best = min(positions, key=lambda element: (-positions[element].bit_count(), element))
        chosen.append(best)
        left = [elements for elements in left if best not in elements]
    return chosen


def _number_of_disjoint(sets: Iterable[Numbers]) -> int:
    """Return how many sets that share no element are met one after the other. Each needs its own element."""
    taken: set[int] = set()
    number = 0
    for elements in sets:
        if taken.isdisjoint(elements):
            taken |= elements
            number += 1
    return number


def _by_size(elements: Numbers) -> tuple[int, list[int]]:
    return len(elements), sorted(elements)
