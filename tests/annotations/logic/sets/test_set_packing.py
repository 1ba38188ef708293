"""Test that the largest choice of disjoint sets is found, if at most twelve sets hang together."""

from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.logic.sets.set_packing import most_disjoint, most_disjoint_limit
from tests.disjoint_sets import most_apart


def mixtures_of(words: str) -> list[frozenset[str]]:
    """Return for each word of `words` the set of its letters. A letter stands for an origin."""
    return [frozenset(word) for word in words.split()]


#: Small sets of few letters, for which it often matters which of them are chosen.
MIXTURES = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=1, max_size=3), max_size=9)

#: Sets for which a greedy choice is wrong, or nearly wrong, each list with the size of the largest choice.
HARD_MIXTURES = [
    ("ab ac bd", 2),
    ("ab ac bd ce", 2),
    ("ab ac bd ef eg fh", 4),
    ("ab bc cd de ef", 3),
    ("ab bc ca", 1),
    ("ab bc ca de ef fd", 2),
    ("abc ad be cf", 3),
    ("abc def ad be cf", 3),
    ("ab cd ac bd ad bc", 2),
    ("a ab bc cd", 2),
    ("a ab abc bcd cde", 2),
    ("ab abc cd", 2),
    ("a b ab", 2),
    ("ab ab ab", 1),
]


@given(MIXTURES)
def test_no_two_sets_of_the_choice_share_an_element(mixtures):
    chosen = most_disjoint(mixtures)
    assert all(first.isdisjoint(second) for first, second in combinations(chosen, 2))
    assert set(chosen) <= set(mixtures)


@pytest.mark.parametrize(("words", "most"), HARD_MIXTURES)
def test_the_choice_is_the_largest_whichever_set_comes_first(words, most):
    mixtures = mixtures_of(words)
    assert len(most_disjoint(mixtures)) == most
    assert len(most_disjoint(reversed(mixtures))) == most


@given(MIXTURES)
@settings(max_examples=300)
@example(mixtures_of("ab ac bd"))
@example(mixtures_of("ab ac bd ef eg fh"))
@example(mixtures_of("ab bc cd de ef"))
@example(mixtures_of("abc ad be cf"))
@example(mixtures_of("abc def ad be cf"))
def test_the_choice_is_as_large_as_trying_all_choices_finds(mixtures):
    assert len(most_disjoint(mixtures)) == most_apart(mixtures)


def test_empty_sets_are_left_out():
    assert most_disjoint([frozenset(), frozenset("a")]) == [frozenset("a")]


def chains(number: int) -> list[frozenset[str]]:
    """Return `number` groups of three sets, such as {a1,b1} {a1,c1} {b1,d1}.

    In each group the first set shares an element with each of the others, which share none.
    """
    pairs = ["ab", "ac", "bd"]
    return [frozenset(f"{letter}{n}" for letter in pair) for n in range(number) for pair in pairs]


def test_of_twelve_mixtures_the_choice_is_the_largest():
    mixtures = chains(4)
    assert len(mixtures) == 12
    assert len(most_disjoint(mixtures)) == 8


def test_mixtures_that_do_not_hang_together_are_not_among_the_twelve():
    assert len(most_disjoint([*chains(20), frozenset({"y", "z"})])) == 41


def wheel(*spokes: str) -> list[frozenset[str]]:
    """Return a set for each spoke, which holds the spoke and the next one; the last set
    also holds the first spoke.
    """
    neighbours = zip(spokes, [*spokes[1:], spokes[0]], strict=True)
    return [frozenset(pair) for pair in neighbours]


def test_of_twelve_mixtures_in_a_circle_every_second_one_is_chosen():
    assert len(most_disjoint(wheel(*"adbechfigjkl"))) == 6
    # A greedy choice would take four of these.
    assert len(most_disjoint(wheel(*"hlaifgdkebjc"))) == 6


def test_of_thirteen_mixtures_in_a_circle_the_choice_may_be_too_small():
    assert most_apart(wheel(*"imalfdghkebjc")) == 6
    assert len(most_disjoint(wheel(*"imalfdghkebjc"))) == 5


def test_of_thirteen_mixtures_in_a_circle_the_limit_is_not_too_small():
    assert most_disjoint_limit(wheel(*"hlaifgdkebjc")) == 6
    assert most_disjoint_limit(wheel(*"imalfdghkebjc")) == 6


@given(MIXTURES)
@example(mixtures_of("ab ac bd"))
@example(mixtures_of("abc def ad be cf"))
def test_the_limit_is_the_largest_choice_where_that_is_known(mixtures):
    assert most_disjoint_limit(mixtures) == most_apart(mixtures)


def test_the_limit_of_very_many_mixtures_is_too_large_rather_than_too_small():
    agencies = [f"agency {number:02}" for number in range(40)]
    mixtures = [frozenset(pair) for pair in combinations(agencies, 2)]
    assert most_disjoint_limit(mixtures) == 20
    assert most_disjoint_limit([*mixtures, frozenset({"agency 00", "agency 01", "agency 02"})]) == 20


def test_sets_of_one_element_and_mixtures_that_hold_another_whole_are_not_among_the_twelve():
    alone = mixtures_of("w x")
    holding = [mixture | {"z"} for mixture in chains(4)]
    assert len(most_disjoint([*chains(4), *holding, *alone])) == 10


def test_of_very_many_mixtures_the_choice_is_too_small_rather_than_slow():
    agencies = [f"agency {number:02}" for number in range(40)]
    mixtures = [frozenset(pair) for pair in combinations(agencies, 2)]
    assert 0 < len(most_disjoint(mixtures)) <= 20
