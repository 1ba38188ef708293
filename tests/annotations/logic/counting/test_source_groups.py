"""Test that each passage stands in the group of a source with which its chain shares a name."""

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.source_groups import (
    GroupLink,
    GroupState,
    SourceGroup,
    grouped_passages,
)


def chain(own: str = "", sure: str = "", unsure: str = "", *, unknown: bool = False) -> Chain:
    """Return a chain whose names are single letters."""
    return Chain(own, frozenset(sure), frozenset(unsure), unknown)


def groups(*chains: Chain, in_doubt: tuple[int, ...] = ()) -> list[tuple[tuple[int, ...], str]]:
    """Return the ids of the articles and the state of each group, if each chain
    is of an article of its own.
    """
    found = grouped_passages(range(len(chains)), chains, in_doubt).groups
    return [(group.articles, group.state.value) for group in found]


def test_of_no_passages_there_is_no_group():
    assert groups() == []


def test_passages_that_share_somebody_stand_together():
    chains = [chain("a", "k"), chain("b"), chain("c", "k"), chain("b", unsure="d"), chain("e")]
    assert groups(*chains) == [((0, 2), "counted"), ((1, 3), "counted"), ((4,), "counted")]


def test_a_passage_stands_with_its_own_outlet_before_its_tellers():
    chains = [chain("b", "k"), chain("a"), chain("a", "k")]
    assert groups(*chains) == [((0,), "counted"), ((1, 2), "counted")]


def test_what_can_be_anybodys_stands_apart_and_with_others_of_the_kind():
    assert groups(chain("a"), chain(), chain()) == [((0,), "counted"), ((1, 2), "unknown")]


def test_what_can_be_anybodys_stands_with_those_it_may_share_somebody_with():
    assert groups(chain("a", "k"), chain("b", unsure="k", unknown=True)) == [((0, 1), "counted")]


def test_where_nobody_is_known_there_is_one_source_all_the_same():
    assert groups(chain(), chain()) == [((0, 1), "counted")]


def test_what_is_in_doubt_stands_apart_unless_it_joins_a_firm_source():
    chains = [chain("a"), chain("a"), chain("b"), chain("c"), chain("c")]
    assert groups(*chains, in_doubt=(1, 3, 4)) == [
        ((0, 1), "counted"),
        ((2,), "counted"),
        ((3, 4), "in doubt"),
    ]


def test_a_group_names_those_who_join_its_articles():
    chains = [chain("a", "k"), chain("b", "k"), chain("c", unsure="k")]
    (group,) = grouped_passages([7, 8, 9], chains).groups
    assert group == SourceGroup((7, 8, 9), ("a", "b", "c", "k"), (GroupLink("k", sure=(7, 8), unsure=(9,)),))


def test_a_single_article_names_those_it_has_it_from():
    (group,) = grouped_passages([7, 7], [chain("a", "k"), chain("a")]).groups
    assert group.links == (GroupLink("k", sure=(7,)),)


def test_each_passage_knows_its_group():
    chains = [chain("a"), chain("b"), chain("a"), chain()]
    found = grouped_passages([1, 2, 3, 4], chains)
    assert found.group_of == (0, 1, 0, 2)
    assert found.groups[2].state is GroupState.UNKNOWN
    assert found.groups[2].unknown == (4,)
