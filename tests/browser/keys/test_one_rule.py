"""Test the one rule of the desk's keys: they act on the selected words, or else on the chosen passage."""

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.tags import make_tag
from annotations.logic.desk_keys import DESK_KEYS
from annotations.models import Evidence, Highlight
from newsroom.models import Article, User
from tests import make
from tests.browser.selecting import all_saved, ask_for, select

QUOTE = "article.passage blockquote"


@pytest.fixture
def chosen(articles: tuple[Article, ...], editor: User) -> Highlight:
    make_tag("claims/time", digit=1, by=editor)
    return make.highlight(articles[0], "Lavrov left", by=editor)


@pytest.fixture
def page(desk: Page, chosen: Highlight) -> Page:
    """Return the desk with the card of `chosen` open."""
    desk.goto(f"{desk.url}?h={chosen.pk}")
    expect(desk.locator(QUOTE).first).to_have_text("Lavrov left")
    return desk


def note_of(highlight: Highlight) -> str:
    return Highlight.objects.get(pk=highlight.pk).note


def tags_on(quote: str) -> list[str]:
    return [tag.path for tag in Highlight.objects.get(anchor__quote=quote).tags.all()]


def test_the_list_of_keys_names_each_command_that_the_scripts_know(desk: Page) -> None:
    known = desk.evaluate(
        "import('newsroom/parts/desk-commands.js').then((part) => Object.keys(part.COMMANDS))"
    )
    listed = [line.command for group in DESK_KEYS for line in group.keys if line.command]
    assert sorted(listed) == sorted(known)


def test_a_note_is_written_on_the_selected_words_and_not_on_the_chosen_passage(
    page: Page, articles: tuple[Article, ...], chosen: Highlight
) -> None:
    select(page, articles[0].pk, "stayed in port")
    page.keyboard.press("n")
    expect(page.get_by_label("Note (Markdown)")).to_be_focused()
    page.keyboard.type("Odesa")
    page.keyboard.press("Control+Enter")
    expect(page.locator("article.passage .written")).to_have_text("Odesa")
    all_saved(page)
    assert Highlight.objects.get(anchor__quote="stayed in port").note == "Odesa"
    assert note_of(chosen) == ""


def test_without_selected_words_the_keys_are_for_the_chosen_passage(page: Page, chosen: Highlight) -> None:
    page.keyboard.press("n")
    expect(page.get_by_label("Note (Markdown)")).to_be_focused()
    page.keyboard.type("Seen by two")
    page.keyboard.press("Control+Enter")
    all_saved(page)
    assert note_of(chosen) == "Seen by two"
    assert Highlight.objects.count() == 1


def test_a_digit_puts_its_tag_on_the_chosen_passage_and_takes_it_off_again(page: Page) -> None:
    page.keyboard.press("1")
    expect(page.locator(".tags .tag")).to_contain_text("claims/time")
    all_saved(page)
    assert tags_on("Lavrov left") == ["claims/time"]
    page.keyboard.press("1")
    expect(page.locator(".tags .tag")).to_have_count(0)
    all_saved(page)
    assert tags_on("Lavrov left") == []
    assert Highlight.objects.count() == 1


def test_a_digit_marks_selected_words_although_another_passage_is_chosen(
    page: Page, articles: tuple[Article, ...]
) -> None:
    select(page, articles[0].pk, "stayed in port")
    page.keyboard.press("1")
    expect(page.locator(QUOTE).first).to_have_text("stayed in port")
    all_saved(page)
    assert (tags_on("stayed in port"), tags_on("Lavrov left")) == (["claims/time"], [])


def test_a_digit_without_a_tag_does_nothing(page: Page) -> None:
    page.keyboard.press("9")
    all_saved(page)
    assert tags_on("Lavrov left") == []


def test_a_tag_that_is_being_typed_is_not_touched_by_a_digit(page: Page) -> None:
    page.keyboard.press("t")
    page.keyboard.type("claims/pl")
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    expect(page.locator(".tags .tag")).to_contain_text("claims/time")
    expect(page.get_by_label("Tag", exact=True)).to_have_value("claims/pl")


@pytest.mark.parametrize("name", ["body", "statement"])
def test_control_and_enter_save_the_form_in_which_somebody_writes(page: Page, name: str) -> None:
    label = "Claim" if name == "statement" else "Comment"
    ask_for(page, label)
    field = page.locator(f"#card textarea[name={name}]")
    field.fill("He left early.")
    field.press("Control+Enter")
    expect(field).to_have_value("")
    all_saved(page)
    saved = list(Evidence.objects.values_list("claim__statement", flat=True))
    said = [comment.body for comment in Highlight.objects.get().comments.all()]
    assert saved + said == ["He left early."]
