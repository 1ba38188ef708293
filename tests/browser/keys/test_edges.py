"""Test in a browser that the edges of a highlight are moved by keys, and saved as one act."""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.models import Activity, Article, Story, User
from tests import make
from tests.browser.acting import slow
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, marked


@pytest.fixture
def passage(desk: Page, articles: tuple[Article, ...], editor: User) -> Highlight:
    """Return a highlight whose card is open on the desk."""
    passage = make.highlight(articles[0], "left the room", by=editor)
    desk.goto(f"{desk.url.split('?')[0]}?h={passage.pk}")
    desk.wait_for_function("document.querySelector('news-desk').address?.begun")
    return passage


def selected(page: Page) -> str:
    return str(page.evaluate("document.getSelection().toString()"))


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ([], "left the room"),
        (["Control+Shift+ArrowRight"], "left the room again"),
        (["Control+Shift+ArrowLeft"], "left the "),
        (["Shift+ArrowLeft", "Shift+ArrowLeft"], "left the ro"),
        (["e", "Control+Shift+ArrowLeft"], "Lavrov left the room"),
        (["e", "Control+Shift+ArrowLeft", "e", "Control+Shift+ArrowRight"], "Lavrov left the room again"),
    ],
)
def test_the_words_are_selected_and_keys_move_either_edge(
    desk: Page, passage: Highlight, keys: list[str], words: str
) -> None:
    for key in ["e", *keys]:
        desk.keyboard.press(key)
    assert selected(desk) == words


def test_moved_edges_are_shown_at_once_and_saved_as_one_act(
    desk: Page, articles: tuple[Article, ...], passage: Highlight
) -> None:
    slow(desk, 500)
    for key in ("e", "Control+Shift+ArrowRight", "e", "Control+Shift+ArrowLeft", "Enter"):
        desk.keyboard.press(key)
    expect(desk.locator("act-outbox")).to_have_attribute("data-state", "waiting")
    assert desk.evaluate("[...CSS.highlights.get('waiting')].map(String)") == ["Lavrov left the room again"]
    all_saved(desk)
    assert marked(desk, articles[0].pk) == ["Lavrov left the room again"]
    assert Activity.objects.filter(verb="moved").count() == 1
    expect(desk.locator(".desk-mode")).to_be_hidden()
    desk.keyboard.press("Control+z")
    expect(desk.locator("news-prose mark")).to_have_text(["left the room"])


def test_edges_that_stay_where_they_are_send_nothing(desk: Page, passage: Highlight) -> None:
    desk.keyboard.press("e")
    desk.keyboard.press("Enter")
    expect(desk.locator(".desk-mode")).to_be_hidden()
    expect(desk.locator("selection-bar")).to_be_hidden()
    all_saved(desk)
    assert not Activity.objects.filter(verb="moved").exists()


def test_escape_leaves_the_edges_as_they_were(desk: Page, passage: Highlight) -> None:
    for key in ("e", "Control+Shift+ArrowRight", "Escape"):
        desk.keyboard.press(key)
    expect(desk.locator(".desk-mode")).to_be_hidden()
    assert selected(desk) == ""
    assert not Activity.objects.filter(verb="moved").exists()


def test_on_a_touch_screen_no_keys_are_named(
    open_page: OpenPage, articles: tuple[Article, ...], editor: User, story: Story
) -> None:
    passage = make.highlight(articles[0], "left the room", by=editor)
    page = open_page(editor, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    page.goto(f"/stories/{story.slug}/desk/?h={passage.pk}")
    page.wait_for_function("document.querySelector('news-desk').address?.begun")
    page.locator('#card [data-act="edges"]').dispatch_event("click")
    expect(page.locator(".desk-mode")).to_have_text(
        "Editing edges: drag the ends of the selection, then save."
    )
    assert selected(page) == "left the room"
