"""Test the desk without a mouse: a caret in the texts, search, panes, and the main job by
keys alone; and by touch.
"""

import pytest
from playwright.sync_api import Page, expect

from annotations.models import Evidence, Highlight, Link
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.browser.conftest import OpenPage
from tests.browser.selecting import all_saved, marked, pane_of

ONE = "Lavrov left the room again.\n\nq\u0303uay 🌾 grain.\n\nقال الوزير إن الحبوب عالقة."
TWO = "He left before Kuleba spoke.\n\nThe grain stayed in port."


@pytest.fixture
def editor(transactional_db) -> User:  # type: ignore[no-untyped-def]
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def story(editor: User) -> Story:
    return make.story("The walk-out", by=editor)


@pytest.fixture
def articles(story: Story, editor: User) -> tuple[Article, ...]:
    return tuple(
        make.article(text, story=story, by=editor, outlet=outlet)
        for text, outlet in ((ONE, "The Gazette"), (TWO, "The Mirror"), ("A third report.", "The Herald"))
    )


@pytest.fixture
def desk(open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, ...]) -> Page:
    page = open_page(editor)
    page.goto(f"/stories/{story.slug}/desk/")
    page.keyboard.press("F6")
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def selected(page: Page) -> str:
    return str(page.evaluate("() => document.getSelection().toString()"))


def test_the_whole_job_is_done_by_keys_alone(desk: Page, articles: tuple[Article, ...]) -> None:
    press(desk, "ArrowRight", *["Control+Shift+ArrowRight"] * 4)
    expect(desk.locator("selection-bar")).to_be_visible()
    press(desk, "h")
    expect(desk.locator("article.passage blockquote").first).to_have_text("Lavrov left the room")
    press(desk, "t", *"claims/time", "Enter")
    expect(desk.locator(".tags .tag")).to_contain_text("claims/time")
    press(desk, "Escape", "n", *"Who saw it", "Tab", *"the host", "Tab", "Enter")
    expect(desk.locator("article.passage .written")).to_have_text("Who saw it")
    press(desk, "Escape", "c", *"He left early", "Tab", "Tab", "Tab", "Enter")
    expect(desk.locator("#card .relation[data-relation=corroborates]")).to_be_visible()
    press(desk, "Escape", "l")
    expect(desk.locator(".link-card")).to_be_visible()
    press(desk, "F6", "ArrowRight", *["Control+Shift+ArrowRight"] * 2, "h")
    expect(desk.locator(".link-card .end")).to_have_count(2)
    press(desk, "x", "t", "Tab", "Tab", "Enter")
    expect(desk.locator("article.passage .relation[data-relation=contradicts]")).to_be_visible()
    all_saved(desk)
    link = Link.objects.get()
    assert (link.relation, link.aspect) == ("contradicts", "time")
    assert (link.source.anchor.quote, link.target.anchor.quote) == ("Lavrov left the room", "He left")
    assert (link.source.note, link.source.attribution) == ("Who saw it", "the host")
    all_saved(desk)
    assert Evidence.objects.get().claim.statement == "He left early"
    press(desk, "Control+z", "Control+z")
    expect(desk.locator("#said")).to_contain_text("Undone")


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["Shift+ArrowRight"] * 6, "Lavrov"),
        (["Control+ArrowRight", "Shift+End"], "left the room again."),
        (["ArrowDown", "Home"] + ["Shift+ArrowRight"] * 6, "q\u0303uay 🌾"),
        (["ArrowDown", "ArrowDown", "Home", "Control+Shift+ArrowLeft"], "قال"),
    ],
)
def test_what_the_keyboard_selects_is_exactly_what_is_marked(
    desk: Page, articles: tuple[Article, ...], keys: list[str], words: str
) -> None:
    press(desk, "ArrowRight", "Home", *keys)
    assert selected(desk).strip() == words
    press(desk, "h")
    expect(desk.locator("article.passage blockquote").first).to_have_text(words)
    all_saved(desk)
    anchor = Highlight.objects.get().anchor
    assert articles[0].current.text[anchor.start : anchor.end] == anchor.quote == words


def test_edges_are_chosen_again_by_keys(desk: Page, articles: tuple[Article, ...]) -> None:
    press(desk, "ArrowRight", "Control+Shift+ArrowRight", "h")
    expect(desk.locator("article.passage blockquote").first).to_have_text("Lavrov")
    press(desk, "e", "ArrowRight", *["Control+Shift+ArrowRight"] * 2, "Enter", "Enter")
    expect(desk.locator("article.passage blockquote").first).to_have_text("Lavrov left")
    assert marked(desk, articles[0].pk) == ["Lavrov left"]


