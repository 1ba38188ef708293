"""Find the fewest elements such that each of several sets has at least one of them: a minimum hitting set.

No fast algorithm is known for the general problem. Here most sets are small and few of them differ, so simple
rules decide nearly all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: How many sets the search may look at before it gives up: some 20 ms.
MOST_WORK = 20_000

Numbers = frozenset[int]


@dataclass(frozen=True, slots=True)
class HittingSet:
    """Elements such that each set has at least one of them, in ascending order.

    `is_smallest` is true if it is certain that fewer elements are not enough.
    """

    elements: tuple[int, ...] = ()
    is_smallest: bool = True


class _OutOfWork(Exception):
    """The error that ends a search after `MOST_WORK` sets."""


def smallest_hitting_set(sets: Iterable[Numbers]) -> HittingSet:
    """Return the fewest numbers such that each set has at least one of them. Empty sets are ignored.

    If a smaller number can replace a greater one, the smaller one is taken. The result does not depend on the
    order of the sets. If the search takes too much work, `is_smallest` is false and the result may be larger
    than necessary; that happens only with many sets that share elements with each other.
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
    """Return fewer and smaller sets that have the same minimum hitting set as `sets`."""
    reduced = {elements for elements in sets if elements}
    # Each round drops a set or an element, so the loop ends.
    while True:
        smaller = _without_replaceable(_without_larger(list(reduced)))
        if smaller == reduced:
            return sorted(reduced, key=_by_size)
        reduced = smaller


def _without_larger(sets: Sequence[Numbers]) -> list[Numbers]:
    """Return the sets without those that contain another one, because every choice that hits the smaller set
    hits both.

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
    """Return the sets without each element that another element can replace, because that one is in all the
    same sets.
    """
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
    """Return for each element the positions of the sets that have it, as the bits of a number."""
    positions: defaultdict[int, int] = defaultdict(int)
    for position, elements in enumerate(sets):
        for element in elements:
            positions[element] |= 1 << position
    return positions


def _components(sets: Sequence[Numbers]) -> list[list[Numbers]]:
    """Split the sets into components: groups of sets that share elements, directly or through other sets."""
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
    """A search through several components that gives up after `MOST_WORK` sets in total."""

    def __init__(self) -> None:
        self._work = MOST_WORK

    def smallest(self, sets: list[Numbers]) -> HittingSet:
        """Return a minimum hitting set of the sets, or a greedy choice if the search takes too much work."""
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
        """Return at most `most` elements such that each set has one of them, or None if there are no such
        elements.

        Raises `_OutOfWork` when the work is used up.
        """
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
    """Return elements such that each set has one of them. Each step takes the element that most remaining
    sets have.
    """
    left, chosen = sets, []
    while left:
        positions = _positions(left)
        best = min(positions, key=lambda element: (-positions[element].bit_count(), element))
        chosen.append(best)
        left = [elements for elements in left if best not in elements]
    return chosen


def _number_of_disjoint(sets: Iterable[Numbers]) -> int:
    """Return how many of the sets, taken in order, share no element with those taken before. Each needs an
    element of its own.
    """
    taken: set[int] = set()
    number = 0
    for elements in sets:
        if taken.isdisjoint(elements):
            taken |= elements
            number += 1
    return number


def _by_size(elements: Numbers) -> tuple[int, list[int]]:
    return len(elements), sorted(elements)
