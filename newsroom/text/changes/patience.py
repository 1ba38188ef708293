"""Match the words of two texts with a patience diff, and with edit distance in what it leaves.

Bram Cohen's patience diff (https://bramcohen.livejournal.com/73318.html) holds on to lines that occur exactly
once in both texts and keeps the longest series of them that is in order on both sides. Here the lines are
paragraphs first, then runs of words (shingles). A gap that is small enough is aligned by edit distance
(insertions and deletions only, so that the matches are a longest common subsequence). A larger gap that holds
nothing unique counts as replaced, so the time stays near-linear.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")

#: Largest gap that is aligned by edit distance: words of its one side times words of its other. The alignment
#: takes about that many bits.
MOST_ALIGNED_CELLS = 4_000_000
#: Words in a shingle; longer shingles are tried first, because what they match is more surely the same.
SHINGLE_LENGTHS = (8, 3, 1)


class WordRun(NamedTuple):
    """`size` equal words, which begin at word number `old` of the old text and `new` of the new text."""

    old: int
    new: int
    size: int


class WordGap(NamedTuple):
    """Words of both texts that are not matched yet, by number; both ends are exclusive."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def cells(self) -> int:
        """The size of the table that edit distance has to fill."""
        return (self.old_end - self.old_start) * (self.new_end - self.new_start)


@dataclass(slots=True)
class TokenizedText:
    """A text with its words and their places in code points.

    A word is a run of letters and digits, or a single sign.
    """

    text: str
    places: list[tuple[int, int]] = field(init=False)
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.places = [match.span() for match in _WORD.finditer(self.text)]
        self.words = [self.text[start:end] for start, end in self.places]

    def unique_paragraphs(self) -> dict[str, tuple[int, int]]:
        """Return the paragraphs that occur once, each with the numbers of its words, end exclusive."""
        matches = list(_PARAGRAPH.finditer(self.text))
        occurrences = Counter(match.group() for match in matches)
        word_starts = [start for start, _ in self.places]

        unique = {}
        for match in matches:
            if occurrences[match.group()] > 1:
                continue
            first = bisect_left(word_starts, match.start())
            end = bisect_left(word_starts, match.end())
            unique[match.group()] = (first, end)
        return unique


def matching_runs(old: TokenizedText, new: TokenizedText) -> list[WordRun]:
    """Return runs of equal words. They are in order on both sides and do not overlap."""
    runs = _paragraph_anchors(old, new)
    whole = WordGap(0, len(old.words), 0, len(new.words))
    waiting = list(_gaps_between(runs, whole))

    while waiting:
        gap, edges = _without_equal_edges(old.words, new.words, waiting.pop())
        runs += edges
        cells = gap.cells
        if cells == 0:
            continue
        if cells <= MOST_ALIGNED_CELLS:
            runs += _aligned_by_edit_distance(old.words, new.words, gap)
            continue
        anchors = _shingle_anchors(old.words, new.words, gap)
        runs += anchors
        # A gap without an anchor counts as replaced.
        if anchors:
            waiting += _gaps_between(anchors, gap)

    return sorted(runs)


def _paragraph_anchors(old: TokenizedText, new: TokenizedText) -> list[WordRun]:
    """Return the paragraphs that occur once in both texts and are in the same order there."""
    counterparts = new.unique_paragraphs()
    shared = []
    for paragraph, (start, end) in old.unique_paragraphs().items():
        # A paragraph of white space has no words.
        if paragraph in counterparts and start < end:
            shared.append(WordRun(start, counterparts[paragraph][0], end - start))
    return longest_rising(shared)


def _shingle_anchors(old: Sequence[str], new: Sequence[str], gap: WordGap) -> list[WordRun]:
    """Return single words that begin a shingle which occurs once on each side of the gap."""
    for length in SHINGLE_LENGTHS:
        places = _unique_shingles(old, gap.old_start, gap.old_end, length)
        counterparts = _unique_shingles(new, gap.new_start, gap.new_end, length)
        shared = [
            WordRun(place, counterparts[shingle], 1)
            for shingle, place in places.items()
            if shingle in counterparts
        ]
        if shared:
            return longest_rising(shared)
    return []


def _unique_shingles(
    words: Sequence[str],
    start: int,
    end: int,
    length: int,
) -> dict[tuple[str, ...], int]:
    """Return the shingles of `words[start:end]` that occur once, with the number of their first word."""
    shingles = [tuple(words[place : place + length]) for place in range(start, end - length + 1)]
    occurrences = Counter(shingles)
    return {
        shingle: place
        for place, shingle in enumerate(shingles, start=start)
        if occurrences[shingle] == 1
    }


def _without_equal_edges(
    old: Sequence[str], new: Sequence[str], gap: WordGap
) -> tuple[WordGap, list[WordRun]]:
    """Return the gap without the words that are equal at its two ends, and these as runs."""
    old_start, old_end, new_start, new_end = gap
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start += 1
        new_start += 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end -= 1
        new_end -= 1

    edges = []
    head, tail = old_start - gap.old_start, gap.old_end - old_end
    if head:
        edges.append(WordRun(gap.old_start, gap.new_start, head))
    if tail:
        edges.append(WordRun(old_end, new_end, tail))
    return WordGap(old_start, old_end, new_start, new_end), edges


def _aligned_by_edit_distance(
    old: Sequence[str], new: Sequence[str], gap: WordGap
) -> Iterator[WordRun]:
    old_words = old[gap.old_start : gap.old_end]
    new_words = new[gap.new_start : gap.new_end]
    for block in Indel.opcodes(old_words, new_words).as_matching_blocks():
        # The last block is a sentinel of size 0.
        if block.size:
            yield WordRun(gap.old_start + block.a, gap.new_start + block.b, block.size)


def _gaps_between(runs: Iterable[WordRun], whole: WordGap) -> Iterator[WordGap]:
    """Yield what stands before, between and after `runs`, which are in order inside `whole`."""
    old_position, new_position = whole.old_start, whole.new_start
    for run in runs:
        yield WordGap(old_position, run.old, new_position, run.new)
        old_position = run.old + run.size
        new_position = run.new + run.size
    yield WordGap(old_position, whole.old_end, new_position, whole.new_end)


def longest_rising(runs: Sequence[WordRun]) -> list[WordRun]:
    """Return the longest subsequence that rises in the new text (longest increasing subsequence).

    `runs` rise in the old text already. Patience sorting finds the subsequence in O(n log n): each run goes
    on the first pile whose top is not smaller, and remembers the top of the pile before.
    """
    pile_tops: list[int] = []
    pile_positions: list[int] = []
    predecessors: list[int | None] = []
    for index, run in enumerate(runs):
        pile = bisect_left(pile_positions, run.new)
        predecessors.append(pile_tops[pile - 1] if pile else None)
        # The slice appends a new pile when all tops are smaller.
        pile_tops[pile : pile + 1] = [index]
        pile_positions[pile : pile + 1] = [run.new]

    rising = []
    step = pile_tops[-1] if pile_tops else None
    while step is not None:
        rising.append(runs[step])
        step = predecessors[step]
    rising.reverse()
    return rising
