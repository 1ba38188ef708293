"""Test that a refused act is told with all that was built on it, and that words are marked once."""

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Highlight
from newsroom.models import Article, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.acting import TEXT, mark, slow
from tests.browser.selecting import all_saved, select


def test_the_same_words_again_open_the_highlight_that_is_there(desk: Page, article: Article) -> None:
    mark(desk, article, "three")
    all_saved(desk)
    desk.keyboard.press("Escape")
    select(desk, article.pk, "three")
    desk.keyboard.press("h")
    desk.keyboard.press("t")
    desk.keyboard.type("claims/number")
    desk.keyboard.press("Enter")
    all_saved(desk)
    highlight = Highlight.objects.get()
    assert [str(tag) for tag in highlight.tags.all()] == ["claims/number"]
    expect(desk.locator(f"#highlight-{highlight.pk}")).to_be_visible()


@pytest.mark.parametrize(("button", "highlights"), [("Open it", 1), ("Mark it too", 2)])
def test_words_that_a_colleague_marked_are_opened_or_marked_too(
    desk: Page, article: Article, watch, button: str, highlights: int
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("draw/ answered 409")
    # The tag is added before the server has answered.
    slow(desk, 1_500)
    theirs = make.highlight(article, "three", by=make.user(UserRole.EDITOR, "colleague"))
    mark(desk, article, "three")
    desk.keyboard.press("t")
    desk.keyboard.type("claims/number")
    desk.keyboard.press("Enter")
    expect(desk.locator("#refusals")).to_contain_text("colleague has marked these words already")
    expect(desk.locator("#refusals")).to_contain_text("Add tag: claims/number")
    desk.locator("#refusals").get_by_role("button", name=button).click()
    all_saved(desk)
    expect(desk.locator("#refusals .alert")).to_have_count(0)
    tagged = Highlight.objects.get(tags__path="claims/number")
    assert Highlight.objects.count() == highlights
    assert (tagged == theirs) is (button == "Open it")


def test_what_is_refused_is_told_with_what_was_built_on_it(
    desk: Page, article: Article, reporter: User, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("draw/ answered 409")
    slow(desk, 400)
    make.revision(article, TEXT.replace("One", "1"), by=reporter)
    mark(desk, article, "three")
    desk.keyboard.press("n")
    desk.keyboard.type("Three of what?")
    desk.get_by_role("button", name="Save note").click()
    mark(desk, article, "seven")
    refusals = desk.locator("#refusals")
    expect(refusals.locator(".alert")).to_have_count(2)
    expect(refusals).to_contain_text("The article has a newer revision")
    expect(refusals).to_contain_text("Save note: Three of what?")
    expect(desk.locator("act-outbox")).to_have_text("Not all saved")
    desk.reload()
    expect(refusals).to_contain_text("Save note: Three of what?")
    for _ in range(2):
        refusals.get_by_role("button", name="Dismiss").first.click()
    expect(refusals.locator(".alert")).to_have_count(0)
    expect(desk.locator("act-outbox")).to_have_text("All saved")
    assert Highlight.objects.count() == 0


def test_undo_behind_a_refused_act_takes_nothing_older_back(
    desk: Page, article: Article, reporter: User, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("withdraw/ answered 422")
    mark(desk, article, "three")
    all_saved(desk)
    older = Highlight.objects.get()
    mark(desk, article, "seven")
    all_saved(desk)
    withdraw_highlight(Highlight.objects.exclude(pk=older.pk).get(), by=reporter)
    slow(desk, 400)
    desk.keyboard.press("Shift+Delete")
    desk.keyboard.press("Control+z")
    expect(desk.locator("#refusals")).to_contain_text("was withdrawn")
    expect(desk.locator("act-outbox")).to_have_attribute("data-state", "refused")
    older.refresh_from_db()
    assert older.withdrawn_at is None
