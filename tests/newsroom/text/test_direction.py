"""Test the direction in which a text is written."""

import pytest

from newsroom.text.direction import direction


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("", "ltr"),
        ("It rained.", "ltr"),
        ("123 — 456", "ltr"),
        ("قال الوزير إن الحبوب عالقة.", "rtl"),
        ("WHO: قال الوزير إن الحبوب عالقة.", "rtl"),
        ("ירד גשם כל היום", "rtl"),
        ("The word قال means “said”.", "ltr"),
        ("外交部长提前离开会场。", "ltr"),
        ("\u202eIt rained.", "ltr"),
    ],
)
def test_a_text_runs_as_most_of_its_letters_do(text, runs):
    assert direction(text) == runs


@pytest.mark.parametrize(("latin", "runs"), [(1_999, "rtl"), (2_000, "ltr")])
def test_the_first_4000_characters_decide(latin: int, runs: str) -> None:
    assert direction("a" * latin + "\u05d0" * 3_000) == runs
