"""Test which stretches of text a page marks as an author's name."""

import pytest

from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.segments import segments


def authors(body: str) -> list[tuple[str, ...]]:
    return [segment.authors for segment in segments(parse_page(f"<html><body>{body}</body></html>"))]


@pytest.mark.parametrize(
    "name", ["author", "byline", "by-line", "article__author", "author-name", "username"]
)
def test_an_element_that_is_called_so_names_an_author(name: str) -> None:
    assert authors(f"<p>By <span class='{name}'>Jane  Doe</span>, Odesa</p>") == [("Jane Doe",)]


@pytest.mark.parametrize("name", ["author-bio", "author-location", "coauthors", "authority"])
def test_names_that_only_sound_alike_do_not(name: str) -> None:
    assert authors(f"<p>By <span class='{name}'>Jane Doe</span></p>") == [()]


def test_of_names_in_names_the_inner_one_counts() -> None:
    assert authors("<p><span class=byline>By <a rel=author>Jane Doe</a></span></p>") == [("Jane Doe",)]


@pytest.mark.parametrize(("depth", "named"), [(2, ("Jane Doe",)), (3, ())])
def test_a_block_that_is_called_so_names_with_all_its_text_up_to_two_blocks_inside(
    depth: int, named: tuple[str, ...]
) -> None:
    body = f"<div class=author>{'<div>' * depth}Jane Doe{'</div>' * depth}</div>"
    assert authors(body) == [named]
