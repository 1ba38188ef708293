"""Which way a text runs."""

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
