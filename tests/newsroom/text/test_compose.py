from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.compose import check, compose
from newsroom.text.model import Block, Document, Draft, Mark, MarkKind, Piece, Role

TEXTS = st.text(st.sampled_from("ab e\u0301\u0316\n\0\t😀\u0627\u202b\ud83d\r"), max_size=20)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    text = draw(TEXTS)
    edges = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))), max_size=3))
    kinds = st.sampled_from([MarkKind.STRONG, MarkKind.CODE, MarkKind.QUOTE, MarkKind.RULE])
    marks = tuple(Mark(min(edge), max(edge), draw(kinds)) for edge in edges)
    return Piece(text, draw(st.sampled_from(Role)), marks)


@given(st.lists(pieces(), max_size=6), st.lists(pieces(), max_size=3))
def test_whatever_is_composed_keeps_the_promises(taken: list[Piece], left: list[Piece]) -> None:
    check(compose(Draft(tuple(taken), left_out=tuple(left)), take_back=range(len(left))))


def test_blocks_stand_a_blank_line_apart_and_empty_pieces_go() -> None:
    document = compose(Draft((Piece("One."), Piece(" \0\n"), Piece("\n Two. \n", Role.CAPTION))))
    assert document == Document("One.\n\n Two.", (Block(0, 4), Block(6, 11, Role.CAPTION)))


def test_a_mark_covers_the_same_characters_when_composing_shortens_the_text() -> None:
    text = "Cafe\u0301 re\u0301el au lait"
    mark = Mark(text.index("re"), text.index(" au"), MarkKind.STRONG)
    document = compose(Draft((Piece("Before\r\n"), Piece(text, marks=(mark,)))))
    (moved,) = document.marks
    assert document.text[moved.start : moved.end] == "réel"


def test_a_mark_over_nothing_goes() -> None:
    assert (
        compose(
            Draft((Piece("word  ", marks=(Mark(4, 6, MarkKind.STRONG), Mark(2, 2, MarkKind.CODE))),))
        ).marks
        == ()
    )


def test_a_person_corrects_roles_by_the_index_of_the_piece() -> None:
    draft = Draft((Piece("Title"), Piece(" "), Piece("Body")))
    assert [block.role for block in compose(draft, roles={0: Role.TITLE, 2: Role.CREDIT}).blocks] == [
        Role.TITLE,
        Role.CREDIT,
    ]


def test_what_was_left_out_is_taken_back_behind_the_rest() -> None:
    draft = Draft((Piece("Body"),), left_out=(Piece("a"), Piece("b", Role.CAPTION), Piece("c")))
    document = compose(draft, take_back=[2, 1, 2])
    assert document.text == "Body\n\nb\n\nc"
    assert document.blocks[1].role is Role.CAPTION


@pytest.mark.parametrize("wrong", [{"roles": {3: Role.BODY}}, {"take_back": [0]}])
def test_an_index_that_does_not_exist_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(IndexError):
        compose(Draft((Piece("Body"),)), **wrong)  # type: ignore[arg-type]


GOOD = Document(
    "One.\n\nTwo.", (Block(0, 4), Block(6, 10)), (Mark(0, 4, MarkKind.QUOTE), Mark(6, 8, MarkKind.STRONG))
)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        (replace(GOOD, text="One.\n\nTw\to."), "normal form"),
        (replace(GOOD, blocks=(Block(0, 4),)), "make up the text"),
        (Document(" a", (Block(1, 2),)), "make up the text"),
        (Document("a b", (Block(0, 1), Block(1, 3))), "make up the text"),
        (Document("a\n\na", (Block(3, 4), Block(0, 1))), "where it should"),
        (Document("a", (Block(0, 9),)), "end the text"),
        (Document("", (Block(0, 0),)), "is empty"),
        (Document("a ", (Block(0, 2),)), "blank edge"),
        (Document("\na", (Block(0, 2),)), "blank edge"),
        (replace(GOOD, marks=GOOD.marks[::-1]), "out of order"),
        (replace(GOOD, marks=(Mark(3, 7, MarkKind.STRONG),)), "no part of one block"),
        (replace(GOOD, marks=(Mark(3, 3, MarkKind.STRONG),)), "no part of one block"),
        (replace(GOOD, marks=(Mark(12, 13, MarkKind.STRONG),)), "no part of one block"),
        (replace(GOOD, marks=(Mark(0, 2, MarkKind.HEADING, "1"),)), "whole block"),
        (replace(GOOD, marks=(Mark(0, 2, MarkKind.LINK, "javascript:alert(1)"),)), "unsafe"),
    ],
)
def test_a_broken_promise_is_named(broken: Document, complaint: str) -> None:
    check(GOOD)
    with pytest.raises(ValueError, match=complaint):
        check(broken)
