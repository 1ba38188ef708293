"""The largest choice of sets of which no two share an element (maximum set packing)."""

from collections.abc import Iterable

#: Up to so many mixtures the choice is the largest there is, found by trying. The time doubles with each
#: mixture, so of more the choice may be too small, never too large, and may then shrink where a set is added.
EXACT_UP_TO = 12

Elements = frozenset[str]


def most_disjoint(sets: Iterable[Elements]) -> list[Elements]:
    """Choose as many of the sets as possible so that no two of them share an element.

    Empty sets are left out. The choice does not depend on the order of the sets.
    """
    distinct = {elements for elements in sets if elements}

    # A set of one element is always chosen: it bars no more than one other set from the choice.
    singles = [elements for elements in distinct if len(elements) == 1]
    taken = frozenset().union(*singles)
    mixtures = [elements for elements in distinct if elements.isdisjoint(taken)]

    # A mixture that holds another one whole can be exchanged for it without loss.
    smallest = [elements for elements in mixtures if not _holds_another(elements, mixtures)]
    smallest.sort(key=lambda elements: (len(elements), sorted(elements)))

    chosen = sorted(singles, key=sorted)
    if len(smallest) <= EXACT_UP_TO:
        return chosen + _largest_choice(smallest)
    return chosen + _first_fitting(smallest)


def _holds_another(elements: Elements, mixtures: list[Elements]) -> bool:
    return any(mixture < elements for mixture in mixtures)


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
