"""Test that position and quote together say where a passage stands. Offsets are
code points, end exclusive.
"""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotations.logic.marking.selectors import Selector, check, select
from newsroom.errors import Invalid
from newsroom.text.model import Span

TEXT = "No rain today. Later: no rain fell, “not a drop”."
PIECES = ["a", "b", " ", "\n", "e\u0301", "👩‍👧", "👍🏽", "🇩🇪", "❤\ufe0f", "ا", "م", "한", "“", "\u00ad"]


def pick(text: str, words: str) -> Selector:
    start = text.index(words)
    return check(text, start, start + len(words), words)


def test_a_selector_keeps_the_words_and_their_neighbours():
    assert pick(TEXT, "Later") == Selector(
        15, 20, "Later", "No rain today. ", ": no rain fell, “not a drop”."
    )


def test_neighbours_are_at_most_thirty_two_code_points_long():
    selector = select("🌧" * 100, Span(50, 51))
    assert (len(selector.prefix), len(selector.suffix)) == (32, 32)


def test_emoji_count_as_one_code_point_each():
    assert pick("🌧🌧 rain", "rain").start == 3


@pytest.mark.parametrize("words", [" no rain ", " no rain", "no rain "])
def test_white_space_at_the_ends_is_left_out(words):
    assert pick(TEXT, words) == pick(TEXT, "no rain")


def test_white_space_within_stays():
    assert pick("one\n\ntwo three", "one\n\ntwo ").quote == "one\n\ntwo"


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("xe\u0301y", "e", "e\u0301"),
        ("xe\u0301y", "\u0301y", "e\u0301y"),
        ("xe\u0301\u0308y", "\u0308", "e\u0301\u0308"),
        ("x👩‍👧y", "👩", "👩‍👧"),
        ("x👩‍👧y", "👧", "👩‍👧"),
        ("x👍🏽y", "👍", "👍🏽"),
        ("x❤\ufe0fy", "❤", "❤\ufe0f"),
        ("x1\ufe0f\u20e3y", "\ufe0f", "1\ufe0f\u20e3"),
        ("🇩🇪🇫🇷", "🇪🇫", "🇩🇪🇫🇷"),
        ("🇩🇪🇫🇷", "🇫🇷", "🇫🇷"),
        ("🇳🇿🇦🇹", "🇿🇦", "🇳🇿🇦🇹"),
        ("🇩y", "y", "y"),
        ("x🏴\U000e0067\U000e0062\U000e007fy", "🏴", "🏴\U000e0067\U000e0062\U000e007f"),
        ("x\u1112\u1161\u11aby", "\u1161", "\u1112\u1161\u11ab"),
        ("می\u200cخواهم", "می", "می\u200c"),
        ("பொன்", "ப", "பொ"),
        ("ｶ\uff9e", "ｶ", "ｶ\uff9e"),
        ("x\u0301 \u0301y", "\u0301y", " \u0301y"),
        ("\u0301xy", "\u0301x", "\u0301x"),
        ("ab\u200d c", "ab", "ab\u200d"),
    ],
)
def test_a_character_cut_in_two_is_taken_in_whole(text, words, whole):
    assert pick(text, words).quote == whole


def test_a_line_break_is_never_taken_in():
    assert pick("one\n\u0301two", "\u0301two").quote == "\u0301two"
    assert pick("one\u200d\ntwo", "two").quote == "two"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 0), (5, 4), (0, 50), (60, 70), (48, 50)])
def test_a_place_outside_the_text_is_refused(start, end):
    with pytest.raises(Invalid, match="outside the article's text"):
        check(TEXT, start, end, TEXT[max(start, 0) : end])


def test_other_words_than_seen_are_refused():
    with pytest.raises(Invalid, match="not the ones you selected"):
        check(TEXT, 0, 7, "No snow")


def test_the_same_words_in_another_normal_form_are_refused():
    with pytest.raises(Invalid, match="not the ones you selected"):
        check("é", 0, 1, "e\u0301")


@pytest.mark.parametrize("blank", [" ", "\n\n", "\u00a0", "\u200b", "\u200e \u2069"])
def test_nothing_to_see_is_refused(blank):
    with pytest.raises(Invalid, match="Nothing but white space"):
        check(f"a{blank}b", 1, 1 + len(blank), blank)


def test_the_longest_passage_is_taken_and_one_more_is_refused_with_both_figures():
    text = "b" + "a" * 20_001
    assert check(text, 1, 20_001, text[1:-1]).end == 20_001
    with pytest.raises(Invalid, match=re.escape("is 20,001 characters long. Mark at most 20,000 at once.")):
        check(text, 1, 20_002, text[1:])


def test_white_space_around_the_longest_passage_does_not_count():
    text = " " + "a" * 20_000 + " "
    assert check(text, 0, len(text), text).quote == text.strip()


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.data())
def test_what_is_checked_is_the_texts_own_words_and_checking_twice_changes_nothing(pieces, data):
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(any(character.isalnum() for character in text[start:end]))
    chosen = check(text, start, end, text[start:end])
    assert chosen.quote == text[chosen.start : chosen.end]
    assert text[: chosen.start].endswith(chosen.prefix)
    assert text[chosen.end :].startswith(chosen.suffix)
    assert check(text, chosen.start, chosen.end, chosen.quote) == chosen


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.data())
def test_a_passage_ends_between_characters_as_people_count_them(pieces, data):
    text = "".join(pieces)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(text[start:end].strip("\u200d\ufe0f\u00ad \n"))
    chosen = check(text, start, end, text[start:end])
    boundaries = {len("".join(pieces[:count])) for count in range(len(pieces) + 1)}
    assert {chosen.start, chosen.end} <= boundaries
