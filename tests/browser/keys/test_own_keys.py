"""Test that a person chooses other single keys, and that the list and the bar show those that hold."""

from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.models import Article
from tests.browser.selecting import all_saved, select

STATUS = "dialog.keys [role=status]"


def choose(page: Page, command: str, key: str) -> None:
    page.locator(f'dialog.keys [data-command="{command}"] button').click()
    page.keyboard.press(key)


def test_an_own_key_takes_the_place_of_the_former_one_and_stays(
    desk: Page, articles: tuple[Article, ...]
) -> None:
    desk.keyboard.press("?")
    choose(desk, "highlight", "m")
    expect(desk.locator(STATUS)).to_have_text("“m” is the key for: highlight the words.")
    desk.reload()
    select(desk, articles[0].pk, "left the room")
    expect(desk.locator("selection-bar [data-command=highlight]")).to_have_attribute("aria-keyshortcuts", "m")
    desk.keyboard.press("h")
    expect(desk.locator("selection-bar")).to_be_visible()
    desk.keyboard.press("m")
    expect(desk.locator("article.passage blockquote").first).to_have_text("left the room")
    all_saved(desk)
    assert Highlight.objects.count() == 1
    desk.keyboard.press("?")
    expect(desk.locator("dialog.keys [data-command=highlight] kbd")).to_have_text("m")
    desk.get_by_role("button", name="All keys as they were").click()
    expect(desk.locator("dialog.keys [data-command=highlight] kbd")).to_have_text("h")


def test_a_key_that_is_taken_or_belongs_to_tags_is_refused_with_a_sentence(desk: Page) -> None:
    desk.keyboard.press("?")
    choose(desk, "highlight", "n")
    expect(desk.locator(STATUS)).to_have_text("“n” is taken: note. Choose another key.")
    desk.keyboard.press("3")
    expect(desk.locator(STATUS)).to_have_text("Choose a single letter or sign; digits belong to tags.")
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog.keys")).to_be_visible()
    expect(desk.locator("dialog.keys [data-command=highlight] kbd")).to_have_text("h")
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog.keys")).to_be_hidden()
