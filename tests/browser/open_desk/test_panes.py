"""Test in a browser that articles are opened, closed and turned without a new page, and that a reload and
Back show what was shown before.
"""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.models import Article, Story, User
from tests import make
from tests.browser.acting import mark, slow
from tests.browser.selecting import all_saved, pane_of

FIRST = "Paragraph 20 of the Gazette"
TOP = "(prose) => prose.scrollTop"
READ = """(prose) => {
  const { top } = prose.getBoundingClientRect();
  return [...prose.querySelectorAll(".block")].find((block) => block.getBoundingClientRect().bottom > top).id;
}"""


@pytest.fixture
def highlight(articles: list[Article], editor: User) -> Highlight:
    return make.highlight(articles[0], FIRST, by=editor)


def chip(page: Page, outlet: str):  # type: ignore[no-untyped-def]
    return page.locator(".desk-articles").get_by_text(outlet)


def open_panes(page: Page) -> list[str]:
    return page.locator(".pane").evaluate_all("(panes) => panes.map((pane) => pane.dataset.article)")


def stay(page: Page) -> None:
    """Leave a sign on the page that a new page would not have."""
    page.evaluate("() => (window.sameOne = true)")


def is_same_page(page: Page) -> bool:
    return bool(page.evaluate("() => window.sameOne === true"))


def scroll_to(page: Page, article: Article, top: int) -> None:
    prose = pane_of(page, article.pk).locator("news-prose")
    prose.evaluate(f"(prose) => (prose.scrollTop = {top})")
    page.wait_for_timeout(100)


def test_an_article_opens_beside_the_others_without_a_new_page(
    desk: Page, articles: list[Article], highlight: Highlight
) -> None:
    desk.reload()
    stay(desk)
    pane_of(desk, articles[0].pk).locator("mark").first.click()
    expect(desk.locator("#card [data-highlight]")).to_have_attribute("data-highlight", str(highlight.pk))
    scroll_to(desk, articles[0], 900)
    before = pane_of(desk, articles[0].pk).locator("news-prose").evaluate(READ)
    chip(desk, "Herald").click()
    expect(pane_of(desk, articles[2].pk)).to_be_visible()
    assert open_panes(desk) == [str(article.pk) for article in articles[:3]]
    assert is_same_page(desk)
    desk.wait_for_timeout(100)
    # The pane is narrower now, and its lines break elsewhere, but the same paragraph is at the top.
    assert before not in {"", "r1-0"}
    assert pane_of(desk, articles[0].pk).locator("news-prose").evaluate(READ) == before
    expect(desk.locator("#card [data-highlight]")).to_have_attribute("data-highlight", str(highlight.pk))
    assert f"h={highlight.pk}" in desk.url
    assert f"read={','.join(str(article.pk) for article in articles[:3])}" in desk.url
    expect(desk.locator(".desk-articles [aria-hidden]")).to_have_count(3)
    assert desk.evaluate("document.activeElement.id") == f"chip-{articles[2].pk}"


def test_only_the_missing_pane_is_fetched(desk: Page, articles: list[Article]) -> None:
    with desk.expect_response(lambda response: "/desk/panes/" in response.url) as answer:
        chip(desk, "Herald").click()
    text = answer.value.text()
    assert f'id="pane-{articles[2].pk}"' in text
    assert f'id="pane-{articles[0].pk}"' not in text


def test_an_article_closes_and_opens_again_where_it_was_read(desk: Page, articles: list[Article]) -> None:
    stay(desk)
    scroll_to(desk, articles[1], 1500)
    before = pane_of(desk, articles[1].pk).locator("news-prose").evaluate(TOP)
    chip(desk, "Mirror").click()
    expect(pane_of(desk, articles[1].pk)).to_have_count(0)
    expect(desk.locator(".pane-divider")).to_have_count(0)
    chip(desk, "Mirror").click()
    expect(pane_of(desk, articles[1].pk)).to_be_visible()
    expect(desk.locator(".pane-divider")).to_have_count(1)
    desk.wait_for_timeout(100)
    assert abs(pane_of(desk, articles[1].pk).locator("news-prose").evaluate(TOP) - before) < 5
    assert is_same_page(desk)


def test_a_turned_pane_shows_the_next_article_in_its_place(desk: Page, articles: list[Article]) -> None:
    stay(desk)
    pane_of(desk, articles[0].pk).locator("news-prose").focus()
    desk.keyboard.press("Shift+PageDown")
    expect(pane_of(desk, articles[2].pk)).to_be_visible()
    assert open_panes(desk) == [str(articles[2].pk), str(articles[1].pk)]
    assert desk.evaluate("document.activeElement.closest('.pane').id") == f"pane-{articles[2].pk}"
    desk.keyboard.press("Shift+PageDown")
    expect(pane_of(desk, articles[3].pk)).to_be_visible()
    assert is_same_page(desk)