def test_a_claim_from_a_fresh_selection_is_typed_into_its_field(
    desk: Page, articles: tuple[Article, ...]
) -> None:
    press(desk, "ArrowRight", *["Control+Shift+ArrowRight"] * 2, "c")
    expect(desk.get_by_label("New claim")).to_be_focused()
    press(desk, *"He left early", "Tab", "Tab", "Tab", "Enter")
    expect(desk.locator("#card .relation[data-relation=corroborates]")).to_be_visible()
    all_saved(desk)
    assert Evidence.objects.get().claim.statement == "He left early"
    all_saved(desk)
    assert Highlight.objects.get().taggings.count() == 0


def test_the_claim_button_of_the_bar_leads_to_the_field_too(desk: Page) -> None:
    press(desk, "ArrowRight", *["Control+Shift+ArrowRight"] * 2)
    desk.get_by_role("button", name="Claim", exact=True).click()
    expect(desk.get_by_label("New claim")).to_be_focused()


def test_a_link_whose_other_end_is_drawn_asks_for_its_relation(desk: Page) -> None:
    press(desk, "ArrowRight", "Control+Shift+ArrowRight", "l")
    expect(desk.locator(".link-card")).to_be_visible()
    press(desk, "F6", "ArrowRight", "Control+Shift+ArrowRight", "h")
    expect(desk.get_by_label("Corroborates")).to_be_focused()


def test_panes_are_resized_by_keys_and_stay_so(desk: Page) -> None:
    def width() -> float:
        box = desk.locator(".pane").first.bounding_box()
        assert box
        return box["width"]

    before = width()
    desk.get_by_role("separator").focus()
    press(desk, "ArrowRight", "ArrowRight")
    wider = width()
    assert wider > before
    all_saved(desk)
    desk.reload()
    expect(desk.get_by_role("separator")).to_be_visible()
    assert width() == pytest.approx(wider, abs=1)


def test_enter_opens_the_highlight_at_the_caret(
    desk: Page, articles: tuple[Article, ...], editor: User
) -> None:
    make.highlight(articles[0], "Lavrov left", by=editor)
    desk.reload()
    press(desk, "F6", "ArrowRight", "Enter")
    expect(desk.locator("article.passage blockquote").first).to_have_text("Lavrov left")


def test_enter_goes_to_the_bar_of_the_selection_and_escape_back_to_the_text(desk: Page) -> None:
    press(desk, "ArrowRight", "Control+Shift+ArrowRight", "Enter")
    expect(desk.get_by_role("button", name="Highlight", exact=True)).to_be_focused()
    press(desk, "Escape")
    expect(desk.locator("selection-bar")).to_be_hidden()
    expect(desk.locator("news-prose").first).to_be_focused()


def test_single_keys_can_be_switched_off_and_stay_off(desk: Page, articles: tuple[Article, ...]) -> None:
    press(desk, "?")
    desk.get_by_label("Single keys are on").uncheck()
    all_saved(desk)
    desk.reload()
    press(desk, "F6", "ArrowRight", "Control+Shift+ArrowRight", "h", "?")
    expect(desk.locator("dialog.keys")).to_be_hidden()
    expect(desk.locator("selection-bar")).to_be_visible()
    all_saved(desk)
    assert Highlight.objects.count() == 0


def test_another_article_comes_into_the_pane_and_keeps_the_focus(
    desk: Page, articles: tuple[Article, ...]
) -> None:
    first, second, third = articles
    press(desk, "Shift+PageDown")
    expect(pane_of(desk, third.pk).locator("news-prose")).to_be_focused()
    assert [pane.get_attribute("id") for pane in desk.locator(".pane").all()] == [
        f"pane-{third.pk}",
        f"pane-{second.pk}",
    ]
    press(desk, "Shift+PageUp")
    expect(pane_of(desk, first.pk).locator("news-prose")).to_be_focused()


