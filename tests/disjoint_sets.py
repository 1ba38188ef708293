"""Compute the largest number of sets of which no two share an element, by trying all choices."""

from collections.abc import Sequence
from itertools import combinations


def most_apart(sets: Sequence[frozenset[str]]) -> int:
    """Return the size of the largest choice of disjoint sets. An empty set is disjoint from every set."""
    # The largest choices are tried first, so the first choice of disjoint sets is the answer.
    for size in range(len(sets), 0, -1):
        if any(are_disjoint(chosen) for chosen in combinations(sets, size)):
            return size
    return 0


def are_disjoint(chosen: Sequence[frozenset[str]]) -> bool:
    """Return whether no two of the sets share an element."""
    return all(first.isdisjoint(second) for first, second in combinations(chosen, 2))
