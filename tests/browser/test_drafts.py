"""Test that unfinished text is kept when a card is swapped, and that the page asks
before a person leaves it.
"""

import pytest
from playwright.sync_api import Dialog, Page, expect

from annotations.actions.passages.highlights import describe_highlight
from annotations.models import Claim, Comment, Highlight
from newsroom.actions.imports.batches import hand_in
from newsroom.models import Article, ImportBatch, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, ask_for

NOTE, COMMENT = "Note (Markdown)", "Comment"


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def passages(editor: User) -> list[Highlight]:
    article = make.article("It rained. It snowed.", story=make.story("Weather", by=editor), by=editor)
    return [make.highlight(article, words, by=editor) for words in ("It rained", "It snowed")]


@pytest.fixture
def desk(open_page: OpenPage, editor: User, passages: list[Highlight]) -> Page:
    """Return the desk with the card of the first passage, on which a note and a
    comment are typed but not sent.
    """
    page = open_page(editor)
    page.goto(f"/stories/weather/desk/?h={passages[0].pk}")
    ask_for(page, "Note")
    page.get_by_label(NOTE).fill("Who saw\nit?")
    ask_for(page, "Comment")
    page.get_by_label(COMMENT, exact=True).fill("I shall ring")
    return page


def card_of(page: Page, words: str) -> None:
    page.locator("news-prose mark", has_text=words).click()
    expect(page.locator("article.passage blockquote").first).to_have_text(words)


def add_tag(page: Page) -> None:
    ask_for(page, "Tag")
    page.get_by_label("Tag", exact=True).fill("claims/weather")
    page.get_by_role("button", name="Add tag").click()
    expect(page.locator(".tags .tag")).to_contain_text("claims/weather")


def test_what_is_begun_on_a_card_stays_when_another_form_of_it_is_sent(desk: Page) -> None:
    add_tag(desk)
    expect(desk.get_by_label(NOTE)).to_have_value("Who saw\nit?")
    expect(desk.get_by_label(NOTE)).to_be_visible()
    expect(desk.get_by_label(COMMENT, exact=True)).to_have_value("I shall ring")
    expect(desk.get_by_label("Tag", exact=True)).to_have_value("")
    desk.get_by_role("button", name="Save note").click()
    expect(desk.locator("article.passage .written")).to_contain_text("Who saw")
    expect(desk.get_by_label(NOTE)).to_be_hidden()
    expect(desk.get_by_label(COMMENT, exact=True)).to_have_value("I shall ring")
    desk.get_by_role("button", name="Add comment").dblclick()
    expect(desk.locator(".comments")).to_contain_text("I shall ring")
    expect(desk.get_by_label(COMMENT, exact=True)).to_have_value("")
    expect(desk.get_by_label(NOTE)).to_be_hidden()
    all_saved(desk)
    assert Comment.objects.count() == 1


def test_what_is_begun_on_a_card_is_back_when_it_is_opened_again(desk: Page) -> None:
    card_of(desk, "It snowed")
    expect(desk.get_by_label(COMMENT, exact=True)).to_have_value("")
    card_of(desk, "It rained")
    expect(desk.get_by_label(NOTE)).to_be_visible()
    expect(desk.get_by_label(NOTE)).to_have_value("Who saw\nit?")
    desk.goto("/articles/")
    desk.goto("/stories/weather/desk/")
    card_of(desk, "It rained")
    expect(desk.get_by_label(COMMENT, exact=True)).to_have_value("I shall ring")
    desk.get_by_label(COMMENT, exact=True).fill("")
    add_tag(desk)
    expect(desk.get_by_label(COMMENT, exact=True)).to_have_value("")


def test_who_writes_on_what_was_changed_meanwhile_is_told(
    desk: Page, passages: list[Highlight], editor: User
) -> None:
    describe_highlight(
        passages[0], note="Seen by Ann.", attribution="", version=passages[0].version, by=editor
    )
    add_tag(desk)
    expect(desk.locator("#said")).to_contain_text("was changed meanwhile")
    expect(desk.locator("article.passage .written").first).to_have_text("Seen by Ann.")
    expect(desk.get_by_label(NOTE)).to_have_value("Who saw\nit?")


def test_what_one_person_began_is_not_shown_to_the_next(desk: Page, passages: list[Highlight]) -> None:
    desk.get_by_role("button", name="Sign out").click()
    other = make.user(UserRole.REPORTER, "reporter")
    other.set_password("a password")
    other.save()
    desk.get_by_label("Name").fill("reporter")
    desk.get_by_label("Password").fill("a password")
    desk.get_by_role("button", name="Sign in").click()
    desk.goto(f"/stories/weather/desk/?h={passages[0].pk}")
    expect(desk.get_by_label(COMMENT, exact=True)).to_have_value("")


class LeaveQuestions(list[str]):
    """The questions that a page asks before a person leaves it. The page stays until `leave` is set."""

    leave = False

    def __call__(self, dialog: Dialog) -> None:
        self.append(dialog.type)
        if self.leave:
            dialog.accept()
        else:
            dialog.dismiss()


def test_another_form_of_a_page_asks_before_what_is_written_is_lost(
    open_page: OpenPage, editor: User, passages: list[Highlight]
) -> None:
    claim = make.claim(passages[0].article.stories.get(), "It rained.", by=editor)
    page, asked = open_page(editor), LeaveQuestions()
    page.on("dialog", asked)
    page.goto(claim.get_absolute_url())
    page.get_by_label("Rationale").press_sequentially("Two saw it")
    page.get_by_role("button", name="Mark as being checked").click()
    page.get_by_role("link", name="Stories", exact=True).first.click()
    expect(page.get_by_label("Rationale")).to_have_value("Two saw it")
    assert asked == ["beforeunload", "beforeunload"]
    assert Claim.objects.get().status == "open"
    page.get_by_label("Verdict").select_option(index=1)
    page.get_by_role("button", name="Settle with this verdict").click()
    expect(page.get_by_role("heading", name="Verdict:")).to_be_visible()
    assert asked == ["beforeunload", "beforeunload"]


def test_an_import_asks_before_it_goes_on_without_a_correction(open_page: OpenPage, editor: User) -> None:
    batch = hand_in([("report.md", b"# Rain\n\nRain fell.")], by=editor)
    page, asked = open_page(editor), LeaveQuestions()
    page.on("dialog", asked)
    page.goto(batch.get_absolute_url())
    page.get_by_label("Title").fill("Rainy")
    page.get_by_role("button", name="Import 1 article").click()
    expect(page.get_by_label("Title")).to_have_value("Rainy")
    assert asked == ["beforeunload"]
    assert ImportBatch.objects.get().state == ImportBatch.State.OPEN
    page.get_by_role("button", name="Save corrections").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    page.get_by_role("button", name="Import 1 article").click()
    page.get_by_role("heading", name="Imported").wait_for()
    assert asked == ["beforeunload"]
    assert Article.objects.get().title == "Rainy"


def test_a_filter_asks_nothing(open_page: OpenPage, editor: User, passages: list[Highlight]) -> None:
    page, asked = open_page(editor), LeaveQuestions()
    page.on("dialog", asked)
    page.goto("/articles/")
    page.get_by_role("searchbox").first.press_sequentially("snow")
    page.get_by_role("link", name="Stories", exact=True).first.click()
    page.get_by_role("heading", name="Stories").wait_for()
    assert asked == []
