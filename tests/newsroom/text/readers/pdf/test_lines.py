"""Test how the letters of a page become lines."""

import pytest

from newsroom.text.readers.pdf.lines import Letter, Line, lines_of, rows_of


def letters(text, left=0.0, bottom=100.0, size=10.0):
    return [
        Letter(sign, left + 5 * index, bottom, left + 5 * index + 5, bottom + 7, size)
        for index, sign in enumerate(text)
    ]


def texts(*stretches):
    return [line.text for line in lines_of(letter for stretch in stretches for letter in stretch)]


def test_letters_beside_each_other_are_a_line_with_its_box():
    assert lines_of(letters("It  rained.")) == [Line("It rained.", 0, 100, 55, 107, 10)]


def test_a_line_break_or_another_baseline_begins_a_line():
    assert texts(letters("It\r\nrained.")) == ["It", "rained."]
    assert texts(letters("It"), letters("rained.", bottom=88)) == ["It", "rained."]


def test_a_raised_figure_belongs_to_its_line():
    assert texts(letters("km"), letters("2", left=10, bottom=104, size=6)) == ["km2"]


@pytest.mark.parametrize(("gap", "lines"), [(14.9, 1), (15.0, 2)])
def test_a_wide_gap_ends_a_line(gap, lines):
    assert len(texts(letters("It"), letters("rained.", left=10 + gap))) == lines


def test_a_script_that_runs_to_the_left_stays_a_line():
    assert texts(letters("ש", left=20), letters("ל", left=15), letters("ם", left=10)) == ["שלם"]


def test_blanks_are_no_line():
    assert texts(letters("  \r\n ")) == []


@pytest.mark.parametrize(("difference", "rows"), [(2.0, 1), (2.1, 2)])
def test_lines_of_one_height_are_a_row_from_left_to_right(difference, rows):
    right = Line("b", 50, 100, 60, 107, 10)
    left = Line("a", 0, 100 - difference, 10, 107, 10)
    found = rows_of([right, left])
    assert len(found) == rows
    if rows == 1:
        assert found == [[left, right]]
