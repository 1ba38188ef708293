"""Test number words and their values."""

import re

import pytest

from newsroom.text.language.numbers.number_words import NUMBER_PHRASE, trailing_scale, value_of_words


@pytest.mark.parametrize(
    ("phrase", "value"),
    [
        ("two", 2),
        ("ninety", 90),
        ("twenty-two", 22),
        ("one hundred and twenty", 120),
        ("Two hundred five", 205),
        ("twelve hundred", 1_200),
        ("two thousand and five", 2_005),
        ("one hundred and twenty thousand three hundred", 120_300),
        ("two million three hundred thousand", 2_300_000),
        ("half a million", 500_000),
        ("half-a-million", 500_000),
        ("a quarter of a million", 250_000),
        ("a hundred", 100),
        ("a dozen", 12),
        ("three dozen", 36),
        ("two lakh crore", 2_000_000_000_000),
        ("a thousand million", 1_000_000_000),
    ],
)
def test_a_number_in_words_is_read_in_full(phrase: str, value: float):
    assert value_of_words(phrase) == value


@pytest.mark.parametrize(
    "phrase",
    ["five six", "twenty twenty-two", "two hundred hundred", "two thousand three million", "ten two"],
)
def test_words_that_are_no_single_number_have_no_value(phrase: str):
    assert value_of_words(phrase) is None


@pytest.mark.parametrize(("words", "is_read"), [(16, True), (17, False)])
def test_a_number_has_sixteen_words_at_most(words: int, is_read: bool):
    phrase = " ".join(["two", "thousand", *["and"] * (words - 3), "five"])
    assert (value_of_words(phrase) is not None) == is_read


@pytest.mark.parametrize(
    ("phrase", "head", "scale"),
    [
        ("two million", "two", 1e6),
        ("half a million", "half a", 5e5 * 2),
        ("two hundred thousand", "two", 1e5),
        ("two", "two", 1),
        ("two million three thousand", "two million three thousand", 1),
    ],
)
def test_the_scale_of_a_range_stands_at_the_end_of_a_phrase(phrase: str, head: str, scale: float):
    end, product = trailing_scale(phrase)
    assert (phrase[:end], product) == (head, scale)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("between one hundred and two hundred", ["one hundred", "two hundred"]),
        ("two and three million", ["two", "three million"]),
        ("one hundred and twenty men", ["one hundred and twenty"]),
        ("between a thousand and two thousand", ["a thousand", "two thousand"]),
        ("a man and a half", []),
    ],
)
def test_and_belongs_to_a_number_behind_hundred_and_thousand_only(text: str, phrases: list[str]):
    matches = re.finditer(NUMBER_PHRASE, text, re.VERBOSE | re.IGNORECASE)
    assert [match.group() for match in matches] == phrases