def test_search_lights_the_hits_of_all_open_articles_and_steps_through_them(
    desk: Page, articles: tuple[Article, ...], editor: User
) -> None:
    make.highlight(articles[1], "The gr", by=editor)
    desk.reload()
    press(desk, "F6", "/", *"GRAIN")
    expect(desk.locator(".find-bar output")).to_have_text("– of 2 hits")
    hits = "(name) => [...CSS.highlights.get(name)].map((range) => range.toString())"
    assert desk.evaluate(hits, "found") == ["grain", "grain"]
    press(desk, "Enter", "Enter")
    expect(desk.locator(".find-bar output")).to_have_text("2 of 2 hits")
    pane = "() => [...CSS.highlights.get('found-now')][0].startContainer.parentElement.closest('.pane').id"
    assert desk.evaluate(pane) == f"pane-{articles[1].pk}"
    press(desk, "Shift+Enter")
    expect(desk.locator(".find-bar output")).to_have_text("1 of 2 hits")
    desk.get_by_label("Words in the open articles").fill("zebra")
    expect(desk.locator(".find-bar output")).to_have_text("not found")
    press(desk, "Escape")
    expect(desk.locator("news-prose").first).to_be_focused()
    assert desk.evaluate(hits, "found") == []


def test_undo_and_redo_survive_a_reload(desk: Page, articles: tuple[Article, ...]) -> None:
    press(desk, "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "h")
    expect(desk.locator("article.passage")).to_be_visible()
    all_saved(desk)
    desk.reload()
    press(desk, "Control+z")
    expect(pane_of(desk, articles[0].pk).locator("mark")).to_have_count(0)
    all_saved(desk)
    desk.reload()
    press(desk, "Control+Shift+z")
    expect(pane_of(desk, articles[0].pk).locator("mark")).to_have_text(["Lav"])


def test_what_cannot_be_undone_is_told_in_a_sentence(desk: Page, watch) -> None:  # type: ignore[no-untyped-def]
    watch.expect("undo/ answered 422")
    press(desk, "Control+z")
    expect(desk.locator("#refusals")).to_contain_text("There is nothing of yours to undo in this story.")


def test_an_act_that_stays_is_left_by_pressing_undo_again(
    desk: Page, story: Story, articles: tuple[Article, ...], watch
) -> None:  # type: ignore[no-untyped-def]
    watch.expect("undo/ answered 409")
    press(desk, "ArrowRight", "Control+Shift+ArrowRight", "h")
    expect(desk.locator("article.passage blockquote").first).to_have_text("Lavrov")
    all_saved(desk)
    first = Highlight.objects.get()
    press(desk, "t", *"claims/time", "Enter")
    expect(desk.locator(".tags .tag")).to_contain_text("claims/time")
    second = make.highlight(articles[1], "He left", by=first.created_by)
    make.evidence(make.claim(story), second)

    press(desk, "Escape", "Control+z")
    expect(desk.locator("#refusals")).to_contain_text("This highlight is evidence for 1 claim.")
    press(desk, "Control+z")
    expect(desk.locator("#refusals .alert")).to_have_count(0)
    expect(desk.locator(".tags .tag")).to_have_count(0)

    # The page remembers what is left out, so the next undo takes the act before.
    press(desk, "Control+z")
    expect(pane_of(desk, articles[0].pk).locator("mark")).to_have_count(0)
    all_saved(desk)
    assert list(Highlight.objects.filter(withdrawn_at=None)) == [second]


def test_undo_in_a_field_is_the_fields_own(desk: Page, articles: tuple[Article, ...]) -> None:
    press(desk, "ArrowRight", "Control+Shift+ArrowRight", "h")
    expect(desk.locator("article.passage")).to_be_visible()
    press(desk, "t", *"abc", "Control+z")
    all_saved(desk)
    assert marked(desk, articles[0].pk) == ["Lavrov"]
    assert Highlight.objects.get().withdrawn_at is None


def test_words_selected_by_touch_are_marked_from_the_bar_below_them(
    open_page: OpenPage, editor: User, story: Story, articles: tuple[Article, ...]
) -> None:
    """A script makes the selection, because a Chromium without a screen knows no long press.
    The rest is done by touch.
    """
    page = open_page(editor, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(f"/stories/{story.slug}/desk/")
    first = pane_of(page, articles[0].pk).locator(".block [data-start]").first
    first.evaluate("(run) => document.getSelection().setBaseAndExtent(run.firstChild, 0, run.firstChild, 6)")
    bar, words = page.locator("selection-bar"), first.bounding_box()
    expect(bar).to_be_visible()
    placed = bar.bounding_box()
    assert placed
    assert words
    assert placed["y"] >= words["y"] + words["height"] / 2
    assert placed["x"] >= 0
    assert placed["x"] + placed["width"] <= 390
    page.get_by_role("button", name="Highlight", exact=True).tap()
    expect(page.locator("article.passage blockquote").first).to_have_text("Lavrov")
    expect(pane_of(page, articles[0].pk).locator("mark")).to_have_text("Lavrov")
