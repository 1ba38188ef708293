"""Test which format a text has."""

import pytest

from newsroom.text.readers.formats import format_of, is_html, is_markdown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!DOCTYPE html><p>x", "a.txt"),
        ("\n<html>", ""),
        ("<p>One.</p>", "a.txt"),
        ("Words <a href='x'>y</a>", "a.html"),
    ],
)
def test_pages_are_told_by_content_first(text: str, name: str) -> None:
    assert is_html(text, name=name)


@pytest.mark.parametrize(
    ("text", "name"), [("The <p> tag", "a.txt"), ("plain", "a.html"), ("<div>x</div>\n\n# T", "a.md")]
)
def test_a_tag_makes_no_page(text: str, name: str) -> None:
    assert not is_html(text, name=name)


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\nText",
        "See [this](https://x.org).",
        "---\ntitle: x\n---\nText",
        "```\nx\n```",
        "By **A B**, cost \\$5",
        "a|b\n-|-\nc|d",
    ],
)
def test_markdown_is_told_whatever_the_name(text: str) -> None:
    assert is_markdown(text, name="a.txt")
    assert format_of(text, name="a.txt") == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "#1 fan of f**k and s**t",
        "5 * 3 * 2",
        "1. July was hot.",
        "snake_case_name and __init__",
        "- one dash",
    ],
)
def test_an_accidental_sign_is_no_markdown(text: str) -> None:
    assert not is_markdown(text, name="a.txt")
    assert format_of(text, name="a.txt") == "plain"


def test_a_markdown_name_makes_one_weak_sign_enough() -> None:
    assert is_markdown("a **bold** word", name="a.md")
    assert not is_markdown("a **bold** word", name="a.txt")


@pytest.mark.parametrize(
    ("text", "answer"), [("> quoted", False), ("> quoted\n\n\\$5", True), ("# Title", True)]
)
def test_two_weak_signs_or_a_strong_one_make_markdown(text: str, answer: bool) -> None:
    assert is_markdown(text, name="a.txt") is answer


@pytest.mark.parametrize(("blanks", "answer"), [(199_997, True), (199_998, False)])
def test_signs_stand_in_the_first_200_000_characters(blanks: int, answer: bool) -> None:
    assert is_markdown(" " * (blanks - 1) + "\n# Title", name="a.txt") is answer
