"""Test how two passages agree and differ."""

import pytest

from annotations.logic.finding.comparison import PassageAnalysis, bm25, compare_passages
from newsroom.text.language.word_weights import idf_weights

WEIGH = idf_weights({}, 0)


def likeness(one, other):
    return compare_passages(PassageAnalysis(one), PassageAnalysis(other), WEIGH)


def test_the_same_words_are_found_and_in_order():
    same = likeness("Lavrov left the room.", "Lavrov left the room.")
    assert (same.coverage, same.order, same.focus) == (1, 1, 1)


def test_what_is_not_said_is_not_found():
    other = likeness("Lavrov left the room.", "Grain prices fell.")
    assert (other.bm25, other.coverage, other.order, other.names) == (0, 0, 0, 0)


def test_another_form_is_near():
    assert likeness("The Baerbocks spoke", "Baerbockova spoke").near > 0


def test_a_name_is_known_from_either_passage():
    assert likeness("Lavrov left.", "The minister, Lavrov, left.").same_names == ("Lavrov",)


@pytest.mark.parametrize(
    ("count", "length", "expected"),
    [(1, 22, 2.0), (2, 22, 2 * 2 * 1.6 / 2.6), (1, 44, 2 * 1.6 / 1.9), (1, 11, 2 * 1.6 / 1.45)],
)
def test_bm25_counts_repetition_little_and_long_passages_less(count, length, expected):
    assert bm25({"grain": 2.0}, {"grain": count}, length) == pytest.approx(expected)


def near(sought: str, passage: str, weight: float = 3.0) -> float:
    return compare_passages(PassageAnalysis(sought), PassageAnalysis(passage), lambda _: weight).near


@pytest.mark.parametrize(
    ("sought", "passage", "share"),
    [
        # Each word has six trigrams, including those at its ends. Both words have three of them.
        ("abcdef", "abcdxy", 0.5),
        ("abcdef", "abcdxyz", 0.0),
        ("xbcdef", "abcdef", 0.0),
        # Two first letters in common are needed, and two are enough.
        ("abcdefgh", "axcdefgh", 0.0),
        ("abcdefgh", "abxdefgh", 0.625),
        ("abcd", "abcx", 0.5),
        ("abc", "abcd", 0.0),
        ("abcd", "abc", 0.0),
    ],
)
def test_words_of_four_letters_that_begin_alike_and_share_half_of_their_characters_are_near(
    sought, passage, share
):
    assert near(sought, passage) == pytest.approx(share)


@pytest.mark.parametrize(("weight", "share"), [(3.0, 0.5), (2.9, 0.0)])
def test_a_common_word_is_near_to_none(weight, share):
    assert near("abcdef", "abcdxy", weight) == share


@pytest.mark.parametrize(("weight", "rare"), [(5.0, 1), (4.9, 0)])
def test_a_word_is_rare_from_a_weight_of_five_on(weight, rare):
    passage = PassageAnalysis("Grain")
    assert compare_passages(passage, passage, lambda _: weight).rare_words == rare


@pytest.mark.parametrize(("own", "differ"), [("Rain at 6pm", True), ("Rain and hail at 6pm", False)])
def test_passages_that_share_half_of_the_weight_are_alike_and_their_times_differ(own, differ):
    weights = {"rain": 2.0, "and": 0.25, "hail": 0.0}
    weights |= dict.fromkeys(("at", "6pm", "8pm"), 1.0)
    likeness = compare_passages(
        PassageAnalysis(own), PassageAnalysis("Rain it was, 8pm"), lambda term: weights.get(term, 1.0)
    )
    assert bool(likeness.times.differing) == differ


@pytest.mark.parametrize(("number", "are_compared"), [(20, True), (21, False)])
def test_the_figures_of_a_passage_of_more_than_twenty_are_those_of_a_table(number: int, are_compared: bool):
    towns = ", ".join(f"{figure} in Town" for figure in range(30, 30 + number))
    (figures, turned) = (
        likeness("It rained in 30 towns", towns).figures,
        likeness(towns, "It rained in 30 towns").figures,
    )
    assert (bool(figures.same), bool(turned.same)) == (are_compared, are_compared)


@pytest.mark.parametrize(
    ("sought", "passage", "other"),
    [
        ("The navy caught 23 pirates.", "The navy caught 26 Somali pirates.", True),
        ("The navy caught 23 pirates.", "The navy caught 23 pirates in 3 boats.", False),
        ("The navy caught 23 pirates.", "The navy caught pirates.", False),
        ("The navy caught pirates.", "The navy caught pirates.", False),
    ],
)
def test_passages_have_other_figures_if_each_has_some_and_no_number_is_the_same(sought, passage, other):
    assert likeness(sought, passage).other_figures is other
