"""Match the words of two texts by patience diff, and by edit distance in the gaps that remain.

Bram Cohen's patience diff (https://bramcohen.livejournal.com/73318.html) takes the lines that occur exactly
once in both texts, and keeps the longest series of them that is in order on both sides. Here the lines are
first paragraphs, then runs of words (shingles). A small gap is aligned by edit distance (insertions and
deletions only, so the matches are a longest common subsequence). A larger gap without unique shingles counts
as replaced, so the time stays near-linear.
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

#: The largest gap that is aligned by edit distance: the number of its old words times that of its new words.
#: The alignment takes about as many bits of memory.
MOST_ALIGNED_CELLS = 4_000_000
#: The numbers of words in a shingle. Longer shingles are tried first, because their matches are more
#: reliable.
SHINGLE_LENGTHS = (8, 3, 1)


class WordRun(NamedTuple):
    """A series of `size` words that is the same in both texts.

    The series begins at word number `old` of the old text and at word number `new` of the new text.
    """

    old: int
    new: int
    size: int


class WordGap(NamedTuple):
    """The words of the old and the new text that lie between two matches and are not yet matched.

    The fields are numbers of words. `old_end` and `new_end` are exclusive.
    """

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def cells(self) -> int:
        """Return the size of the gap: the number of its old words times the number of its new words.

        Edit distance has to fill a table of that many cells.
        """
        return (self.old_end - self.old_start) * (self.new_end - self.new_start)


@dataclass(slots=True)
class TokenizedText:
    """A text with its words and the place of each word, as (start, end) in code points.

    A word is a series of letters and digits, or a single sign.
    """

    text: str
    places: list[tuple[int, int]] = field(init=False)
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.places = [match.span() for match in _WORD.finditer(self.text)]
        self.words = [self.text[start:end] for start, end in self.places]

    def unique_paragraphs(self) -> dict[str, tuple[int, int]]:
        """Return the paragraphs that occur once in the text, as {paragraph: (number of its first word, end)}.

        The end is the number of the word after the paragraph.
        """
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
    """Return the runs of words that are equal in both texts, in order on both sides and without overlaps.

    The result is empty if the texts share no word in order.
    """
    runs = _paragraph_anchors(old, new)
    whole = WordGap(0, len(old.words), 0, len(new.words))
    open_gaps = list(_gaps_between(runs, whole))

    while open_gaps:
        gap, edges = _without_equal_edges(old.words, new.words, open_gaps.pop())
        runs += edges
        cells = gap.cells
        if cells == 0:
            continue
        if cells <= MOST_ALIGNED_CELLS:
            runs += _aligned_by_edit_distance(old.words, new.words, gap)
            continue
        anchors = _shingle_anchors(old.words, new.words, gap)
        runs += anchors
        # A large gap without an anchor counts as replaced, so it is not searched further.
        if anchors:
            open_gaps += _gaps_between(anchors, gap)

    return sorted(runs)


def _paragraph_anchors(old: TokenizedText, new: TokenizedText) -> list[WordRun]:
    """Return one run of words for each paragraph that occurs exactly once in each text.

    Paragraphs that do not have the same order in both texts are left out.
    """
    counterparts = new.unique_paragraphs()
    shared = []
    for paragraph, (start, end) in old.unique_paragraphs().items():
        # A paragraph of white space has no words.
        if paragraph in counterparts and start < end:
            shared.append(WordRun(start, counterparts[paragraph][0], end - start))
    return longest_rising(shared)


def _shingle_anchors(
    old: Sequence[str],
    new: Sequence[str],
    gap: WordGap,
) -> list[WordRun]:
    """Return the first word of every shingle that occurs exactly once on each side of the gap, as runs of one
    word.

    The longest shingles that the two sides share are used. The result is empty if they share none.
    """
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
    """Return the shingles of `words[start:end]` that occur once, as {shingle: number of its first word}."""
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
    """Return the gap without the equal words at its beginning and its end.

    Also returns those equal words, as a list of at most two runs.
    """
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
        # The last block only marks the end, and its size is 0.
        if block.size:
            yield WordRun(gap.old_start + block.a, gap.new_start + block.b, block.size)


def _gaps_between(runs: Iterable[WordRun], whole: WordGap) -> Iterator[WordGap]:
    """Yield the gaps before, between and after `runs`. A gap may be empty.

    The runs are in order and lie inside `whole`.
    """
    old_position, new_position = whole.old_start, whole.new_start
    for run in runs:
        yield WordGap(old_position, run.old, new_position, run.new)
        old_position = run.old + run.size
        new_position = run.new + run.size
    yield WordGap(old_position, whole.old_end, new_position, whole.new_end)


def longest_rising(runs: Sequence[WordRun]) -> list[WordRun]:
    """Return the longest part of `runs` whose places are in order in the new text too.

    `runs` are in the order of the old text. Patience sorting finds this longest increasing subsequence in O(n
    log n). Each run is put on the first pile whose top is not smaller, and keeps a pointer to the top of the
    pile before.
    """
    pile_tops: list[int] = []
    pile_positions: list[int] = []
    predecessors: list[int | None] = []
    for index, run in enumerate(runs):
        pile = bisect_left(pile_positions, run.new)
        predecessors.append(pile_tops[pile - 1] if pile else None)
        # If all tops are smaller, this slice assignment appends a new pile.
        pile_tops[pile : pile + 1] = [index]
        pile_positions[pile : pile + 1] = [run.new]

    rising = []
    step = pile_tops[-1] if pile_tops else None
    while step is not None:
        rising.append(runs[step])
        step = predecessors[step]
    rising.reverse()
    return rising
