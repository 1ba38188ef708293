"""Test the pieces of a text while they get their roles."""

from newsroom.text.model import Mark, MarkKind, Piece, Role
from newsroom.text.structure.blocks import Blocks


def test_texts_stand_in_one_line_and_roles_are_those_of_the_pieces() -> None:
    blocks = Blocks.of([Piece("two\n lines"), Piece("A title", Role.TITLE)])
    assert blocks.texts == ["two lines", "A title"]
    assert list(blocks.body()) == [0]
    blocks.roles[0] = Role.CAPTION
    assert [piece.role for piece in blocks.with_roles()] == [Role.CAPTION, Role.TITLE]


def test_the_head_is_eight_pieces() -> None:
    blocks = Blocks.of([Piece("x")] * 12)
    assert blocks.is_in_head(7)
    assert not blocks.is_in_head(8)
    assert blocks.is_in_last(8, 4)
    assert not blocks.is_in_last(7, 4)


def test_a_heading_in_a_heading_has_both_levels() -> None:
    marks = (Mark(0, 1, MarkKind.HEADING, "2"), Mark(0, 1, MarkKind.HEADING, "1"))
    assert Blocks.of([Piece("x", marks=marks)]).heading_levels(0) == {"1", "2"}
