"""Test selecting by whole words with the mouse, and by sentences and paragraphs with keys."""

import pytest
from playwright.sync_api import Page

from newsroom.models import Article
from tests.browser.selecting import select


def selected(page: Page) -> str:
    return str(page.evaluate("document.getSelection().toString()"))


@pytest.mark.parametrize(
    ("dragged", "words"),
    [
        ("rov left the ro", "Lavrov left the room"),
        ("avro", "Lavrov"),
        ("left the", "left the"),
        ("room again.", "room again."),
        (" stayed ", " stayed "),
    ],
)
def test_what_is_dragged_is_widened_to_whole_words(
    desk: Page, articles: tuple[Article, ...], dragged: str, words: str
) -> None:
    select(desk, articles[0].pk, dragged)
    assert selected(desk) == words


def test_with_alt_a_part_of_a_word_stays_selected(desk: Page, articles: tuple[Article, ...]) -> None:
    desk.keyboard.down("Alt")
    select(desk, articles[0].pk, "avro")
    desk.keyboard.up("Alt")
    assert selected(desk) == "avro"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["Alt+Shift+ArrowDown"], "Lavrov left the room again."),
        (["Alt+ArrowDown", "Alt+ArrowDown", "Alt+Shift+ArrowDown"], " Nobody knew why."),
        (["Alt+ArrowDown", "Alt+ArrowDown", "Alt+Shift+ArrowUp"], "The grain stayed in port."),
        (
            ["Control+ArrowDown", "Control+ArrowDown", "Control+Shift+ArrowUp"],
            "The grain stayed in port. Nobody knew why.",
        ),
        (["Control+ArrowUp", "Control+Shift+ArrowDown"], "Lavrov left the room again."),
    ],
)
def test_the_caret_goes_by_sentences_and_paragraphs(
    desk: Page, articles: tuple[Article, ...], keys: list[str], words: str
) -> None:
    desk.keyboard.press("F6")
    for key in ["ArrowRight", "Home", *keys]:
        desk.keyboard.press(key)
    assert selected(desk) == words
