"""Test the desk in a browser: passages are marked, chosen and linked by mouse and keys,
and stay after a reload.
"""

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.passages.highlights import describe_highlight
from annotations.models import Claim, Evidence, Highlight, Link
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, marked, pane_of, select
from tests.browser.thread_pixels import PIXELS, drawn_pixels

ONE = (
    "Lavrov left the room again during his speech.\n\nThe grain 🌾 stayed — naïve, q\u0303uay — in port.\n\n"
    "قال الوزير إن الحبوب عالقة."
)
TWO = (
    "He left an afternoon session before Kuleba addressed the ministers.\n\n"
    "It was not us who abandoned contact."
)


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story("The walk-out", by=editor)


@pytest.fixture
def articles(story: Story, editor: User) -> tuple[Article, Article]:
    return (
        make.article(ONE, story=story, by=editor, outlet="The Gazette"),
        make.article(TWO, story=story, by=editor, outlet="The Mirror"),
    )


@pytest.fixture
def desk(open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, Article]) -> Page:
    page = open_page(editor)
    page.goto(f"/stories/{story.slug}/desk/")
    return page


@pytest.mark.parametrize(
    "words",
    [
        "left the room",
        "grain 🌾 stayed — naïve",
        "q\u0303uay",
        "الحبوب عالقة",
        "during his speech.\nThe grain",
    ],
)
def test_what_is_marked_is_exactly_what_was_selected(
    desk: Page, articles: tuple[Article, Article], words: str
) -> None:
    select(desk, articles[0].pk, words)
    desk.get_by_role("button", name="Highlight", exact=True).click()
    all_saved(desk)
    anchor = Highlight.objects.get().anchor
    text = articles[0].current.text
    assert anchor.quote.replace("\n\n", "\n") == words
    assert text[anchor.start : anchor.end] == anchor.quote
    assert "".join(marked(desk, articles[0].pk)) == words.replace("\n", "")
    all_saved(desk)
    desk.reload()
    assert "".join(marked(desk, articles[0].pk)) == words.replace("\n", "")


def test_keys_highlight_tag_and_step_through_highlights(
    desk: Page, articles: tuple[Article, Article]
) -> None:
    for words in ("left the room", "his speech"):
        select(desk, articles[0].pk, words)
        desk.keyboard.press("h")
        expect(desk.locator("article.passage blockquote").first).to_have_text(words)
    desk.keyboard.press("k")
    expect(desk.locator("article.passage blockquote").first).to_have_text("left the room")
    desk.keyboard.press("t")
    desk.keyboard.type("claims/time")
    desk.keyboard.press("Enter")
    expect(desk.locator(".tags .tag")).to_contain_text("claims/time")
    expect(pane_of(desk, articles[0].pk).locator("mark[data-hue]")).to_have_count(1)


def test_single_keys_are_silent_while_typing(desk: Page, articles: tuple[Article, Article]) -> None:
    select(desk, articles[0].pk, "left the room")
    desk.keyboard.press("h")
    desk.keyboard.press("n")
    desk.get_by_label("Note (Markdown)").fill("")
    desk.get_by_label("Note (Markdown)").press_sequentially("hjklx")
    desk.get_by_role("button", name="Save note").click()
    expect(desk.locator("article.passage .written").first).to_have_text("hjklx")
    all_saved(desk)
    assert Highlight.objects.count() == 1


def test_each_of_overlapping_highlights_can_be_chosen_by_clicking_again(
    desk: Page, articles: tuple[Article, Article], editor: User
) -> None:
    make.highlight(articles[0], "Lavrov left the room again", by=editor)
    make.highlight(articles[0], "the room", by=editor)
    desk.reload()
    spot = pane_of(desk, articles[0].pk).locator("mark[data-depth]")
    for words in ("the room", "Lavrov left the room again", "the room"):
        spot.click()
        expect(desk.locator("article.passage blockquote").first).to_have_text(words)


