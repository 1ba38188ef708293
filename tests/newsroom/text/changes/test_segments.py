import pytest

from newsroom.text.changes.segments import (
    AlignedSegment,
    Change,
    changed_segment,
    merged_for_reading,
    segments_around,
)
from newsroom.text.model import Span


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (Span(0, 1), Span(0, 1), Change.REPLACED),
        (Span(0, 1), Span(0, 0), Change.DELETED),
        (Span(0, 0), Span(0, 1), Change.INSERTED),
    ],
)
def test_a_change_is_named_by_the_sides_that_hold_something(old: Span, new: Span, kind: Change):
    assert changed_segment(old, new).kind is kind


def test_white_space_beside_equal_words_is_equal_as_far_as_it_is_alike():
    old, new = "one  two", "one three"
    segments = list(segments_around(old, new, [(Span(0, 3), Span(0, 3))]))
    assert segments == [
        AlignedSegment(Change.EQUAL, Span(0, 4), Span(0, 4)),
        AlignedSegment(Change.REPLACED, Span(4, 8), Span(4, 9)),
    ]


def test_white_space_counts_at_one_end_of_a_gap_only():
    old, new = "a b", "a  b"
    equal = [(Span(0, 1), Span(0, 1)), (Span(2, 3), Span(3, 4))]
    assert list(segments_around(old, new, equal)) == [
        AlignedSegment(Change.EQUAL, Span(0, 2), Span(0, 2)),
        AlignedSegment(Change.INSERTED, Span(2, 2), Span(2, 3)),
        AlignedSegment(Change.EQUAL, Span(2, 3), Span(3, 4)),
    ]


@pytest.mark.parametrize(("kept", "number"), [(4, 1), (5, 3), (6, 3)])
def test_a_kept_stretch_shorter_than_both_changes_beside_it_is_read_as_changed(kept: int, number: int):
    before = AlignedSegment(Change.REPLACED, Span(0, 5), Span(0, 2))
    equal = AlignedSegment(Change.EQUAL, Span(5, 5 + kept), Span(2, 2 + kept))
    after = AlignedSegment(Change.INSERTED, Span(5 + kept, 5 + kept), Span(2 + kept, 12 + kept))
    assert len(merged_for_reading([before, equal, after])) == number


def test_a_merged_change_may_take_in_the_kept_stretch_before_it():
    spans = [Span(0, 9), Span(9, 13), Span(13, 16), Span(16, 18), Span(18, 22)]
    kinds = [Change.REPLACED, Change.EQUAL, Change.REPLACED, Change.EQUAL, Change.REPLACED]
    segments = [AlignedSegment(kind, span, span) for kind, span in zip(kinds, spans, strict=True)]
    assert merged_for_reading(segments) == (AlignedSegment(Change.REPLACED, Span(0, 22), Span(0, 22)),)