def test_back_and_forward_open_what_was_open(desk: Page, articles: list[Article]) -> None:
    stay(desk)
    chip(desk, "Herald").click()
    expect(pane_of(desk, articles[2].pk)).to_be_visible()
    desk.go_back()
    expect(pane_of(desk, articles[2].pk)).to_have_count(0)
    desk.go_forward()
    expect(pane_of(desk, articles[2].pk)).to_be_visible()
    assert is_same_page(desk)


def test_two_articles_chosen_before_an_answer_comes_are_both_opened(
    desk: Page, articles: list[Article]
) -> None:
    slow(desk, 800)
    chip(desk, "Herald").click()
    chip(desk, "Courier").click()
    expect(pane_of(desk, articles[3].pk)).to_be_visible()
    assert open_panes(desk) == [str(article.pk) for article in articles]


def test_back_before_an_answer_comes_opens_again_what_was_open(desk: Page, articles: list[Article]) -> None:
    slow(desk, 900)
    pane_of(desk, articles[0].pk).get_by_role("link", name="Next article in this pane").click()
    desk.go_back()
    expect(pane_of(desk, articles[2].pk)).to_be_visible()
    expect(pane_of(desk, articles[0].pk)).to_be_visible()
    expect(pane_of(desk, articles[2].pk)).to_have_count(0)
    both = [str(article.pk) for article in articles[:2]]
    assert open_panes(desk) == both
    expect(desk.locator("#reading")).to_have_value(",".join(both))


def test_a_reload_shows_the_chosen_passage_the_tab_and_the_places_again(
    desk: Page, articles: list[Article], highlight: Highlight
) -> None:
    desk.reload()
    pane_of(desk, articles[0].pk).locator("mark").first.click()
    expect(desk.locator("#card [data-highlight]")).to_be_visible()
    scroll_to(desk, articles[0], 200)
    scroll_to(desk, articles[1], 1200)
    desk.get_by_role("tab", name="Links").click()
    assert "tab=links" in desk.url
    tops = desk.locator("news-prose").evaluate_all("(all) => all.map((prose) => prose.scrollTop)")
    desk.reload()
    expect(desk.get_by_role("tab", name="Links")).to_have_attribute("aria-selected", "true")
    desk.wait_for_timeout(200)
    now = desk.locator("news-prose").evaluate_all("(all) => all.map((prose) => prose.scrollTop)")
    assert all(abs(a - b) < 5 for a, b in zip(tops, now, strict=True)), (tops, now)
    expect(desk.locator("#card [data-highlight]")).to_have_attribute("data-highlight", str(highlight.pk))


def test_back_from_a_claim_finds_the_desk_as_it_was(
    desk: Page, articles: list[Article], highlight: Highlight, story: Story
) -> None:
    desk.reload()
    pane_of(desk, articles[0].pk).locator("mark").first.click()
    expect(desk.locator("#card [data-highlight]")).to_be_visible()
    scroll_to(desk, articles[1], 700)
    desk.goto(f"/stories/{story.slug}/claims/")
    desk.go_back()
    expect(desk.locator("#card [data-highlight]")).to_have_attribute("data-highlight", str(highlight.pk))
    desk.wait_for_timeout(200)
    assert pane_of(desk, articles[1].pk).locator("news-prose").evaluate(TOP) > 500


def test_a_mark_that_waits_stays_while_an_article_opens(desk: Page, articles: list[Article]) -> None:
    slow(desk, 800)
    mark(desk, articles[0], "Paragraph 1 of the Gazette")
    chip(desk, "Herald").click()
    expect(pane_of(desk, articles[2].pk)).to_be_visible()
    all_saved(desk)
    expect(pane_of(desk, articles[0].pk).locator("mark").first).to_have_text("Paragraph 1 of the Gazette")


def test_without_network_what_is_open_stays_and_a_sentence_says_so(
    desk: Page, articles: list[Article], watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("ERR_INTERNET_DISCONNECTED")
    watch.expect("htmx:sendError")
    watch.expect("htmx:afterRequest")
    desk.context.set_offline(True)
    chip(desk, "Herald").click()
    expect(desk.locator("#alerts")).to_contain_text("did not answer")
    assert open_panes(desk) == [str(article.pk) for article in articles[:2]]
    assert str(articles[2].pk) not in desk.url.split("read=")[-1].split("&")[0].split(",")
    desk.context.set_offline(False)
    chip(desk, "Herald").click()
    expect(pane_of(desk, articles[2].pk)).to_be_visible()


def test_on_a_phone_the_article_that_opens_is_shown(
    open_page, editor: User, story: Story, articles: list[Article]
) -> None:  # type: ignore[no-untyped-def]
    page = open_page(editor, viewport={"width": 390, "height": 844})
    page.goto(f"/stories/{story.slug}/desk/")
    chip(page, "Herald").click()
    expect(pane_of(page, articles[2].pk)).to_be_visible()
    expect(pane_of(page, articles[0].pk)).not_to_be_visible()
    page.reload()
    expect(pane_of(page, articles[2].pk)).to_be_visible()
    expect(page.locator(".pane-tabs [aria-current]")).to_have_text("Herald")
