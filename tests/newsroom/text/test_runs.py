from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text.compose import compose
from newsroom.text.model import Document, Draft, Mark, MarkKind, Piece, Span
from newsroom.text.runs import PaintedBlock, Run, runs, touched_blocks
from tests.cpu_time import cpu_seconds

INLINE = [MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.CODE, MarkKind.STRUCK, MarkKind.IMAGE]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pieces = []
    for text in draw(st.lists(st.text("ab 😀é", min_size=1, max_size=12).filter(str.strip), max_size=5)):
        marks = [
            Mark(start, start + draw(st.integers(1, len(text) - start)), draw(st.sampled_from(INLINE)))
            for start in draw(st.lists(st.integers(0, len(text) - 1), max_size=3))
        ]
        if draw(st.booleans()):
            marks.append(Mark(0, len(text), MarkKind.HEADING, "2"))
        pieces.append(Piece(text, marks=tuple(marks)))
    return compose(Draft(tuple(pieces)))


@st.composite
def highlighted(draw: st.DrawFn) -> tuple[Document, list[tuple[Span, str]]]:
    document = draw(documents())
    edge = st.integers(0, len(document.text))
    spans = st.tuples(edge, edge).map(lambda pair: Span(min(pair), max(pair)))
    return document, draw(st.lists(st.tuples(spans, st.sampled_from("pqrs")), max_size=8))


def document_of(*texts: str) -> Document:
    return compose(Draft(tuple(map(Piece, texts))))


def marked(text: str, *marks: Mark) -> Document:
    return compose(Draft((Piece(text, marks=marks),)))


# Documents and highlights that are hard to cut: one id twice and touching, edges shared with marks, spans
# over several blocks, signs of two UTF-16 units, empty spans.
HARD_CASES = (
    (document_of("ab 😀é"), [(Span(0, 4), "p"), (Span(4, 5), "p")]),
    (document_of("ab 😀é"), [(Span(0, 4), "p"), (Span(2, 5), "p"), (Span(2, 5), "q")]),
    (document_of("ab", "a b", "é"), [(Span(1, 10), "p"), (Span(0, 2), "q"), (Span(2, 4), "r")]),
    (document_of("ab"), [(Span(1, 1), "p"), (Span(0, 2), "q")]),
    (marked("ab b", Mark(1, 3, MarkKind.STRONG), Mark(1, 3, MarkKind.EMPHASIS)), [(Span(1, 3), "p")]),
    (marked("ab b", Mark(0, 4, MarkKind.HEADING, "2"), Mark(0, 1, MarkKind.CODE)), [(Span(0, 4), "p")]),
    (document_of(), []),
)


def hard_cases(test):
    """Decorate the property so that it runs with each hard case too."""
    for case in HARD_CASES:
        test = example(case)(test)
    return test


@given(highlighted())
@hard_cases
def test_the_runs_of_a_block_joined_are_its_text_and_none_is_empty(
    case: tuple[Document, list[tuple[Span, str]]],
) -> None:
    document, highlights = case
    painted = runs(document, highlights)
    assert [block.block for block in painted] == list(document.blocks)
    for block in painted:
        assert "".join(run.text for run in block.runs) == document.text[block.block.start : block.block.end]
        for run in block.runs:
            assert run.text
            assert document.text[run.start : run.end] == run.text


@given(highlighted())
@hard_cases
def test_every_code_point_carries_exactly_the_highlights_and_marks_that_cover_it(
    case: tuple[Document, list[tuple[Span, str]]],
) -> None:
    document, highlights = case
    for block in runs(document, highlights):
        for run in block.runs:
            for place in range(run.start, run.end):
                assert set(run.highlights) == {
                    name for span, name in highlights if span.start <= place < span.end
                }
                assert set(run.marks) == {
                    mark for mark in document.marks if mark.start <= place < mark.end and mark.kind in INLINE
                }


@given(highlighted())
@hard_cases
def test_neighbouring_runs_differ_unless_an_edge_stands_between(
    case: tuple[Document, list[tuple[Span, str]]],
) -> None:
    document, highlights = case
    edges = {edge for span, _ in highlights for edge in (span.start, span.end)}
    edges |= {edge for mark in document.marks for edge in (mark.start, mark.end)}
    for block in runs(document, highlights):
        assert {run.start for run in block.runs[1:]} <= edges


