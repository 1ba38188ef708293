"""Test vague numbers, such as “dozens”."""

import pytest

from newsroom.text.language.numbers.vague import vague_numbers


@pytest.mark.parametrize(
    ("text", "least", "noun"),
    [
        ("dozens of people", 12, "people"),
        ("scores were killed", 20, "were"),
        ("Scores of homes", 20, "homes"),
        ("hundreds of thousands of people", 100_000, "people"),
        ("thousands fled, hundreds died", 100, "died"),
    ],
)
def test_a_size_tells_the_least_that_is_meant(text: str, least: float, noun: str):
    (vague,) = vague_numbers(text)
    assert (vague.least, vague.noun) == (least, noun)


@pytest.mark.parametrize(
    "text", ["the scores of the match"[:10], "two millions of people", "he scores twice"]
)
def test_a_scale_and_a_verb_are_no_size(text: str):
    assert list(vague_numbers(text)) == []
