"""Test in a browser that what one person does on the desk is seen by another and in other tabs within two
seconds, without touching focus, scroll, selection or a form in which somebody writes.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from annotations.actions.judgements.evidence import add_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.actions.passages.highlights import (
    describe_highlight,
    move_edges,
    tag_by_path,
    withdraw_highlight,
)
from annotations.models import Highlight
from newsroom.models import Article, Story, User
from tests import make
from tests.browser.acting import mark, slow
from tests.browser.conftest import OpenPage
from tests.browser.open_desk.conftest import long_text
from tests.browser.selecting import all_saved, ask_for, marked, pane_of, select

SOON = 3_500  # milliseconds: two seconds, and what a busy machine needs beside
WORDS = "Paragraph 2 of the Gazette"
TOP = "(prose) => prose.scrollTop"
#: How far the top of the sixth paragraph is from the top of its pane.
READ = """(prose) =>
  prose.querySelectorAll(".block")[5].getBoundingClientRect().top - prose.getBoundingClientRect().top
"""


@pytest.fixture
def highlight(articles: list[Article], editor: User) -> Highlight:
    return make.highlight(articles[0], WORDS, by=editor)


def test_a_mark_of_another_person_appears_and_goes_without_touching_anything(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article]
) -> None:
    theirs, mine = open_desk(editor), open_desk(reporter)
    select(mine, articles[0].pk, "Paragraph 1 of the Gazette")
    mine.evaluate("() => (window.sameOne = true)")
    before = pane_of(mine, articles[0].pk).locator("news-prose").evaluate(TOP)
    mark(theirs, articles[0], WORDS)
    expect(pane_of(mine, articles[0].pk).locator("mark")).to_have_text(WORDS, timeout=SOON)
    assert mine.evaluate("() => document.getSelection().toString()") == "Paragraph 1 of the Gazette"
    assert pane_of(mine, articles[0].pk).locator("news-prose").evaluate(TOP) == before
    expect(mine.locator(f"#strip-{articles[0].pk} rect")).to_have_count(1)
    withdraw_highlight(Highlight.objects.get(), by=editor)
    expect(pane_of(mine, articles[0].pk).locator("mark")).to_have_count(0, timeout=SOON)
    assert mine.evaluate("() => window.sameOne === true")


def test_tags_edges_links_and_claims_of_another_person_appear(
    open_desk: Callable[..., Page],
    editor: User,
    reporter: User,
    articles: list[Article],
    highlight: Highlight,
    story: Story,
) -> None:
    page = open_desk(reporter, "?tab=claims")
    tag_by_path(highlight, "claims/number", by=editor)
    expect(pane_of(page, articles[0].pk).locator("mark[data-hue]")).to_have_text(WORDS, timeout=SOON)
    highlight.refresh_from_db()
    text = articles[0].current.text
    start = text.index("2 of the Gazette")
    end = start + len("2 of the Gazette")
    move_edges(
        highlight, start=start, end=end, quote="2 of the Gazette", version=highlight.version, by=editor
    )
    expect(pane_of(page, articles[0].pk).locator("mark")).to_have_text("2 of the Gazette", timeout=SOON)
    claim = make.claim(story, "It rained", by=editor)
    expect(page.locator("#claims").get_by_role("link", name="It rained")).to_be_visible(timeout=SOON)
    add_evidence(claim, highlight, relation="corroborates", by=editor)
    expect(page.locator("#claims .standing")).to_contain_text("1 passage", timeout=SOON)
    other = make.highlight(articles[1], "Paragraph 2 of the Mirror", by=editor)
    link_passages(highlight, other, LinkJudgement("repeats"), by=editor)
    page.get_by_role("tab", name="Links").click()
    expect(page.locator("#links-list .link")).to_have_count(1, timeout=SOON)


def test_the_open_card_shows_what_another_person_wrote(
    open_desk: Callable[..., Page], editor: User, reporter: User, highlight: Highlight
) -> None:
    page = open_desk(reporter, f"?h={highlight.pk}")
    describe_highlight(
        highlight, version=highlight.version, note="The gauge was dry.", attribution="", by=editor
    )
    expect(page.locator("#card .written")).to_have_text("The gauge was dry.", timeout=SOON)


def test_a_card_that_is_written_on_says_who_changed_it_and_keeps_the_words(
    open_desk: Callable[..., Page], editor: User, reporter: User, highlight: Highlight
) -> None:
    page = open_desk(reporter, f"?h={highlight.pk}")
    ask_for(page, "Note")
    field = page.get_by_label("Note (Markdown)")
    field.fill("Who ")
    tag_by_path(highlight, "claims/number", by=editor)
    expect(page.locator("#card .card-news")).to_contain_text("Changed by editor", timeout=SOON)
    page.keyboard.type("measured it?")
    expect(field).to_have_value("Who measured it?")
    expect(page.locator("#card .tags .tag")).to_have_count(0)
    page.locator("#card").get_by_role("button", name="Show it").click()
    expect(page.locator("#card .tags .tag")).to_contain_text("claims/number")
    expect(page.get_by_label("Note (Markdown)")).to_have_value("Who measured it?")
    expect(page.locator("#card .card-news")).to_have_count(0)


def test_who_else_is_here_is_named_until_they_leave(
    open_desk: Callable[..., Page], editor: User, reporter: User
) -> None:
    page = open_desk(editor)
    expect(page.locator(".desk-here")).to_be_hidden()
    other = open_desk(reporter)
    expect(page.locator(".desk-here")).to_have_text("Also here: reporter", timeout=SOON)
    expect(other.locator(".desk-here")).to_have_text("Also here: editor", timeout=SOON)


def test_a_second_tab_of_the_same_person_shows_an_act_and_its_undo(
    open_desk: Callable[..., Page], editor: User, articles: list[Article], story: Story
) -> None:
    first = open_desk(editor)
    second = first.context.new_page()
    second.goto(f"/stories/{story.slug}/desk/")
    mark(first, articles[0], WORDS)
    expect(pane_of(second, articles[0].pk).locator("mark")).to_have_text(WORDS, timeout=SOON)
    all_saved(first)
    first.keyboard.press("Control+z")
    expect(pane_of(second, articles[0].pk).locator("mark")).to_have_count(0, timeout=SOON)


def test_one_person_in_two_browsers_sees_their_own_acts(
    open_desk: Callable[..., Page], editor: User, articles: list[Article]
) -> None:
    first, second = open_desk(editor), open_desk(editor)
    mark(first, articles[0], WORDS)
    expect(pane_of(second, articles[0].pk).locator("mark")).to_have_text(WORDS, timeout=SOON)


def test_a_newer_revision_is_offered_and_shown_on_demand(
    open_desk: Callable[..., Page],
    editor: User,
    reporter: User,
    articles: list[Article],
    highlight: Highlight,
) -> None:
    page = open_desk(reporter)
    prose = pane_of(page, articles[0].pk).locator("news-prose")
    prose.evaluate("(prose) => (prose.scrollTop = 600)")
    page.wait_for_timeout(100)
    before = prose.evaluate(READ)
    make.revision(
        articles[0], long_text("Gazette").replace("Paragraph 1 of", "New paragraph 1 of"), by=editor
    )
    bar = pane_of(page, articles[0].pk).locator(".pane-news")
    expect(bar).to_contain_text("editor added revision 2", timeout=SOON)
    assert "New paragraph" not in prose.inner_text()
    bar.get_by_role("button", name="Show it").click()
    expect(prose).to_contain_text("New paragraph 1 of")
    expect(pane_of(page, articles[0].pk).locator(".pane-news")).to_have_count(0)
    assert marked(page, articles[0].pk) == [WORDS]
    page.wait_for_timeout(100)
    assert abs(prose.evaluate(READ) - before) < 5


def test_after_a_time_without_network_everything_is_caught_up(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article], watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("ERR_INTERNET_DISCONNECTED")
    page = open_desk(reporter)
    page.context.set_offline(True)
    page.wait_for_timeout(2_500)
    # More lines than a pulse reaches back.
    first = make.highlight(articles[0], WORDS, by=editor)
    for number in range(60):
        tag_by_path(first, f"numbers/{number}", by=editor)
    page.context.set_offline(False)
    expect(pane_of(page, articles[0].pk).locator("mark[data-hue]")).to_have_text(WORDS, timeout=8_000)


def test_a_session_that_ended_stops_the_updates(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article], watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("answered 401")
    page = open_desk(reporter)
    page.context.clear_cookies()
    mark(open_desk(editor), articles[0], WORDS)
    # The pulse still says that there is something, but what it is takes a session.
    with page.expect_response(lambda response: "/desk/changes/" in response.url) as refused:
        pass
    assert refused.value.status == 401
    assert marked(page, articles[0].pk) == []


def test_what_others_do_is_not_missed_while_an_own_act_is_on_its_way(
    open_desk: Callable[..., Page], editor: User, reporter: User, articles: list[Article]
) -> None:
    theirs, mine = open_desk(editor), open_desk(reporter)
    slow(mine, 700)
    mark(mine, articles[1], "Paragraph 1 of the Mirror")
    mark(theirs, articles[1], "Paragraph 3 of the Mirror")
    expect(pane_of(mine, articles[1].pk).locator("mark")).to_have_count(2, timeout=SOON + 2_000)
    all_saved(mine)
    assert marked(mine, articles[1].pk) == ["Paragraph 1 of the Mirror", "Paragraph 3 of the Mirror"]


@pytest.mark.parametrize("address", ["**/desk/pulse/", "**/desk/changes/*"])
def test_an_answer_that_never_comes_does_not_end_the_updates(
    open_page: OpenPage, editor: User, reporter: User, articles: list[Article], story: Story, address: str
) -> None:
    page = open_page(reporter)
    # The wait is as long as the page says, but no longer than a test can take.
    page.add_init_script(
        "const timeout = AbortSignal.timeout;"
        "AbortSignal.timeout = (wait) => timeout.call(AbortSignal, Math.min(wait, 1000));"
    )
    hung: list[Route] = []
    page.route(address, lambda route: route.continue_() if hung else hung.append(route))
    page.goto(f"/stories/{story.slug}/desk/")
    make.highlight(articles[0], WORDS, by=editor)
    expect(pane_of(page, articles[0].pk).locator("mark")).to_have_text(WORDS, timeout=12_000)
    assert len(hung) == 1
