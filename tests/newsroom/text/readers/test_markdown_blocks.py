"""Test how tokens of Markdown become pieces."""

import pytest
from markdown_it import MarkdownIt

from newsroom.text.model import MarkKind, Piece
from newsroom.text.readers.markdown_blocks import BlockWalk


def pieces(source: str) -> list[Piece]:
    parser = MarkdownIt("commonmark").enable(["table"])
    return list(BlockWalk(source.split("\n")).pieces(parser.parse(source)))


def test_an_item_s_marker_belongs_to_its_first_paragraph() -> None:
    values = [[mark.value for mark in piece.marks] for piece in pieces("- a\n\n  b")]
    assert values == [["-"], [""]]


def test_an_item_without_words_is_its_marker() -> None:
    assert [piece.text for piece in pieces("- a\n-")] == ["a", "-"]


def test_a_table_has_a_line_for_each_row_and_what_follows_is_read() -> None:
    assert [piece.text for piece in pieces("|a|b|\n|-|-|\n|c|d|\n\nend")] == ["a | b\nc | d", "end"]


@pytest.mark.parametrize(
    ("source", "text"), [("```py\nx\n```", "x"), ("```py\n```", "py"), ("```\n```", "```")]
)
def test_a_fence_without_code_shows_its_language_or_its_sign(source: str, text: str) -> None:
    (piece,) = pieces(source)
    assert piece.text == text
    assert piece.marks[0].kind is MarkKind.CODE
