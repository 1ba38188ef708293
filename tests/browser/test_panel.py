"""Test the curator's panel in a browser under the strict policy: rows are found by typing,
and changed many at once.
"""

import pytest
from playwright.sync_api import Locator, Page, expect

from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def curator() -> User:
    return make.user(UserRole.CURATOR, "curator")


def suggestions(page: Page) -> Locator:
    """Return the rows that match the words typed."""
    return page.get_by_role("listbox", name="Found").get_by_role("option")


def choose(page: Page, label: str, words: str, name: str) -> None:
    """Type `words` into the field, and choose the row `name`, as a person does."""
    page.get_by_role("combobox", name=f"{label}:", exact=True).fill(words)
    suggestions(page).filter(has_text=name).click()


def test_a_curator_finds_highlights_of_an_outlet_and_tags_them_all(open_page, curator):
    tag = make.tag("claims/number")
    kept = make.highlight(make.article(outlet="Bureau"))
    marked = [make.highlight(make.article(outlet="Agence")) for _ in range(2)]
    page = open_page(curator)
    page.goto("/admin/")
    page.get_by_role("navigation", name="Lists").get_by_role("link", name="Highlights").click()
    choose(page, "Outlet", "agen", "Agence")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(2)

    page.locator("#action-toggle").check()
    page.get_by_label("Action:").select_option(label="Add a tag")
    page.get_by_role("button", name="Go").click()
    choose(page, "Tag", "number", tag.path)
    page.get_by_role("button", name="Show what will happen").click()
    expect(page.get_by_role("heading", name="This touches 2 highlights")).to_be_visible()
    assert tag.highlights.count() == 0
    page.get_by_role("button", name="Add a tag: 2 highlights").click()
    expect(page.get_by_text("Add a tag: 2 highlights.")).to_be_visible()
    assert set(tag.highlights.all()) == set(marked)
    assert kept.tags.count() == 0
    expect(page.locator("#result_list tbody tr")).to_have_count(2)


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_the_pages_of_the_panel_are_no_wider_than_the_screen(open_page, curator, width):
    """A wide table scrolls inside the page."""
    make.evidence(make.claim(make.story()), make.highlight(make.article(outlet="Agence")))
    page = open_page(curator, viewport={"width": width, "height": 800})
    for path in (
        "",
        "annotations/highlight/",
        "newsroom/article/",
        "annotations/claim/",
        "newsroom/user/add/",
    ):
        page.goto(f"/admin/{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_row_is_found_by_keys_alone(open_page, curator):
    for name in ("Agence", "Agency", "Bureau"):
        make.article(outlet=name)
    page = open_page(curator)
    page.goto("/admin/newsroom/article/")
    field = page.get_by_role("combobox", name="Outlet:", exact=True)
    field.press_sequentially("agen")
    expect(suggestions(page)).to_have_text(["Agence", "Agency"])
    field.press("ArrowDown")
    field.press("ArrowDown")
    expect(suggestions(page).filter(has_text="Agency")).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(field).to_have_value("Agency")
    field.press("Enter")
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    expect(page.get_by_role("combobox", name="Outlet:", exact=True)).to_have_value("Agency")


def test_what_is_shown_is_what_is_sent(open_page, curator):
    """The page removes words with which no row was chosen, and an empty field sends no row."""
    outlet = make.article(outlet="Agence").outlet
    page = open_page(curator)
    page.goto(f"/admin/newsroom/article/?outlet={outlet.pk}")
    field = page.get_by_role("combobox", name="Outlet:", exact=True)
    field.fill("nowhere")
    expect(page.get_by_text("Nothing found.")).to_be_visible()
    field.blur()
    expect(field).to_have_value("Agence")
    field.fill("")
    field.blur()
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**outlet=&**")
    expect(page.get_by_role("combobox", name="Outlet:", exact=True)).to_have_value("")
