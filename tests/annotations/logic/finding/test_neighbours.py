"""Test which sentences are the neighbours of a sentence."""

import pytest

from annotations.logic.finding.neighbours import neighbouring_sentences
from newsroom.text.language.sentences import event_sentences
from newsroom.text.model import Block, Document, Role, Span

FIRST, SECOND, APPEAL, LAST = "It rained. He left.", "They stayed.", "Support us.", "It was late."


def document(*paragraphs: str) -> Document:
    """Return a document of these paragraphs. Among them the appeal for support has the role boilerplate."""
    blocks = []
    start = 0
    for paragraph in paragraphs:
        role = Role.BOILERPLATE if paragraph == APPEAL else Role.BODY
        blocks.append(Block(start, start + len(paragraph), role))
        start += len(paragraph) + 2
    return Document("\n\n".join(paragraphs), tuple(blocks))


def neighbours(document: Document, of: str) -> list[Span]:
    stored = [(block.start, block.end, block.role.value) for block in document.blocks]
    start = document.text.index(of)
    return neighbouring_sentences(document.text, stored, Span(start, start + len(of)))


def test_neighbours_are_the_indexed_sentences_and_no_boilerplate():
    text = document(FIRST, SECOND, APPEAL, LAST)
    assert neighbours(text, SECOND) == event_sentences(text)
    assert [text.text[span.start : span.end] for span in neighbours(text, SECOND)] == [
        "It rained.",
        "He left.",
        SECOND,
        LAST,
    ]


@pytest.mark.parametrize(("filling", "number"), [(1_095, 3), (1_096, 2)])
def test_a_sentence_within_eleven_hundred_code_points_is_near(filling: int, number: int):
    # Two blank lines and the filling are between the second sentence and the last one.
    text = document(SECOND, "x" * filling, LAST)
    assert len(neighbours(text, LAST)) == number


def test_a_neighbour_that_is_cut_off_is_too_long_for_a_passage():
    text = document("word " * 400, SECOND, LAST)
    first, *_ = neighbours(text, LAST)
    assert len(first) > 500
