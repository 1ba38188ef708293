"""Test what the rail shows as long as no passage is chosen."""

import pytest
from playwright.sync_api import Page, expect

from newsroom.models import Article, Story, User
from tests import make


@pytest.fixture
def overview(desk: Page, story: Story, articles: tuple[Article, ...], editor: User) -> Page:
    make.highlight(articles[0], "stayed in port", by=editor)
    make.highlight(articles[0], "Lavrov left", by=editor)
    make.highlight(articles[1], "a success", by=editor)
    make.claim(story, "The grain never left.", by=editor)
    desk.reload()
    return desk


def test_the_highlights_of_the_open_articles_and_the_claims_are_listed_and_searched(overview: Page) -> None:
    highlights = overview.locator("passage-list section").first.locator("li:visible")
    expect(highlights).to_have_text(["The Gazette Lavrov left", "stayed in port", "The Mirror a success"])
    claims = overview.locator("passage-list section").nth(1).locator("li:visible")
    expect(claims).to_contain_text(["The grain never left."])
    overview.get_by_label("Search in highlights and claims").fill("GRAIN")
    expect(highlights).to_have_count(0)
    expect(overview.get_by_text("None here.").first).to_be_visible()
    expect(claims).to_have_count(1)
    overview.get_by_label("Search in highlights and claims").fill("port")
    expect(highlights).to_have_text(["stayed in port"])


def test_a_highlight_is_chosen_from_the_list_and_the_card_leads_back_to_it(overview: Page) -> None:
    overview.locator("passage-list").get_by_role("link", name="a success").click()
    expect(overview.locator("article.passage blockquote").first).to_have_text("a success")
    expect(overview.locator("mark[data-lit]")).to_have_text("a success")
    overview.get_by_role("button", name="All highlights").click()
    expect(overview.locator("passage-list li:visible")).to_have_count(4)
    expect(overview.locator("mark[data-lit]")).to_have_count(0)
    overview.locator("passage-list").get_by_role("link", name="The grain never left.").click()
    expect(overview.locator("#claims")).to_contain_text("The grain never left.")
