"""Test the room that the desk gives to the texts: panes, their heads, the rail that folds, and a phone."""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.models import Article, Story, User
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, pane_of, select

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LONG = "\n\n".join(f"Paragraph {number} says that the grain stayed in port." for number in range(60))


@pytest.fixture
def phone(open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, ...]) -> Page:
    page = open_page(editor, **PHONE)
    page.goto(f"/stories/{story.slug}/desk/")
    return page


def mark_by_touch(page: Page, article: Article) -> None:
    run = pane_of(page, article.pk).locator(".block [data-start]").first
    run.evaluate("(run) => document.getSelection().setBaseAndExtent(run.firstChild, 0, run.firstChild, 6)")
    page.locator("selection-bar").get_by_role("button", name="Highlight", exact=True).tap()
    expect(page.locator(".marked")).to_be_visible()


def test_four_panes_stay_wide_enough_to_read_and_are_reached_by_keys(
    desk: Page, story: Story, editor: User
) -> None:
    more = [make.article(LONG, story=story, by=editor, outlet=outlet) for outlet in ("Herald", "Courier")]
    desk.set_viewport_size({"width": 1024, "height": 700})
    read = ",".join(str(pk) for pk in story.articles.order_by("places__id").values_list("pk", flat=True))
    desk.goto(f"/stories/{story.slug}/desk/?read={read}")
    widths = [pane.bounding_box() for pane in desk.locator(".pane").all()]
    assert len(widths) == 4
    assert all(box and box["width"] >= 330 for box in widths)
    assert desk.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for _ in range(4):
        desk.keyboard.press("F6")
    expect(pane_of(desk, more[-1].pk).locator("news-prose")).to_be_focused()
    expect(pane_of(desk, more[-1].pk)).to_be_in_viewport(ratio=0.99)


def test_the_head_of_a_pane_is_one_line_and_repeats_no_headline_that_is_in_view(
    open_page: OpenPage, story: Story, editor: User
) -> None:
    article = make.article(f"# The grain stayed in port\n\n{LONG}", story=story, by=editor, outlet="Herald")
    page = open_page(editor)
    page.goto(f"/stories/{story.slug}/desk/")
    title = pane_of(page, article.pk).locator(".pane-title")
    head = pane_of(page, article.pk).locator(".pane-head").bounding_box()
    assert head
    assert head["height"] <= 40
    expect(title).to_have_css("opacity", "0")
    prose = pane_of(page, article.pk).locator("news-prose")
    prose.evaluate("(prose) => prose.scrollBy({ top: 900, behavior: 'instant' })")
    expect(title).to_have_css("opacity", "1")
    prose.evaluate("(prose) => prose.scrollTo({ top: 0, behavior: 'instant' })")
    expect(title).to_have_css("opacity", "0")


def test_the_rail_folds_and_stays_folded_for_this_person(desk: Page) -> None:
    before = desk.locator(".panes").bounding_box()
    desk.keyboard.press("\\")
    expect(desk.locator(".rail")).to_be_hidden()
    expect(desk.get_by_role("button", name="Rail")).to_have_attribute("aria-expanded", "false")
    wider = desk.locator(".panes").bounding_box()
    assert before
    assert wider
    assert wider["width"] > before["width"] + 200
    desk.reload()
    expect(desk.locator(".rail")).to_be_hidden()
    desk.keyboard.press("\\")
    expect(desk.locator(".rail")).to_be_visible()


def test_beside_a_folded_rail_a_mark_is_told_in_one_line_that_leads_to_its_note(
    desk: Page, articles: tuple[Article, ...]
) -> None:
    desk.keyboard.press("\\")
    select(desk, articles[0].pk, "left the room")
    desk.keyboard.press("h")
    expect(desk.locator(".marked")).to_be_visible()
    expect(desk.locator(".rail")).to_be_hidden()
    desk.locator(".marked").get_by_role("button", name="Note").click()
    expect(desk.get_by_label("Note (Markdown)")).to_be_focused()
    expect(desk.locator(".marked")).to_be_hidden()


def test_what_is_asked_for_unfolds_the_rail(desk: Page, articles: tuple[Article, ...], editor: User) -> None:
    make.highlight(articles[0], "Lavrov left", by=editor)
    desk.reload()
    desk.keyboard.press("\\")
    desk.keyboard.press("F6")
    desk.keyboard.press("j")
    expect(desk.locator("mark[data-lit]")).to_have_count(1)
    expect(desk.locator(".rail")).to_be_hidden()
    desk.locator("mark").click()
    expect(desk.locator("article.passage")).to_be_visible()


def test_on_a_phone_a_mark_leaves_the_reader_in_the_text(phone: Page, articles: tuple[Article, ...]) -> None:
    mark_by_touch(phone, articles[0])
    expect(phone.locator("#card")).to_be_hidden()
    expect(pane_of(phone, articles[0].pk).locator("mark")).to_be_in_viewport()
    all_saved(phone)
    expect(phone.locator("#card")).to_be_hidden()
    phone.locator(".marked").get_by_role("button", name="Undo").tap()
    expect(phone.locator("mark")).to_have_count(0)
    expect(phone.locator(".marked")).to_be_hidden()
    all_saved(phone)
    assert Highlight.objects.get().withdrawn_at is not None


def test_on_a_phone_the_line_leads_to_the_tag(phone: Page, articles: tuple[Article, ...]) -> None:
    mark_by_touch(phone, articles[0])
    phone.locator(".marked").get_by_role("button", name="Tag").tap()
    expect(phone.get_by_label("Tag", exact=True)).to_be_focused()
    phone.keyboard.type("claims/who")
    phone.keyboard.press("Enter")
    expect(phone.locator(".tags .tag")).to_contain_text("claims/who")


def test_at_four_hundred_percent_the_texts_and_the_rail_stand_below_one_another(
    open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, ...]
) -> None:
    page = open_page(editor, viewport={"width": 360, "height": 225}, device_scale_factor=4)
    page.goto(f"/stories/{story.slug}/desk/")
    prose = pane_of(page, articles[0].pk).locator("news-prose").bounding_box()
    tabs = page.locator(".rail-tabs").bounding_box()
    assert prose
    assert tabs
    assert prose["height"] > 100
    assert prose["width"] > 300
    assert tabs["y"] >= prose["y"] + prose["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
