"""Test that no act on the desk is lost, doubled or interrupted: on a slow network, without one,
after a restart, and with two tabs.
"""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Highlight
from newsroom.models import Article, Story, User
from tests import make
from tests.browser.acting import SELECT, mark, quotes, slow
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, ask_for, pane_of
from tests.fresh_sites import fresh_site
from tests.serving import DATABASE, STORY, Site


def test_marks_that_are_made_faster_than_answers_come_are_all_kept_in_order(
    desk: Page, article: Article
) -> None:
    slow(desk, 1_500)
    for words in ("One", "two", "three"):
        mark(desk, article, words)
    # A mark that is answered already is a `<mark>`, and no longer one that waits.
    painted = "CSS.highlights.get('waiting').size + document.querySelectorAll('.pane mark').length"
    assert desk.evaluate(painted) == 3
    expect(desk.locator("act-outbox")).to_contain_text("waiting")
    all_saved(desk)
    assert quotes() == ["One", "two", "three"]
    expect(pane_of(desk, article.pk).locator("mark")).to_have_count(3)
    assert desk.evaluate("CSS.highlights.get('waiting').size") == 0


def test_a_tag_and_a_note_on_words_that_wait_reach_the_highlight(desk: Page, article: Article) -> None:
    slow(desk, 500)
    mark(desk, article, "three")
    desk.keyboard.press("t")
    desk.keyboard.type("claims/number")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Escape")
    desk.keyboard.press("n")
    desk.keyboard.type("Three of what?")
    desk.get_by_role("button", name="Save note").click()
    all_saved(desk)
    highlight = Highlight.objects.get()
    assert [str(tag) for tag in highlight.tags.all()] == ["claims/number"]
    assert highlight.note == "Three of what?"
    expect(desk.locator("article.passage .written")).to_have_text("Three of what?")


def test_keys_step_through_words_that_wait(desk: Page, article: Article, watch) -> None:  # type: ignore[no-untyped-def]
    watch.expect("ERR_INTERNET_DISCONNECTED")
    desk.context.set_offline(True)
    for words in ("One", "three", "five"):
        mark(desk, article, words)
    quote = desk.locator("article.passage blockquote").first
    for key, words in (("k", "three"), ("k", "One"), ("k", "five"), ("j", "One")):
        desk.keyboard.press(key)
        expect(quote).to_have_text(words)
    desk.keyboard.press("t")
    desk.keyboard.type("claims/number")
    desk.keyboard.press("Enter")
    desk.keyboard.press("Escape")
    assert Highlight.objects.count() == 0
    desk.context.set_offline(False)
    all_saved(desk)
    expect(quote).to_have_text("One")
    tagged = Highlight.objects.get(tags__isnull=False)
    assert tagged.anchor.quote == "One"


def test_two_notes_saved_before_the_first_answer_do_not_collide(desk: Page, article: Article) -> None:
    mark(desk, article, "three")
    all_saved(desk)
    slow(desk, 500)
    for note in ("First.", "Second."):
        desk.keyboard.press("n")
        desk.get_by_label("Note (Markdown)").fill(note)
        desk.get_by_role("button", name="Save note").click()
    all_saved(desk)
    assert Highlight.objects.get().note == "Second."


def test_a_field_in_which_somebody_writes_outlives_the_answer(desk: Page, article: Article) -> None:
    slow(desk, 700)
    mark(desk, article, "three")
    desk.keyboard.press("n")
    for words in ("Who counted ", "them, and when?"):
        desk.keyboard.type(words)
        all_saved(desk)
    note = desk.get_by_label("Note (Markdown)")
    expect(note).to_have_value("Who counted them, and when?")
    expect(note).to_be_focused()
    expect(desk.locator("article.passage")).to_contain_text("Permalink")
    assert Highlight.objects.count() == 1


def test_a_card_that_comes_late_does_not_take_the_field_away(desk: Page, article: Article) -> None:
    mark(desk, article, "seven")
    mark(desk, article, "three")
    all_saved(desk)
    expect(pane_of(desk, article.pk).locator("mark")).to_have_count(2)
    slow(desk, 700)
    pane_of(desk, article.pk).locator("mark", has_text="seven").click()
    desk.keyboard.press("n")
    desk.keyboard.type("Who counted?")
    expect(desk.locator("#said")).to_contain_text("You went on writing")
    expect(desk.get_by_label("Note (Markdown)")).to_have_value("Who counted?")
    expect(desk.locator("article.passage blockquote")).to_have_text("three")


