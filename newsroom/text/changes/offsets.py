"""Map every position of an old text to its position in a new text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsroom.text.changes.patience import TokenizedText, WordRun, matching_runs
from newsroom.text.changes.segments import (
    AlignedSegment,
    Change,
    merged_for_reading,
    segments_around,
)
from newsroom.text.model import Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """A map from the positions of an old text to those of a new text, in code points.

    `segments` are the stretches of text that were kept, replaced, inserted or deleted. They cover both texts,
    in order and without a gap.
    """

    segments: tuple[AlignedSegment, ...]
    # The segments that are not empty in the old text, and their starts there, for binary search.
    _of_old: tuple[AlignedSegment, ...] = field(init=False, repr=False, compare=False)
    _old_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    # The segments that are equal in both texts, and their starts in the new text, for binary search.
    _equal: tuple[AlignedSegment, ...] = field(init=False, repr=False, compare=False)
    _equal_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        of_old = tuple(segment for segment in self.segments if segment.old)
        equal = tuple(segment for segment in of_old if segment.kind is Change.EQUAL)
        # A frozen dataclass lets no other way set a field after construction.
        object.__setattr__(self, "_of_old", of_old)
        object.__setattr__(self, "_old_starts", tuple(segment.old.start for segment in of_old))
        object.__setattr__(self, "_equal", equal)
        object.__setattr__(self, "_equal_starts", tuple(segment.new.start for segment in equal))

    def forward(self, span: Span) -> Span:
        """Return the span of the new text that corresponds to `span` of the old text.

        A replaced stretch maps to its replacement. A deleted stretch maps to an empty span. Text that was
        inserted right before or after `span` is not included. Takes time logarithmic in the number of
        segments.
        """
        if not span:
            return self._forward_empty(span.start)

        first = self._segment_at(span.start)
        last = self._segment_at(span.end - 1)
        start, end = first.new.start, last.new.end
        # Only an equal segment keeps the distance between a position and the edges of the segment.
        if first.kind is Change.EQUAL:
            start += span.start - first.old.start
        if last.kind is Change.EQUAL:
            end -= last.old.end - span.end
        return Span(start, max(start, end))

    def kept(self, span: Span) -> int:
        """Return how many code points of `span`, a span of the old text, are unchanged in the new text."""
        kept = 0
        for segment in self._segments_under(span):
            if segment.kind is Change.EQUAL:
                start = max(segment.old.start, span.start)
                end = min(segment.old.end, span.end)
                kept += end - start
        return kept

    def origin(self, span: Span) -> Span | None:
        """Return the span of the old text that became `span` of the new text unchanged and in one piece.

        Returns None if any part of `span` is new, or if `span` joins parts that were separate in the old
        text.
        """
        # Only the last equal segment that starts at or before the span can contain it.
        index = bisect_right(self._equal_starts, span.start) - 1
        if index < 0:
            return None
        segment = self._equal[index]
        if not span.within(segment.new):
            return None
        return _traced_back(segment, span.start, span.end)

    def origins(self, span: Span) -> Iterator[Span]:
        """Yield each span of the old text that is unchanged inside `span` of the new text, in order.

        Yields nothing if all text of `span` is new.
        """
        first = max(0, bisect_right(self._equal_starts, span.start) - 1)
        end = bisect_left(self._equal_starts, span.end)
        for segment in self._equal[first:end]:
            shared_start = max(span.start, segment.new.start)
            shared_end = min(span.end, segment.new.end)
            if shared_start < shared_end:
                yield _traced_back(segment, shared_start, shared_end)

    @property
    def readable(self) -> tuple[AlignedSegment, ...]:
        """Return the segments in a form that people can read easily.

        A short equal segment between two changes is merged with both changes into one change.
        """
        return merged_for_reading(self.segments)

    def _forward_empty(self, place: int) -> Span:
        # An empty span has no text of its own, so it moves together with the character before it.
        if place == 0:
            return Span(0, 0)
        end = self.forward(Span(place - 1, place)).end
        return Span(end, end)

    def _segments_under(self, span: Span) -> Sequence[AlignedSegment]:
        if not span:
            return ()
        first = max(0, bisect_right(self._old_starts, span.start) - 1)
        end = bisect_left(self._old_starts, span.end)
        return self._of_old[first:end]

    def _segment_at(self, place: int) -> AlignedSegment:
        index = bisect_right(self._old_starts, place) - 1
        return self._of_old[max(0, index)]


def changes(old: str, new: str) -> OffsetMap:
    """Compare two texts word by word, and return the map from `old` to `new`."""
    old_tokens, new_tokens = TokenizedText(old), TokenizedText(new)
    runs = matching_runs(old_tokens, new_tokens)
    equal_words = _equal_stretches(old_tokens, new_tokens, runs)
    return OffsetMap(tuple(segments_around(old, new, equal_words)))


def _traced_back(segment: AlignedSegment, start: int, end: int) -> Span:
    """Return the span of the old text for the positions `start` to `end` of the new text.

    The positions lie inside `segment`, whose text is equal in both.
    """
    distance = segment.old.start - segment.new.start
    return Span(start + distance, end + distance)


def _equal_stretches(
    old: TokenizedText, new: TokenizedText, runs: Iterable[WordRun]
) -> Iterator[tuple[Span, Span]]:
    """Yield the stretches of equal words, as (old span, new span). Yields nothing if no word is equal.

    A stretch also contains the white space between its words, which is equal in both texts.
    """
    old_start = old_end = new_start = new_end = 0
    is_first = True
    for old_word, new_word in _matched_places(old, new, runs):
        old_between = old.text[old_end : old_word[0]]
        new_between = new.text[new_end : new_word[0]]
        if is_first:
            old_start, new_start = old_word[0], new_word[0]
            is_first = False
        elif old_between != new_between:
            yield Span(old_start, old_end), Span(new_start, new_end)
            old_start, new_start = old_word[0], new_word[0]
        old_end, new_end = old_word[1], new_word[1]
    if not is_first:
        yield Span(old_start, old_end), Span(new_start, new_end)


def _matched_places(
    old: TokenizedText, new: TokenizedText, runs: Iterable[WordRun]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the places of each pair of matched words, as ((old start, old end), (new start, new end))."""
    for run in runs:
        old_places = old.places[run.old : run.old + run.size]
        new_places = new.places[run.new : run.new + run.size]
        yield from zip(old_places, new_places, strict=True)
