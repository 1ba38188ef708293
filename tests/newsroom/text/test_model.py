"""Test spans, which are stretches of a text."""

import pytest

from newsroom.text.model import Block, Document, Span


def test_a_span_may_be_empty_and_never_negative() -> None:
    assert len(Span(3, 3)) == 0
    for start, end in ((-1, 2), (3, 2)):
        with pytest.raises(ValueError, match="no such span"):
            Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert Span(0, 3).overlaps(Span(2, 5))
    assert not Span(0, 3).overlaps(Span(3, 5))


def test_a_span_stands_within_itself() -> None:
    assert Span(1, 3).within(Span(1, 3))
    assert not Span(1, 4).within(Span(1, 3))
    assert Block(1, 3).span == Span(1, 3)


def test_a_document_gives_the_text_of_a_span_and_of_a_block() -> None:
    document = Document("Rain fell.\n\nHail.", (Block(0, 10), Block(12, 17)))
    assert document.text_of(document.blocks[1]) == "Hail."
    assert document.text_of(Span(0, 4)) == "Rain"
