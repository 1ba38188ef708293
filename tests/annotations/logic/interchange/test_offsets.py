"""Test that offsets of other tools become code points."""

import pytest

from annotations.logic.interchange.offsets import Quote, quote_at, quote_at_utf16

TEXT = "a😀b rain"


def test_words_are_cut_out_with_those_around_them() -> None:
    assert quote_at(TEXT, 4, 8) == Quote("rain", "a😀b ", "", 4)
    long = "x" * 40 + "rain" + "y" * 40
    assert quote_at(long, 40, 44) == Quote("rain", "x" * 32, "y" * 32, 40)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (4, 9)])
def test_what_is_no_passage_is_none(start: int, end: int) -> None:
    assert quote_at(TEXT, start, end) is None


def test_utf_16_counts_an_emoji_twice() -> None:
    assert quote_at_utf16(TEXT, 5, 9) == quote_at(TEXT, 4, 8)
    assert quote_at_utf16(TEXT, 1, 3) == quote_at(TEXT, 1, 2)
    assert quote_at_utf16("rain", 0, 4) == Quote("rain", "", "", 0)


@pytest.mark.parametrize(("start", "end"), [(2, 3), (1, 2), (5, 10), (-1, 3)])
def test_an_offset_within_a_character_or_outside_is_none(start: int, end: int) -> None:
    assert quote_at_utf16(TEXT, start, end) is None
