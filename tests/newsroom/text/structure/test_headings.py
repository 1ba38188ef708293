"""Test which lines are headings by their form alone."""

import pytest

from newsroom.text.model import Mark, MarkKind, Piece, Role
from newsroom.text.structure.headings import mark_headings

BODY = "The minister left the meeting before the others had spoken, according to two people who were there."


PARAGRAPH = Piece(BODY)


def is_heading(text: str, before: Piece = PARAGRAPH, after: Piece = PARAGRAPH) -> bool:
    marked = mark_headings([before, Piece(text), after])[1]
    return marked.marks == (Mark(0, len(text), MarkKind.HEADING, "2"),)


def test_a_short_line_between_running_text_is_a_heading() -> None:
    assert is_heading("What comes next")
    assert is_heading("What comes next", before=Piece("The minister (AFP)", Role.CAPTION))


@pytest.mark.parametrize("text", ["What comes next.", "what comes next", "“What comes next”"])
def test_sentences_and_quotations_are_no_headings(text: str) -> None:
    assert not is_heading(text)


@pytest.mark.parametrize(("length", "answer"), [(90, True), (91, False)])
def test_a_heading_has_at_most_90_characters(length: int, answer: bool) -> None:
    assert is_heading("H" * length) is answer


def test_a_heading_is_shorter_than_the_paragraph_below() -> None:
    assert is_heading("What next", after=Piece("He came back."))
    assert not is_heading("What comes next", after=Piece("He came back."))


def test_the_first_and_the_last_line_are_no_headings() -> None:
    assert mark_headings([Piece("What comes next"), Piece(BODY)])[0].marks == ()
    assert mark_headings([Piece(BODY), Piece("What comes next")])[1].marks == ()
    assert mark_headings([]) == ()
