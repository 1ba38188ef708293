"""Test how words are tagged on the desk: by digits that belong to tags, by typing, and by a locked tag."""

import pytest
from playwright.sync_api import Page, expect

from annotations.actions.tags import change_tag, make_tag
from annotations.models import Highlight, Tag
from newsroom.models import Article, User
from tests.browser.selecting import all_saved, drag_over, select

OPTIONS = "#tag-options [role=option]:visible"


@pytest.fixture
def tags(editor: User) -> list[Tag]:
    digits = {"claims": 1, "claims/number": 2, "quote": 3}
    rare = [f"rare/tag-{number}" for number in range(12)]
    return [make_tag(path, digit=digits.get(path), by=editor) for path in [*digits, "source/agency", *rare]]


@pytest.fixture
def page(tags: list[Tag], desk: Page) -> Page:
    desk.reload()
    return desk


def tags_of(quote: str) -> list[str]:
    return [tag.path for tag in Highlight.objects.get(anchor__quote=quote).tags.all()]


def test_a_digit_means_its_tag_also_when_the_codebook_has_a_new_one_before_it(
    page: Page, articles: tuple[Article, ...], editor: User
) -> None:
    make_tag("aaa/first", by=editor)
    page.reload()
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("2")
    expect(page.locator(".tags .tag")).to_contain_text("claims/number")
    all_saved(page)
    assert tags_of("left the room") == ["claims/number"]


def test_a_tag_beyond_the_digits_is_typed_and_taken_with_enter(
    page: Page, articles: tuple[Article, ...]
) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    expect(page.get_by_role("combobox", name="Tag for the selected words")).to_be_focused()
    page.keyboard.type("tag-11")
    expect(page.locator(OPTIONS)).to_have_text(["rare/tag-11", "New tag: tag-11"])
    page.keyboard.press("Enter")
    expect(page.locator("selection-bar")).to_be_hidden()
    expect(page.locator(".tags .tag")).to_contain_text("rare/tag-11")
    all_saved(page)
    assert tags_of("left the room") == ["rare/tag-11"]


def test_what_begins_with_the_typed_letters_comes_first(page: Page, articles: tuple[Article, ...]) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    page.keyboard.type("ag")
    expect(page.locator(OPTIONS).first).to_have_text("source/agency")
    page.keyboard.press("ArrowUp")
    expect(page.locator('#tag-options [aria-selected="true"]')).to_have_text("New tag: ag")


def test_a_new_tag_is_made_from_the_bar_with_its_colour_and_can_be_chosen_at_once(
    page: Page, articles: tuple[Article, ...]
) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    page.keyboard.type("mood/calm")
    page.keyboard.press("Enter")
    hue = page.locator("mark[data-hue]").get_attribute("data-hue")
    all_saved(page)
    assert hue == Tag.objects.get(path="mood/calm").hue
    select(page, articles[0].pk, "stayed in port")
    page.keyboard.press("t")
    page.keyboard.type("calm")
    expect(page.locator(OPTIONS).first).to_have_text("mood/calm")
    page.get_by_role("option", name="mood/calm", exact=True).click()
    all_saved(page)
    assert tags_of("stayed in port") == ["mood/calm"]


def test_escape_leaves_the_choice_with_the_words_still_selected(
    page: Page, articles: tuple[Article, ...]
) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    page.keyboard.type("cla")
    page.keyboard.press("Escape")
    expect(page.locator(".tag-choice")).to_be_hidden()
    expect(page.locator("selection-bar")).to_be_visible()
    assert page.evaluate("document.getSelection().toString()") == "left the room"
    page.keyboard.press("h")
    all_saved(page)
    assert tags_of("left the room") == []


def test_whoever_clicks_elsewhere_has_left_the_choice(page: Page, articles: tuple[Article, ...]) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    page.locator(".pane").nth(1).click(position={"x": 200, "y": 650})
    expect(page.locator("selection-bar")).to_be_hidden()
    select(page, articles[0].pk, "stayed in port")
    page.keyboard.press("h")
    all_saved(page)
    assert [highlight.anchor.quote for highlight in Highlight.objects.all()] == ["stayed in port"]


