"""Test what a desk shows of the articles that are open on it, and the links that open others."""

import pytest

from annotations.queries.desk.panes import MOST_PANES
from annotations.views.open_desk.opening import opening, opening_context, turns_of
from newsroom.models import Article, Story
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def story() -> Story:
    return make.story("Reports")


@pytest.fixture
def articles(story: Story) -> list[Article]:
    return [make.article(story=story) for _ in range(MOST_PANES + 1)]


def named(*articles: Article) -> list[str]:
    return [",".join(str(article.pk) for article in articles)]


def test_panes_are_read_only_of_the_articles_that_are_to_be_shown(
    story: Story, articles: list[Article]
) -> None:
    desk = opening(story, named(*articles[:3]))
    context = opening_context(desk, [articles[1]])
    assert [pane.article for pane in context["panes"]] == [articles[1]]
    assert context["reading"] == [article.pk for article in articles[:3]]
    assert context["tabs"] == articles[:3]


def test_the_last_open_article_cannot_be_closed(story: Story, articles: list[Article]) -> None:
    (only,) = [
        picker for picker in opening_context(opening(story, named(articles[0])))["pickers"] if picker.is_open
    ]
    assert only.possible is False


@pytest.mark.parametrize(("number_open", "possible"), [(MOST_PANES - 1, True), (MOST_PANES, False)])
def test_no_more_than_four_articles_can_be_opened(
    story: Story, articles: list[Article], number_open: int, possible: bool
) -> None:
    pickers = opening_context(opening(story, named(*articles[:number_open])))["pickers"]
    assert pickers[-1].possible is possible


def test_a_pane_turns_to_the_next_and_the_previous_article_that_is_not_open(
    story: Story, articles: list[Article]
) -> None:
    ((_, turns),) = turns_of(opening(story, named(articles[1])))
    assert turns
    assert f"read={articles[2].pk}#" in turns.next
    assert f"read={articles[0].pk}#" in turns.prev


def test_nothing_turns_if_every_article_is_open() -> None:
    story = make.story("Two reports")
    articles = [make.article(story=story) for _ in range(2)]
    assert [turns for _, turns in turns_of(opening(story, named(*articles)))] == [None, None]
