"""Pair the paragraphs, or the sentences, of an old text with those of a new text.

Texts with the same letters and digits are paired first, in order (longest common subsequence). In the gaps
between these pairs, the most similar texts are paired. An unpaired old text that occurs elsewhere in the new
text counts as moved.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from newsroom.text.changes.essence import essence

#: From this similarity on (0 to 100), two texts in the same gap count as one text that was edited.
LIKE_HERE = 50.0
#: The same limit for texts in different places. It is higher because two such texts may be similar by chance.
LIKE_ELSEWHERE = 70.0
#: A text of at least this length, in code points, may count as both moved and edited.
LONG_ENOUGH = 40
#: At most this many pairs are compared in one gap. The texts of a larger gap stay unpaired.
MOST_PAIRS = 20_000


class TextPair(NamedTuple):
    """The index of an old text and the index of the new text that it became.

    `new` is None if the old text has no counterpart, and `old` is None if the new text has none.
    """

    old: int | None
    new: int | None


def align(old: Sequence[str], new: Sequence[str]) -> list[TextPair]:
    """Return which old text became which new text, as pairs of indexes, in order on both sides.

    Each text is in exactly one pair. A text without a counterpart is in a pair with None.
    """
    old_essences = [essence(text) for text in old]
    new_essences = [essence(text) for text in new]
    blocks = Indel.opcodes(old_essences, new_essences).as_matching_blocks()

    pairs: list[TextPair] = []
    old_position = new_position = 0
    # The last block is empty and marks the end of both sides, so the last gap is aligned too.
    for block in blocks:
        old_gap = range(old_position, block.a)
        new_gap = range(new_position, block.b)
        pairs += _pairs_of_gap(old, new, old_gap, new_gap)
        pairs += [TextPair(block.a + step, block.b + step) for step in range(block.size)]
        old_position, new_position = block.a + block.size, block.b + block.size
    return pairs


def moved_pairs(
    old: Sequence[str], new: Sequence[str], pairs: Sequence[TextPair]
) -> dict[int, int]:
    """Return the unpaired old texts that occur elsewhere among the new texts, as {old index: new index}.

    `pairs` is the result of `align`. Two texts match if they have the same letters and digits, or if both are
    long and they are very similar. The result is empty if nothing moved.
    """
    unpaired_old = []
    unpaired_new = []
    for pair in pairs:
        if pair.new is None and pair.old is not None:
            unpaired_old.append(pair.old)
        if pair.old is None and pair.new is not None:
            unpaired_new.append(pair.new)

    moved = _moved_unchanged(old, new, unpaired_old, unpaired_new)
    old_left = [number for number in unpaired_old if number not in moved]
    if len(old_left) * len(unpaired_new) > MOST_PAIRS:
        return moved

    taken = set(moved.values())
    new_left = [number for number in unpaired_new if number not in taken]
    return moved | _moved_and_edited(old, new, old_left, new_left)


def _moved_unchanged(
    old: Sequence[str],
    new: Sequence[str],
    unpaired_old: Collection[int],
    unpaired_new: Collection[int],
) -> dict[int, int]:
    places: dict[str, list[int]] = defaultdict(list)
    for number in unpaired_new:
        places[essence(new[number])].append(number)

    moved = {}
    for number in unpaired_old:
        letters = essence(old[number])
        # A text that is only punctuation has no letters, and it says nothing that could move.
        if letters and places[letters]:
            moved[number] = places[letters].pop(0)
    return moved


def _moved_and_edited(
    old: Sequence[str],
    new: Sequence[str],
    unpaired_old: Collection[int],
    unpaired_new: Collection[int],
) -> dict[int, int]:
    moved: dict[int, int] = {}
    free = [number for number in unpaired_new if len(new[number]) >= LONG_ENOUGH]
    for number in unpaired_old:
        if len(old[number]) < LONG_ENOUGH:
            continue
        counterpart = _most_similar_to(old[number], new, free)
        if counterpart is not None:
            moved[number] = counterpart
            free.remove(counterpart)
    return moved


def _most_similar_to(
    text: str,
    new: Sequence[str],
    candidates: Collection[int],
) -> int | None:
    """Return the index of the candidate that is most similar to `text`, or None if no candidate is similar.

    `candidates` are indexes of `new`. A candidate is similar if it reaches `LIKE_ELSEWHERE`. Of several
    equally similar candidates the first one is returned.
    """
    best = None
    best_likeness = 0.0
    for number in candidates:
        likeness = fuzz.ratio(text, new[number], score_cutoff=LIKE_ELSEWHERE)
        if likeness > best_likeness:
            best, best_likeness = number, likeness
    return best


def _pairs_of_gap(
    old: Sequence[str],
    new: Sequence[str],
    old_gap: range,
    new_gap: range,
) -> Iterator[TextPair]:
    """Pair the texts of one gap so that the sum of the similarities is greatest, and yield the pairs in
    order.

    A text without a counterpart is in a pair with None. This is global alignment (Needleman-Wunsch) in which
    a text without a counterpart costs nothing.
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
    """Return the weighted similarity of each pair that reaches `LIKE_HERE`, as {(row, column): weight}.

    Rows number the old texts of the gap, columns its new texts. The weight is the similarity times the length
    of both texts, because short texts are more often similar by chance.
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
    """Return a table `best` for the alignment of one gap, from the weights in `likeness`.

    `best[row][column]` is the greatest sum of weights that can be reached by pairing the old texts from `row`
    on with the new texts from `column` on.
    """
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
