"""Provide a reporter at the desk of a story with one article, for the tests of the outbox."""

import pytest
from playwright.sync_api import Page

from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.acting import TEXT
from tests.browser.conftest import OpenPage


@pytest.fixture
def reporter(transactional_db) -> User:  # type: ignore[no-untyped-def]
    person = make.user(UserRole.REPORTER, "reporter")
    person.set_password(make.PASSWORD)
    person.save()
    return person


@pytest.fixture
def story(reporter: User) -> Story:
    return make.story("Numbers", by=reporter)


@pytest.fixture
def article(story: Story, reporter: User) -> Article:
    return make.article(TEXT, story=story, by=reporter)


@pytest.fixture
def desk(open_page: OpenPage, reporter: User, article: Article) -> Page:
    page = open_page(reporter)
    page.goto("/stories/numbers/desk/")
    return page
