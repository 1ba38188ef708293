"""Test the pages of origins, the matrix by keys, contradictions in all articles, and how they print."""

import re

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.models import Claim, Highlight, Origin
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.annotations.logic.sources.test_copies import OWN, WIRE
from tests.browser.conftest import OpenPage

PASSAGE = "Nobody was hurt, and the crew of nineteen stayed on board"


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story("The freighter", by=editor)


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    """Return two prints of one wire text, and an independent report."""
    texts = {"The Gazette": WIRE, "The Mirror": tuple(reversed(WIRE)), "The Herald": OWN}
    return [
        make.article("\n\n".join(text), story=story, outlet=name, by=editor) for name, text in texts.items()
    ]


@pytest.fixture
def passages(articles: list[Article], editor: User) -> list[Highlight]:
    quotes = (PASSAGE, PASSAGE, "he had never seen the streets so empty")
    return [
        make.highlight(article, quote, by=editor) for article, quote in zip(articles, quotes, strict=True)
    ]


@pytest.fixture
def claim(story: Story, passages: list[Highlight], editor: User) -> Claim:
    claim = make.claim(story, "Nobody was hurt when the freighter ran aground.", by=editor)
    for passage in passages[:2]:
        add_evidence(claim, passage, "corroborates", by=editor)
    add_evidence(claim, passages[2], "contradicts", by=editor)
    link_passages(passages[0], passages[2], LinkJudgement("contradicts", aspect="person"), by=editor)
    return claim


@pytest.fixture
def page(open_page: OpenPage, editor: User) -> Page:
    return open_page(editor)


def test_rejecting_an_origin_raises_the_count_and_confirming_lowers_it(page: Page, claim: Claim) -> None:
    counted = page.locator("#standing-title + p")
    for button, reason, origins in (
        ("Reject: separate origins", "Each had a man there.", "2 independent sources;"),
        ("Confirm: one origin", "The same wire text after all.", "1 independent source;"),
    ):
        page.goto(Origin.objects.get().get_absolute_url())
        expect(page.locator(".two-texts mark").first).to_be_visible()
        page.get_by_label("Why?").first.fill(reason)
        page.get_by_role("button", name=button).click()
        expect(page.locator(".lead")).to_have_text(reason)
        page.goto(claim.get_absolute_url())
        expect(counted).to_contain_text(origins)


def test_a_contradiction_shows_in_matrix_dossier_and_to_do_list(
    page: Page, story: Story, claim: Claim
) -> None:
    page.goto(story.get_absolute_url())
    to_do = page.locator(".to-do")
    expect(to_do.get_by_role("link", name=claim.statement).first).to_be_visible()
    expect(to_do.get_by_text("In person")).to_be_visible()
    page.goto(claim.get_absolute_url())
    expect(page.get_by_role("heading", name="In person")).to_be_visible()
    page.goto(f"/stories/{story.slug}/matrix/")
    expect(page.locator('[role="gridcell"][data-answer="contradicts"]')).to_have_count(1)


def test_the_matrix_is_walked_by_keys_and_enter_opens_the_passages(
    page: Page, story: Story, claim: Claim
) -> None:
    make.claim(story, by=claim.created_by)
    page.goto(f"/stories/{story.slug}/matrix/")
    cells = page.locator('[role="gridcell"] a')
    cells.first.focus()
    for key, at in (
        ("ArrowRight", 1),
        ("ArrowDown", 4),
        ("End", 5),
        ("Home", 3),
        ("ArrowUp", 0),
        ("ArrowUp", 0),
    ):
        page.keyboard.press(key)
        expect(cells.nth(at)).to_be_focused()
    page.keyboard.press("Control+End")
    expect(cells.nth(5)).to_be_focused()
    page.keyboard.press("Control+Home")
    expect(page.locator('[role="gridcell"] a[tabindex="0"]')).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("#passages")).to_be_focused()
    expect(page.locator("#passages blockquote")).to_contain_text(PASSAGE)
    page.keyboard.press("Escape")
    expect(cells.first).to_be_focused()


def test_an_open_cell_is_closed_by_saying_that_the_article_does_not_mention_it(
    page: Page, story: Story, claim: Claim
) -> None:
    make.article("Nothing about ships.", story=story, outlet="The Echo", by=claim.created_by)
    page.goto(f"/stories/{story.slug}/matrix/")
    page.locator('[role="gridcell"][data-answer="open"] a').click()
    page.get_by_role("button", name="I have read it").click()
    expect(page.locator('[role="gridcell"][data-answer="silent"]')).to_have_count(1)
    expect(page.locator("#passages")).to_contain_text("it does not mention this")


def test_a_large_matrix_keeps_its_headers_in_view_and_scrolls_in_its_own_frame(
    page: Page, story: Story, editor: User
) -> None:
    for number in range(12):
        make.article(f"Report {number} of the day.", story=story, outlet=f"Paper {number}", by=editor)
        make.claim(story, f"Something happened at {number} o’clock in the harbour of Vesk.", by=editor)
    page.set_viewport_size({"width": 700, "height": 500})
    page.goto(f"/stories/{story.slug}/matrix/")
    page.locator('[role="gridcell"] a').last.focus()
    frame = page.locator("matrix-grid").bounding_box()
    head, side = (
        page.locator("thead th.article").last.bounding_box(),
        page.locator("tbody th").last.bounding_box(),
    )
    assert frame
    assert head
    assert side
    assert abs(side["x"] - frame["x"]) < 3
    assert frame["y"] - 1 <= head["y"] < frame["y"] + 80
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_passage_is_marked_in_a_copy_from_its_card(
    page: Page, story: Story, articles: list[Article], editor: User
) -> None:
    passage = make.highlight(articles[0], PASSAGE, by=editor)
    page.goto(f"/stories/{story.slug}/desk/?read={articles[0].pk},{articles[1].pk}&h={passage.pk}")
    page.get_by_role("link", name="Look for this passage there").click()
    page.get_by_role("button", name="Mark it there too").click()
    expect(page.locator("article.passage")).to_contain_text("It never counts as evidence")
    expect(page.locator(f"#pane-{articles[1].pk} mark").first).to_be_visible()
    assert Highlight.objects.get(projected_from=passage).article == articles[1]


@pytest.mark.parametrize(("what", "landscape"), [("claim", False), ("matrix", True)])
def test_dossier_and_matrix_print_as_clean_pages(
    page: Page, story: Story, claim: Claim, what: str, landscape: bool
) -> None:
    page.goto(claim.get_absolute_url() if what == "claim" else f"/stories/{story.slug}/matrix/")
    page.emulate_media(media="print")
    for gone in (".site-header", "button", "form select"):
        assert not any(item.is_visible() for item in page.locator(gone).all())
    if what == "claim":
        expect(page.locator(".on-paper").first).to_contain_text("/h/")
        expect(page.locator(".why ol").first).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    width, height = map(float, re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed).groups())  # type: ignore[union-attr]
    assert (width > height) == landscape
