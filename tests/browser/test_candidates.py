"""Test how a person looks for a passage elsewhere with keys, from the selection to the link."""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Dismissal, Highlight, Link
from newsroom.models import Article, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, ask_for, marked, select

ONE = (
    "The grain ships left Odesa on Friday.\n\n"
    "Lavrov walked out of the afternoon session in Bali, Borrell said."
)
TWO = "It rained.\n\nBorrell said that Lavrov walked out of the session in Bali before it ended."
THREE = "Borrell said Lavrov walked out. Nobody wept in Bali."
SOUGHT = "Lavrov walked out of the afternoon session in Bali"
FOUND = "Borrell said that Lavrov walked out of the session in Bali before it ended."


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def articles(editor: User) -> list[Article]:
    story = make.story("The walk-out", by=editor)
    texts = {"Gazette": ONE, "Mirror": TWO, "Courier": THREE}
    return [make.article(text, story=story, by=editor, outlet=outlet) for outlet, text in texts.items()]


@pytest.fixture
def desk(open_page: OpenPage, editor: User, articles: list[Article]) -> Page:
    page = open_page(editor)
    page.goto(f"/stories/the-walk-out/desk/?read={articles[0].pk},{articles[1].pk}")
    return page


def test_a_selection_is_found_elsewhere_and_linked_by_key(desk: Page, articles: list[Article]) -> None:
    select(desk, articles[0].pk, SOUGHT)
    desk.keyboard.press("f")
    first = desk.locator(".candidate").first
    expect(first.locator("blockquote")).to_have_text(FOUND)
    expect(first.locator(".reasons")).to_contain_text("names: Lavrov, Bali")
    all_saved(desk)
    assert Highlight.objects.count() == 0
    desk.keyboard.press("s")
    expect(desk.locator("#candidates .notice[role=status]")).to_contain_text("Linked: corroborates")
    all_saved(desk)
    link = Link.objects.get()
    assert (link.source.anchor.quote, link.target.anchor.quote, link.relation) == (
        SOUGHT,
        FOUND,
        "corroborates",
    )
    assert "".join(marked(desk, articles[0].pk)) == SOUGHT
    assert "".join(marked(desk, articles[1].pk)) == FOUND
    desk.get_by_role("tab", name="Links").click()
    expect(desk.locator("#links .link")).to_have_count(1)


def test_what_is_found_and_what_was_linked_are_in_view_however_far_the_card_was_scrolled(
    desk: Page, articles: list[Article]
) -> None:
    desk.set_viewport_size({"width": 1400, "height": 720})
    select(desk, articles[0].pk, SOUGHT)
    desk.keyboard.press("h")
    expect(desk.locator("article.passage")).to_be_visible()
    ask_for(desk, "Claim")
    ask_for(desk, "Note")
    assert (
        desk.locator("#card").evaluate("(card) => (card.scrollTop = card.scrollHeight) && card.scrollTop")
        > 100
    )
    desk.locator("article.passage summary", has_text="History").focus()
    desk.keyboard.press("f")
    expect(desk.locator(".candidate").first).to_be_focused()
    assert wholly_seen(desk, "#candidates-title")
    assert wholly_seen(desk, ".candidate:focus blockquote")
    desk.locator(".candidate").last.focus()
    desk.keyboard.press("s")
    expect(desk.locator("#candidates .notice[role=status]")).to_contain_text("Linked: corroborates")
    assert wholly_seen(desk, "#candidates .notice[role=status]")
    assert wholly_seen(desk, ".candidate:focus blockquote")


def test_arrows_choose_another_candidate_and_a_contradiction_asks_in_what(
    desk: Page, articles: list[Article]
) -> None:
    select(desk, articles[0].pk, SOUGHT)
    desk.keyboard.press("f")
    expect(desk.locator(".candidate").first).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("x")
    expect(desk.locator(".candidate:focus-within select[name=aspect]")).to_be_focused()
    desk.keyboard.type("Time")
    desk.keyboard.press("Enter")
    expect(desk.locator("#candidates .notice[role=status]")).to_contain_text("Linked: contradicts")
    all_saved(desk)
    assert (Link.objects.get().aspect, Link.objects.get().target.article) == ("time", articles[2])


