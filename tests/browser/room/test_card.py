"""Test that the card of a passage shows what there is, and has its acts in one row."""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.models import Article, User
from tests import make
from tests.browser.selecting import ask_for


@pytest.fixture
def passage(articles: tuple[Article, ...], editor: User) -> Highlight:
    return make.highlight(articles[0], "stayed in port", by=editor)


@pytest.fixture
def card(desk: Page, passage: Highlight) -> Page:
    desk.goto(f"{desk.url}?h={passage.pk}")
    expect(desk.locator("article.passage")).to_be_visible()
    return desk


def sections(page: Page) -> list[str | None]:
    return [part.get_attribute("aria-label") for part in page.locator(".passage > section:visible").all()]


def test_a_card_shows_no_section_without_content_and_its_acts_in_one_row(card: Page) -> None:
    assert sections(card) == ["Teller"]
    acts = card.locator(".card-acts").locator("button:visible, a:visible")
    expect(acts).to_have_count(8)
    card.set_viewport_size({"width": 1280, "height": 800})
    rows = {box["y"] for box in (act.bounding_box() for act in acts.all()) if box}
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("act", "section", "label"),
    [
        ("Tag", "Tags", "Tag"),
        ("Note", "Note", "Note (Markdown)"),
        ("Claim", "Claims", "New claim"),
        ("Comment", "Comments", "Comment"),
    ],
)
def test_an_act_shows_its_form_which_stays_while_something_is_begun_in_it(
    card: Page, act: str, section: str, label: str
) -> None:
    ask_for(card, act)
    field = card.get_by_label(label, exact=True)
    expect(field).to_be_focused()
    field.fill("begun")
    card.keyboard.press("Escape")
    assert section in sections(card)
    card.reload()
    expect(card.get_by_label(label, exact=True)).to_have_value("begun")
    expect(card.get_by_label(label, exact=True)).to_be_visible()


def test_a_section_stays_when_it_has_content_and_goes_with_it(card: Page) -> None:
    ask_for(card, "Tag")
    card.keyboard.type("claims/place")
    card.keyboard.press("Enter")
    expect(card.locator(".tags .tag")).to_contain_text("claims/place")
    card.keyboard.press("Escape")
    assert "Tags" in sections(card)
    card.get_by_role("button", name="Take claims/place off").click()
    expect(card.locator(".passage > section[aria-label=Tags]")).to_be_hidden()
