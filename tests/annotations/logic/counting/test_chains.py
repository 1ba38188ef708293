"""Test that passages are independent if their chains of telling share nobody, and that
unsure links make a range.
"""

from itertools import combinations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from annotations.logic.counting.chains import (
    Bounds,
    Chain,
    bounds,
    bounds_with_doubt,
    common_links,
    followed,
    plain_name,
    stated_apart,
)
from tests.cpu_time import cpu_seconds


def chain(own: str = "", sure: str = "", unsure: str = "", *, unknown: bool = False) -> Chain:
    """Return a chain whose names are single letters: `chain("a", "k")` is
    printed by a, which has it from k.
    """
    return Chain(own, frozenset(sure), frozenset(unsure), unknown)


def counted(*chains: Chain) -> tuple[int, int]:
    found = bounds(followed(chains))
    return found.at_least, found.at_most


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        ([], (0, 0)),
        ([chain("a")], (1, 1)),
        ([chain("a"), chain("a")], (1, 1)),  # two reports of one outlet
        ([chain("a"), chain("b")], (2, 2)),
        ([chain("a"), chain("b", "a")], (1, 1)),  # one cites the other
        ([chain("a", "b"), chain("b", "a")], (1, 1)),  # each cites the other
        ([chain("a", "k"), chain("b", "k")], (1, 1)),  # both cite a third
        ([chain("a", "k"), chain("b", "r")], (2, 2)),
        ([chain("a"), chain("b", unsure="a")], (1, 2)),  # “a contributed”
        ([chain("a"), chain("b", unknown=True)], (1, 2)),  # “media reports say”
        ([chain(), chain()], (1, 2)),  # two unknown outlets
        ([chain("a"), chain()], (1, 2)),
        ([chain("", "k"), chain("", "r")], (2, 2)),  # the tellers are known, the outlets are not
        ([chain("a"), chain("", unsure="k")], (1, 2)),
        ([chain("a"), chain("b"), chain()], (2, 3)),
        ([chain("a", "k"), chain("b", "k"), chain("c")], (2, 2)),
        ([chain("a", "k"), chain("a"), chain("b", "k")], (2, 2)),  # a's own report, and k through b
        ([chain("k"), chain("h", "k"), chain("o", "h")], (1, 1)),  # a rewrite of a rewrite
        ([chain("h", "k"), chain("h"), chain("o", "h"), chain("k")], (2, 2)),  # h has it from k, or by itself
    ],
)
def test_sources_are_counted_by_the_ends_of_their_chains(chains, expected):
    assert counted(*chains) == expected


NAMES = "abcdk"
CHAINS = st.builds(
    chain,
    st.sampled_from(["", *NAMES]),
    st.text(NAMES, max_size=2),
    st.text(NAMES, max_size=2),
    unknown=st.booleans(),
)
STORIES = st.lists(CHAINS, max_size=7)
#: A greedy choice takes the wrong set first here: {a, b} excludes both others.
MISLEADING = [chain("a", "b"), chain("a", "c"), chain("b", "d")]


def by_brute_force(chains: list[Chain]) -> tuple[int, int]:
    def most(sets: list[frozenset[str]]) -> int:
        for size in range(len(sets), 0, -1):
            for chosen in combinations(sets, size):
                if all(one.isdisjoint(other) for one, other in combinations(chosen, 2)):
                    return size
        return 0

    closed = [each.possible for each in chains if not each.open]
    certain = [each.certain for each in chains if each.certain]
    nameless = sum(not each.certain for each in chains)
    at_least = max(most(closed), min(1, len(chains)))
    return at_least, max(at_least, most(certain) + nameless)


@given(STORIES)
@example(MISLEADING)
@example([*MISLEADING, chain()])
def test_the_bounds_are_those_of_the_largest_choice(chains):
    found = bounds(chains)
    assert (found.at_least, found.at_most) == by_brute_force(chains)


