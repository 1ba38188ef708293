"""What changed between two texts, word by word, and where every place of the old one went.

Paragraphs that stand once in both are matched first, then runs of words that do (after the "patience diff");
what is left between them is aligned by edit distance. Only a stretch too large for that and without anything
to hold on to is taken as replaced, so the time stays near-linear.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from rapidfuzz.distance import Indel

from newsroom.text.model import Span

_TOKENS = re.compile(r"\w+|[^\w\s]")
_PARAGRAPHS = re.compile(r"[^\n]+")
#: Words of one stretch times words of the other that are aligned by edit distance, which costs about that
#: many bits.
_ALIGNED_AT_ONCE = 4_000_000
_SHINGLES = (8, 3, 1)


class Change(StrEnum):
    """What became of a stretch."""

    EQUAL = "equal"
    REPLACED = "replaced"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class AlignedSegment:
    """A stretch of the old text and what stands for it in the new. An inserted one is empty in the old, and
    so on.
    """

    kind: Change
    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the places of an old text went in a new one. `segments` cover both texts, in order and without a
    gap.
    """

    segments: tuple[AlignedSegment, ...]
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _kept: tuple[AlignedSegment, ...] = field(init=False, repr=False, compare=False)
    _equal: tuple[AlignedSegment, ...] = field(init=False, repr=False, compare=False)
    _equal_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        kept = tuple(segment for segment in self.segments if segment.old)
        object.__setattr__(self, "_kept", kept)
        equal = tuple(segment for segment in kept if segment.kind is Change.EQUAL)
        object.__setattr__(self, "_starts", tuple(segment.old.start for segment in kept))
        object.__setattr__(self, "_equal", equal)
        object.__setattr__(self, "_equal_starts", tuple(segment.new.start for segment in equal))

    def forward(self, span: Span) -> Span:
        """Where `span` of the old text stands in the new.

        A stretch that was replaced stands where its replacement does, one that was deleted has an empty
        place. What was inserted at an edge of `span` is not part of it. Logarithmic in the number of
        segments.
        """
        if not span:
            end = self.forward(Span(span.start - 1, span.start)).end if span.start else 0
            return Span(end, end)
        first, last = self._of(span.start), self._of(span.end - 1)
        start, end = first.new.start, last.new.end
        if first.kind is Change.EQUAL:
            start += span.start - first.old.start
        if last.kind is Change.EQUAL:
            end -= last.old.end - span.end
        return Span(start, max(start, end))

    def kept(self, span: Span) -> int:
        """How many code points of `span` stand in the new text unchanged."""
        return sum(
            min(segment.old.end, span.end) - max(segment.old.start, span.start)
            for segment in self._between(span)
            if segment.kind is Change.EQUAL
        )

    def origin(self, span: Span) -> Span | None:
        """The stretch of the old text that stands unchanged, in one piece, at `span` of the new; None for any
        other.
        """
        at = bisect_right(self._equal_starts, span.start) - 1
        if at < 0 or not span.within(self._equal[at].new):
            return None
        back = self._equal[at].old.start - self._equal[at].new.start
        return Span(span.start + back, span.end + back)

    def origins(self, span: Span) -> Iterator[Span]:
        """The stretches of the old text that stand unchanged in `span` of the new, in order; none for what is
        new.
        """
        first = max(0, bisect_right(self._equal_starts, span.start) - 1)
        for segment in self._equal[first : bisect_left(self._equal_starts, span.end)]:
            back = segment.old.start - segment.new.start
            start, end = max(span.start, segment.new.start), min(span.end, segment.new.end)
            if start < end:
                yield Span(start + back, end + back)

    def _between(self, span: Span) -> Sequence[AlignedSegment]:
        first = max(0, bisect_right(self._starts, span.start) - 1)
        return self._kept[first : bisect_left(self._starts, span.end)] if span else ()

    def _of(self, offset: int) -> AlignedSegment:
        return self._kept[max(0, bisect_right(self._starts, offset) - 1)]

    @property
    def readable(self) -> tuple[AlignedSegment, ...]:
        """The segments for people: what was kept between two larger changes, and is shorter than both, joins
        them.
        """
        joined: list[AlignedSegment] = []
        for segment in self.segments:
            joined.append(segment)
            while len(joined) > 2 and _is_crumb(*joined[-3:]):
                first, last = joined[-3], joined[-1]
                joined[-3:] = [
                    _segment(Span(first.old.start, last.old.end), Span(first.new.start, last.new.end))
                ]
        return tuple(joined)


def changes(old: str, new: str) -> OffsetMap:
    """The map from `old` to `new`. Places are code points; a word is a run of letters and digits, or one
    sign.
    """
    words, others = _Words(old), _Words(new)
    return OffsetMap(tuple(_segments(old, new, _runs(words, others, _pairs(words, others)))))


@dataclass(slots=True)
class _Words:
    """A text's words with their places."""

    text: str
    spans: list[tuple[int, int]] = field(init=False)
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.spans = [found.span() for found in _TOKENS.finditer(self.text)]
        self.words = [self.text[start:end] for start, end in self.spans]

    def paragraphs(self) -> dict[str, tuple[int, int]]:
        """The paragraphs that occur once, each with the numbers of its first word and the one after its last."""
        starts = [start for start, _ in self.spans]
        found = [(match.group(), match.span()) for match in _PARAGRAPHS.finditer(self.text)]
        once = Counter(paragraph for paragraph, _ in found)
        return {
            paragraph: (bisect_left(starts, start), bisect_left(starts, end))
            for paragraph, (start, end) in found
            if once[paragraph] == 1
        }


_Gap = tuple[int, int, int, int]


