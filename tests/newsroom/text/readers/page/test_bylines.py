"""Test which of the authors that a page states or shows become the byline."""

import pytest

from newsroom.text.model import Piece
from newsroom.text.readers.page.bylines import credit_of, trusted_byline
from newsroom.text.readers.page.regions import PageSegment, Region
from newsroom.text.readers.page.stated.authors import StatedByline

BLOCK = Region(None, "p", "", furniture=False)


def segment(text: str, *authors: str) -> PageSegment:
    return PageSegment(Piece(text), BLOCK, 0, "", authors)


def test_the_first_byline_counts_and_a_doubtful_one_only_if_it_is_shown() -> None:
    doubtful = StatedByline("Jane Doe, John Roe", must_be_shown=True)
    sure = StatedByline("Li Wei", must_be_shown=False)
    assert trusted_byline([doubtful, sure], [segment("Rain")]) == "Li Wei"
    assert trusted_byline([doubtful, sure], [segment("by JOHN ROE")]) == "John Roe"
    assert trusted_byline([sure, doubtful], [segment("by JOHN ROE")]) == "Li Wei"
    assert trusted_byline([], [segment("by JOHN ROE")]) == ""


@pytest.mark.parametrize(
    ("text", "authors", "who"),
    [
        ("By Jane Doe", (), "Jane Doe"),
        ("Jane Doe", (), ""),
        ("Jane Doe", ("Jane Doe",), "Jane Doe"),
        ("By Jane Doe and Li Wei", ("Jane Doe",), "Jane Doe, Li Wei"),
        ("9 July 2022, Jane Doe", ("Jane Doe",), "Jane Doe"),
        ("Odesa", ("Odesa",), ""),
        ("Reuters", ("Reuters",), "Reuters"),
    ],
)
def test_a_line_credits_whom_it_marks_or_names(text: str, authors: tuple[str, ...], who: str) -> None:
    assert credit_of(segment(text, *authors)) == who


def test_the_outlet_is_no_author() -> None:
    assert credit_of(segment("By The Example", "The Example"), {"The Example"}) == ""
