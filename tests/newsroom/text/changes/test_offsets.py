import random
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text.changes.offsets import changes
from newsroom.text.changes.segments import Change
from newsroom.text.model import Span
from tests.cpu_time import cpu_seconds

WORDY = st.lists(
    st.sampled_from(["a", "b", "c", "the", ".", ", ", " ", " ", "\n\n", "😀", "é"]), max_size=30
).map("".join)
ANY = WORDY | st.text(max_size=30)

# Pairs of texts that are hard to map: words are exchanged, are repeated, or differ only in white space.
HARD_PAIRS = (
    ("", " "),
    ("a b", "a  b"),
    ("a b", "b a"),
    ("a a a", "a a"),
    ("a\n\nb", "b\n\na"),
    ("😀 é", "é 😀"),
    ("a b c", "a\n\nb c"),
)


def hard_pairs(test):
    """Decorate the property so that it runs with each hard pair too."""
    for old, new in HARD_PAIRS:
        test = example(old, new)(test)
    return test


@given(ANY, ANY)
@hard_pairs
def test_the_segments_cover_both_texts_in_order_and_what_is_equal_is_equal(old: str, new: str) -> None:
    segments = changes(old, new).segments
    assert "".join(old[s.old.start : s.old.end] for s in segments) == old
    assert "".join(new[s.new.start : s.new.end] for s in segments) == new
    for segment in segments:
        here, there = old[segment.old.start : segment.old.end], new[segment.new.start : segment.new.end]
        assert (here == there) == (segment.kind is Change.EQUAL)
        assert (not here) == (segment.kind is Change.INSERTED)
        assert (not there) == (segment.kind is Change.DELETED)


@given(ANY, ANY)
@hard_pairs
def test_what_changed_and_what_is_equal_take_turns(old: str, new: str) -> None:
    segments = changes(old, new).segments
    assert all((a.kind is Change.EQUAL) != (b.kind is Change.EQUAL) for a, b in pairwise(segments))


@given(ANY)
@example("")
@example("a a\n\na a")
@example(" 😀 ")
def test_nothing_moves_in_an_unchanged_text(text: str) -> None:
    moved = changes(text, text)
    assert {segment.kind for segment in moved.segments} <= {Change.EQUAL}
    assert all(
        moved.forward(Span(i, j)) == Span(i, j) for i in range(len(text) + 1) for j in range(i, len(text) + 1)
    )


@given(ANY, ANY, st.data())
def test_places_keep_their_order_and_a_kept_stretch_keeps_its_words(
    old: str, new: str, data: st.DataObject
) -> None:
    moved = changes(old, new)
    edges = sorted(data.draw(st.lists(st.integers(0, len(old)), min_size=2, max_size=2)))
    span = Span(*edges)
    there = moved.forward(span)
    assert there.end <= len(new)
    assert moved.kept(span) <= min(len(span), len(there)) if span else moved.kept(span) == 0
    if span and moved.kept(span) == len(span) == len(there):
        assert new[there.start : there.end] == old[span.start : span.end]


@given(ANY, ANY)
@hard_pairs
def test_what_stands_unchanged_is_traced_to_where_it_stood_and_back(old: str, new: str) -> None:
    moved = changes(old, new)
    traced = list(moved.origins(Span(0, len(new))))
    assert traced == [segment.old for segment in moved.segments if segment.kind is Change.EQUAL]
    assert all(list(moved.origins(moved.forward(stretch))) == [stretch] for stretch in traced)


#: “gamma” became “x”, and “zero” is new. In the old text, “alpha beta ” is at 0 and “ delta” at 16.
GREEK = changes("alpha beta gamma delta", "zero alpha beta x delta")


@pytest.mark.parametrize(
    ("span", "origin"),
    [
        (Span(5, 10), Span(0, 5)),
        (Span(11, 15), Span(6, 10)),
        (Span(5, 16), Span(0, 11)),
        (Span(18, 23), Span(17, 22)),
        # New words, wholly or in part.
        (Span(0, 4), None),
        (Span(4, 10), None),
        (Span(16, 17), None),
        (Span(11, 17), None),
        # Two stretches that were apart.
        (Span(11, 23), None),
    ],
)
def test_a_stretch_has_an_origin_if_it_is_unchanged_and_in_one_piece(span: Span, origin: Span | None) -> None:
    assert GREEK.origin(span) == origin


