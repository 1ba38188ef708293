"""Test whether two figures may be the same number."""

import pytest

from newsroom.text.language.figure_model import Figure
from newsroom.text.language.numbers.bounds import Bound


@pytest.mark.parametrize(
    ("first", "second", "may_be_one"),
    [
        (Figure(12, "", "12"), Figure(10, "", "10", bound=Bound.LEAST), True),
        (Figure(9, "", "9"), Figure(10, "", "10", bound=Bound.LEAST), False),
        (Figure(12, "", "12", bound=Bound.LEAST), Figure(9, "", "9", bound=Bound.UNDER), False),
        (Figure(115, "", "115"), Figure(100, "", "100", bound=Bound.ABOUT), True),
        (Figure(116, "", "116"), Figure(100, "", "100", bound=Bound.ABOUT), False),
        (Figure(3, "score", "3-1", score=(3, 1)), Figure(3, "score", "3-2", score=(3, 2)), False),
        (Figure(3, "score", "3-1", score=(3, 1)), Figure(3, "score", "3-1", score=(3, 1)), True),
    ],
)
def test_a_bound_leaves_room_and_a_score_is_one_with_itself(first: Figure, second: Figure, may_be_one: bool):
    assert first.overlaps(second) is may_be_one
    assert second.overlaps(first) is may_be_one
