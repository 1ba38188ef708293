"""Test that superscripts and subscripts never change the value of the figure beside them."""

import pytest

from newsroom.text.readers.raised_text import Script, ScriptPart, marks_a_note, scripts_of, written_out

LINE, RAISED, LOWERED, NOTE = Script


def line(*parts: str | tuple[str, Script]) -> str:
    """Return the paragraph as plain text. Strings are parts on the line, other parts are
    given as (text, script).
    """
    runs = [(part, LINE) if isinstance(part, str) else part for part in parts]
    return "".join(written_out(list(scripts_of(runs))))


@pytest.mark.parametrize(
    ("before", "raised", "after", "written"),
    [
        ("held 10", "6", " litres", "held 10⁶ litres"),
        ("some 10", "−3", " bar", "some 10⁻³ bar"),
        ("some 10", "1.5", " bar", "some 10^1.5 bar"),
        ("9 km", "2", " of ice", "9 km² of ice"),
        ("so x", "2", " = y", "so x² = y"),
        ("(a + b)", "2", "", "(a + b)²"),
        ("2", "1", "/8 miles", "2¹/8 miles"),
        ("dated by ", "14", "C", "dated by ¹⁴C"),
    ],
)
def test_an_exponent_is_written_in_raised_signs(before, raised, after, written):
    assert line(before, (raised, RAISED), after) == written


@pytest.mark.parametrize(
    ("before", "raised", "after", "written"),
    [
        ("in 1987", "4", " and", "in 1987 [4] and"),
        ("in 1987", "4", "and", "in 1987 [4] and"),
        ("2,300", "1,5", " ships", "2,300 [1,5] ships"),
        ("the crew", "3", " swam", "the crew [3] swam"),
        ("they swam.", "3", " Then", "they swam. [3] Then"),
        ("in 1987 ", "4", " and", "in 1987 [4] and"),
        ("", "1", "Reuters", "[1] Reuters"),
    ],
)
def test_a_number_that_is_no_exponent_is_the_mark_of_a_note(before, raised, after, written):
    assert line(before, (raised, RAISED), after) == written


def test_from_three_digits_on_a_figure_has_a_note_and_below_it_is_left_open():
    assert line("100", ("7", RAISED), " men") == "100 [7] men"
    assert line("99", ("7", RAISED), " men") == "99⁷ men"


def test_two_digits_raised_after_a_sum_may_be_cents_and_one_or_three_are_not():
    assert line("for $250", ("99", RAISED)) == "for $250⁹⁹"
    assert line("for $250", ("9", RAISED)) == "for $250 [9]"
    assert line("for $250", ("999", RAISED)) == "for $250 [999]"
    assert line("for 5", (",99", RAISED), " euros") == "for 5,99 euros"


@pytest.mark.parametrize(
    ("mark", "written"), [("2", "12 [2] men"), ("2,3", "12 [2,3] men"), ("b", "12 [b] men")]
)
def test_what_leads_to_a_note_is_one_also_after_a_small_figure(mark, written):
    assert line("12", (mark, NOTE), " men") == written


@pytest.mark.parametrize("script", [RAISED, NOTE])
def test_brackets_of_the_source_stay_and_stand_apart(script):
    assert line("1987", ("[2]", script), " and") == "1987 [2] and"


@pytest.mark.parametrize(
    ("before", "raised", "written"),
    [("the 1", "st", "the 1st"), ("M", "me", "Mme"), ("12", "*", "12*"), ("BBC", "®", "BBC®")],
)
def test_endings_and_signs_stay_as_they_are(before, raised, written):
    assert line(before, (raised, RAISED)) == written


def test_small_print_stays_words_and_stands_apart():
    assert line("1987", ("source needed", RAISED)) == "1987 source needed"
    assert line(("Photo: 2020", LOWERED)) == "Photo: 2020"
    assert line("Seen. ", ("Photo: 2020 by AFP", LOWERED)) == "Seen. Photo: 2020 by AFP"


def test_twelve_characters_are_signs_and_thirteen_are_small_print():
    assert line("10", ("1" * 12, RAISED)) == "10" + "¹" * 12
    assert line("10", ("1" * 13, RAISED)) == "10 " + "1" * 13


@pytest.mark.parametrize(
    ("before", "lowered", "after", "written"),
    [("H", "2", "O", "H₂O"), ("x", "max", " is", "xmax is"), ("5", "99", "", "5₉₉")],
)
def test_lowered_digits_become_signs(before, lowered, after, written):
    assert line(before, (lowered, LOWERED), after) == written


def test_neighbouring_stretches_are_marks_of_their_own_and_parts_of_one_stretch_are_not():
    apart = [ScriptPart("1987"), ScriptPart("1", NOTE, 1), ScriptPart("2", NOTE, 2)]
    assert "".join(written_out(apart)) == "1987 [1] [2]"
    together = [ScriptPart("1987"), ScriptPart("1", NOTE, 1), ScriptPart("2", NOTE, 1)]
    assert written_out(together) == ["1987", " [12]", ""]


def test_marks_of_notes_are_numbers_or_one_letter():
    assert [text for text in ("2", " 2 ", "b", "2,3", "", "two", "12345") if marks_a_note(text)] == [
        "2",
        " 2 ",
        "b",
        "2,3",
    ]
