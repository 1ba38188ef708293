"""How two passages agree and differ."""

import pytest

from annotations.logic.comparing import Told, compare, compare_days, compare_figures, dice
from newsroom.text.commonness import weights
from newsroom.text.facts import facts

WEIGH = weights({}, 0)


def likeness(one, other):
    return compare(Told(one), Told(other), WEIGH)


def test_the_same_words_are_found_and_in_order():
    same = likeness("Lavrov left the room.", "Lavrov left the room.")
    assert (same.found, same.order, same.narrow) == (1, 1, 1)


def test_what_is_not_said_is_not_found():
    other = likeness("Lavrov left the room.", "Grain prices fell.")
    assert (other.words, other.found, other.order, other.names) == (0, 0, 0, 0)


def test_another_form_is_near():
    assert likeness("The Baerbocks spoke", "Baerbockova spoke").near > 0


def test_a_name_is_known_from_either_passage():
    assert likeness("Lavrov left.", "The minister, Lavrov, left.").same_names == ("Lavrov",)


@pytest.mark.parametrize(
    ("one", "other", "same", "differing"),
    [
        ("$360 million", "360 million dollars", ["$360 million"], []),
        ("$360 million", "$200 million", [], [("$360 million", "$200 million")]),
        ("23 pirates", "12 pirates", [], [("23", "12")]),
        ("23 pirates", "12 ships", [], []),
        ("two sessions", "2 sessions", ["two"], []),
        ("$5 and $6", "$6", ["$6"], [("$5", "$6")]),
    ],
)
def test_figures_agree_or_differ_where_they_count_the_same(one, other, same, differing):
    found = compare_figures(facts(one).figures, facts(other).figures)
    assert [figure.text for figure in found[0]] == same
    assert [(mine.text, theirs.text) for mine, theirs in found[1]] == differing


@pytest.mark.parametrize(
    ("one", "other", "same", "differing"),
    [
        ("on Friday", "on Friday", ["Friday"], []),
        ("on Friday", "on Saturday", [], [("Friday", "Saturday")]),
        ("July 8, 2022", "8 July", ["July 8, 2022"], []),
        ("July 2022", "in 2025", [], [("July 2022", "2025")]),
        ("on Friday", "in 2025", [], []),
    ],
)
def test_days_agree_as_far_as_both_tell(one, other, same, differing):
    found = compare_days(facts(one).days, facts(other).days)
    assert [day.text for day in found[0]] == same
    assert [(mine.text, theirs.text) for mine, theirs in found[1]] == differing


def test_two_words_are_as_near_as_the_characters_they_share():
    assert dice("lavrov", "lavrov") == 1
    assert dice("lavrov", "borrell") == 0