def _pairs(old: _Words, new: _Words) -> list[tuple[int, int, int]]:
    """Runs of equal words as (number in old, number in new, length), in order and apart."""
    there = new.paragraphs()
    common = [
        (start, there[paragraph][0], end - start)
        for paragraph, (start, end) in old.paragraphs().items()
        if paragraph in there and end > start
    ]
    found: list[tuple[int, int, int]] = []
    waiting: list[_Gap] = list(_gaps((0, len(old.words), 0, len(new.words)), _rising(common)))
    found += _rising(common)
    while waiting:
        gap = waiting.pop()
        trimmed, edges = _trimmed(old.words, new.words, gap)
        found += edges
        i, j, k, m = trimmed
        if i == j or k == m:
            continue
        if (j - i) * (m - k) <= _ALIGNED_AT_ONCE:
            blocks = Indel.opcodes(old.words[i:j], new.words[k:m]).as_matching_blocks()
            found += [(i + block.a, k + block.b, block.size) for block in blocks if block.size]
        else:
            anchors = _anchors(old.words, new.words, trimmed)
            found += anchors
            waiting += _gaps(trimmed, anchors) if anchors else ()
    return sorted(found)


def _trimmed(a: Sequence[str], b: Sequence[str], gap: _Gap) -> tuple[_Gap, list[tuple[int, int, int]]]:
    """The gap without the words that are equal at its ends, and these as runs."""
    i, j, k, m = gap
    head = 0
    while i + head < j and k + head < m and a[i + head] == b[k + head]:
        head += 1
    tail = 0
    while j - tail > i + head and m - tail > k + head and a[j - tail - 1] == b[m - tail - 1]:
        tail += 1
    edges = [(i, k, head), (j - tail, m - tail, tail)]
    return (i + head, j - tail, k + head, m - tail), [edge for edge in edges if edge[2]]


def _anchors(a: Sequence[str], b: Sequence[str], gap: _Gap) -> list[tuple[int, int, int]]:
    """Runs of words that stand once in each side of the gap: of eight words if there are any, else of fewer."""
    i, j, k, m = gap
    for length in _SHINGLES:
        here, there = _once(a, i, j, length), _once(b, k, m, length)
        common = [(place, there[shingle], 1) for shingle, place in here.items() if shingle in there]
        if common:
            return _rising(common)
    return []


def _once(words: Sequence[str], start: int, end: int, length: int) -> dict[tuple[str, ...], int]:
    shingles = [tuple(words[place : place + length]) for place in range(start, end - length + 1)]
    count = Counter(shingles)
    return {shingle: place for place, shingle in enumerate(shingles, start=start) if count[shingle] == 1}


def _rising(common: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The longest subsequence (by number) that is in order on both sides. `common` is in order on the first."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, place, _) in enumerate(common):
        at = bisect_left(ends, place)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [index]
        ends[at : at + 1] = [place]
    chain = []
    index = tails[-1] if tails else -1
    while index >= 0:
        chain.append(common[index])
        index = before[index]
    return chain[::-1]


def _gaps(whole: _Gap, runs: Sequence[tuple[int, int, int]]) -> Iterator[_Gap]:
    i, j, k, m = whole
    for a, b, size in runs:
        yield i, a, k, b
        i, k = a + size, b + size
    yield i, j, k, m


def _runs(old: _Words, new: _Words, pairs: Sequence[tuple[int, int, int]]) -> Iterator[tuple[Span, Span]]:
    """Stretches of text that are equal: words, and the white space between them where it is."""
    here: tuple[int, int] | None = None
    there = (0, 0)
    for a, b, size in pairs:
        for (start, end), (new_start, new_end) in zip(
            old.spans[a : a + size], new.spans[b : b + size], strict=True
        ):
            if here and old.text[here[1] : start] == new.text[there[1] : new_start]:
                here, there = (here[0], end), (there[0], new_end)
                continue
            if here:
                yield Span(*here), Span(*there)
            here, there = (start, end), (new_start, new_end)
    if here:
        yield Span(*here), Span(*there)


def _segments(old: str, new: str, runs: Iterator[tuple[Span, Span]]) -> Iterator[AlignedSegment]:
    """The equal stretches grown over the white space at their ends, and the changes between."""
    i = k = reached = reached_new = 0
    for here, there in (*runs, (Span(len(old), len(old)), Span(len(new), len(new)))):
        head = _shared(old[i : here.start], new[k : there.start])
        tail = _shared(old[i + head : here.start][::-1], new[k + head : there.start][::-1])
        gone, come = Span(i + head, here.start - tail), Span(k + head, there.start - tail)
        if gone or come:
            if gone.start > reached:
                yield AlignedSegment(Change.EQUAL, Span(reached, gone.start), Span(reached_new, come.start))
            yield _segment(gone, come)
            reached, reached_new = gone.end, come.end
        i, k = here.end, there.end
    if len(old) > reached:
        yield AlignedSegment(Change.EQUAL, Span(reached, len(old)), Span(reached_new, len(new)))


def _shared(one: str, other: str) -> int:
    """How many white space characters both begin with alike."""
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length] and one[length].isspace():
        length += 1
    return length


def _segment(gone: Span, come: Span) -> AlignedSegment:
    kind = Change.REPLACED if gone and come else Change.DELETED if gone else Change.INSERTED
    return AlignedSegment(kind, gone, come)


def _is_crumb(before: AlignedSegment, kept: AlignedSegment, after: AlignedSegment) -> bool:
    return (
        kept.kind is Change.EQUAL
        and Change.EQUAL not in (before.kind, after.kind)
        and all(len(kept.old) < max(len(side.old), len(side.new)) for side in (before, after))
    )
