"""Provide a story with four articles, and a desk on which two of them are open."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def reporter(editor: User) -> User:
    return make.user(UserRole.REPORTER, "reporter")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story("Four reports", by=editor)


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    outlets = ("Gazette", "Mirror", "Herald", "Courier")
    return [
        make.article(long_text(outlet), story=story, by=editor, outlet=outlet, title=f"{outlet} says")
        for outlet in outlets
    ]


def long_text(outlet: str) -> str:
    """Return a text that has to be scrolled."""
    return "\n\n".join(f"Paragraph {number} of the {outlet}. " + "Rain fell. " * 40 for number in range(40))


@pytest.fixture
def open_desk(open_page: OpenPage, story: Story, articles: list[Article]) -> Callable[..., Page]:
    """Return `open_desk(person, query="")`, which opens the desk of the story in a browser of its own."""

    def opened(person: User, query: str = "") -> Page:
        page = open_page(person)
        page.goto(f"/stories/{story.slug}/desk/{query}")
        page.wait_for_function("document.querySelector('news-desk').address?.begun")
        return page

    return opened


@pytest.fixture
def desk(open_desk: Callable[..., Page], editor: User) -> Page:
    return open_desk(editor)
