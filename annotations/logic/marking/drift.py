"""Quote drift: which words differ between two or more wordings of one quote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, MatchingBlock

from annotations.logic.sources.own_words import UNPARTED
from newsroom.text.language.words import MARKS

# In a script that does not part its words, each sign is a word. Vowel signs and tones stay with their letter.
_LETTER = rf"(?:[^\W{UNPARTED}][{MARKS}]*)"
# White space goes with the word before it, so that no change is torn apart by the spaces in it.
_WORDS = re.compile(rf"\A\s+|(?:[{UNPARTED}][{MARKS}]*|{_LETTER}+(?:[’'\-]{_LETTER}+)*|[^\w\s])\s*")
_QUOTES = str.maketrans("“”„«»‘’‚‹›", "\"\"\"\"\"'''''")


@dataclass(frozen=True, slots=True)
class DriftPart:
    """A stretch of two wordings: equal, replaced, inserted (right only) or deleted (left only)."""

    kind: Literal["equal", "replaced", "inserted", "deleted"]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class DriftPassage:
    """A column of the table of witnesses: how each of them, in their order, words one passage.

    A blank is a witness that does not have the passage.
    """

    wordings: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        """Whether all have it alike, without regard to case, spacing and the style of quotation marks."""
        return len({_comparable(wording) for wording in self.wordings}) == 1


def drift(left: str, right: str) -> tuple[DriftPart, ...]:
    """Align two wordings word by word, where a sign counts as a word. The parts joined are the two wordings.

    Case, spacing and the style of quotation marks are no drift: an equal part keeps both spellings.
    """
    left_words, right_words = _WORDS.findall(left), _WORDS.findall(right)
    return tuple(_parts(left_words, right_words))


def alike(parts: tuple[DriftPart, ...]) -> bool:
    """Whether the wordings have at least half the words of the shorter one in common.

    Otherwise nearly every word is a difference, and a comparison says less than the two texts.
    """
    shared = _number_of_words(part.left for part in parts if part.kind == "equal")
    left = _number_of_words(part.left for part in parts)
    right = _number_of_words(part.right for part in parts)
    return 2 * shared >= min(left, right)


def reported_differently(verb: str, other: str) -> bool:
    """Whether two verbs of speech (“said”, “claimed”) differ. A blank is not known and differs from none."""
    if not verb or not other:
        return False
    return verb.casefold() != other.casefold()


def witnesses(wordings: Sequence[str]) -> tuple[DriftPassage, ...]:
    """Collate several wordings into a table, with a column for each variant and each stretch they agree on.

    Every wording is aligned with the first. The cells of a row joined are the wording.
    """
    first, *others = [_WORDS.findall(wording) for wording in wordings]
    alignments = [_aligned(first, other) for other in others]
    columns: list[list[str]] = []
    agreement: list[bool] = []
    for cells in _cells(first, alignments):
        if not any(cells):
            continue

        agreed = len({_key(cell) for cell in cells}) == 1
        if agreement and agreement[-1] == agreed:
            columns[-1] = [before + cell for before, cell in zip(columns[-1], cells, strict=True)]
        else:
            columns.append(cells)
            agreement.append(agreed)

    return tuple(DriftPassage(tuple(column)) for column in columns)


@dataclass(frozen=True, slots=True)
class _AlignedWord:
    """What another wording has for a word of the first: what it puts `before`, and how it has the `word`.

    Both are blank if it has nothing there.
    """

    before: str = ""
    word: str = ""


def _cells(first: list[str], alignments: list[list[_AlignedWord]]) -> Iterator[list[str]]:
    """Before each word of the first wording what others put there, then the word as each of them has it."""
    for position in range(len(first) + 1):
        aligned = [alignment[position] for alignment in alignments]
        yield ["", *(word.before for word in aligned)]
        if position < len(first):
            yield [first[position], *(word.word for word in aligned)]


def _aligned(first: list[str], other: list[str]) -> list[_AlignedWord]:
    """What `other` has for each word of `first`, and behind its last one."""
    before = [""] * (len(first) + 1)
    words = [""] * (len(first) + 1)
    position = other_position = 0
    for block in _matching_blocks(first, other):
        inserted = "".join(other[other_position : block.b])
        is_replacement = block.a > position
        if is_replacement:
            # It stands where the words that it replaced do.
            words[position] = inserted
        elif inserted:
            before[position] = inserted

        for step in range(block.size):
            words[block.a + step] = other[block.b + step]
        position, other_position = block.a + block.size, block.b + block.size

    return [_AlignedWord(*pair) for pair in zip(before, words, strict=True)]


def _parts(left: list[str], right: list[str]) -> Iterator[DriftPart]:
    left_position = right_position = 0
    for block in _matching_blocks(left, right):
        deleted = "".join(left[left_position : block.a])
        inserted = "".join(right[right_position : block.b])
        if deleted and inserted:
            yield DriftPart("replaced", deleted, inserted)
        elif deleted:
            yield DriftPart("deleted", deleted, "")
        elif inserted:
            yield DriftPart("inserted", "", inserted)

        left_position, right_position = block.a + block.size, block.b + block.size
        if block.size:
            same = left[block.a : left_position]
            yield DriftPart("equal", "".join(same), "".join(right[block.b : right_position]))


def _matching_blocks(left: list[str], right: list[str]) -> list[MatchingBlock]:
    """The runs of words that both have, in order (longest common subsequence). The last block is empty."""
    left_keys = [_key(word) for word in left]
    right_keys = [_key(word) for word in right]
    return Indel.opcodes(left_keys, right_keys).as_matching_blocks()


def _key(word: str) -> str:
    """What tells a word from another: neither case, spacing nor the style of quotation marks."""
    return word.strip().casefold().translate(_QUOTES)


def _comparable(wording: str) -> str:
    return " ".join(_key(word) for word in _WORDS.findall(wording))


def _number_of_words(wordings: Iterable[str]) -> int:
    """How many words there are. Signs do not count: many sentences have their full stop in common."""
    number = 0
    for wording in wordings:
        number += sum(word[0].isalnum() for word in _WORDS.findall(wording))
    return number
