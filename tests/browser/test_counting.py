"""Test the count on a claim's page: its reasons, the chain picture, a corrected teller,
and an editor's statement.
"""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.judgements.evidence import add_evidence
from annotations.models import Claim, Highlight
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage

#: Two reports of one outlet, one report that cites this outlet, and an independent one.
REPORTS = (
    ("Harbour Daily", "The envoy left the hall at noon. Staff saw the car drive off."),
    ("Harbour Daily", "By midday the envoy was gone. The session went on without him."),
    ("Northern Post", "The envoy left at noon, the Harbour Daily reported. Nobody knew why."),
    ("South Star", "Our reporter saw the envoy leave the hall before lunch. It rained."),
)


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story("The envoy", by=editor)


@pytest.fixture
def claim(story: Story, editor: User) -> Claim:
    claim = make.claim(story, "The envoy left at noon.", by=editor)
    for outlet, text in REPORTS:
        article = make.article(text, story=story, outlet=outlet, by=editor)
        passage = make.highlight(article, text.partition(".")[0], by=editor)
        add_evidence(claim, passage, "corroborates", by=editor)
    return claim


@pytest.fixture
def page(open_page: OpenPage, editor: User) -> Page:
    return open_page(editor)


def test_one_outlet_and_who_cites_it_are_one_source_until_an_editor_says_otherwise(
    page: Page, story: Story, claim: Claim
) -> None:
    counted = page.locator("#standing-title + p")
    page.goto(claim.get_absolute_url())
    expect(counted).to_contain_text("4 passages, 3 outlets, 2 to 3 independent sources")
    page.get_by_text("Why: what was counted together").click()
    expect(page.get_by_text("2 reports of one outlet, Harbour Daily.")).to_be_visible()
    expect(page.get_by_text("Northern Post: perhaps told by Harbour Daily")).to_be_visible()
    expect(page.locator(".chains rect")).to_have_count(4 + 3 + 1)
    expect(page.locator(".chains line.unsure")).to_have_count(1)

    citing = Highlight.objects.get(article__outlet__name="Northern Post")
    page.goto(f"/stories/{story.slug}/desk/?read={citing.article_id}&h={citing.pk}")
    page.locator('details[data-part="teller"] summary').click()
    page.get_by_role("button", name="Save teller").click()
    expect(page.locator("section[aria-label='Teller']")).not_to_contain_text("guessed")
    page.goto(claim.get_absolute_url())
    expect(counted).to_contain_text("2 independent sources")
    expect(page.locator(".chains line.unsure")).to_have_count(0)

    page.get_by_text("Why: what was counted together").click()
    page.get_by_text("State that two reports are independent all the same").click()
    page.get_by_label("The other").select_option(index=1)
    page.get_by_label("Why are they independent?").fill("The second reporter was there.")
    page.get_by_role("button", name="State it").click()
    expect(counted).to_contain_text("3 independent sources")

    answer = page.request.get(f"{page.url.partition('/claims/')[0]}/export/claims.csv")
    (row,) = csv.DictReader(io.StringIO(answer.text().removeprefix("\ufeff")))
    assert (row["independent_origins"], row["sources_at_least"], row["sources_at_most"]) == ("3",) * 3
    assert row["stated_independent"].endswith("The second reporter was there.")


def test_a_revised_passage_leaves_the_count_in_doubt(page: Page, claim: Claim, editor: User) -> None:
    article = Highlight.objects.get(article__outlet__name="South Star").article
    make.revision(article, "Our reporter saw the envoy leave the hall before dinner. It rained.", by=editor)
    page.goto(claim.get_absolute_url())
    expect(page.locator("#standing-title + p")).to_contain_text("1 in doubt")
    expect(page.locator(".chains .is-in-doubt")).to_have_count(1)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("a", "2 passages, 2 outlets, 1 independent source"),
        ("d", "2 passages, 2 outlets, 2 independent sources"),
    ],
)
def test_one_key_accepts_or_dismisses_what_a_rewrite_credits(
    page: Page, story: Story, editor: User, key: str, told: str
) -> None:
    rewrite = make.article(
        "The hall emptied early, Kyodo reported on Friday.\n\nThe envoy left at noon.",
        story=story,
        outlet="Northern Post",
        by=editor,
    )
    wire = make.article("The envoy left at noon. Nobody knew why.", story=story, outlet="Kyodo", by=editor)
    claim = make.claim(story, "The envoy left at noon.", by=editor)
    for article in (rewrite, wire):
        add_evidence(
            claim, make.highlight(article, "The envoy left at noon.", by=editor), "corroborates", by=editor
        )
    counted = page.locator("#standing-title + p")
    page.goto(claim.get_absolute_url())
    expect(counted).to_contain_text("1 to 2 independent sources")
    page.goto(f"/stories/{story.slug}/")
    page.locator(".to-do").get_by_role("link", name="credits Kyodo").click()
    expect(page.locator(".crediting-texts mark").first).to_contain_text("Kyodo reported")
    page.wait_for_load_state()  # keys do nothing before the page's modules have run
    page.keyboard.press(key)
    expect(page.locator("h1 .badge")).not_to_have_text("Proposed")
    page.goto(claim.get_absolute_url())
    expect(counted).to_contain_text(told)
