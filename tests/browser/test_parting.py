"""Test how a curator parts two articles that were imported as one, by keyboard and without JavaScript."""

import pytest
from playwright.sync_api import expect

from annotations.models import Highlight
from newsroom.models import Article, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.page_errors import Watch

pytestmark = pytest.mark.django_db(transaction=True)
HARBOUR = "The harbour was closed on Monday after a ship struck the quay. Nobody was hurt in the collision."
BUDGET = "The council passed its budget late at night. Taxes on houses rise by two percent next spring."


@pytest.fixture
def curator() -> User:
    return make.user(UserRole.CURATOR, "curator")


def merged_article() -> tuple[Article, Highlight, Highlight]:
    """Return an article that is two, with a highlight in the text of each."""
    story = make.story("Harbour")
    article = make.article(HARBOUR, title="Harbour closed", story=story, outlet="Gazette")
    of_harbour = make.highlight(article, "closed on Monday")
    of_budget = make.highlight(make.revision(article, BUDGET), "rise by two percent")
    make.evidence(make.claim(story, "Taxes rise."), of_budget)
    return article, of_harbour, of_budget


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_two_articles_that_are_one_are_parted_from_the_page_of_the_article(
    open_page: OpenPage, watch: Watch, curator: User, scripts: bool
) -> None:
    watch.expect("answered 422")
    article, of_harbour, of_budget = merged_article()
    page = open_page(curator, java_script_enabled=scripts)
    page.goto(article.get_absolute_url())
    page.get_by_role("link", name="Part two articles").click()
    page.get_by_role("button", name="Show what will happen").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose the revisions")

    page.get_by_role("checkbox", name="Revision 2").press("Space")
    page.get_by_label("Working title of the new article").fill("Budget passed")
    page.get_by_label("Working title of the new article").press("Enter")
    expect(page.get_by_text("This cannot be taken back")).to_be_visible()
    going = page.get_by_role("row", name="rise by two percent")
    expect(going).to_contain_text("evidence for 1 claim")
    expect(page.get_by_role("row", name="closed on Monday")).to_contain_text("Unchanged")

    page.get_by_role("button", name="Part the two articles").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Budget passed")
    expect(page.get_by_text("rise by two percent").first).to_be_visible()
    for highlight, title in ((of_budget, "Budget passed"), (of_harbour, "Harbour closed")):
        page.goto(highlight.get_absolute_url())
        highlight.refresh_from_db()
        assert highlight.article.title == title
        expect(page.get_by_role("heading", level=1)).to_have_text(f"A passage from {title}")
