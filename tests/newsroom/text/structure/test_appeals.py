"""Test where an appeal for support ends."""

import pytest

from newsroom.text.structure.appeals import appeal_end

NEWS = "The minister left the meeting before the others had spoken."
ASKING = "Please donate today."
OPENING = "Support independent journalism"


def test_an_appeal_reaches_as_far_as_it_asks() -> None:
    assert appeal_end([OPENING, ASKING, NEWS, ASKING], 0) == 2
    assert appeal_end([NEWS, OPENING, ASKING, NEWS], 1) == 3


def test_an_appeal_reaches_to_its_closing_line() -> None:
    assert appeal_end([OPENING, ASKING, NEWS, "Remind me later.", NEWS], 0) == 4


def test_what_opens_no_appeal_ends_where_it_begins() -> None:
    assert appeal_end([NEWS, ASKING], 0) == 0
    assert appeal_end(["A message from the king:", NEWS], 0) == 0


@pytest.mark.parametrize(("pieces", "end"), [(14, 14), (15, 1)])
def test_an_address_to_the_reader_announces_at_most_fourteen_pieces(pieces: int, end: int) -> None:
    texts = ["Dear readers,", *[NEWS] * (pieces - 1)]
    texts[3] = ASKING
    assert appeal_end(texts, 0) == end


@pytest.mark.parametrize(("position", "end"), [(13, 14), (14, 2)])
def test_a_closing_line_is_looked_for_in_fourteen_pieces(position: int, end: int) -> None:
    texts = [OPENING, ASKING, *[NEWS] * 20]
    texts[position] = "Remind me later."
    assert appeal_end(texts, 0) == end


@pytest.mark.parametrize(("length", "end"), [(320, 2), (321, 0)])
def test_an_opening_has_at_most_320_characters(length: int, end: int) -> None:
    opening = "We need your help "
    assert appeal_end([opening + "x" * (length - len(opening)), ASKING, NEWS], 0) == end


@pytest.mark.parametrize(("length", "end"), [(100, 3), (101, 2)])
def test_an_opening_with_a_colon_that_announces_all_has_at_most_100_characters(length: int, end: int) -> None:
    opening = "We need your help "
    assert appeal_end([opening + "x" * (length - len(opening) - 1) + ":", ASKING, NEWS], 0) == end