def test_a_contradiction_is_linked_with_both_ends_in_view(
    desk: Page, articles: tuple[Article, Article]
) -> None:
    select(desk, articles[0].pk, "left the room again during his speech")
    desk.keyboard.press("h")
    expect(desk.locator("article.passage")).to_be_visible()
    desk.keyboard.press("l")
    expect(desk.locator(".desk-mode")).to_be_visible()
    select(desk, articles[1].pk, "left an afternoon session before Kuleba addressed the ministers")
    desk.keyboard.press("h")
    expect(desk.locator(".link-card .end")).to_have_count(2)
    desk.keyboard.press("x")
    desk.get_by_label("If it contradicts, in what?").select_option("time")
    desk.get_by_role("button", name="Link as contradiction").click()
    expect(desk.locator("article.passage .relation[data-relation=contradicts]")).to_be_visible()
    all_saved(desk)
    link = Link.objects.get()
    assert (link.relation, link.aspect) == ("contradicts", "time")
    assert {link.source.article, link.target.article} == set(articles)
    desk.wait_for_function(f"() => ({PIXELS})() > 0")


@pytest.mark.parametrize("both_ends_chosen", [False, True])
def test_escape_leaves_linking(
    desk: Page, articles: tuple[Article, Article], editor: User, both_ends_chosen: bool
) -> None:
    make.highlight(articles[1], "He left", by=editor)
    select(desk, articles[0].pk, "left the room")
    desk.keyboard.press("l")
    expect(desk.locator(".link-card")).to_be_visible()
    if both_ends_chosen:
        desk.locator(".link-card [data-end]").click()
        expect(desk.locator(".link-card .end")).to_have_count(2)
    desk.keyboard.press("Escape")
    expect(desk.locator("article.passage")).to_be_visible()
    expect(desk.locator(".desk-mode")).to_be_hidden()


def test_threads_join_the_passages_of_the_open_articles(
    desk: Page, articles: tuple[Article, Article], editor: User
) -> None:
    assert drawn_pixels(desk) == 0
    link_passages(
        make.highlight(articles[0], "left the room", by=editor),
        make.highlight(articles[1], "left an afternoon session", by=editor),
        LinkJudgement("repeats"),
        by=editor,
    )
    desk.reload()
    desk.wait_for_function(f"() => ({PIXELS})() > 0")


def test_new_edges_replace_the_old_ones_on_the_page(desk: Page, articles: tuple[Article, Article]) -> None:
    select(desk, articles[0].pk, "the room")
    desk.keyboard.press("h")
    expect(desk.locator("article.passage")).to_be_visible()
    all_saved(desk)
    desk.keyboard.press("e")
    select(desk, articles[0].pk, "Lavrov left the room again")
    desk.get_by_role("button", name="Save the new edges").click()
    expect(desk.locator("article.passage blockquote").first).to_have_text("Lavrov left the room again")
    assert marked(desk, articles[0].pk) == ["Lavrov left the room again"]
    all_saved(desk)
    assert Highlight.objects.get().anchors.count() == 2


def test_new_edges_in_another_article_are_refused_with_the_reason(
    desk: Page, articles: tuple[Article, Article]
) -> None:
    select(desk, articles[0].pk, "the room")
    desk.keyboard.press("h")
    expect(desk.locator("article.passage")).to_be_visible()
    all_saved(desk)
    desk.keyboard.press("e")
    select(desk, articles[1].pk, "He left")
    desk.get_by_role("button", name="Save the new edges").click()
    expect(desk.locator(".desk-mode")).to_contain_text("stand in another article than the passage")
    select(desk, articles[0].pk, "left the room")
    desk.get_by_role("button", name="Save the new edges").click()
    expect(desk.locator("article.passage blockquote").first).to_have_text("left the room")
    expect(desk.locator(".desk-mode")).to_be_hidden()


def test_a_claim_is_made_from_the_selection(desk: Page, articles: tuple[Article, Article]) -> None:
    select(desk, articles[1].pk, "It was not us who abandoned contact")
    desk.keyboard.press("c")
    desk.get_by_label("New claim").fill("Moscow ended the contacts.")
    desk.locator("[data-part=claim] select[name=relation]").select_option("contradicts")
    desk.get_by_role("button", name="Attach to the claim").click()
    expect(desk.locator("#card .relation[data-relation=contradicts]")).to_be_visible()
    all_saved(desk)
    assert Evidence.objects.get().claim.statement == "Moscow ended the contacts."
    desk.get_by_role("tab", name="Claims").click()
    expect(desk.locator("#claims")).to_contain_text("1 source contradicts")
    desk.keyboard.press("Control+z")
    expect(desk.locator("#said")).to_contain_text("Undone: you attached")
    desk.keyboard.press("Control+z")
    expect(desk.locator("#said")).to_contain_text("Undone: you stated the claim")
    desk.get_by_role("tab", name="Claims").click()
    expect(desk.locator("#claims")).not_to_contain_text("Moscow ended the contacts.")
    all_saved(desk)
    assert Claim.objects.get().withdrawn_at is not None


