"""Test the order in which the lines of a page are read."""

import pytest

from newsroom.text.readers.pdf.columns import in_reading_order
from newsroom.text.readers.pdf.lines import Line


def line(text, left, bottom, width=200.0):
    return Line(text, left, bottom, left + width, bottom + 7, 10)


def column(name, left, lines, top=700.0, width=200.0):
    return [line(f"{name}{number}", left, top - 12 * number, width) for number in range(lines)]


def order(lines):
    return [[each.text for each in stretch] for stretch in in_reading_order(lines)]


def test_one_column_goes_from_the_top_down():
    assert order(column("a", 50, 3)[::-1]) == [["a0", "a1", "a2"]]


@pytest.mark.parametrize(("lines", "columns"), [(5, 2), (4, 1)])
def test_two_columns_have_at_least_five_lines_each(lines, columns):
    assert len(order([*column("a", 50, lines), *column("b", 300, lines)])) == columns


def test_columns_come_one_after_the_other():
    left, right = order([*column("b", 300, 6), *column("a", 50, 6)])
    assert (left[0], left[-1], right[0]) == ("a0", "a5", "b0")


def test_three_columns_are_read_from_left_to_right():
    lines = [
        each for name, left in (("a", 0), ("b", 170), ("c", 340)) for each in column(name, left, 6, width=150)
    ]
    assert [stretch[0] for stretch in order(lines)] == ["a0", "b0", "c0"]


def test_a_headline_over_both_columns_stays_between_what_is_above_and_below_it():
    upper = [*column("a", 50, 6), *column("b", 300, 6)]
    lower = [*column("c", 50, 6, top=600), *column("d", 300, 6, top=600)]
    headline = line("headline", 50, 615, width=450)
    assert [stretch[0] for stretch in order([*upper, headline, *lower])] == [
        "a0",
        "b0",
        "headline",
        "c0",
        "d0",
    ]


@pytest.mark.parametrize(("crossing", "columns"), [(4, True), (5, False)])
def test_at_most_a_quarter_of_the_lines_crosses_the_space(crossing, columns):
    lines = [*column("a", 50, 6), *column("b", 300, 6), *column("w", 50, crossing, top=500, width=450)]
    assert (order(lines)[0] == [f"a{number}" for number in range(6)]) is columns


def test_no_lines_have_no_order():
    assert in_reading_order([]) == []