def test_the_first_click_on_another_candidate_reaches_its_button(desk: Page, articles: list[Article]) -> None:
    select(desk, articles[0].pk, SOUGHT)
    desk.keyboard.press("f")
    second = desk.locator(".candidate").nth(1).get_by_role("button", name="Corroborates")
    expect(desk.locator(".candidate").first).to_be_focused()
    place = second.bounding_box()
    assert place
    desk.mouse.click(place["x"] + 5, place["y"] + 5)
    expect(desk.locator("#candidates .notice[role=status]")).to_contain_text("Linked: corroborates")
    all_saved(desk)
    assert Link.objects.get().target.article == articles[2]


def test_where_only_less_alike_ones_are_left_the_keyboard_reaches_them(
    desk: Page, articles: list[Article]
) -> None:
    select(desk, articles[1].pk, "It rained.")
    desk.keyboard.press("f")
    expect(desk.locator("#candidates")).to_contain_text("Nothing similar found")
    expect(desk.locator(".candidates summary", has_text="Less alike")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".candidates details .candidate").first).to_be_focused()


def test_a_highlight_is_looked_for_from_its_card_and_what_is_dismissed_stays_away(
    desk: Page, articles: list[Article]
) -> None:
    select(desk, articles[0].pk, SOUGHT)
    desk.keyboard.press("h")
    expect(desk.locator("article.passage")).to_be_visible()
    desk.keyboard.press("f")
    expect(desk.locator(".candidate blockquote").first).to_have_text(FOUND)
    desk.locator(".candidate").first.get_by_role("button", name="Dismiss").click()
    expect(
        desk.locator(".candidates > .candidate-list blockquote", has_text="before it ended")
    ).to_have_count(0)
    all_saved(desk)
    assert Dismissal.objects.get().other_quote == FOUND
    desk.get_by_role("link", name="Back to the passage").click()
    expect(desk.locator("article.passage")).to_be_visible()


def test_what_was_dismissed_last_is_undone_first(desk: Page, articles: list[Article]) -> None:
    select(desk, articles[0].pk, SOUGHT)
    desk.keyboard.press("h")
    expect(desk.locator("article.passage")).to_be_visible()
    desk.keyboard.press("f")
    desk.locator(".candidate").first.get_by_role("button", name="Dismiss").click()
    expect(desk.locator(".candidates summary", has_text="Dismissed (1)")).to_be_visible()
    desk.keyboard.press("Control+z")
    expect(desk.locator("#said")).to_contain_text("Undone: you set aside")
    expect(desk.locator(".candidates summary", has_text="Dismissed")).to_have_count(0)
    expect(desk.locator(".candidate blockquote").first).to_have_text(FOUND)
    all_saved(desk)
    assert Dismissal.objects.get().withdrawn_at is not None
    assert "".join(marked(desk, articles[0].pk)) == SOUGHT
    desk.keyboard.press("Control+Shift+z")
    expect(desk.locator(".candidates summary", has_text="Dismissed (1)")).to_be_visible()


def test_where_nothing_is_alike_the_rail_says_so(desk: Page, articles: list[Article]) -> None:
    select(desk, articles[0].pk, "The grain ships left Odesa on Friday")
    desk.keyboard.press("f")
    expect(desk.locator("#candidates")).to_contain_text(
        "Nothing similar found in the other articles of this story."
    )
    desk.get_by_role("button", name="All articles").click()
    expect(desk.locator("#candidates")).to_contain_text("Nothing similar found in any other article.")


def wholly_seen(page: Page, selector: str) -> bool:
    """Return whether the card shows the whole element, from its top to its bottom."""
    return bool(
        page.locator("#card").evaluate(
            """(card, selector) => {
              const parts = [card, card.querySelector(selector)];
              const [view, box] = parts.map((part) => part.getBoundingClientRect());
              return box.top >= view.top && box.bottom <= view.bottom;
            }""",
            selector,
        )
    )


def test_control_and_enter_do_not_choose_among_the_relations(desk: Page, articles: list[Article]) -> None:
    select(desk, articles[0].pk, SOUGHT)
    desk.keyboard.press("f")
    aspect = desk.locator(".candidate select").first
    aspect.select_option("")
    aspect.press("Control+Enter")
    expect(desk.locator("act-outbox")).to_have_attribute("data-state", "saved")
    assert Link.objects.count() == 0
