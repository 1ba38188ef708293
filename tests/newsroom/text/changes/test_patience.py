from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text.changes.patience import TokenizedText, WordRun, longest_rising, matching_runs

TEXT = st.lists(st.sampled_from(["a", "b", "c", "the", ".", "\n", "\n\n"]), max_size=30).map(" ".join)


def matched(old: str, new: str) -> list[WordRun]:
    return matching_runs(TokenizedText(old), TokenizedText(new))


def matched_words(old: str, new: str) -> list[str]:
    words = TokenizedText(old).words
    return [" ".join(words[run.old : run.old + run.size]) for run in matched(old, new)]


@given(TEXT, TEXT)
@example("a b", "b a")
@example("a\n\nb", "b\n\na")
@example("a\n\na\n\nb", "a\n\nb\n\nb")
@example("the a the", "the")
@example("", "a")
def test_runs_are_equal_in_order_and_apart(old: str, new: str):
    old_words, new_words = TokenizedText(old).words, TokenizedText(new).words
    runs = matched(old, new)
    for run in runs:
        assert run.size > 0
        assert old_words[run.old : run.old + run.size] == new_words[run.new : run.new + run.size]
    for run, following in pairwise(runs):
        assert run.old + run.size <= following.old
        assert run.new + run.size <= following.new


def test_a_word_is_letters_and_digits_or_a_single_sign():
    text = TokenizedText("It’s 5 %.")
    assert text.words == ["It", "’", "s", "5", "%", "."]
    assert text.places[2] == (3, 4)


def test_paragraphs_that_occur_once_hold_although_words_between_them_repeat():
    old = "Rain fell.\n\nHail fell."
    new = "Hail fell on the town.\n\nRain fell.\n\nHail fell."
    assert matched(old, new)[0] == WordRun(0, 6, 3)


def test_a_paragraph_that_occurs_twice_is_no_anchor():
    text = TokenizedText("Rain.\n\nHail.\n\nRain.")
    assert text.unique_paragraphs() == {"Hail.": (2, 4)}


@pytest.mark.parametrize(("length", "runs"), [(2_000, [WordRun(1, 1, 1_998)]), (2_001, [])])
def test_a_gap_of_four_million_cells_is_aligned_and_a_larger_one_is_not(length: int, runs: list[WordRun]):
    old = " ".join(["first", *["a"] * (length - 2), "last"])
    new = " ".join(["beginning", *["a"] * 1_998, "end"])
    assert matched(old, new) == runs


LARGE = 1_500


def test_in_a_larger_gap_a_single_word_that_occurs_once_is_held_on_to():
    old = " ".join(["a"] * LARGE + ["key"] + ["a"] * LARGE)
    new = " ".join(["b"] * LARGE + ["key"] + ["b"] * LARGE)
    assert matched_words(old, new) == ["key"]


def test_in_a_larger_gap_three_words_that_occur_once_are_held_on_to():
    scattered = ["x", "a", "y", "a", "z"]
    old = " ".join(scattered + ["a"] * LARGE + ["x", "y", "z"] + ["a"] * LARGE)
    new = " ".join(["b"] * LARGE + ["x", "y", "z"] + ["b"] * LARGE + ["z", "b", "y", "b", "x"])
    assert "x y z" in " ".join(matched_words(old, new))


def test_eight_words_that_occur_once_outweigh_many_runs_of_three():
    eight = [f"long{number}" for number in range(8)]
    threes = [word for number in range(7) for word in (f"x{number}", f"y{number}", f"z{number}", "a")]
    old = " ".join(["a"] * LARGE + eight + ["a"] * LARGE + threes)
    new = " ".join(["b"] + [word.replace("a", "b") for word in threes] + ["b"] * 2 * LARGE + eight + ["b"])
    assert " ".join(eight) in " ".join(matched_words(old, new))


@pytest.mark.parametrize(
    ("places", "rising"),
    [
        ([], []),
        ([1, 2, 3], [1, 2, 3]),
        ([3, 2, 1], [1]),
        ([5, 1, 6, 2, 3], [1, 2, 3]),
        ([2, 5, 3, 7, 4, 5], [2, 3, 4, 5]),
    ],
)
def test_the_longest_rising_subsequence_is_kept(places: list[int], rising: list[int]):
    runs = [WordRun(number, place, 1) for number, place in enumerate(places)]
    assert [run.new for run in longest_rising(runs)] == rising
