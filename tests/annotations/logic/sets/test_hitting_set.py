"""Test that the fewest numbers are found of which each set has one."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotations.logic.sets.hitting_set import HittingSet, smallest_hitting_set
from tests.cpu_time import cpu_seconds

Sets = list[frozenset[int]]

SETS = st.lists(st.frozensets(st.integers(0, 7), max_size=4), max_size=10)
#: No single number is in all of these, and no rule drops one, so a choice has to be tried out.
RING = [frozenset({number, (number + 1) % 5}) for number in range(5)]


def fewest_by_brute_force(sets: Sets) -> int:
    filled = [elements for elements in sets if elements]
    numbers = sorted(frozenset().union(*filled))
    for size in range(len(numbers) + 1):
        for chosen in combinations(numbers, size):
            if hits_all(chosen, filled):
                return size
    raise AssertionError("All numbers together hit every set.")


def hits_all(chosen: tuple[int, ...], sets: Sets) -> bool:
    return all(not elements.isdisjoint(chosen) for elements in sets)


@given(SETS)
@example(RING)
@example([*RING, frozenset({5, 6}), frozenset({6, 7})])
def test_no_smaller_choice_hits_every_set(sets):
    hitting = smallest_hitting_set(sets)
    assert hits_all(hitting.elements, [elements for elements in sets if elements])
    assert len(hitting.elements) == fewest_by_brute_force(sets)
    assert hitting.is_smallest


@given(SETS, st.randoms())
def test_the_order_of_the_sets_does_not_matter(sets, chance):
    shuffled = list(sets)
    chance.shuffle(shuffled)
    assert smallest_hitting_set(shuffled) == smallest_hitting_set(sets)


@pytest.mark.parametrize(
    ("sets", "elements"),
    [
        ([], ()),
        ([set()], ()),
        ([{3}], (3,)),
        ([{2, 1}, {1, 2}], (1,)),  # the smaller number of two that can replace each other
        ([{0, 5}, {1, 5}], (5,)),  # one in more sets, whatever its number
        ([{1}, {1, 2}, {2, 3}], (1, 2)),
        ([{1, 2}, {3, 4}, {5}], (1, 3, 5)),
    ],
)
def test_the_lowest_of_the_fewest_numbers_are_taken(sets, elements):
    assert smallest_hitting_set(frozenset(each) for each in sets) == HittingSet(elements)


def test_sets_that_are_too_mixed_get_a_choice_that_says_that_it_may_be_too_large():
    sets = [frozenset({n % 199, n**2 % 197, n**3 % 193, n**4 % 191}) for n in range(1_000)]
    with cpu_seconds(0.3):
        hitting = smallest_hitting_set(sets)
    assert hits_all(hitting.elements, sets)
    assert not hitting.is_smallest
