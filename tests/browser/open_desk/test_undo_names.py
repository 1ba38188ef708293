"""Test in a browser that undo names what it will undo, in this tab, in other ones and after a reload."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from newsroom.models import Article, User
from tests.browser.acting import mark, slow
from tests.browser.selecting import all_saved

NOTHING = "There is nothing of yours to undo (Ctrl+Z)"


def undo(page: Page):  # type: ignore[no-untyped-def]
    return page.locator('[data-act="undo"]')


def test_undo_names_the_act_at_once_and_after_each_step(
    open_desk: Callable[..., Page], editor: User, articles: list[Article]
) -> None:
    page = open_desk(editor)
    slow(page, 400)
    for words in ("Paragraph 1 of the Gazette", "Paragraph 2 of the Gazette"):
        mark(page, articles[0], words)
        expect(undo(page)).to_have_attribute("title", f"Undo: Highlight: {words} (Ctrl+Z)")
    all_saved(page)
    page.keyboard.press("Control+z")
    all_saved(page)
    expect(undo(page)).to_have_attribute(
        "title", "Undo: you highlighted “Paragraph 1 of the Gazette” (Ctrl+Z)"
    )
    redo = page.locator('[data-act="redo"]')
    expect(redo).to_have_attribute(
        "title", "Redo, after you withdrew “Paragraph 2 of the Gazette” (Ctrl+Shift+Z)"
    )
    page.reload()
    expect(undo(page)).to_have_attribute(
        "title", "Undo: you highlighted “Paragraph 1 of the Gazette” (Ctrl+Z)"
    )


def test_undo_of_one_browser_names_what_was_done_in_another(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article]
) -> None:
    first, second, other = open_desk(editor), open_desk(editor), open_desk(reporter)
    expect(undo(second)).to_have_attribute("title", NOTHING)
    mark(first, articles[0], "Paragraph 1 of the Gazette")
    expect(undo(second)).to_have_attribute(
        "title", "Undo: you highlighted “Paragraph 1 of the Gazette” (Ctrl+Z)"
    )
    expect(other.locator("news-prose mark")).to_have_count(1)
    expect(undo(other)).to_have_attribute("title", NOTHING)