def test_a_locked_tag_marks_each_selection_until_it_is_stopped(
    page: Page, articles: tuple[Article, ...]
) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    page.get_by_label("Mark every selection with it").check()
    page.get_by_role("combobox").fill("quote")
    page.get_by_role("combobox").press("Enter")
    expect(page.get_by_text("Each selection is marked: quote")).to_be_visible()
    for words in ("stayed in port", "Nobody knew"):
        drag_over(page, articles[0].pk, words)
        expect(page.locator("article.passage blockquote").first).to_have_text(words)
    page.keyboard.press("F6")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator("article.passage blockquote").first).to_have_text("He")
    page.keyboard.press("Escape")
    expect(page.locator(".desk-lock")).to_be_hidden()
    all_saved(page)
    quotes = list(Highlight.objects.values_list("anchor__quote", flat=True))
    assert set(quotes) == {"left the room", "stayed in port", "Nobody knew", "He"}
    assert [tags_of(quote) for quote in quotes] == [["quote"]] * len(quotes)
    select(page, articles[1].pk, "a success")
    page.keyboard.press("Escape")
    assert Highlight.objects.count() == len(quotes)


def test_a_digit_and_a_lock_mean_a_tag_whatever_it_is_called_meanwhile(
    page: Page, articles: tuple[Article, ...], editor: User, tags: list[Tag]
) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("h")
    all_saved(page)
    change_tag(tags[1], path="figures/number", by=editor)
    page.keyboard.press("2")
    expect(page.locator(".tags .tag")).to_contain_text("figures/number")
    select(page, articles[0].pk, "stayed in port")
    page.keyboard.press("t")
    page.get_by_label("Mark every selection with it").check()
    page.get_by_role("combobox", name="Tag for the selected words").fill("quote")
    page.get_by_role("combobox", name="Tag for the selected words").press("Enter")
    all_saved(page)
    change_tag(tags[2], path="words", by=editor)
    drag_over(page, articles[0].pk, "Nobody knew")
    expect(page.locator(".tags .tag")).to_contain_text("words")
    all_saved(page)
    assert tags_of("left the room") == ["figures/number"]
    assert tags_of("Nobody knew") == ["words"]
    assert Tag.objects.count() == len(tags)


def test_a_new_tag_that_is_locked_is_made_once(
    page: Page, articles: tuple[Article, ...], editor: User
) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    page.get_by_label("Mark every selection with it").check()
    page.get_by_role("combobox").fill("mood/calm")
    page.get_by_role("combobox").press("Enter")
    all_saved(page)
    expect(page.locator('#tag-options [data-path="mood/calm"]')).to_have_count(1)
    change_tag(Tag.objects.get(path="mood/calm"), path="mood/quiet", by=editor)
    drag_over(page, articles[0].pk, "Nobody knew")
    expect(page.locator(".tags .tag")).to_contain_text("mood/quiet")
    all_saved(page)
    assert not Tag.objects.filter(path="mood/calm").exists()


def test_enter_and_escape_of_an_input_method_are_not_for_the_choice(
    page: Page, articles: tuple[Article, ...]
) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("t")
    field = page.get_by_role("combobox", name="Tag for the selected words")
    for key in ("Enter", "Escape"):
        field.dispatch_event(
            "keydown", {"key": key, "isComposing": True, "bubbles": True, "cancelable": True}
        )
        expect(field).to_be_focused()
    page.keyboard.type("quote")
    page.keyboard.press("Enter")
    all_saved(page)
    assert tags_of("left the room") == ["quote"]


def test_a_digit_that_is_held_tags_once(page: Page, articles: tuple[Article, ...]) -> None:
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("h")
    all_saved(page)
    page.keyboard.down("3")
    expect(page.locator(".tags .tag")).to_contain_text("quote")
    all_saved(page)
    page.keyboard.down("3")
    page.keyboard.up("3")
    page.keyboard.press("2")
    expect(page.locator(".tags .tag")).to_have_count(2)
    all_saved(page)
    assert set(tags_of("left the room")) == {"quote", "claims/number"}


def test_a_person_pins_a_tag_to_a_digit_for_the_own_desk(page: Page, articles: tuple[Article, ...]) -> None:
    page.get_by_role("tab", name="Tags").click()
    expect(page.locator("#tags .codebook li").first).to_have_text("claims Digit 1")
    page.locator("#tags summary").click()
    page.locator("#tags").get_by_label("Which tag").fill("rare/tag-3")
    page.locator("#tags").get_by_label("Digit").select_option("2")
    page.get_by_role("button", name="Pin the tag").click()
    expect(page.locator("#tags .codebook li", has_text="rare/tag-3")).to_contain_text("Digit 2")
    expect(page.locator("#tags .codebook li", has_text="claims/number")).not_to_contain_text("Digit")
    select(page, articles[0].pk, "left the room")
    page.keyboard.press("2")
    all_saved(page)
    assert tags_of("left the room") == ["rare/tag-3"]
    page.get_by_role("tab", name="Tags").click()
    page.get_by_role("button", name="Unpin rare/tag-3").click()
    expect(page.locator("#tags .codebook li", has_text="claims/number")).to_contain_text("Digit 2")
