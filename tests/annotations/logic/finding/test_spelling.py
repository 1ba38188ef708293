"""Test how similar the spelling of words and passages is."""

import math

import pytest

from annotations.logic.finding.spelling import dice, spelling_cosine, trigrams


def test_the_edges_of_a_word_belong_to_its_trigrams():
    assert trigrams("war") == {" wa", "war", "ar "}


def test_two_words_are_as_near_as_the_trigrams_they_share():
    assert dice("lavrov", "lavrov") == 1
    assert dice("lavrov", "borrell") == 0
    # “ wa”, “war” and “ar ”; “ wa”, “war”, “arm” and “rm ”: two are shared.
    assert dice("war", "warm") == 2 * 2 / 7


@pytest.mark.parametrize(
    ("terms", "others", "cosine"),
    [
        (["war"], ["war"], 1.0),
        (["war"], ["rain"], 0.0),
        ([], ["rain"], 0.0),
        # Two of three trigrams, two of four.
        (["war"], ["warm"], 2 / math.sqrt(3 * 4)),
        # One of two words, whose trigrams are all others.
        (["war", "rain"], ["war"], 1 / math.sqrt(2)),
    ],
)
def test_passages_are_compared_by_the_angle_between_their_trigrams(
    terms: list[str], others: list[str], cosine: float
):
    assert spelling_cosine(terms, others, lambda _: 1.0) == pytest.approx(cosine)


def test_a_word_counts_by_its_weight():
    weights = {"war": 3.0, "rain": 4.0}
    # The vectors are (3, 4) and (3, 0).
    assert spelling_cosine(["war", "rain"], ["war"], weights.__getitem__) == pytest.approx(3 / 5)
