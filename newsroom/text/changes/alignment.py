"""Pair the paragraphs, or the sentences, of an old text with those of a new one.

Texts with the same essence are paired first, in order (longest common subsequence). Between them those most
alike are paired. Of the rest, what stands elsewhere was moved.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from newsroom.text.changes.essence import essence

#: Likeness (0 to 100) from which two texts in the same place are one text that was edited.
LIKE_HERE = 50.0
#: The same for two texts in different places, where likeness by chance is likelier.
LIKE_ELSEWHERE = 70.0
#: Characters from which a text in another place may have been moved and edited.
LONG_ENOUGH = 40
#: Most pairs that are compared for likeness in one gap. A larger gap counts as rewritten.
MOST_PAIRS = 20_000


class TextPair(NamedTuple):
    """The numbers of an old and a new text that are one; None where a text has no counterpart."""

    old: int | None
    new: int | None


def align(old: Sequence[str], new: Sequence[str]) -> list[TextPair]:
    """Return pairs in order on both sides. Each number stands in exactly one pair."""
    old_essences = [essence(text) for text in old]
    new_essences = [essence(text) for text in new]
    blocks = Indel.opcodes(old_essences, new_essences).as_matching_blocks()

    pairs: list[TextPair] = []
    old_position = new_position = 0
    # The last block is empty and stands at the end of both sides, so the last gap is aligned too.
    for block in blocks:
        old_gap = range(old_position, block.a)
        new_gap = range(new_position, block.b)
        pairs += _most_alike(old, new, old_gap, new_gap)
        pairs += [TextPair(block.a + step, block.b + step) for step in range(block.size)]
        old_position, new_position = block.a + block.size, block.b + block.size
    return pairs


def moved_pairs(
    old: Sequence[str], new: Sequence[str], pairs: Sequence[TextPair]
) -> dict[int, int]:
    """Return which unpaired old texts stand elsewhere in the new: the same or, if long, much alike."""
    gone = []
    come = []
    for pair in pairs:
        if pair.new is None and pair.old is not None:
            gone.append(pair.old)
        if pair.old is None and pair.new is not None:
            come.append(pair.new)

    moved = _moved_unchanged(old, new, gone, come)
    still_gone = [number for number in gone if number not in moved]
    if len(still_gone) * len(come) > MOST_PAIRS:
        return moved

    taken = set(moved.values())
    still_free = [number for number in come if number not in taken]
    return moved | _moved_and_edited(old, new, still_gone, still_free)


def _moved_unchanged(
    old: Sequence[str],
    new: Sequence[str],
    gone: Collection[int],
    come: Collection[int],
) -> dict[int, int]:
    places: dict[str, list[int]] = defaultdict(list)
    for number in come:
        places[essence(new[number])].append(number)

    moved = {}
    for number in gone:
        letters = essence(old[number])
        # A text of punctuation alone has no letters and says nothing that could move.
        if letters and places[letters]:
            moved[number] = places[letters].pop(0)
    return moved


def _moved_and_edited(
    old: Sequence[str],
    new: Sequence[str],
    gone: Collection[int],
    come: Collection[int],
) -> dict[int, int]:
    moved: dict[int, int] = {}
    free = [number for number in come if len(new[number]) >= LONG_ENOUGH]
    for number in gone:
        if len(old[number]) < LONG_ENOUGH:
            continue
        counterpart = _likest(old[number], new, free)
        if counterpart is not None:
            moved[number] = counterpart
            free.remove(counterpart)
    return moved


def _likest(text: str, new: Sequence[str], candidates: Collection[int]) -> int | None:
    """Return the first of the candidates that are most like `text`, None if none is like it."""
    likest = None
    greatest = 0.0
    for number in candidates:
        likeness = fuzz.ratio(text, new[number], score_cutoff=LIKE_ELSEWHERE)
        if likeness > greatest:
            likest, greatest = number, likeness
    return likest


def _most_alike(
    old: Sequence[str],
    new: Sequence[str],
    old_gap: range,
    new_gap: range,
) -> Iterator[TextPair]:
    """Yield the pairs of a gap whose likeness is greatest in sum, in order on both sides.

    This is global alignment (Needleman-Wunsch) without costs for texts that stay alone.
    """
    likeness: dict[tuple[int, int], float] = {}
    if len(old_gap) * len(new_gap) <= MOST_PAIRS:
        likeness = _likeness_of_pairs(old, new, old_gap, new_gap)
    best = _best_sums(likeness, len(old_gap), len(new_gap))

    row = column = 0
    while row < len(old_gap) and column < len(new_gap):
        likeness_here = likeness.get((row, column), 0.0)
        if likeness_here and best[row][column] == best[row + 1][column + 1] + likeness_here:
            yield TextPair(old_gap[row], new_gap[column])
            row += 1
            column += 1
        elif best[row][column] == best[row + 1][column]:
            yield TextPair(old_gap[row], None)
            row += 1
        else:
            yield TextPair(None, new_gap[column])
            column += 1

    for number in old_gap[row:]:
        yield TextPair(number, None)
    for number in new_gap[column:]:
        yield TextPair(None, number)


def _likeness_of_pairs(
    old: Sequence[str],
    new: Sequence[str],
    old_gap: range,
    new_gap: range,
) -> dict[tuple[int, int], float]:
    """Return the likeness of each pair from `LIKE_HERE` on, by its place in the gap, times its length.

    A long text weighs more, because a short one is alike more easily.
    """
    likeness = {}
    for row, old_number in enumerate(old_gap):
        for column, new_number in enumerate(new_gap):
            old_text, new_text = old[old_number], new[new_number]
            ratio = fuzz.ratio(old_text, new_text, score_cutoff=LIKE_HERE)
            if ratio:
                likeness[row, column] = ratio * (len(old_text) + len(new_text))
    return likeness


def _best_sums(
    likeness: Mapping[tuple[int, int], float], rows: int, columns: int
) -> list[list[float]]:
    """Return for each place the greatest sum of likeness that the pairs from there on can reach."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    if not likeness:
        return best
    for row in reversed(range(rows)):
        for column in reversed(range(columns)):
            paired = best[row + 1][column + 1] + likeness.get((row, column), 0.0)
            old_alone = best[row + 1][column]
            new_alone = best[row][column + 1]
            best[row][column] = max(old_alone, new_alone, paired)
    return best
