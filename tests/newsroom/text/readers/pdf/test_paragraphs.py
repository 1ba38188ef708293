"""Test how lines become paragraphs, and how words that are divided at the end of a line are joined."""

import pytest

from newsroom.text.readers.pdf.lines import HYPHEN_SIGN, Line
from newsroom.text.readers.pdf.paragraphs import join_lines


def column(*lines, top=700.0, gap=12.0, size=10.0):
    """Return lines from the top down. Each is given as its text, or as (text, left, right)."""
    made = []
    for number, each in enumerate(lines):
        text, left, right = each if isinstance(each, tuple) else (each, 50.0, 250.0)
        made.append(Line(text, left, top - gap * number, right, top - gap * number + 7, size))
    return made


def texts(*columns):
    return [paragraph.text for paragraph in join_lines(columns)]


def test_lines_of_a_paragraph_are_joined():
    assert texts(column("It rained", "for hours", "in the city.")) == ["It rained for hours in the city."]


@pytest.mark.parametrize(("gap", "paragraphs"), [(15.5, 1), (15.7, 2)])
def test_a_wider_gap_separates_paragraphs(gap, paragraphs):
    lines = [*column("a", "b", "c", "d"), *column("e", "f", "g", top=700 - 36 - gap)]
    assert len(texts(lines)) == paragraphs


@pytest.mark.parametrize(("left", "paragraphs"), [(57.0, 1), (57.1, 2)])
def test_an_indented_line_begins_a_paragraph(left, paragraphs):
    assert len(texts(column("a", "b", ("c", left, 250.0), "d"))) == paragraphs


@pytest.mark.parametrize(
    ("text", "right", "paragraphs"),
    [("It ended.", 226.0, 1), ("It ended.", 225.9, 2), ("It went on", 225.9, 1), ("He said “no.”", 200.0, 2)],
)
def test_a_short_line_that_ends_a_sentence_ends_a_paragraph(text, right, paragraphs):
    assert len(texts(column("a", (text, 50.0, right), "Then"))) == paragraphs


@pytest.mark.parametrize(
    ("right", "behind", "paragraphs"), [(169.9, "3 May", 2), (170.1, "3 May", 1), (169.9, "and Bo", 1)]
)
def test_a_very_short_line_ends_a_paragraph_unless_the_next_goes_on(right, behind, paragraphs):
    assert len(texts(column("a", ("By Ana Ruiz", 50.0, right), behind))) == paragraphs


@pytest.mark.parametrize(("size", "paragraphs"), [(11.3, 1), (11.4, 2)])
def test_letters_of_another_size_begin_a_paragraph(size, paragraphs):
    assert len(texts([*column("a", "b", size=size), *column("c", "d", top=676)])) == paragraphs


def test_a_headline_of_two_lines_stays_one():
    headline = column("Bridge closed", "for months", size=20, gap=24, top=760)
    assert texts([*headline, *column("a", "b", "c", "d")])[0] == "Bridge closed for months"


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        ("the council", "said so.", ["the council said so."]),
        ("the council.", "said so.", ["the council.", "said so."]),
        ("the council", "Said so.", ["the council", "Said so."]),
        ("the coun-", "cil", ["the council"]),
    ],
)
def test_a_paragraph_goes_on_in_the_next_column(last, first, joined):
    assert texts(column(last), column(first)) == joined


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u00ad", HYPHEN_SIGN])
def test_a_divided_word_is_joined(hyphen):
    assert texts(column(f"the coun{hyphen}", "cil")) == ["the council"]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("Anglo-", "Saxon"), "Anglo-Saxon"),
        (("a well-", "known man,", "well-known"), "a well-known man, well-known"),
        (("from 10-", "20 people"), "from 10- 20 people"),
        (("rain -", "and hail"), "rain - and hail"),
    ],
)
def test_a_hyphen_that_belongs_to_the_word_stays(lines, joined):
    assert texts(column(*lines)) == [joined]


def test_nothing_is_no_paragraph():
    assert texts([], []) == []