@given(STORIES, CHAINS)
@example(MISLEADING, chain("c", "d"))
def test_one_more_passage_never_lowers_a_count(chains, another):
    before, after = bounds(chains), bounds([*chains, another])
    assert after.at_least >= before.at_least
    assert after.at_most >= before.at_most


@given(STORIES, st.data())
@example([chain("a"), chain("a")], None)
def test_naming_one_more_dependence_never_raises_a_count(chains, data):
    assume(chains)
    place = data.draw(st.integers(0, len(chains) - 1)) if data else 0
    name = data.draw(st.sampled_from(NAMES)) if data else "k"
    named = chains[place]
    # If nothing is known about a passage, naming a source is not a dependence but the
    # first knowledge about it.
    assume(named.certain)
    longer = [*chains]
    longer[place] = Chain(named.own, named.sure | {name}, named.unsure, named.unknown)
    before, after = bounds(chains), bounds(longer)
    assert after.at_least <= max(before.at_least, 1)
    assert after.at_most <= before.at_most


@given(STORIES)
def test_following_tellers_ends_and_lengthens_only(chains):
    for before, after in zip(chains, followed(chains), strict=True):
        assert after.own == before.own
        assert after.certain >= before.certain
        assert after.possible >= before.possible
    assert followed(followed(chains)) == followed(chains)


@pytest.mark.parametrize(
    ("citing", "extended"),
    [
        # What all passages of the teller share is sure, and what only some of them have is unsure.
        (chain("c", "a"), chain("c", "ak", "m")),
        # Nothing is sure of a teller who is not sure.
        (chain("c", unsure="a"), chain("c", unsure="akm")),
        # A name that was unsure becomes sure, and then it is not unsure too.
        (chain("c", "a", "k"), chain("c", "ak", "m")),
        # An outlet does not depend on itself.
        (chain("k", "a"), chain("k", "a", "m")),
        (chain("m", unsure="a"), chain("m", unsure="ak")),
        (chain("c", "z"), chain("c", "z")),
    ],
)
def test_a_chain_takes_over_what_the_passages_of_its_teller_share(citing, extended):
    printed = [chain("a", "km"), chain("a", "k")]
    assert followed([*printed, citing])[2] == extended


def test_what_is_in_doubt_counts_in_the_upper_bound_only():
    chains = [chain("a"), chain("b"), chain("c")]
    assert bounds_with_doubt(chains, {2}) == Bounds(2, 3, in_doubt=1)
    assert bounds_with_doubt(chains, {0, 1, 2}) == Bounds(0, 3, in_doubt=3)
    assert bounds_with_doubt(chains, set()) == Bounds(3, 3)
    assert bounds_with_doubt([chain("a"), chain("a")], {1}) == Bounds(1, 1)


def test_a_chain_in_doubt_that_makes_the_estimate_smaller_leaves_no_negative_number_in_doubt():
    """Seven outlets have the story from h and from i, so at most two sources are independent.

    Fourteen chains are only estimated: with nine names, of which each chain takes two, the estimate is four.
    If the chain of h alone is added, the sources can be counted exactly, and there are two.
    """
    mixed = [chain(outlet, teller) for outlet in "abcdefg" for teller in "hi"]
    assert bounds(mixed).at_most == 4
    assert bounds_with_doubt([*mixed, chain("h")], {14}) == Bounds(2, 2, in_doubt=0)


NAMED_CHAINS = st.builds(
    chain,
    st.sampled_from(["", *"abcdefgh"]),
    st.text("hijkl", max_size=3),
    st.text("hijkl", max_size=2),
)


@given(st.lists(NAMED_CHAINS, max_size=24), st.sets(st.integers(0, 23)))
@example([*(chain(outlet, teller) for outlet in "abcdefg" for teller in "hi"), chain("h")], {14})
def test_the_bounds_and_what_is_in_doubt_fit_together(chains, in_doubt):
    found = bounds_with_doubt(chains, {number for number in in_doubt if number < len(chains)})
    assert 0 <= found.in_doubt <= found.at_most
    assert found.at_least <= found.at_most - found.in_doubt


