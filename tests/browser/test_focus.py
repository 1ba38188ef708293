"""Test where the focus goes when its element is swapped: to the same control, or to what replaced it."""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.actions.imports.batches import hand_in
from newsroom.models import Article, User
from newsroom.roles import UserRole
from tests import make
from tests.annotations.logic.sources.test_copies import WIRE
from tests.browser.conftest import OpenPage
from tests.browser.selecting import ask_for

PASSAGE = "Nobody was hurt, and the crew of nineteen stayed on board"


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def passage(editor: User) -> Highlight:
    """Return a passage in one of two prints of a wire text."""
    story = make.story("The freighter", by=editor)
    prints = [
        make.article("\n\n".join(text), story=story, by=editor) for text in (WIRE, tuple(reversed(WIRE)))
    ]
    make.origin(*prints, by=editor)
    return make.highlight(prints[0], PASSAGE, by=editor)


@pytest.fixture
def desk(open_page: OpenPage, editor: User, passage: Highlight) -> Page:
    page = open_page(editor, viewport={"width": 1400, "height": 500})
    page.goto(f"/stories/the-freighter/desk/?h={passage.pk}")
    return page


def test_a_card_that_comes_again_has_the_focus_where_it_was(desk: Page) -> None:
    ask_for(desk, "Tag")
    desk.get_by_label("Tag", exact=True).fill("claims/time")
    desk.get_by_role("button", name="Add tag").press("Enter")
    expect(desk.locator(".tags .tag")).to_contain_text("claims/time")
    expect(desk.get_by_role("button", name="Add tag")).to_be_focused()


def test_a_form_that_is_folded_again_has_the_focus_on_its_summary(desk: Page) -> None:
    summary = desk.locator("summary", has_text="Use as evidence")
    ask_for(desk, "Claim")
    desk.get_by_label("New claim").fill("Nobody was hurt.")
    desk.get_by_role("button", name="Attach to the claim").press("Enter")
    expect(desk.locator("#card .relation[data-relation=corroborates]")).to_be_visible()
    expect(summary).to_be_focused()
    expect(summary).to_be_in_viewport()


def test_where_the_control_is_gone_the_section_that_came_has_the_focus(
    desk: Page, passage: Highlight
) -> None:
    desk.get_by_role("link", name="Look for this passage there").press("Enter")
    copies = desk.locator(f"#copies-of-{passage.pk}")
    expect(copies).to_be_focused()
    copies.get_by_role("button", name="Mark it there too").press("Enter")
    card = desk.locator("article.passage", has_text="A projection")
    expect(card).to_be_focused()
    expect(card.locator("blockquote").first).to_be_in_viewport(ratio=1)


def test_corrections_of_an_import_are_saved_where_one_stands(open_page: OpenPage, editor: User) -> None:
    batch = hand_in([("report.md", b"# Rain\n\nRain fell.\n\nSEE ALSO: Snow")], by=editor)
    page = open_page(editor)
    page.goto(batch.get_absolute_url())
    page.get_by_label("Title").fill("Hail")
    page.get_by_role("button", name="Save corrections").press("Enter")
    expect(page.get_by_text("Saved.")).to_be_visible()
    expect(page.get_by_role("button", name="Save corrections")).to_be_focused()
    page.get_by_role("button", name="Leave it out").press("Enter")
    expect(page.get_by_role("button", name="Take it in")).to_be_focused()
    assert Article.objects.count() == 0