def test_nothing_has_an_origin_in_a_text_without_a_common_word() -> None:
    moved = changes("one", "two")
    assert (moved.origin(Span(0, 3)), list(moved.origins(Span(0, 3)))) == (None, [])


@pytest.mark.parametrize(
    ("span", "kept"),
    [
        (Span(0, 10), 10),
        (Span(6, 16), 5),
        (Span(11, 16), 0),
        (Span(8, 20), 7),
        (Span(0, 22), 17),
        (Span(21, 22), 1),
        (Span(8, 8), 0),
    ],
)
def test_the_unchanged_code_points_of_a_span_are_counted(span: Span, kept: int) -> None:
    assert GREEK.kept(span) == kept


def test_a_part_of_the_new_text_is_traced_as_far_as_it_reaches() -> None:
    moved = changes("One two three four.", "Zero one two 3 four.")
    assert list(moved.origins(Span(10, 17))) == [Span(5, 8), Span(13, 16)]
    assert list(moved.origins(Span(0, 4))) == []


@given(ANY, ANY)
@hard_pairs
def test_the_readable_segments_cover_both_texts_too(old: str, new: str) -> None:
    segments = changes(old, new).readable
    assert "".join(old[s.old.start : s.old.end] for s in segments) == old
    assert "".join(new[s.new.start : s.new.end] for s in segments) == new


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("one two three", "one 2 three", ["equal", "replaced", "equal"]),
        ("one two three", "one three", ["equal", "deleted", "equal"]),
        ("one three", "one two three", ["equal", "inserted", "equal"]),
        ("", "one", ["inserted"]),
        ("one", "", ["deleted"]),
        ("", "", []),
        ("one", "two", ["replaced"]),
    ],
)
def test_changes_are_told_by_their_kind(old: str, new: str, kinds: list[str]) -> None:
    assert [str(segment.kind) for segment in changes(old, new).segments] == kinds


def test_what_is_inserted_at_the_edges_of_a_span_is_no_part_of_it() -> None:
    moved = changes("One two three.", "One very two indeed three.")
    assert moved.forward(Span(4, 7)) == Span(9, 12)
    assert moved.forward(Span(4, 8)) == Span(9, 13)
    assert moved.forward(Span(0, 0)) == Span(0, 0)
    assert changes("alpha", "zero alpha").forward(Span(0, 0)) == Span(0, 0)


def test_a_replaced_word_stands_where_its_replacement_does_and_a_deleted_one_has_an_empty_place() -> None:
    assert changes("He began to speak.", "He started to speak.").forward(Span(3, 8)) == Span(3, 10)
    assert changes("He began to speak.", "He to speak.").forward(Span(3, 8)) == Span(3, 3)


def test_an_inserted_paragraph_leaves_its_neighbours_whole() -> None:
    old = "The first said so.\n\nThe second said so."
    new = "The first said so.\n\nThe third said so.\n\nThe second said so."
    assert changes(old, new).forward(Span(20, 39)) == Span(40, 59)


def test_a_crumb_between_two_rewritten_stretches_is_read_as_part_of_them() -> None:
    moved = changes("alpha beta gamma of delta epsilon", "one two three of four five")
    assert len(moved.segments) == 3
    assert [segment.kind for segment in moved.readable] == [Change.REPLACED]


@pytest.mark.parametrize("vocabulary", [3, 500, 50_000])
def test_two_texts_of_fifty_thousand_words_are_compared_at_once(vocabulary: int) -> None:
    chance = random.Random(vocabulary)  # noqa: S311
    words = [f"w{chance.randrange(vocabulary)}" for _ in range(50_000)]
    other = [word for word in words if chance.random() > 0.1]
    for at in range(0, len(other), 40):
        other[at] = "changed"
    old, new = " ".join(words), " ".join(other)
    with cpu_seconds(at_most=10):
        moved = changes(old, new)
    assert "".join(new[s.new.start : s.new.end] for s in moved.segments) == new


def test_two_texts_with_nothing_in_common_are_compared_at_once() -> None:
    with cpu_seconds(at_most=10):
        assert len(changes("a " * 100_000, "b " * 100_000).segments) == 2