def test_withdrawing_takes_the_mark_off_the_text(desk: Page, articles: tuple[Article, Article]) -> None:
    select(desk, articles[0].pk, "the room")
    desk.keyboard.press("h")
    expect(desk.locator("article.passage")).to_be_visible()
    desk.keyboard.press("Shift+Delete")
    expect(pane_of(desk, articles[0].pk).locator("mark")).to_have_count(0)
    desk.get_by_role("button", name="Restore").click()
    expect(pane_of(desk, articles[0].pk).locator("mark")).to_have_count(1)


def test_a_colleague_in_another_browser_sees_it_after_a_reload(
    desk: Page, articles: tuple[Article, Article], open_page: OpenPage
) -> None:
    other = open_page(make.user(UserRole.READER, "reader"))
    other.goto(desk.url)
    assert marked(other, articles[0].pk) == []
    select(desk, articles[0].pk, "left the room")
    desk.keyboard.press("h")
    all_saved(desk)
    other.reload()
    assert marked(other, articles[0].pk) == ["left the room"]


def test_a_permalink_lands_on_the_passage(open_page: OpenPage, editor: User, story: Story) -> None:
    article = make.article("\n\n".join(f"Paragraph {n} of many." for n in range(200)), story=story, by=editor)
    highlight = make.highlight(article, "Paragraph 150 of many", by=editor)
    page = open_page(editor)
    page.goto(f"/h/{highlight.pk}/")
    expect(page.locator("mark[data-lit]")).to_be_in_viewport()
    page.get_by_role("link", name="Open on the desk").click()
    expect(page.locator("mark[data-lit]")).to_be_in_viewport()


def test_a_passage_far_down_a_long_article_is_brought_into_sight(
    open_page: OpenPage, editor: User, story: Story
) -> None:
    paragraphs = [
        f"Paragraph {n} says what was said before. " + "It rained all day. " * (n % 40) for n in range(150)
    ]
    article = make.article("\n\n".join(paragraphs), story=story, by=editor)
    highlight = make.highlight(article, "Paragraph 120 says", by=editor)
    page = open_page(editor)
    page.goto(f"/stories/{story.slug}/desk/?h={highlight.pk}")
    expect(page.locator("mark[data-lit]")).to_be_in_viewport()
    page.keyboard.press("/")
    page.keyboard.type("Paragraph 60 says")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Paragraph 60 says")).to_be_in_viewport()


def test_on_a_narrow_screen_one_article_is_shown_at_a_time(
    open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, Article]
) -> None:
    page = open_page(editor, viewport={"width": 390, "height": 844})
    page.goto(f"/stories/{story.slug}/desk/")
    expect(pane_of(page, articles[0].pk)).to_be_visible()
    expect(pane_of(page, articles[1].pk)).to_be_hidden()
    page.locator(".pane-tabs").get_by_role("button", name="The Mirror").click()
    expect(pane_of(page, articles[1].pk)).to_be_visible()
    expect(pane_of(page, articles[0].pk)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_refused_act_is_told_and_loses_nothing(
    desk: Page, articles: tuple[Article, Article], watch, editor: User
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("answered 409")
    select(desk, articles[0].pk, "the room")
    desk.keyboard.press("h")
    desk.keyboard.press("n")
    desk.get_by_label("Note (Markdown)").fill("mine")
    all_saved(desk)
    describe_highlight(Highlight.objects.get(), note="theirs", attribution="", version=1, by=editor)
    desk.get_by_role("button", name="Save note").click()
    expect(desk.locator("#refusals")).to_contain_text("editor changed this while you were writing")
    expect(desk.locator("#refusals")).to_contain_text("Save note: mine")
    expect(desk.get_by_label("Note (Markdown)")).to_have_value("mine")
