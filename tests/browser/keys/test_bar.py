"""Test the small bar at selected words: where it stands, and what it offers."""

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.tags import make_tag
from annotations.models import Highlight
from newsroom.models import Article, Story, User
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, pane_of, select

LONG = "\n\n".join(
    f"Paragraph {number} says that the grain stayed in port until Friday." for number in range(60)
)
DOTS = "#bar-tags button:visible"


@pytest.fixture
def long_desk(open_page: OpenPage, editor: User, story: Story) -> Page:
    for path, digit in (("claims", 1), ("claims/time", 2), ("quote", 3), ("source", 4), ("wording", 5)):
        make_tag(path, digit=digit, by=editor)
    for outlet in ("The Gazette", "The Mirror"):
        make.article(LONG, story=story, by=editor, outlet=outlet)
    page = open_page(editor)
    page.goto(f"/stories/{story.slug}/desk/")
    return page


def boxes(page: Page) -> dict[str, dict[str, float]]:
    """Return the box of the bar, of the selected words and of their pane, in pixels of the window."""
    return page.evaluate(  # type: ignore[no-any-return]
        """() => {
          const box = (thing) => thing.getBoundingClientRect().toJSON();
          const range = document.getSelection().getRangeAt(0);
          const pane = range.startContainer.parentElement.closest(".pane");
          return { bar: box(document.querySelector("selection-bar")), words: box(range), pane: box(pane) };
        }"""
    )


def is_clear(found: dict[str, dict[str, float]]) -> bool:
    """Return whether the bar lies over neither the line of the words nor the line above."""
    bar, words = found["bar"], found["words"]
    line_above = words["top"] - words["height"]
    return bar["top"] >= words["bottom"] or bar["bottom"] <= line_above


def is_inside(found: dict[str, dict[str, float]]) -> bool:
    bar, pane = found["bar"], found["pane"]
    return (
        bar["left"] >= pane["left"]
        and bar["right"] <= pane["right"]
        and bar["top"] >= pane["top"]
        and bar["bottom"] <= pane["bottom"]
    )


@pytest.mark.parametrize("pane", [0, 1])
@pytest.mark.parametrize("width", [1400, 1000])
def test_the_bar_is_one_row_in_its_pane_and_clear_of_the_line_and_the_line_above(
    long_desk: Page, width: int, pane: int
) -> None:
    long_desk.set_viewport_size({"width": width, "height": 800})
    article = int(long_desk.locator(".pane").nth(pane).get_attribute("data-article") or 0)
    for words in ("Paragraph 3 says", "in port until Friday."):
        select(long_desk, article, words)
        found = boxes(long_desk)
        assert is_inside(found), found
        assert is_clear(found), found
        assert found["bar"]["height"] < 48
        row = long_desk.locator("selection-bar [role=toolbar]")
        assert width < 1400 or row.evaluate("(row) => row.scrollWidth <= row.clientWidth")


def test_the_bar_follows_the_words_and_goes_out_of_sight_with_them(long_desk: Page) -> None:
    article = int(long_desk.locator(".pane").first.get_attribute("data-article") or 0)
    select(long_desk, article, "Paragraph 10 says")
    before = boxes(long_desk)
    prose = pane_of(long_desk, article).locator("news-prose")
    prose.evaluate("(prose) => prose.scrollBy({ top: 90, behavior: 'instant' })")
    long_desk.wait_for_function(
        "(top) => document.querySelector('selection-bar').getBoundingClientRect().top < top - 60",
        arg=before["bar"]["top"],
    )
    assert is_clear(boxes(long_desk))
    prose.evaluate("(prose) => prose.scrollBy({ top: 1500, behavior: 'instant' })")
    expect(long_desk.locator("selection-bar")).to_have_css("visibility", "hidden")
    prose.evaluate("(prose) => prose.scrollBy({ top: -1590, behavior: 'instant' })")
    expect(long_desk.locator("selection-bar")).to_have_css("visibility", "visible")
    assert is_clear(boxes(long_desk))


def test_keys_act_on_selected_words_also_while_they_are_out_of_sight(long_desk: Page) -> None:
    article = int(long_desk.locator(".pane").first.get_attribute("data-article") or 0)
    select(long_desk, article, "Paragraph 10 says")
    prose = pane_of(long_desk, article).locator("news-prose")
    prose.evaluate("(prose) => prose.scrollBy({ top: 1500, behavior: 'instant' })")
    long_desk.keyboard.press("h")
    all_saved(long_desk)
    assert Highlight.objects.get().anchor.quote == "Paragraph 10 says"


def test_the_bar_has_dots_for_the_four_tags_that_were_used_last(long_desk: Page) -> None:
    article = int(long_desk.locator(".pane").first.get_attribute("data-article") or 0)

    def dots() -> list[str | None]:
        return [dot.get_attribute("data-path") for dot in long_desk.locator(DOTS).all()]

    select(long_desk, article, "Paragraph 2 says")
    assert dots() == ["claims", "claims/time", "quote", "source"]
    long_desk.keyboard.press("5")
    select(long_desk, article, "Paragraph 3 says")
    assert dots() == ["wording", "claims", "claims/time", "quote"]
    long_desk.keyboard.press("t")
    long_desk.keyboard.type("mood/calm")
    long_desk.keyboard.press("Enter")
    all_saved(long_desk)
    select(long_desk, article, "Paragraph 4 says")
    expect(long_desk.locator(DOTS).first).to_have_attribute("data-path", "mood/calm")
    assert dots() == ["mood/calm", "wording", "claims", "claims/time"]
    long_desk.get_by_role("button", name="Highlight as mood/calm").click()
    all_saved(long_desk)
    fourth = Highlight.objects.get(anchor__quote="Paragraph 4 says")
    assert [str(tag) for tag in fourth.tags.all()] == ["mood/calm"]


def test_under_a_finger_the_bar_is_one_scrolling_row_of_large_targets_without_keys(
    open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, ...]
) -> None:
    make_tag("claims", digit=1, by=editor)
    page = open_page(editor, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(f"/stories/{story.slug}/desk/")
    first = pane_of(page, articles[0].pk).locator(".block [data-start]").first
    first.evaluate("(run) => document.getSelection().setBaseAndExtent(run.firstChild, 0, run.firstChild, 6)")
    bar = page.locator("selection-bar")
    expect(bar).to_be_visible()
    found = boxes(page)
    assert found["bar"]["top"] >= found["words"]["bottom"] + 20
    assert is_inside(found), found
    sizes = [button.bounding_box() for button in bar.locator("[role=toolbar] button:visible").all()]
    assert sizes
    assert all(size and size["height"] >= 44 and size["width"] >= 44 for size in sizes)
    assert len({size["y"] for size in sizes if size}) == 1
    assert page.locator(".desk kbd:visible").count() == 0
