"""Test numbers of which only a part was read."""

import pytest

from newsroom.text.language.numbers.half_read import is_half_read


@pytest.mark.parametrize(
    "text",
    [
        "12/7",
        "7/12",
        "1.2.12",
        "12:5",
        "12^3",
        "12-thirds",
        "12 quadrillion",
        "12 mil personas",
        "one in 12 people",
        "No. 12",
        "12-00-11",
        "12⁶ litres",
        "12⁻³ litres",
        "12 ¹/₂ litres",
        "12½ litres",
        "the pier [12] burned",
        "the pier [3,12] burned",
    ],
)
def test_a_part_of_a_longer_number_is_half_read(text: str):
    start = text.index("12")
    assert is_half_read(text, start, start + 2, 12.0)


@pytest.mark.parametrize(
    "text", ["12 ships", "12, then 13", "12. Then", "12 in 20 days", "killed 12", "[12 men] drowned"]
)
def test_a_whole_number_is_not_half_read(text: str):
    start = text.index("12")
    assert not is_half_read(text, start, start + 2, 12.0)


@pytest.mark.parametrize(
    ("text", "value", "is_share"), [("9 in 20 men", 9.0, True), ("10 in 20 days", 10.0, False)]
)
def test_below_ten_a_number_in_another_is_a_share(text: str, value: float, is_share: bool):
    assert is_half_read(text, 0, text.index(" "), value) is is_share
