"""Test the bylines that a page states in its metadata."""

import json

import pytest

from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.stated.authors import StatedByline, stated_bylines


def bylines(body: str, *articles: dict[str, object], **tags: list[str]) -> list[StatedByline]:
    root = parse_page(f"<html><body>{body}</body></html>")
    stated = stated_bylines(root, tags, articles, {"The Example"})
    return [byline for byline in stated if byline.names]


def test_only_a_news_article_s_word_needs_no_proof() -> None:
    assert bylines("", {"@type": "NewsArticle", "author": [{"name": "Jane Doe"}]}) == [("Jane Doe", False)]
    assert bylines("", {"@type": "Article", "author": ["Jane Doe"]}) == [("Jane Doe", True)]


def test_markup_comes_before_meta_tags() -> None:
    marked = '<p itemprop="author">Jane Doe</p>'
    assert bylines(marked, author=["Li Wei"]) == [("Jane Doe", True), ("Li Wei", True)]


@pytest.mark.parametrize("place", ["comment-list", "related", "sidebar"])
def test_authors_of_comments_and_other_articles_are_passed_over(place: str) -> None:
    assert bylines(f'<div class="{place}"><p itemprop="author">Jane Doe</p></div>') == []


@pytest.mark.parametrize(("number", "names"), [(19, 20), (20, 20)])
def test_at_most_twenty_marked_elements_are_looked_at(number: int, names: int) -> None:
    marked = "".join(f'<p itemprop="author">Jo {chr(65 + index)}x</p>' for index in range(number + 1))
    (byline,) = bylines(marked)
    assert len(byline.names.split(", ")) == names


def test_the_outlet_and_organisations_are_no_authors() -> None:
    organisation = json.loads('{"@type": "Organization", "name": "KXYZ Seven"}')
    assert bylines("", {"@type": "NewsArticle", "author": [organisation, {"name": "The Example"}]}) == []
