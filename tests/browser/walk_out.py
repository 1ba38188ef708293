"""Fixtures of an editor at the desk of a story with two articles."""

import pytest
from playwright.sync_api import Page

from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage

ONE = "Lavrov left the room again.\n\nThe grain stayed in port. Nobody knew why."
TWO = "He left before Kuleba spoke.\n\nThe host called the day a success."


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story("The walk-out", by=editor)


@pytest.fixture
def articles(story: Story, editor: User) -> tuple[Article, ...]:
    return tuple(
        make.article(text, story=story, by=editor, outlet=outlet)
        for text, outlet in ((ONE, "The Gazette"), (TWO, "The Mirror"))
    )


@pytest.fixture
def desk(open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, ...]) -> Page:
    page = open_page(editor)
    page.goto(f"/stories/{story.slug}/desk/")
    return page
