"""Find the largest number of sets of which no two have an element in common (maximum set packing)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

#: The result is exact if at most this number of sets share elements, directly or through others. The time
#: doubles with each such set. With more of them a greedy choice is used, which can be too small but never too
#: large, and which can shrink when a set is added.
EXACT_UP_TO = 12

Elements = frozenset[str]


def most_disjoint(sets: Iterable[Elements]) -> list[Elements]:
    """Choose as many sets as possible so that no two of them have an element in common.

    Returns the chosen sets, the smallest first. Empty sets are left out. The result does not depend on the
    order of the sets. The time is quadratic in the number of different sets that share elements.
    """
    chosen, components = _decide_simple_sets(sets)
    for component in components:
        if len(component) <= EXACT_UP_TO:
            chosen += _largest_choice(component)
        else:
            chosen += _first_fitting(component)
    return sorted(chosen, key=_by_size)


def most_disjoint_limit(sets: Iterable[Elements]) -> int:
    """Return a number that the largest choice of disjoint sets cannot exceed.

    Wherever `most_disjoint` is exact, it is the number of sets in the largest choice.
    """
    chosen, components = _decide_simple_sets(sets)
    limit = len(chosen)
    for component in components:
        if len(component) <= EXACT_UP_TO:
            limit += len(_largest_choice(component))
        else:
            limit += _limit_by_elements(component)
    return limit


def _limit_by_elements(sets: list[Elements]) -> int:
    """Return a number that the largest choice of disjoint sets among these cannot exceed.

    It is the number of all elements divided by the size of the smallest set, and at most the number of sets.
    """
    elements = frozenset().union(*sets)
    smallest = min(len(members) for members in sets)
    return min(len(sets), len(elements) // smallest)


def _decide_simple_sets(
    sets: Iterable[Elements],
) -> tuple[list[Elements], list[list[Elements]]]:
    """Choose the sets that a largest choice can always contain.

    Returns the chosen sets, and the sets that are still undecided. The latter are divided into components,
    which are groups of sets that share elements. Each component is sorted from its smallest set to its
    largest.
    """
    distinct = sorted({elements for elements in sets if elements}, key=_by_size)
    open_sets = {elements: elements for elements in distinct}
    chosen: list[Elements] = []
    # Each round decides about a set or drops an element, so the loop ends.
    while True:
        rest = _without_private_elements(open_sets)
        settled = [original for original, elements in rest.items() if len(elements) <= 1]
        taken = frozenset().union(*(rest[original] for original in settled))
        chosen += settled
        # All sets that contain the element of a one-element set exclude each other, so choosing it costs
        # nothing.
        remaining = {
            original: elements
            for original, elements in rest.items()
            if len(elements) > 1 and elements.isdisjoint(taken)
        }
        if remaining == open_sets:
            return chosen, _components_of_smallest(remaining)
        open_sets = remaining


def _without_private_elements(sets: Mapping[Elements, Elements]) -> dict[Elements, Elements]:
    """Return each set without the elements that no other set has.

    Such elements do not exclude another set. The keys are the original sets, the values their remaining
    elements. If several sets have the same remaining elements, only the first is returned.
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


def _components_of_smallest(mixtures: Mapping[Elements, Elements]) -> list[list[Elements]]:
    """Return the components of the sets, without each set that contains all elements of another set.

    The keys are the original sets, the values the elements of each that other sets have too. Only the values
    are compared.
    """
    # A set that contains another set is not needed, because the smaller set can replace it.
    by_rarest = _by_rarest_element(mixtures.values())
    smallest = []
    for original, elements in mixtures.items():
        # A set inside this one has its rarest element here, so only few sets are compared.
        candidates = chain.from_iterable(by_rarest.get(element, ()) for element in elements)
        if not any(other < elements for other in candidates):
            smallest.append(original)
    return [sorted(component, key=_by_size) for component in _components(smallest)]


def _by_rarest_element(sets: Collection[Elements]) -> dict[str, list[Elements]]:
    """Return the sets, grouped by their rarest element: the one that the fewest sets have."""
    holders = Counter(element for elements in sets for element in elements)
    by_rarest: defaultdict[str, list[Elements]] = defaultdict(list)
    for elements in sets:
        rarest = min(elements, key=lambda element: (holders[element], element))
        by_rarest[rarest].append(elements)
    return by_rarest


def _components(sets: Iterable[Elements]) -> list[list[Elements]]:
    """Split the sets into groups (components) whose sets share elements, directly or through others."""
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
    """Return the largest choice of disjoint sets.

    Each set that conflicts with others is tried both ways: in the choice and left out of it.
    """
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
    """Choose sets one after the other, and skip each set that conflicts with an earlier choice."""
    chosen: list[Elements] = []
    for elements in sets:
        if all(elements.isdisjoint(other) for other in chosen):
            chosen.append(elements)
    return chosen


def _by_size(elements: Elements) -> tuple[int, list[str]]:
    return len(elements), sorted(elements)
