"""Test which lines are titles and kickers."""

import pytest

from newsroom.text.model import Mark, MarkKind, Piece, Role
from newsroom.text.structure.block_roles import assign_roles

BODY = "The minister left the meeting before the others had spoken, two people said."


def titles(*texts: str) -> list[str]:
    return [piece.text for piece in assign_roles([Piece(text) for text in texts]) if piece.role is Role.TITLE]


def kickers(*texts: str) -> list[str]:
    return [
        piece.text for piece in assign_roles([Piece(text) for text in texts]) if piece.role is Role.KICKER
    ]


def test_the_first_line_with_a_headline_s_shape_is_the_title() -> None:
    assert titles("Minister leaves the summit", BODY) == ["Minister leaves the summit"]
    assert titles("By Jane Doe", "July 9, 2022", "Minister leaves the summit", BODY) == [
        "Minister leaves the summit"
    ]


def test_only_three_lines_are_asked() -> None:
    assert titles("By Jane Doe", "By John Roe", "July 9, 2022", "Minister leaves the summit", BODY) == []


@pytest.mark.parametrize(("length", "found"), [(60, False), (61, True)])
def test_a_title_stands_above_a_sentence_of_more_than_60_characters(length: int, found: bool) -> None:
    sentence = "I" + "t" * (length - 2) + "."
    assert bool(titles("Minister leaves the summit", sentence)) is found


def test_a_section_above_the_headline_is_its_kicker() -> None:
    assert titles("World", "Minister leaves the summit", BODY) == ["Minister leaves the summit"]
    assert kickers("World", "Minister leaves the summit", BODY) == ["World"]


@pytest.mark.parametrize(
    ("second", "title"),
    [("Three words here", "Minister leaves the summit"), ("Four words stand here", "Four words stand here")],
)
def test_a_second_line_of_three_words_is_a_kicker_too(second: str, title: str) -> None:
    assert titles("World", second, "Minister leaves the summit", BODY) == [title]


@pytest.mark.parametrize(
    ("above", "found"),
    [
        ("one two three four five", True),
        ("one two three four five six", False),
        ("K" * 40, True),
        ("K" * 41, False),
        ("He left.", False),
        ("July 9, 2022", False),
    ],
)
def test_a_kicker_has_at_most_five_words_and_40_characters(above: str, found: bool) -> None:
    heading = Piece("Minister leaves", marks=(Mark(0, 15, MarkKind.HEADING, "1"),))
    roles = [piece.role for piece in assign_roles([Piece(above), heading, Piece(BODY)])]
    assert (roles[0] is Role.KICKER) is found
    assert roles[1] is Role.TITLE


@pytest.mark.parametrize(("position", "role"), [(7, Role.TITLE), (8, Role.BODY)])
def test_a_marked_title_stands_among_the_first_eight_pieces(position: int, role: Role) -> None:
    pieces = [Piece(BODY)] * 12
    pieces[position] = Piece("Minister leaves", marks=(Mark(0, 15, MarkKind.HEADING, "1"),))
    assert assign_roles(pieces)[position].role is role
