"""Test bounds of figures, such as “at least”."""

import math

import pytest

from newsroom.text.language.numbers.bounds import Bound, bound_of, bounds_agree, limits


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("at least 12 ships", Bound.LEAST),
        ("more than 12 ships", Bound.OVER),
        ("upward of 12 ships", Bound.OVER),
        ("up to 12 ships", Bound.MOST),
        ("no more than 12 ships", Bound.MOST),
        ("no less than 12 ships", Bound.LEAST),
        ("fewer than 12 ships", Bound.UNDER),
        ("nearly 12 ships", Bound.NEARLY),
        ("about 12 ships", Bound.ABOUT),
        ("an estimated 12 ships", Bound.ABOUT),
        ("~12 ships", Bound.ABOUT),
        ("12 or more ships", Bound.LEAST),
        ("12+ ships", Bound.LEAST),
        ("12 ships or fewer", Bound.MOST),
        ("12 or so ships", Bound.ABOUT),
        ("12-odd ships", Bound.ABOUT),
        ("mindestens 12 Schiffe", Bound.LEAST),
        ("plus de 12 navires", Bound.OVER),
        ("hasta 12 barcos", Bound.MOST),
        ("около 12 кораблей", Bound.ABOUT),
        ("the 12 ships", Bound.EXACT),
        ("at least the crew and 12 ships", Bound.EXACT),
    ],
)
def test_words_around_a_number_bound_it(text: str, bound: Bound):
    start = text.index("12")
    assert bound_of(text, start, start + 2) is bound


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        (Bound.EXACT, 100, 100),
        (Bound.LEAST, 100, math.inf),
        (Bound.OVER, 100, math.inf),
        (Bound.MOST, -math.inf, 100),
        (Bound.UNDER, -math.inf, 100),
        (Bound.NEARLY, 85, 100),
        (Bound.ABOUT, 85, 115),
    ],
)
def test_a_bound_leaves_room_for_other_numbers(bound: Bound, low: float, high: float):
    assert limits(100, bound) == (low, high)


@pytest.mark.parametrize(
    ("bound", "other", "agree"),
    [
        (Bound.LEAST, Bound.EXACT, True),
        (Bound.OVER, Bound.OVER, True),
        (Bound.OVER, Bound.EXACT, True),
        (Bound.UNDER, Bound.MOST, False),
    ],
)
def test_more_than_a_number_is_not_the_number(bound: Bound, other: Bound, agree: bool):
    assert bounds_agree(bound, other) is agree
    assert bounds_agree(other, bound) is agree
