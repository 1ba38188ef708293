"""Test how a person rewords a claim with a verdict, and decides on possible contradictions."""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Claim, Dismissal, Link
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage

TWELVE = "An explosion in the Karo market killed 12 people on Monday."
FIFTEEN = "The explosion in Karo market left 15 dead, the mayor said."
NINE = "Nine people died in the explosion in Karo market."


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def story(editor: User) -> Story:
    story = make.story("Karo market", by=editor)
    for outlet, text in (("Post", TWELVE), ("Times", FIFTEEN), ("Herald", NINE)):
        make.article(text, story=story, outlet=outlet, by=editor)
    return story


@pytest.fixture
def page(open_page: OpenPage, editor: User) -> Page:
    return open_page(editor)


def test_a_settled_claim_that_is_reworded_is_open_again(page: Page, story: Story, editor: User) -> None:
    claim = make.claim(story, "Twelve people died in the Karo market.", by=editor)
    page.goto(claim.get_absolute_url())
    page.get_by_label("Verdict").select_option("unproven")
    page.get_by_label("Rationale (Markdown)").fill("The reports differ.")
    page.get_by_role("button", name="Settle with this verdict").click()
    expect(page.locator("#verdict-title")).to_have_text("Verdict: Not established")

    page.get_by_text("Reword", exact=True).click()
    page.get_by_label("Statement").fill("At least nine people died in the Karo market.")
    page.get_by_label("Open the claim again: the verdict was given on the old words").check()
    page.get_by_role("button", name="Save these words").click()
    expect(page.locator("h1")).to_have_text("At least nine people died in the Karo market.")
    expect(page.locator("[data-status=open]")).to_be_visible()
    assert Claim.objects.get().verdict == ""


def test_evidence_after_the_verdict_is_said_at_the_head_of_the_page(
    page: Page, story: Story, editor: User
) -> None:
    claim = make.claim(story, "Twelve people died in the Karo market.", by=editor)
    page.goto(claim.get_absolute_url())
    page.get_by_label("Verdict").select_option("unproven")
    page.get_by_label("Rationale (Markdown)").fill("The reports differ.")
    page.get_by_role("button", name="Settle with this verdict").click()
    expect(page.locator("#verdict-title")).to_be_visible()
    make.evidence(claim, make.highlight(story.articles.first(), by=editor), by=editor)
    page.reload()
    expect(page.locator(".notice.attention")).to_contain_text("Changed since the verdict: 1 passage added")


def test_possible_contradictions_of_a_story_are_linked_and_dismissed(page: Page, story: Story) -> None:
    page.goto(story.get_absolute_url())
    offers = page.locator("#possible-contradictions .contradiction")
    expect(offers).to_have_count(3)
    expect(offers.first.locator("mark")).to_have_count(2)

    offers.first.get_by_role("button", name="Link as contradiction").click()
    expect(offers).to_have_count(2)
    offers.first.get_by_role("button", name="Dismiss").click()
    expect(offers).to_have_count(1)
    assert (Link.objects.get().aspect, Dismissal.objects.count()) == ("number", 1)
    page.reload()
    expect(offers).to_have_count(1)


def test_possible_contradictions_are_decided_by_one_key_each(page: Page, story: Story) -> None:
    page.goto(f"{story.get_absolute_url()}contradictions/")
    offers = page.locator("#possible-contradictions .contradiction")
    expect(offers).to_have_count(3)
    third = offers.nth(2).locator(".aspect").inner_text()
    offers.nth(1).get_by_role("link").first.focus()

    page.keyboard.press("x")
    expect(offers).to_have_count(2)
    expect(offers.nth(1)).to_be_focused()
    expect(offers.nth(1).locator(".aspect")).to_have_text(third)
    page.keyboard.press("d")
    expect(offers).to_have_count(1)
    expect(offers.first).to_be_focused()
    page.keyboard.press("d")
    expect(offers).to_have_count(0)
    expect(page.locator("#possible-contradictions")).to_be_focused()
    assert (Link.objects.count(), Dismissal.objects.count()) == (1, 2)


def test_a_key_that_is_held_down_decides_one_contradiction(page: Page, story: Story) -> None:
    page.goto(f"{story.get_absolute_url()}contradictions/")
    offers = page.locator("#possible-contradictions .contradiction")
    offers.first.get_by_role("link").first.focus()
    page.keyboard.down("d")
    expect(offers).to_have_count(2)
    page.keyboard.down("d")
    page.keyboard.up("d")
    page.keyboard.press("x")
    expect(offers).to_have_count(1)
    assert (Link.objects.count(), Dismissal.objects.count()) == (1, 1)


def test_arrows_choose_a_possible_contradiction(page: Page, story: Story) -> None:
    page.goto(f"{story.get_absolute_url()}contradictions/")
    offers = page.locator("#possible-contradictions .contradiction")
    offers.first.get_by_role("link").first.focus()
    for key, place in (("ArrowUp", 0), ("ArrowDown", 1), ("ArrowDown", 2), ("ArrowDown", 2), ("ArrowUp", 1)):
        page.keyboard.press(key)
        expect(offers.nth(place)).to_be_focused()


def test_the_links_of_the_desk_show_those_of_the_open_articles(page: Page, story: Story) -> None:
    first, second, _ = story.articles.order_by("pk")
    page.goto(f"{story.get_absolute_url()}desk/?read={first.pk},{second.pk}")
    page.get_by_role("tab", name="Links").click()
    offers = page.locator("#possible-contradictions .contradiction")
    expect(offers).to_have_count(1)
    offers.first.get_by_role("button", name="Dismiss").click()
    expect(offers).to_have_count(0)


def test_guesses_of_a_card_are_confirmed_by_one_key_and_corrected_by_another(
    page: Page, story: Story, editor: User
) -> None:
    text = "The envoy left at noon, the Harbour Daily reported. “It is over,” said Ana Berg."
    article = make.article(text, story=story, by=editor, outlet="The Gazette")
    make.article("The hall was empty.", story=story, by=editor, outlet="Harbour Daily")
    passage = make.highlight(article, text, by=editor)
    page.goto(f"/stories/{story.slug}/desk/?read={article.pk}&h={passage.pk}")
    teller, note = page.locator("section[aria-label='Teller']"), page.locator("section[aria-label='Note']")
    expect(teller).to_contain_text("Harbour Daily guessed")
    expect(note).to_contain_text("Ana Berg guessed")

    page.keyboard.press("F6")
    page.keyboard.press("y")
    expect(note).not_to_contain_text("guessed")
    expect(teller).to_contain_text("guessed")
    page.keyboard.press("y")
    expect(teller).not_to_contain_text("guessed")

    for key in ("r", *"Kyodo", "Enter"):
        page.keyboard.press(key)
    expect(teller).to_contain_text("Told by: Kyodo")
    for key in ("Escape", "a", *"Eva Sund", "Enter"):
        page.keyboard.press(key)
    expect(note).to_contain_text("Said by: Eva Sund")
    passage.refresh_from_db()
    assert (passage.teller, passage.teller_guessed) == ("Kyodo", False)
    assert (passage.attribution, passage.attribution_guessed) == ("Eva Sund", False)
    assert page.locator("#tellers option[value='Harbour Daily']").count() == 1
