"""Compare several wordings of one quotation, and show which words differ."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel, MatchingBlock

from annotations.logic.sources.own_words import UNPARTED
from newsroom.text.language.words import MARKS

# In a script without spaces between words, each character is a word. Vowel signs and tone marks belong to
# their letter.
_LETTER = rf"(?:[^\W{UNPARTED}][{MARKS}]*)"
# White space belongs to the word before it, so that a change of several words is one part and not one part
# per word.
_WORDS = re.compile(rf"\A\s+|(?:[{UNPARTED}][{MARKS}]*|{_LETTER}+(?:[’'\-]{_LETTER}+)*|[^\w\s])\s*")
_QUOTES = str.maketrans("“”„«»‘’‚‹›", "\"\"\"\"\"'''''")


@dataclass(frozen=True, slots=True)
class DriftPart:
    """A part of two wordings, `left` and `right`, that are aligned word by word.

    `kind` says whether both are equal in this part, or whether the words are replaced, inserted (only in the
    right wording) or deleted (only in the left wording).
    """

    kind: Literal["equal", "replaced", "inserted", "deleted"]
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class DriftPassage:
    """A column of the table that compares several wordings (witnesses) of one quotation.

    `wordings` has one string per witness, in the order of the witnesses. A string is empty if the witness has
    no words there.
    """

    wordings: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        """Return whether all witnesses have the same words.

        Case, spacing and the style of quotation marks are ignored.
        """
        return len({_comparable(wording) for wording in self.wordings}) == 1


def drift(left: str, right: str) -> tuple[DriftPart, ...]:
    """Align two wordings word by word and return the parts in order. A punctuation mark counts as a word.

    Case, spacing and the style of quotation marks are ignored, but an equal part keeps the spelling of each
    wording. The left texts of all parts joined are `left`, the right texts joined are `right`.
    """
    left_words, right_words = _WORDS.findall(left), _WORDS.findall(right)
    return tuple(_parts(left_words, right_words))


def alike(parts: tuple[DriftPart, ...]) -> bool:
    """Return whether two wordings share at least half of the words of the shorter one.

    `parts` is the result of `drift` for both. If they share less, a word-by-word comparison marks nearly
    everything and does not help the reader.
    """
    shared = _number_of_words(part.left for part in parts if part.kind == "equal")
    left = _number_of_words(part.left for part in parts)
    right = _number_of_words(part.right for part in parts)
    # Half of the shorter wording must be shared: `shared >= min(left, right) / 2`.
    return 2 * shared >= min(left, right)


def reported_differently(verb: str, other: str) -> bool:
    """Return whether two verbs of speech differ, such as “said” and “claimed”.

    An empty string means that the verb is not known. An unknown verb does not differ from any other.
    """
    if not verb or not other:
        return False
    return verb.casefold() != other.casefold()


def witnesses(wordings: Sequence[str]) -> tuple[DriftPassage, ...]:
    """Compare several wordings of one quotation, and return the columns of a table in the order of the words.

    Every wording (witness) is aligned with the first one. Neighbouring words on which all wordings agree form
    one column, and so do neighbouring words on which they disagree. All cells of one witness joined are the
    wording of this witness.
    """
    first, *others = [_WORDS.findall(wording) for wording in wordings]
    alignments = [_aligned(first, other) for other in others]
    columns: list[list[str]] = []
    agreement: list[bool] = []
    for cells in _cells(first, alignments):
        # Most positions between two words have no insertions.
        if not any(cells):
            continue

        agreed = len({_key(cell) for cell in cells}) == 1
        if agreement and agreement[-1] == agreed:
            last_column = columns[-1]
            for row, cell in enumerate(cells):
                last_column[row] += cell
        else:
            columns.append(cells)
            agreement.append(agreed)

    return tuple(DriftPassage(tuple(column)) for column in columns)


@dataclass(frozen=True, slots=True)
class _AlignedWord:
    """The part of another wording that corresponds to one word of the first wording.

    `before` is the text that the other wording inserts before the word. `word` is the text that the other
    wording has in place of the word. Each is empty if the other wording has nothing there.
    """

    before: str = ""
    word: str = ""


def _cells(first: list[str], alignments: list[list[_AlignedWord]]) -> Iterator[list[str]]:
    """Yield rows of cells. A row has one cell for each wording, with the first wording at index 0.

    For each word of the first wording, one row holds what the other wordings insert before the word, and the
    next row holds the word as each wording has it. The last row holds what the others insert at the end.
    """
    for position in range(len(first) + 1):
        aligned = [alignment[position] for alignment in alignments]
        yield ["", *(word.before for word in aligned)]
        if position < len(first):
            yield [first[position], *(word.word for word in aligned)]


def _aligned(first: list[str], other: list[str]) -> list[_AlignedWord]:
    """Return the text of `other` that corresponds to each word of `first`, with one item for each word.

    One more item holds the words that `other` adds at the end.
    """
    before = [""] * (len(first) + 1)
    words = [""] * (len(first) + 1)
    position = other_position = 0
    for block in _matching_blocks(first, other):
        inserted = "".join(other[other_position : block.b])
        is_replacement = block.a > position
        # Words that replace others take their place in the table.
        if is_replacement:
            # The new words take the position of the first word that they replace.
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
        # Words that are deleted and inserted at the same place replace each other.
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
    """Return the runs of words that both lists share, in order (longest common subsequence).

    A block holds the position of a run in both lists, and its number of words. The last block has the size 0.
    It marks the ends of both lists.
    """
    left_keys = [_key(word) for word in left]
    right_keys = [_key(word) for word in right]
    return Indel.opcodes(left_keys, right_keys).as_matching_blocks()


def _key(word: str) -> str:
    """Return the form in which a word is compared: without case, spacing and the style of quotation marks."""
    return word.strip().casefold().translate(_QUOTES)


def _comparable(wording: str) -> str:
    return " ".join(_key(word) for word in _WORDS.findall(wording))


def _number_of_words(wordings: Iterable[str]) -> int:
    """Return the number of words in all parts of a wording.

    Punctuation marks do not count, because most sentences share their full stop.
    """
    number = 0
    for wording in wordings:
        # A punctuation mark has no letter or digit at its start.
        number += sum(word[0].isalnum() for word in _WORDS.findall(wording))
    return number
