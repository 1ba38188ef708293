"""Test ranges of numbers in words and with bounds."""

import pytest

from newsroom.text.language.figures import figures


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("between one hundred and two hundred ships", (100, 200)),
        ("two to three dozen ships", (24, 36)),
        ("one or two people", (1, 2)),
        ("between half a million and a million ships", (500_000, 1_000_000)),
        ("3-5 km", (3, 5)),
    ],
)
def test_ends_in_words_have_scale_and_unit_of_the_high_one(text: str, ends: tuple[float, float] | None):
    assert {figure.between for figure in figures(text)} == {ends}
