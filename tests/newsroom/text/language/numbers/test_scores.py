"""Test that scores and votes are read as pairs of numbers."""

import pytest

from newsroom.text.language.numbers.scores import scores


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("won 3-1", (3, 1)),
        ("lost 1-3", (3, 1)),
        ("a 3–1 win", (3, 1)),
        ("beat Ost 3-1 in Vest", (3, 1)),
        ("passed 52-48", (52, 48)),
        ("by 52 to 48", (52, 48)),
        ("by a vote of 52 to 48", (52, 48)),
        ("voted 48 to 52 against it", (48, 52)),
        ("passed 48-52", (48, 52)),
        ("it ended 2-2", (2, 2)),
        ("99-98", (99, 98)),
    ],
)
def test_two_numbers_of_a_contest_are_a_pair(text: str, pair: tuple[int, int]):
    assert [score.pair for score in scores(text)] == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "30-40 people",
        "won 5-7 seats",
        "5-3%",
        "fell by 52 to 48 million",
        "fell by 48 to 52",
        "12-5-3",
        "$5-3",
        "100-99",
        "moved from 52 to 48",
    ],
)
def test_ranges_and_longer_rows_are_no_scores(text: str):
    assert list(scores(text)) == []
