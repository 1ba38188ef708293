"""Test in a browser that undo takes back comments, verdicts and acts on many rows, here and in other tabs."""

from collections.abc import Callable
from functools import partial

from playwright.sync_api import Page, expect

from annotations.actions.claims import settle_claim
from annotations.actions.comments import comment_on
from annotations.actions.passages.highlights import withdraw_highlight
from newsroom.actions.bulk import act_on_each
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.selecting import all_saved


def test_an_act_on_many_rows_is_undone_and_done_again_in_every_tab(
    open_desk: Callable[..., Page], editor: User, articles: list[Article]
) -> None:
    curator = make.user(UserRole.CURATOR, "curator")
    passages = [make.highlight(article, "Paragraph 1", by=editor) for article in articles[:2]]
    act_on_each(passages, partial(withdraw_highlight, by=curator), by=curator)
    here, there = open_desk(curator), open_desk(editor)
    undo = here.locator('[data-act="undo"]')
    expect(undo).to_have_attribute("title", "Undo: you withdrew “Paragraph 1”, and 1 more at once (Ctrl+Z)")
    here.keyboard.press("Control+z")
    for page in (here, there):
        expect(page.locator("news-prose mark")).to_have_count(2)
    expect(here.locator("#said")).to_contain_text("Undone: you withdrew “Paragraph 1”, and 1 more at once.")
    here.keyboard.press("Control+Shift+z")
    for page in (here, there):
        expect(page.locator("news-prose mark")).to_have_count(0)


def test_a_verdict_is_undone_on_the_claim_that_is_open(
    open_desk: Callable[..., Page], editor: User, story: Story
) -> None:
    claim = make.claim(story, "It rained.", by=editor)
    settle_claim(claim, "false", "Nobody was wet.", version=1, by=editor)
    page = open_desk(editor, f"?tab=claims&claim={claim.pk}")
    card = page.locator("#claims article.claim-card")
    expect(card).to_contain_text("Nobody was wet.")
    page.keyboard.press("Control+z")
    expect(card).not_to_contain_text("Nobody was wet.")
    page.keyboard.press("Control+Shift+z")
    expect(card).to_contain_text("Nobody was wet.")
    all_saved(page)


def test_a_comment_is_undone_on_the_card_that_is_open(
    open_desk: Callable[..., Page], editor: User, articles: list[Article]
) -> None:
    passage = make.highlight(articles[0], "Paragraph 1", by=editor)
    comment_on(passage, "Who counted the drops?", by=editor)
    page = open_desk(editor, f"?h={passage.pk}")
    comments = page.locator("#card .comments")
    expect(comments).to_contain_text("Who counted the drops?")
    page.keyboard.press("Control+z")
    expect(comments.get_by_text("Who counted the drops?")).to_have_count(0)
    all_saved(page)
