"""Test in a browser that claims are opened, worded and settled in the rail of the desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from annotations.actions.claims import reword_claim
from annotations.models import Claim
from newsroom.models import Article, Story, User
from tests import make
from tests.browser.acting import slow
from tests.browser.selecting import all_saved


@pytest.fixture
def claim(story: Story, articles: list[Article], editor: User) -> Claim:
    claim = make.claim(story, "It rained in the port", by=editor)
    for article in articles[:2]:
        make.evidence(claim, make.highlight(article, "Paragraph 1 of", by=editor), by=editor)
    return claim


@pytest.fixture
def opened(open_desk: Callable[..., Page], editor: User, claim: Claim) -> Page:
    page = open_desk(editor)
    page.evaluate("() => (window.sameOne = true)")
    page.get_by_role("tab", name="Claims").click()
    page.locator("#claims").get_by_role("link", name="It rained in the port").click()
    expect(card_of(page).get_by_role("heading", name="It rained in the port")).to_be_visible()
    return page


def card_of(page: Page) -> Locator:
    return page.locator("#claims .claim-card")


def test_a_claim_is_worded_and_settled_without_leaving_the_desk(opened: Page, claim: Claim) -> None:
    card = card_of(opened)
    card.locator("summary", has_text="Reword").click()
    card.get_by_label("Statement").fill("It rained in the port all day")
    card.get_by_role("button", name="Save these words").click()
    expect(card.get_by_role("heading", name="It rained in the port all day")).to_be_visible()
    card.get_by_label("Verdict").select_option("false")
    card.get_by_label("Rationale (Markdown)").fill("The gauge was dry.")
    card.get_by_role("button", name="Settle with this verdict").click()
    expect(card.locator(".written").first).to_have_text("The gauge was dry.")
    all_saved(opened)
    claim.refresh_from_db()
    assert (claim.statement, claim.verdict) == ("It rained in the port all day", "false")
    assert opened.evaluate("() => window.sameOne === true")
    assert f"tab=claims&claim={claim.pk}" in opened.url


def test_two_acts_before_an_answer_are_both_done_in_their_order(opened: Page, claim: Claim) -> None:
    slow(opened, 1_000)
    card = card_of(opened)
    card.get_by_role("button", name="Mark as being checked").click()
    card.locator("summary", has_text="Reword").click()
    card.get_by_label("Statement").fill("It rained")
    card.get_by_role("button", name="Save these words").click()
    expect(card.get_by_role("heading", name="It rained", exact=True)).to_be_visible()
    all_saved(opened)
    claim.refresh_from_db()
    assert (claim.status, claim.statement) == ("checking", "It rained")


def test_a_weak_claim_is_called_true_only_after_its_weakness_was_seen(
    opened: Page, claim: Claim, editor: User, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("answered 422")
    for item in list(claim.evidence.all())[1:]:
        item.delete()
    card = card_of(opened)
    # The evidence that the page showed is another one now.
    opened.reload()
    card.get_by_label("Verdict").select_option("true")
    card.get_by_label("Rationale (Markdown)").fill("One source says so.")
    card.get_by_role("button", name="Settle with this verdict").click()
    opened.get_by_role("button", name="I have seen this").click()
    expect(card.locator(".written").first).to_have_text("One source says so.")
    all_saved(opened)
    claim.refresh_from_db()
    assert claim.verdict == "true"


def test_a_claim_is_stated_in_the_rail(open_desk: Callable[..., Page], reporter: User) -> None:
    page = open_desk(reporter, "?tab=claims")
    page.locator("#claims summary", has_text="State a claim").click()
    page.locator("#claims").get_by_label("Statement").fill("The gauge was dry")
    page.get_by_role("button", name="Add this claim").click()
    expect(page.locator("#claims").get_by_role("link", name="The gauge was dry")).to_be_visible()


def test_what_is_written_stays_while_the_claim_changes(opened: Page, claim: Claim, editor: User) -> None:
    card = card_of(opened)
    field = card.get_by_label("Comment (Markdown)")
    field.fill("Who measured")
    reword_claim(claim, "It poured in the port", version=claim.version, by=editor)
    opened.evaluate("() => htmx.trigger(document.body, 'claim:changed')")
    expect(card.get_by_role("heading", name="It poured in the port")).to_be_visible()
    opened.keyboard.type(" it?")
    expect(field).to_have_value("Who measured it?")


def test_back_and_a_reload_show_the_claim_again(opened: Page) -> None:
    opened.reload()
    expect(card_of(opened).get_by_role("heading", name="It rained in the port")).to_be_visible()
    card_of(opened).get_by_role("link", name="All claims").click()
    expect(opened.locator("#claims ol.claims")).to_be_visible()
    opened.go_back()
    expect(card_of(opened)).to_be_visible()


def test_a_passage_of_the_claim_is_chosen_in_its_text(opened: Page, claim: Claim) -> None:
    card_of(opened).get_by_role("link", name="Paragraph 1 of").first.click()
    expect(opened.locator("#card blockquote")).to_have_text("Paragraph 1 of")
    expect(opened.locator("news-prose mark[data-lit]")).to_have_text("Paragraph 1 of")
    opened.get_by_role("tab", name="Claims").click()
    expect(card_of(opened)).to_be_visible()


def test_a_reader_sees_the_claim_without_forms(
    open_desk: Callable[..., Page], story: Story, claim: Claim
) -> None:
    page = open_desk(make.user(make.UserRole.READER, "reader"), f"?tab=claims&claim={claim.pk}")
    expect(card_of(page).get_by_role("heading", name="It rained in the port")).to_be_visible()
    expect(card_of(page).locator("form")).to_have_count(0)
