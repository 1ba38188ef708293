"""The largest choice of sets of which no two share an element (maximum set packing)."""

from collections import Counter
from collections.abc import Iterable, Mapping

#: Up to so many mixtures that hang together the choice is the largest there is, found by trying. The time
#: doubles with each mixture, so of more the choice may be too small, never too large, and may then shrink
#: where a set is added.
EXACT_UP_TO = 12

Elements = frozenset[str]


def most_disjoint(sets: Iterable[Elements]) -> list[Elements]:
    """Choose as many of the sets as possible so that no two of them share an element.

    Empty sets are left out. The choice does not depend on the order of the sets. Takes quadratic time in the
    number of different mixtures.
    """
    distinct = sorted({elements for elements in sets if elements}, key=_by_size)
    open_sets = {elements: elements for elements in distinct}
    chosen: list[Elements] = []
    # Each round settles sets or drops elements, or is the last one.
    while True:
        rest = _without_private_elements(open_sets)
        settled = [original for original, elements in rest.items() if len(elements) <= 1]
        taken = frozenset().union(*(rest[original] for original in settled))
        chosen += settled
        # A set of one element bars others that bar each other as well, so it is always chosen.
        remaining = {
            original: elements
            for original, elements in rest.items()
            if len(elements) > 1 and elements.isdisjoint(taken)
        }
        if remaining == open_sets:
            return sorted(chosen + _of_mixtures(remaining), key=_by_size)
        open_sets = remaining


def _without_private_elements(sets: Mapping[Elements, Elements]) -> dict[Elements, Elements]:
    """Return what of each set others hold too, once: an element of one set alone bars nothing.

    Keys are the original sets, values what is left of them. Of sets of which the same is left, the first one
    stays.
    """
    holders = Counter(element for elements in sets.values() for element in elements)
    original_of: dict[Elements, Elements] = {}
    free: dict[Elements, Elements] = {}
    for original, elements in sets.items():
        shared = frozenset(element for element in elements if holders[element] > 1)
        if shared:
            original_of.setdefault(shared, original)
        else:
            free[original] = shared
    return free | {original: shared for shared, original in original_of.items()}


def _of_mixtures(mixtures: Mapping[Elements, Elements]) -> list[Elements]:
    """Choose among sets that each share elements with others."""
    # A mixture that holds another one whole can be exchanged for it without loss.
    smallest = [
        original
        for original, elements in mixtures.items()
        if not any(other < elements for other in mixtures.values())
    ]
    chosen: list[Elements] = []
    for component in _components(smallest):
        ordered = sorted(component, key=_by_size)
        if len(ordered) <= EXACT_UP_TO:
            chosen += _largest_choice(ordered)
        else:
            chosen += _first_fitting(ordered)
    return chosen


def _components(sets: Iterable[Elements]) -> list[list[Elements]]:
    """Part the sets into those that share elements, directly or through others."""
    components: list[tuple[set[str], list[Elements]]] = []
    for elements in sets:
        apart = []
        joined, members = set(elements), [elements]
        for held, others in components:
            if held.isdisjoint(elements):
                apart.append((held, others))
            else:
                joined |= held
                members += others
        components = [*apart, (joined, members)]
    return [members for _, members in components]


def _largest_choice(sets: list[Elements]) -> list[Elements]:
    """Choose the most disjoint sets, by trying with and without each set that bars others."""
    if not sets:
        return []

    first, *others = sets
    disjoint = [elements for elements in others if first.isdisjoint(elements)]
    with_first = [first, *_largest_choice(disjoint)]
    if disjoint == others:
        return with_first

    without_first = _largest_choice(others)
    return max(with_first, without_first, key=len)


def _first_fitting(sets: list[Elements]) -> list[Elements]:
    """Choose disjoint sets one after the other, until none of the rest fits (greedy)."""
    chosen: list[Elements] = []
    for elements in sets:
        if all(elements.isdisjoint(other) for other in chosen):
            chosen.append(elements)
    return chosen


def _by_size(elements: Elements) -> tuple[int, list[str]]:
    return len(elements), sorted(elements)
