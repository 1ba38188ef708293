"""Test in a browser that two people who write one note both keep what they wrote."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.passages.highlights import describe_highlight, tag_by_path
from annotations.models import Highlight
from newsroom.models import Article, User
from tests import make
from tests.browser.selecting import all_saved, ask_for


@pytest.fixture
def highlight(articles: list[Article], editor: User) -> Highlight:
    return make.highlight(articles[0], "Paragraph 2 of the Gazette", by=editor)


@pytest.fixture
def refused(
    open_desk: Callable[..., Page],
    editor: User,
    reporter: User,
    highlight: Highlight,
    watch,  # type: ignore[no-untyped-def]
) -> Page:
    """Return the desk of a reporter whose note was refused, because an editor wrote one meanwhile."""
    watch.expect("answered 409")
    page = open_desk(reporter, f"?h={highlight.pk}")
    ask_for(page, "Note")
    page.get_by_label("Note (Markdown)").fill("The gauge was wet.")
    describe_highlight(highlight, note="The gauge was dry.", attribution="", version=1, by=editor)
    page.get_by_label("Note (Markdown)").press("Control+Enter")
    versions = page.locator("#refusals .versions").first
    expect(versions).to_contain_text("The gauge was dry.")
    expect(versions).to_contain_text("The gauge was wet.")
    return page


@pytest.mark.parametrize(
    ("choice", "note"),
    [
        ("Keep mine", "The gauge was wet."),
        ("Keep theirs", "The gauge was dry."),
        ("Keep both, theirs first", "The gauge was dry.\n\nThe gauge was wet."),
    ],
)
def test_mine_theirs_or_both_are_kept_by_keys_after_a_reload(
    refused: Page, highlight: Highlight, choice: str, note: str
) -> None:
    refused.reload()
    button = refused.locator("#refusals").get_by_role("button", name=choice)
    expect(button).to_be_visible()
    button.focus()
    refused.keyboard.press("Enter")
    expect(refused.locator("#refusals")).to_be_empty()
    expect(refused.locator("#card .written").first).to_contain_text(note.split("\n")[0])
    all_saved(refused)
    highlight.refresh_from_db()
    assert highlight.note.replace("\r", "") == note


def test_who_looks_at_the_newer_card_first_is_asked_as_well(
    open_desk: Callable[..., Page],
    editor: User,
    reporter: User,
    highlight: Highlight,
    watch,  # type: ignore[no-untyped-def]
) -> None:
    watch.expect("answered 409")
    page = open_desk(reporter, f"?h={highlight.pk}")
    ask_for(page, "Note")
    field = page.get_by_label("Note (Markdown)")
    field.fill("The gauge was wet.")
    describe_highlight(highlight, note="The gauge was dry.", attribution="Smith", version=1, by=editor)
    for tag in ("rain", "wind"):
        tag_by_path(highlight, tag, by=editor)
        page.locator("#card").get_by_role("button", name="Show it").click()
        expect(page.locator("#card .tags")).to_contain_text(tag)
        expect(page.locator("#card .written")).to_have_text("The gauge was dry.")
        expect(field).to_have_value("The gauge was wet.")
        field.focus()
    field.press("Control+Enter")
    versions = page.locator("#refusals .versions")
    expect(versions).to_contain_text("The gauge was dry.")
    expect(versions).to_contain_text("The gauge was wet.")
    highlight.refresh_from_db()
    assert highlight.note == "The gauge was dry."
    page.get_by_role("button", name="Keep both, theirs first").click()
    all_saved(page)
    highlight.refresh_from_db()
    assert highlight.note == "The gauge was dry.\n\nThe gauge was wet."
    assert highlight.attribution == "Smith"
