"""Test which objects of a page's JSON-LD describe its article."""

import json

import pytest

from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.stated.linked_data import (
    Article,
    first_line,
    is_news,
    linked_articles,
    texts_in,
)


def articles(script: str) -> list[Article]:
    markup = f'<html><head><script type="application/ld+json">{script}</script></head><body>x</body></html>'
    return list(linked_articles(parse_page(markup)))


def test_articles_stand_in_graphs_and_lists() -> None:
    found = articles(json.dumps({"@graph": [[{"@type": ["Thing", "NewsArticle"], "headline": "Rain"}]]}))
    assert first_line(found, "headline") == "Rain"


def test_a_comment_around_json_and_a_comma_too_many_are_forgiven() -> None:
    assert len(articles('<!-- {"@type": "Article",} -->')) == 1
    assert articles('{"@type": "Article"') == []


def test_an_author_that_is_only_pointed_to_gets_its_name() -> None:
    graph = {"@graph": [{"@id": "#a", "name": "Jane Doe"}, {"@type": "Report", "author": {"@id": "#a"}}]}
    (article,) = articles(json.dumps(graph))
    assert texts_in(article["author"]) == ["Jane Doe"]


@pytest.mark.parametrize(("number", "last"), [(20, "n19"), (21, "n19")])
def test_at_most_twenty_items_of_a_list_are_looked_at(number: int, last: str) -> None:
    assert texts_in([f"n{index}" for index in range(number)])[-1] == last


@pytest.mark.parametrize(("objects", "number"), [(4_996, 1), (4_997, 0)])
def test_at_most_5000_objects_are_looked_at(objects: int, number: int) -> None:
    nodes = [0] * objects + [{"@type": "Article"}]
    assert len(articles(json.dumps([nodes[:4_000], nodes[4_000:]]))) == number


def test_only_some_types_are_of_news() -> None:
    assert is_news({"@type": "ReportageNewsArticle"})
    assert not is_news({"@type": "Article"})
