"""Test which texts look like several articles in one file."""

import pytest

from newsroom.text.pipeline import prepare

RAIN = "It rained for hours in the city, two officials said on Friday."


def looks_like_several(*lines):
    notes = prepare("\n\n".join(lines).encode()).notes
    return any("several articles" in note for note in notes)


@pytest.mark.parametrize(
    ("lines", "fewest"),
    [
        (["Copyright 2024 Example Times", RAIN], 3),
        (["Document 7", RAIN], 3),
        (["3 of 100", RAIN], 3),
        (["_" * 20, RAIN], 3),
        (["By Ana Ruiz", "3 May 2024", RAIN], 3),
        (["3 May 2024", RAIN], 12),
    ],
)
def test_lines_that_an_article_has_once_or_twice_show_several(lines, fewest):
    assert not looks_like_several(RAIN, *lines * (fewest - 1))
    assert looks_like_several(RAIN, *lines * fewest)


def test_long_paragraphs_do_not_count():
    paragraph = "Copyright is a right that authors have in most countries of the world. " * 3
    assert not looks_like_several(*[paragraph] * 5)
