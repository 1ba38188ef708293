import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.compose import check, compose
from newsroom.text.readers import is_html, is_markdown, read
from newsroom.text.readers.accounting import unaccounted
from newsroom.text.readers.plain import read as read_plain


@given(
    st.text(st.characters(exclude_categories=()))
    | st.lists(
        st.sampled_from(
            [
                "By AFP",
                "word",
                "Original url:",
                "https://a.b/c",
                "\n",
                "\n\n",
                "e\u0301 😀",
                "\u0634\u0645\u0633",
                "A message from X:",
                "July 9, 2022",
                "\r\n",
            ]
        )
    ).map(" ".join)
)
def test_every_character_is_found_again(source: str) -> None:
    draft = read_plain(source)
    assert unaccounted(source, draft) == ""
    check(compose(draft))


def test_lines_broken_to_a_width_are_one_paragraph() -> None:
    source = (
        "The foreign minister left the\nmeeting before the others had\nspoken, witnesses said on\nFriday.\n\n"
        "By Some One\nJuly 9, 2022\n"
    )
    assert [piece.text for piece in read_plain(source).pieces] == [
        "The foreign minister left the meeting before the others had spoken, witnesses said on Friday.",
        "By Some One",
        "July 9, 2022",
    ]


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
    assert read(text, name="a.txt").format == "markdown"


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
    assert read(text, name="a.txt").format == "plain"


def test_a_markdown_name_makes_one_weak_sign_enough() -> None:
    assert is_markdown("a **bold** word", name="a.md")
    assert not is_markdown("a **bold** word", name="a.txt")
