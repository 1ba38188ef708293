"""Test the decisions on a candidate: linking it draws the passages that are not marked yet,
and dismissing it lasts.
"""

import pytest

from annotations.actions.judgements.candidates import (
    accept_candidate,
    dismiss_candidate,
    offer_again,
)
from annotations.actions.passages.drawing import PassageLocation
from annotations.logic.finding.dismissals import PassageKey
from annotations.models import Dismissal, Highlight, Link
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

WORDS = "The minister left"


@pytest.fixture
def reporter() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def story(reporter: User) -> Story:
    return make.story(by=reporter)


@pytest.fixture
def articles(story: Story, reporter: User) -> list[Article]:
    return [make.article(story=story, by=reporter) for _ in range(2)]


def location(article: Article, words: str = WORDS) -> PassageLocation:
    start = article.current.text.index(words)
    return PassageLocation(article.current, start, start + len(words), words)


def test_both_passages_are_drawn_if_neither_is_marked(articles: list[Article], reporter: User) -> None:
    link = accept_candidate(location(articles[0]), location(articles[1]), "repeats", by=reporter)
    assert [link.source.article, link.target.article] == articles
    assert {passage.anchor.quote for passage in Highlight.objects.all()} == {WORDS}


def test_a_highlight_that_stands_exactly_there_is_linked_and_none_drawn(
    articles: list[Article], reporter: User
) -> None:
    here, there = (make.highlight(article, WORDS, by=reporter) for article in articles)
    link = accept_candidate(here, location(articles[1]), "context", by=reporter, note="Twice.")
    assert (link.source, link.target, link.note) == (here, there, "Twice.")
    assert Highlight.objects.count() == 2


def test_nothing_is_drawn_if_the_two_cannot_be_linked(articles: list[Article], reporter: User) -> None:
    with pytest.raises(Invalid):
        accept_candidate(location(articles[0]), location(articles[0], "speech"), "repeats", by=reporter)
    assert not Highlight.objects.exists()
    assert not Link.objects.exists()


def test_a_pair_is_set_aside_once_in_whichever_direction(articles: list[Article], reporter: User) -> None:
    keys = [PassageKey(article.pk, WORDS) for article in articles]
    dismissal = dismiss_candidate(*keys, by=reporter)
    with pytest.raises(Conflict, match="set this passage aside already"):
        dismiss_candidate(*reversed(keys), by=reporter)
    offer_again(dismissal, by=reporter)
    dismiss_candidate(*reversed(keys), by=reporter)
    assert Dismissal.objects.filter(withdrawn_at=None).count() == 1


def test_passages_of_one_article_are_not_set_aside(articles: list[Article], reporter: User) -> None:
    with pytest.raises(Invalid, match="another article"):
        dismiss_candidate(
            PassageKey(articles[0].pk, WORDS), PassageKey(articles[0].pk, "speech"), by=reporter
        )