def test_words_selected_meanwhile_stay_selected_when_their_paragraph_is_painted_again(
    desk: Page, article: Article
) -> None:
    slow(desk, 500)
    mark(desk, article, "three")
    desk.evaluate(SELECT, [article.pk, "seven eight"])
    all_saved(desk)
    expect(pane_of(desk, article.pk).locator("mark")).to_have_text("three")
    assert desk.evaluate("document.getSelection().toString()") == "seven eight"
    expect(desk.locator("selection-bar")).to_be_visible()


def test_without_a_network_acts_wait_and_are_sent_when_it_is_back(
    desk: Page, article: Article, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("ERR_INTERNET_DISCONNECTED")
    desk.context.set_offline(True)
    mark(desk, article, "three")
    expect(desk.locator("act-outbox")).to_have_text("Not saved, trying again")
    assert Highlight.objects.count() == 0
    desk.context.set_offline(False)
    all_saved(desk)
    assert quotes() == ["three"]


def test_what_waits_outlives_a_reload(desk: Page, article: Article, watch) -> None:  # type: ignore[no-untyped-def]
    watch.expect("ERR_FAILED")
    desk.route("**/draw/", lambda route: route.abort())
    mark(desk, article, "three")
    expect(desk.locator("act-outbox")).to_have_attribute("data-state", "trying")
    desk.unroute_all()
    desk.reload()
    all_saved(desk)
    expect(pane_of(desk, article.pk).locator("mark")).to_have_text("three")
    assert quotes() == ["three"]


def test_of_two_tabs_one_sends_and_both_show_it(desk: Page, article: Article) -> None:
    other = desk.context.new_page()
    other.goto("/stories/numbers/desk/")
    sent: list[str] = []
    for page in (desk, other):
        page.on(
            "request", lambda request: sent.append(request.url) if request.url.endswith("/draw/") else None
        )
    slow(desk, 400)
    slow(other, 400)
    mark(desk, article, "three")
    mark(other, article, "seven")
    mark(desk, article, "nine")
    for page in (desk, other):
        all_saved(page)
        expect(pane_of(page, article.pk).locator("mark")).to_have_count(3)
    assert len(sent) == 3
    assert sorted(quotes()) == ["nine", "seven", "three"]


@pytest.fixture
def site(transactional_db) -> Iterator[Site]:  # type: ignore[no-untyped-def]
    with fresh_site(DATABASE) as site:
        site.start()
        yield site


def test_ten_acts_outlive_a_slow_network_and_two_kills_of_the_server(
    open_page: OpenPage, site: Site, watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("failed: net::ERR_")
    page = open_page()
    page.goto(f"http://127.0.0.1:{site.port}/stories/{STORY}/desk/")
    page.get_by_label("Name").fill("editor")
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Sign in").click()
    pane = page.locator(".pane").first
    pane.wait_for()
    words = pane.evaluate(
        """(pane) => [...pane.querySelectorAll(".block[data-role=body] > [data-start]")]
          .flatMap((run) => run.textContent.split(" ").slice(2, 4))
          .filter((word) => /^[a-z]{4,}$/u.test(word))
          .filter((word, at, all) => all.indexOf(word) === at).slice(0, 10)"""
    )
    before = marks_of(site)
    slow(page, 2_500)
    article = int(pane.get_attribute("data-article") or "0")
    for number, word in enumerate(words):
        page.evaluate(SELECT, [article, word])
        page.keyboard.press("h")
        if number in (3, 7):
            site.kill()
            site.start(site.port)
    expect(page.locator("act-outbox")).to_have_attribute("data-state", "saved", timeout=120_000)
    assert len(words) == 10
    assert [mark for mark in marks_of(site) if mark not in before] == words


def marks_of(site: Site) -> list[str]:
    """Return the words of all highlights of the site, the oldest first."""
    rows = [
        json.loads(line) for line in site.command("export", "annotations", "--format", "jsonl").splitlines()
    ]
    return [row["exact"] for row in sorted(rows, key=lambda row: row["created_at"])]


def test_another_choice_in_a_form_that_waits_is_another_act(
    desk: Page, article: Article, story: Story, reporter: User
) -> None:
    first, second = (make.claim(story, statement, by=reporter) for statement in ("It rained.", "It hailed."))
    mark(desk, article, "three")
    all_saved(desk)
    slow(desk, 1_500)
    for claim in (first, second):
        ask_for(desk, "Claim")
        desk.locator("#card select[name=claim]").select_option(str(claim.pk))
        desk.get_by_role("button", name="Attach to the claim").click()
    all_saved(desk)
    assert [claim.evidence.count() for claim in (first, second)] == [1, 1]
