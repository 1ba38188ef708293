"""Test the working name of a text without a headline."""

import pytest

from newsroom.text.compose import compose
from newsroom.text.metadata.titles import working_title
from newsroom.text.model import Document, Draft, Piece, Role


def title_of(*pieces: Piece) -> str:
    return working_title(compose(Draft(pieces)))


def test_the_first_sentence_of_the_body_names_the_text() -> None:
    assert title_of(Piece("World", Role.KICKER), Piece("He left. She stayed.")) == "He left."


def test_without_a_body_any_block_names_the_text() -> None:
    assert title_of(Piece("A caption.", Role.CAPTION)) == "A caption."
    assert working_title(Document("")) == ""


@pytest.mark.parametrize(("length", "title"), [(80, "x" * 80), (81, "x" * 79 + "…")])
def test_a_working_title_has_at_most_80_characters(length: int, title: str) -> None:
    assert title_of(Piece("x" * length)) == title


def test_a_long_sentence_is_cut_at_a_word_without_a_comma() -> None:
    assert title_of(Piece("word, " * 20 + "end.")) == "word, " * 12 + "word…"
