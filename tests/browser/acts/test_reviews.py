"""Test in a browser that answers of a review wait in the outbox, and are done exactly once."""

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.passages.reviewing import confirm_anchor
from annotations.models import Highlight
from newsroom.models import Activity, Article, User, Verb
from tests import make
from tests.browser.acting import TEXT, slow
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved


@pytest.fixture
def changed(article: Article, reporter: User) -> list[Highlight]:
    """Return two highlights that a new revision has changed."""
    highlights = [
        make.highlight(article, "One two three four five six seven", by=reporter),
        make.highlight(article, "The grain stayed in port", by=reporter),
    ]
    newer = TEXT.replace("six seven", "six 7").replace("in port", "in the port")
    make.revision(article, newer, by=reporter)
    return highlights


@pytest.fixture
def review(open_page: OpenPage, reporter: User, changed: list[Highlight]) -> Page:
    page = open_page(reporter)
    page.goto("/stories/numbers/review/")
    return page


def accepted() -> int:
    return Activity.objects.filter(verb=Verb.CONFIRMED).count()


def test_an_answer_shows_the_next_passage_without_a_new_page(review: Page) -> None:
    review.evaluate("() => (window.sameOne = true)")
    review.keyboard.press("a")
    expect(review.locator("#said")).to_contain_text("Accepted")
    review.keyboard.press("a")
    expect(review.get_by_text("Nothing waits")).to_be_visible()
    assert review.evaluate("() => window.sameOne === true")
    assert accepted() == 2


def test_a_key_that_is_held_answers_for_one_passage_only(review: Page) -> None:
    review.keyboard.down("a")
    expect(review.locator("#said")).to_contain_text("Accepted")
    expect(review.locator(".review-list li")).to_have_count(1)
    review.keyboard.down("a")
    review.keyboard.up("a")
    all_saved(review)
    assert accepted() == 1
    expect(review.locator(".review-list li")).to_have_count(1)


def test_an_answer_without_network_waits_visibly_and_is_done_once_after_a_reload(review: Page, watch) -> None:  # type: ignore[no-untyped-def]
    watch.expect("ERR_INTERNET_DISCONNECTED")
    review.context.set_offline(True)
    with review.expect_event("requestfailed"):
        review.keyboard.press("a")
    expect(review.locator("p.waiting")).to_contain_text("Accept the new text")
    review.keyboard.press("a")
    review.context.set_offline(False)
    review.reload()
    all_saved(review)
    expect(review.locator(".review-list li")).to_have_count(1)
    assert accepted() == 1


def test_a_late_answer_does_not_take_the_passage_that_is_looked_at(
    review: Page, changed: list[Highlight]
) -> None:
    slow(review, 1_200)
    review.keyboard.press("a")
    review.goto(f"/stories/numbers/review/?h={changed[1].pk}")
    all_saved(review)
    expect(review.locator("#review")).to_have_attribute("data-asks", str(changed[1].pk))
    assert accepted() == 1


def test_a_refused_answer_shows_what_is_left(
    review: Page, changed: list[Highlight], reporter: User, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("answered 409")
    first = review.locator("#review").get_attribute("data-asks")
    answered = next(highlight for highlight in changed if str(highlight.pk) == first)
    answered.refresh_from_db()
    confirm_anchor(answered.pk, answered.anchor_id, by=reporter)
    review.keyboard.press("a")
    expect(review.locator("#refusals")).to_contain_text("Someone else has answered this one")
    expect(review.locator(".review-list li")).to_have_count(1)
    expect(review.locator("#review")).not_to_have_attribute("data-asks", first or "")
    review.keyboard.press("a")
    expect(review.get_by_text("Nothing waits")).to_be_visible()
    assert accepted() == 2


def test_an_answer_in_another_tab_leaves_the_scope_of_this_one(review: Page, reporter: User) -> None:
    elsewhere = make.article(TEXT, story=make.story("Elsewhere", by=reporter), by=reporter)
    make.highlight(elsewhere, "One two three four five six seven", by=reporter)
    make.revision(elsewhere, TEXT.replace("six seven", "six 7"), by=reporter)
    wide = review.context.new_page()
    wide.goto("/review/")
    expect(wide.locator(".review-list li")).to_have_count(3)
    wide.goto(f"/review/?h={review.locator('#review').get_attribute('data-asks')}")
    wide.keyboard.press("a")
    expect(wide.locator(".review-list li")).to_have_count(2)
    expect(review.locator(".review-list li")).to_have_count(1)
    expect(review.locator("#review")).to_have_attribute("data-story", "numbers")
    review.keyboard.press("a")
    expect(review.get_by_text("Nothing waits")).to_be_visible()
    assert accepted() == 2


def test_withdrawing_and_untagging_are_seen_waiting(desk: Page, article: Article, reporter: User) -> None:
    highlight = make.highlight(article, "One two", by=reporter)
    desk.goto(f"/stories/numbers/desk/?h={highlight.pk}")
    slow(desk, 1_500)
    desk.keyboard.press("Shift+Delete")
    expect(desk.locator("#card p.waiting")).to_contain_text("Withdraw")
    assert desk.evaluate("() => CSS.highlights.get('leaving').size") == 1
    all_saved(desk)
    expect(desk.locator("#card p.waiting")).to_have_count(0)
    assert desk.evaluate("() => CSS.highlights.get('leaving').size") == 0
