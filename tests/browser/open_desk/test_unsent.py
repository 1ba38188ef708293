"""Test in a browser that what a person has begun on the desk stays as it is while others act."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from annotations.actions.passages.highlights import describe_highlight, tag_by_path
from annotations.models import Highlight
from newsroom.models import Article, Story, User
from tests import make
from tests.browser.selecting import ask_for, pane_of

SOON = 3_500  # milliseconds: two seconds, and what a busy machine needs beside
WORDS = "Paragraph 2 of the Gazette"
OTHER = "Paragraph 2 of the Mirror"


@pytest.fixture
def highlight(articles: list[Article], editor: User) -> Highlight:
    return make.highlight(articles[0], WORDS, by=editor)


def begin_claim(page: Page) -> Locator:
    """Type the first words of a claim in the rail, and return the field."""
    page.locator("#claims summary", has_text="State a claim").click()
    field = page.locator("#claims").get_by_label("Statement")
    field.fill("The gauge ")
    return field


def test_a_claim_that_is_typed_stays_while_another_person_states_one(
    open_desk: Callable[..., Page], editor: User, reporter: User, story: Story, articles: list[Article]
) -> None:
    page = open_desk(reporter, "?tab=claims")
    field = begin_claim(page)
    make.claim(story, "It rained", by=editor)
    expect(page.locator("#claims").get_by_role("link", name="It rained")).to_be_visible(timeout=SOON)
    page.keyboard.type("was dry")
    make.highlight(articles[0], WORDS, by=editor)
    expect(pane_of(page, articles[0].pk).locator("mark")).to_have_text(WORDS, timeout=SOON)
    expect(field).to_have_value("The gauge was dry")
    page.get_by_role("button", name="Add this claim").click()
    expect(page.locator("#claims").get_by_role("link", name="The gauge was dry")).to_be_visible()
    expect(page.locator("#claims ol.claims > li")).to_have_count(2)
    page.locator("#claims summary", has_text="State a claim").click()
    expect(field).to_have_value("")


def test_an_unsent_claim_stays_while_the_hand_is_elsewhere(
    open_desk: Callable[..., Page], editor: User, reporter: User, story: Story
) -> None:
    page = open_desk(reporter, "?tab=claims")
    field = begin_claim(page)
    page.locator("#claims").focus()
    make.claim(story, "It rained", by=editor)
    expect(page.locator("#claims").get_by_role("link", name="It rained")).to_be_visible(timeout=SOON)
    expect(field).to_be_visible()
    expect(field).to_have_value("The gauge ")


def test_a_digit_that_is_being_given_stays_while_another_person_tags(
    open_desk: Callable[..., Page], editor: User, reporter: User, highlight: Highlight
) -> None:
    page = open_desk(reporter, "?tab=tags")
    page.locator("#tags summary", has_text="Give a tag a digit").click()
    field = page.get_by_label("Which tag")
    field.fill("claims/")
    page.locator("#codebook-list [name=digit]").select_option("7")
    field.focus()
    page.keyboard.press("End")
    tag_by_path(highlight, "claims/number", by=editor)
    expect(page.locator("#codebook-list .tag", has_text="claims/number")).to_be_visible(timeout=SOON)
    page.keyboard.type("number")
    expect(field).to_have_value("claims/number")
    expect(page.locator("#codebook-list [name=digit]")).to_have_value("7")
    page.get_by_role("button", name="Pin the tag").click()
    expect(page.locator("#codebook-list kbd")).to_have_text("Digit 7")


def test_the_form_of_a_link_stays_while_another_person_changes_the_passage(
    open_desk: Callable[..., Page],
    editor: User,
    reporter: User,
    articles: list[Article],
    highlight: Highlight,
) -> None:
    make.highlight(articles[1], OTHER, by=editor)
    page = open_desk(reporter, f"?h={highlight.pk}")
    page.locator("#card [data-act=link]").first.click()
    expect(page.locator("#card .link-card")).to_be_visible()
    page.locator("#card .link-card [data-end]").click()
    note = page.locator("#card .link-card").get_by_label("Remark")
    note.fill("The second gauge")
    page.locator("#card").focus()
    tag_by_path(highlight, "claims/number", by=editor)
    expect(page.locator("#codebook-list")).to_contain_text("claims/number", timeout=SOON)
    # A card that came for the first change is painted by the time that a second one is on the page.
    tag_by_path(highlight, "claims/time", by=editor)
    expect(page.locator("#codebook-list")).to_contain_text("claims/time", timeout=SOON)
    expect(note).to_have_value("The second gauge")


def test_the_candidates_stay_while_another_person_changes_the_passage(
    open_desk: Callable[..., Page],
    editor: User,
    reporter: User,
    articles: list[Article],
    highlight: Highlight,
) -> None:
    page = open_desk(reporter, f"?h={highlight.pk}")
    page.keyboard.press("f")
    expect(page.locator("#card .candidates")).to_be_visible()
    tag_by_path(highlight, "claims/number", by=editor)
    expect(page.locator("#codebook-list")).to_contain_text("claims/number", timeout=SOON)
    # A card that came for the first change is painted by the time that a second one is on the page.
    tag_by_path(highlight, "claims/time", by=editor)
    expect(page.locator("#codebook-list")).to_contain_text("claims/time", timeout=SOON)
    expect(page.locator("#card .candidates h2")).to_have_text("Who else says so?")


def test_a_second_change_is_told_above_the_card_too(
    open_desk: Callable[..., Page], editor: User, reporter: User, highlight: Highlight
) -> None:
    page = open_desk(reporter, f"?h={highlight.pk}")
    ask_for(page, "Note")
    page.get_by_label("Note (Markdown)").fill("Who measured it?")
    tag_by_path(highlight, "claims/number", by=editor)
    expect(page.locator("#card .card-news")).to_contain_text("Changed by editor", timeout=SOON)
    highlight.refresh_from_db()
    describe_highlight(
        highlight, version=highlight.version, note="", attribution="The mayor", by=make.user(username="anna")
    )
    expect(page.locator("#card .card-news")).to_contain_text("Changed by anna", timeout=SOON)
    expect(page.locator("#card .card-news")).to_have_count(1)
    expect(page.locator("#card .tags .tag")).to_have_count(0)
