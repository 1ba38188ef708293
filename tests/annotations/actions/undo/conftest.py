"""Provide fixtures: a person who works on a passage, in a story of two articles."""

import pytest

from annotations.models import Highlight
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make


@pytest.fixture
def person() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def story(person: User) -> Story:
    return make.story(by=person)


@pytest.fixture
def articles(story: Story, person: User) -> tuple[Article, Article]:
    return make.article(story=story, by=person), make.article(story=story, by=person)


@pytest.fixture
def passage(articles: tuple[Article, Article], person: User) -> Highlight:
    return make.highlight(articles[0], "The minister left", by=person)
