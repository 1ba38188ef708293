"""The largest number of sets of which no two share an element, by trying all choices."""

from collections.abc import Sequence
from itertools import combinations


def most_apart(sets: Sequence[frozenset[str]]) -> int:
    """The size of the largest choice of disjoint sets. An empty set shares nothing with any."""
    return max(
        len(chosen)
        for size in range(len(sets) + 1)
        for chosen in combinations(sets, size)
        if all(first.isdisjoint(second) for first, second in combinations(chosen, 2))
    )