@given(highlighted(), st.data())
def test_asking_for_some_blocks_gives_them_as_in_the_whole(
    case: tuple[Document, list[tuple[Span, str]]], data: st.DataObject
) -> None:
    document, highlights = case
    whole = runs(document, highlights)
    some = data.draw(st.sets(st.integers(0, len(whole) - 1))) if whole else set()
    assert runs(document, highlights, blocks=some) == tuple(block for block in whole if block.index in some)


@given(highlighted())
@hard_cases
def test_a_span_touches_the_blocks_it_shares_a_code_point_with(
    case: tuple[Document, list[tuple[Span, str]]],
) -> None:
    document, highlights = case
    for span, _ in highlights:
        assert touched_blocks(document, span) == tuple(
            index for index, block in enumerate(document.blocks) if span and block.span.overlaps(span)
        )


def test_highlights_on_a_run_are_listed_outermost_first() -> None:
    document = document_of("one two three")
    spans = [(Span(4, 7), "inner"), (Span(0, 7), "b"), (Span(0, 7), "a"), (Span(0, 13), "outer")]
    assert [(run.text, run.highlights) for run in runs(document, spans)[0].runs] == [
        ("one ", ("outer", "a", "b")),
        ("two", ("outer", "a", "b", "inner")),
        (" three", ("outer",)),
    ]


def test_a_highlight_over_two_blocks_stands_in_both() -> None:
    document = document_of("first", "second")
    painted = runs(document, [(Span(3, 10), "h")])
    assert [[(run.text, run.highlights) for run in block.runs] for block in painted] == [
        [("fir", ()), ("st", ("h",))],
        [("sec", ("h",)), ("ond", ())],
    ]


def test_two_spans_of_one_highlight_stay_open_until_the_last_closes() -> None:
    document = document_of("abcdef")
    painted = runs(document, [(Span(0, 3), "h"), (Span(1, 5), "h")])
    assert [(run.text, run.highlights) for run in painted[0].runs] == [
        ("a", ("h",)),
        ("bc", ("h",)),
        ("de", ("h",)),
        ("f", ()),
    ]


def test_block_wide_marks_stand_on_the_block_and_a_note_cuts_nothing() -> None:
    heading, note = Mark(0, 4, MarkKind.HEADING, "1"), Mark(1, 3, MarkKind.NOTE, "en")
    document = compose(Draft((Piece("Head", marks=(heading, note)),)))
    assert runs(document) == (PaintedBlock(0, document.blocks[0], (heading,), (Run(0, "Head", (), ()),)),)


def test_an_empty_span_and_the_gap_between_blocks_touch_nothing() -> None:
    document = document_of("one", "two")
    assert touched_blocks(document, Span(1, 1)) == ()
    assert touched_blocks(document, Span(3, 5)) == ()
    assert touched_blocks(document, Span(2, 6)) == (0, 1)


def test_a_block_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(IndexError):
        runs(document_of("one"), blocks=[4])


def test_five_thousand_highlights_on_fifty_thousand_words_are_cut_at_once() -> None:
    paragraph = " ".join(["word"] * 100)
    document = document_of(*[paragraph] * 500)
    document = replace(
        document,
        marks=tuple(Mark(block.start, block.start + 4, MarkKind.STRONG) for block in document.blocks),
    )
    highlights = [(Span(start, start + 120), str(start)) for start in range(0, 240_000, 48)]
    with cpu_seconds(at_most=10):
        painted = runs(document, highlights)
    assert len(highlights) == 5_000
    assert sum(len(block.runs) for block in painted) > 10_000


def test_a_mark_behind_a_note_is_painted():
    note, strong = Mark(0, 4, MarkKind.NOTE, "en"), Mark(5, 9, MarkKind.STRONG)
    (block,) = runs(compose(Draft((Piece("Rain fell", marks=(note, strong)),))))
    assert [(run.text, run.marks) for run in block.runs] == [("Rain ", ()), ("fell", (strong,))]


def test_a_mark_is_painted_in_the_second_of_its_blocks_alone():
    document = replace(document_of("Rain", "fell"), marks=(Mark(0, 10, MarkKind.STRONG),))
    (block,) = runs(document, blocks={1})
    assert [(run.text, run.marks) for run in block.runs] == [("fell", document.marks)]
