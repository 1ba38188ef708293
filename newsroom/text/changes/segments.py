"""Cut two texts into segments that were kept, replaced, inserted or deleted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsroom.text.model import Span

# The number of segments that are merged for reading: a change, a kept segment, and another change.
_MERGED = 3


class Change(StrEnum):
    """What happened to a part of a text between two versions."""

    EQUAL = "equal"
    REPLACED = "replaced"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class AlignedSegment:
    """A stretch of the old text together with the stretch of the new text that corresponds to it.

    `old` is empty if text was inserted, and `new` is empty if text was deleted.
    """

    kind: Change
    old: Span
    new: Span

    @property
    def longer_side(self) -> int:
        """Return the length of the longer of the two stretches, in code points."""
        return max(len(self.old), len(self.new))


def segments_around(
    old: str, new: str, equal_words: Iterable[tuple[Span, Span]]
) -> Iterator[AlignedSegment]:
    """Yield segments that cover both texts without a gap, in order.

    `equal_words` holds the stretches of words that are equal in both texts, as (old, new), in order. Equal
    white space next to such words becomes part of the equal segment.
    """
    old_end = Span(len(old), len(old))
    new_end = Span(len(new), len(new))
    old_position = new_position = 0
    old_covered = new_covered = 0

    for old_words, new_words in (*equal_words, (old_end, new_end)):
        old_gap = Span(old_position, old_words.start)
        new_gap = Span(new_position, new_words.start)
        old_position, new_position = old_words.end, new_words.end

        old_change, new_change = _without_shared_space(old, new, old_gap, new_gap)
        if not old_change and not new_change:
            continue
        if old_change.start > old_covered:
            old_kept = Span(old_covered, old_change.start)
            new_kept = Span(new_covered, new_change.start)
            yield AlignedSegment(Change.EQUAL, old_kept, new_kept)
        yield changed_segment(old_change, new_change)
        old_covered, new_covered = old_change.end, new_change.end

    if len(old) > old_covered:
        old_kept = Span(old_covered, len(old))
        new_kept = Span(new_covered, len(new))
        yield AlignedSegment(Change.EQUAL, old_kept, new_kept)


def changed_segment(old: Span, new: Span) -> AlignedSegment:
    """Return the segment for a change in which `old` became `new`.

    The segment is an insertion if `old` is empty, and a deletion if `new` is empty.
    """
    if old and new:
        return AlignedSegment(Change.REPLACED, old, new)
    if old:
        return AlignedSegment(Change.DELETED, old, new)
    return AlignedSegment(Change.INSERTED, old, new)


def merged_for_reading(segments: Iterable[AlignedSegment]) -> tuple[AlignedSegment, ...]:
    """Return the segments with two changes merged into one if only a short equal segment separates them.

    The equal segment is short if both changes are longer. People read “of delta” -> “of four” more easily
    than a single kept “of” between two changes.
    """
    merged: list[AlignedSegment] = []
    for segment in segments:
        merged.append(segment)
        # A merged change may be longer than the equal segment before it, so the last segments are checked
        # again.
        while len(merged) >= _MERGED and _is_short_between_changes(merged[-_MERGED:]):
            first, last = merged[-_MERGED], merged[-1]
            old = Span(first.old.start, last.old.end)
            new = Span(first.new.start, last.new.end)
            merged[-_MERGED:] = [changed_segment(old, new)]
    return tuple(merged)


def _is_short_between_changes(change_equal_change: Sequence[AlignedSegment]) -> bool:
    before, middle, after = change_equal_change
    if middle.kind is not Change.EQUAL:
        return False
    if before.kind is Change.EQUAL or after.kind is Change.EQUAL:
        return False
    return len(middle.old) < min(before.longer_side, after.longer_side)


def _without_shared_space(
    old: str,
    new: str,
    old_gap: Span,
    new_gap: Span,
) -> tuple[Span, Span]:
    """Return both gaps without the white space that they share at their beginning and at their end."""
    old_text = old[old_gap.start : old_gap.end]
    new_text = new[new_gap.start : new_gap.end]
    head = _shared_space(old_text, new_text)
    # The shared beginning is cut off first, so that no character counts at both ends.
    old_backwards = old_text[head:][::-1]
    new_backwards = new_text[head:][::-1]
    tail = _shared_space(old_backwards, new_backwards)
    old_rest = Span(old_gap.start + head, old_gap.end - tail)
    new_rest = Span(new_gap.start + head, new_gap.end - tail)
    return old_rest, new_rest


def _shared_space(first: str, second: str) -> int:
    """Return the number of white space characters that both texts share at their beginning."""
    length = 0
    for character, counterpart in zip(first, second, strict=False):
        if character != counterpart or not character.isspace():
            break
        length += 1
    return length
