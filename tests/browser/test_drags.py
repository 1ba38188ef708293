"""Test that a selection stays in the article in which the pointer was pressed."""

import pytest
from playwright.sync_api import Page, expect

from newsroom.models import Article
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import pane_of

LINES = "\n\n".join(f"Line {number} of what was reported on that day." for number in range(1, 9))
#: The middle of a line's words, as x and y in the window.
MIDDLE = """(prose, words) => {
  const block = [...prose.querySelectorAll("p")].find((line) => line.textContent.includes(words));
  const box = block.getBoundingClientRect();
  return [box.left + 90, box.top + box.height / 2];
}"""


@pytest.fixture
def articles(transactional_db) -> list[Article]:  # type: ignore[no-untyped-def]
    editor = make.user(UserRole.EDITOR, "editor")
    story = make.story("The walk-out", by=editor)
    return [make.article(LINES, story=story, by=editor, outlet=outlet) for outlet in ("Gazette", "Mirror")]


@pytest.fixture
def desk(open_page: OpenPage, articles: list[Article]) -> Page:
    page = open_page(articles[0].created_by)
    page.goto("/stories/the-walk-out/desk/")
    return page


def middle(page: Page, article: Article, words: str) -> tuple[float, float]:
    x, y = pane_of(page, article.pk).locator("news-prose").evaluate(MIDDLE, words)
    return x, y


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> str:
    """Drag the mouse, and return the words that the selection bar would mark."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    page.mouse.move(*end)
    page.mouse.up()
    expect(page.locator("selection-bar")).to_be_visible()
    return str(page.locator("selection-bar").evaluate("bar => bar.passage.quote"))


def test_a_drag_into_the_next_pane_ends_in_the_line_beside_it(desk: Page, articles: list[Article]) -> None:
    left, right = articles
    words = drag(desk, middle(desk, left, "Line 2"), middle(desk, right, "Line 3"))
    assert "Line 3" in words
    assert "Line 4" not in words


def test_a_drag_into_the_pane_before_ends_in_the_line_beside_it(desk: Page, articles: list[Article]) -> None:
    left, right = articles
    words = drag(desk, middle(desk, right, "Line 6"), middle(desk, left, "Line 5"))
    assert "Line 5" in words
    assert "Line 4" not in words
    assert desk.locator("selection-bar").evaluate("bar => bar.passage.article") == str(right.pk)


def test_a_drag_onto_the_rail_ends_in_the_line_beside_it(desk: Page, articles: list[Article]) -> None:
    start = middle(desk, articles[1], "Line 2")
    rail = desk.locator(".rail").bounding_box()
    assert rail is not None
    words = drag(desk, start, (rail["x"] + rail["width"] / 2, start[1]))
    assert words.endswith("on that day.")
    assert "Line 3" not in words
