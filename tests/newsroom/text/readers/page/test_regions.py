"""Test the blocks of a page, and which of them are furniture."""

import pytest
from lxml.html import fragment_fromstring

from newsroom.text.model import Piece
from newsroom.text.readers.page.regions import PageSegment, Region, is_block, is_furniture, names_of


def serves_the_page(markup: str) -> bool:
    element = fragment_fromstring(markup)
    return is_furniture(element.tag, names_of(element), element)


@pytest.mark.parametrize(
    "markup",
    [
        "<nav></nav>",
        "<div class='site-menu'></div>",
        "<div role=Navigation></div>",
        "<p hidden></p>",
        "<p style='display : none'></p>",
    ],
)
def test_menus_and_hidden_words_serve_the_page(markup: str) -> None:
    assert serves_the_page(markup)


@pytest.mark.parametrize(
    "markup", ["<p></p>", "<article class=sidebar></article>", "<div class=menus></div>"]
)
def test_paragraphs_and_articles_do_not(markup: str) -> None:
    assert not serves_the_page(markup)


def test_hidden_words_are_parted_from_the_others() -> None:
    assert is_block(fragment_fromstring("<p></p>"))
    assert is_block(fragment_fromstring("<span hidden></span>"))
    assert not is_block(fragment_fromstring("<span></span>"))


@pytest.mark.parametrize(("length", "found"), [(495, True), (496, False)])
def test_names_are_looked_at_for_500_characters(length: int, found: bool) -> None:
    names = "x" * length + " menu"
    assert serves_the_page(f"<div class='{names}'></div>") is found


@pytest.mark.parametrize(("depth", "within"), [(3, True), (4, False)])
def test_a_segment_knows_the_four_innermost_blocks_around_it(depth: int, within: bool) -> None:
    region = Region(None, "figure", "", furniture=True)
    for _ in range(depth):
        region = Region(region, "div", "", furniture=False)
    segment = PageSegment(Piece("x"), region, 0, "", ())
    assert segment.within("figure") is within
    assert segment.is_in_furniture
