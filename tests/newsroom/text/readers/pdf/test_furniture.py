"""Test that headers, footers and numbers of pages are recognised."""

import pytest

from newsroom.text.readers.pdf.furniture import split_furniture
from newsroom.text.readers.pdf.lines import Line


def line(text, bottom, left=50.0):
    return Line(text, left, bottom, left + 200, bottom + 7, 10)


def page(header, footer, gap=30.0):
    """Return a page of five lines that are 10 points apart, with a header and a footer."""
    text = [line(f"text {number}", 500 - 10 * number) for number in range(5)]
    return [line(header, 500 + gap), *text, line(footer, 460 - gap)]


def left_out(*pages):
    return split_furniture(pages)[1]


def test_lines_that_repeat_are_left_out_once_and_the_text_is_kept():
    pages = [page("Example Times", f"Page {number} of 3") for number in (1, 2, 3)]
    bodies, out = split_furniture(pages)
    assert out == ["Example Times", "Page 1 of 3"]
    assert [each.text for each in bodies[0]] == [f"text {number}" for number in range(5)]


@pytest.mark.parametrize(("gap", "out"), [(14.1, ["Example Times", "7"]), (14.0, [])])
def test_a_wide_gap_parts_them_from_the_text(gap, out):
    assert left_out(page("Example Times", "7", gap), page("Example Times", "8", gap)) == out


@pytest.mark.parametrize(("times", "out"), [(2, ["Example Times"]), (1, [])])
def test_a_header_is_on_two_pages_or_more(times, out):
    pages = [page("Example Times", "b"), page("Example Times" if times > 1 else "c", "d")]
    assert left_out(*pages) == out


@pytest.mark.parametrize(("times", "is_out"), [(4, True), (3, False)])
def test_a_header_is_on_four_pages_of_ten_or_more(times, is_out):
    headers = ["Example Times"] * times + [f"{'abcdefghij'[number]} headline" for number in range(10 - times)]
    pages = [page(header, f"{header[0]} last line {'x' * at}") for at, header in enumerate(headers)]
    assert ("Example Times" in left_out(*pages)) is is_out


@pytest.mark.parametrize("number", ["7", "- 7 -", "Page 7", "Seite 7 von 9", "7 / 9"])
def test_the_number_of_a_single_page_is_left_out(number):
    assert left_out(page("Bridge closed", number)) == [number]


@pytest.mark.parametrize("words", ["1999 was a year", "Page after page", "12345"])
def test_other_figures_stay(words):
    assert left_out(page("Bridge closed", words)) == []


def test_pages_without_lines_stay_so():
    assert split_furniture([[], [line("only", 100)]]) == ([[], [line("only", 100)]], [])
