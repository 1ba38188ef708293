"""Test the regions of a page, and how much text stands in them."""

import pytest

from newsroom.text.model import Mark, MarkKind, Piece
from newsroom.text.readers.page.containers import (
    container_of,
    furniture_of,
    further_parts,
    only_article,
    regions_of,
    text_length,
    weights_of,
)
from newsroom.text.readers.page.regions import PageSegment, Region

ROOT = Region(None, "body", "", furniture=False)


def inside(parent: Region, tag: str = "div", *, furniture: bool = False) -> Region:
    return Region(parent, tag, "", furniture)


def stretch(region: Region, length: int, heading: str = "") -> PageSegment:
    marks = (Mark(0, length, MarkKind.HEADING, heading),) if heading else ()
    return PageSegment(Piece("x" * length, marks=marks), region, 0, "", ())


def test_regions_come_outer_before_inner_and_weigh_what_stands_in_them() -> None:
    outer, other = inside(ROOT), inside(ROOT)
    inner = inside(outer)
    page = [stretch(inner, 10), stretch(other, 5)]
    assert regions_of(page) == [ROOT, outer, inner, other]
    assert weights_of(page, [0, 1]) == {ROOT: 15, outer: 10, inner: 10, other: 5}
    assert text_length(page, [1]) == 5


@pytest.mark.parametrize(("weight", "serves"), [(50, True), (51, False)])
def test_what_holds_more_than_half_of_the_text_serves_no_page(weight: int, serves: bool) -> None:
    menu = inside(ROOT, furniture=True)
    page = [stretch(menu, weight), stretch(ROOT, 100 - weight)]
    assert (menu in furniture_of(page, {menu: weight}, 100)) is serves


@pytest.mark.parametrize(("weight", "is_container"), [(85, True), (84, False)])
def test_the_container_holds_nearly_all_of_the_text(weight: int, is_container: bool) -> None:
    block = inside(ROOT)
    page = [stretch(block, weight), stretch(ROOT, 100 - weight)]
    assert (ROOT not in container_of(page, [0, 1])) is is_container


def test_the_only_article_with_a_headline_is_the_page_s() -> None:
    article, teaser = inside(ROOT, "article"), inside(ROOT, "article")
    assert only_article([stretch(article, 9, "1"), stretch(teaser, 9, "3")]) == {article}
    assert only_article([stretch(article, 9, "1"), stretch(teaser, 9, "1")]) == set()
    assert only_article([stretch(article, 9, "2")]) == {article}
    assert only_article([stretch(article, 9)]) == set()


@pytest.mark.parametrize(("lengths", "is_part"), [((80, 80), True), ((80, 79), False), ((80,), False)])
def test_a_further_part_of_an_article_has_two_long_paragraphs(
    lengths: tuple[int, ...], is_part: bool
) -> None:
    first, second = inside(ROOT, "article"), inside(ROOT, "article")
    page = [stretch(first, 20, "1"), stretch(second, 20, "2"), *(stretch(second, each) for each in lengths)]
    assert (second in further_parts(page)) is is_part


def test_another_article_is_no_further_part() -> None:
    first, second, elsewhere = (inside(parent, "article") for parent in (ROOT, ROOT, inside(ROOT)))
    prose = [stretch(second, 90), stretch(second, 90)]
    linked = PageSegment(stretch(second, 20, "2").piece, second, 20, "", ())
    dated = PageSegment(Piece("May 3"), second, 0, "2024-05-03", ())
    signed = PageSegment(Piece("Ana Ruiz"), second, 0, "", ("Ana Ruiz",))
    for own in (stretch(second, 20, "1"), linked, dated, signed):
        assert further_parts([stretch(first, 20, "1"), own, *prose]) == set()
    apart = [stretch(elsewhere, 90), stretch(elsewhere, 90)]
    assert further_parts([stretch(first, 20, "1"), *apart]) == set()
    assert further_parts(prose) == set()