@pytest.mark.parametrize(
    ("chains", "apart", "expected"),
    [
        ([chain("a"), chain("a")], [(0, 1)], (2, 2)),
        ([chain("a"), chain("a"), chain("a")], [(0, 1)], (2, 2)),
        ([chain("a"), chain("a"), chain("a")], [(0, 1), (1, 2)], (2, 2)),
        ([chain("a"), chain("a"), chain("a")], [(0, 1), (1, 2), (0, 2)], (3, 3)),
        ([chain("a", "k"), chain("b", "k"), chain("k")], [(0, 1)], (2, 2)),
        ([chain("a", unsure="k"), chain("b", unsure="k")], [(0, 1)], (2, 2)),
        ([chain("a", unsure="k"), chain("b", unsure="k"), chain("k")], [(0, 1)], (2, 3)),
        ([chain("a"), chain("b")], [(0, 1)], (2, 2)),
    ],
)
def test_what_is_stated_to_be_independent_shares_nobody_with_each_other(chains, apart, expected):
    pairs = {frozenset(pair) for pair in apart}
    found = bounds(stated_apart(chains, range(len(chains)), pairs))
    assert (found.at_least, found.at_most) == expected


def test_passages_of_one_article_share_its_outlet_whatever_is_stated():
    chains = [chain("a"), chain("a"), chain("a")]
    parted = stated_apart(chains, [1, 1, 2], {frozenset({1, 2})})
    assert bounds(parted) == Bounds(2, 2)
    assert {plain_name(each.own) for each in parted} == {"a"}


def test_a_circle_of_citing_ends():
    circle = [chain("a", "b"), chain("b", "c"), chain("c", "a")]
    assert counted(*circle) == (1, 1)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (Bounds(0, 0), "0 independent sources"),
        (Bounds(1, 1), "1 independent source"),
        (Bounds(2, 2), "2 independent sources"),
        (Bounds(1, 2), "1 to 2 independent sources"),
        (Bounds(2, 3, 1), "3 sources, 1 in doubt"),
        (Bounds(1, 3, 1), "1 to 3 sources, 1 in doubt"),
        (Bounds(0, 1, 1), "1 source, 1 in doubt"),
    ],
)
def test_a_range_is_said_as_one(found, sentence):
    assert found.sentence == sentence


def test_a_claim_hangs_on_those_through_whom_every_chain_passes():
    assert common_links([chain("a", "k"), chain("b", "k")]) == {"k"}
    assert common_links([chain("a", "k"), chain("b", unsure="k")]) == set()
    assert common_links([]) == set()


def test_a_thousand_passages_are_counted_at_once():
    letters = [f"outlet {number}" for number in range(200)]
    chains = [
        Chain(letters[number % 200], frozenset({letters[(7 * number) % 200]})) for number in range(1_000)
    ]
    with cpu_seconds(2.0):
        assert bounds(followed(chains)).at_least > 1


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (chain("p", "k"), chain("t", "k"), True),
        (chain("p", "k"), chain("t", unsure="k"), True),
        (chain("p", unsure="k"), chain("t", unsure="k"), True),
        (chain("p"), chain("t", "p"), True),
        (chain("p"), chain("p"), True),
        (chain("p", "k"), chain("t", "r"), False),
        (chain("p"), chain("t"), False),
        (chain(), chain(), False),
        (chain("p", unknown=True), chain("t", unknown=True), False),
    ],
)
def test_two_chains_share_a_source_if_one_name_may_stand_in_both(one, other, shared):
    assert one.shares_source(other) == other.shares_source(one) == shared


def test_two_closed_chains_share_a_source_exactly_if_they_count_as_one_at_least():
    letters = ("", "p", "k")
    made = [chain(own, sure, unsure) for own in letters for sure in letters for unsure in letters]
    closed = [one for one in made if not one.open]
    for one in closed:
        for other in closed:
            assert (bounds([one, other]).at_least == 1) == one.shares_source(other)
