"""Quote drift: which words changed between two tellings."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from annotations.logic.sources.own_words import UNPARTED
from newsroom.text.language.words import MARKS

# A sign of a script that parts no words is a word; vowel signs and tones stay with their letter.
_LETTER = rf"(?:[^\W{UNPARTED}][{MARKS}]*)"
# White space goes with the word before it, so that no change is torn apart by the spaces in it.
_WORDS = re.compile(rf"\A\s+|(?:[{UNPARTED}][{MARKS}]*|{_LETTER}+(?:[’'\-]{_LETTER}+)*|[^\w\s])\s*")
_QUOTES = str.maketrans("“”„«»‘’‚‹›", "\"\"\"\"\"'''''")


@dataclass(frozen=True, slots=True)
class DriftPart:
    """A stretch that is `equal` in both tellings, or `replaced`, `inserted` (right only) or `deleted` (left
    only).
    """

    kind: Literal["equal", "replaced", "inserted", "deleted"]
    left: str
    right: str


def drift(left: str, right: str) -> tuple[DriftPart, ...]:
    """`left` and `right` aligned word by word; a sign counts as a word. The parts joined are the two texts.

    Case, spacing and the style of quotation marks are no drift: an equal part keeps both spellings.
    """
    return tuple(_parts(_WORDS.findall(left), _WORDS.findall(right)))


def alike(parts: tuple[DriftPart, ...]) -> bool:
    """Whether the tellings have at least half the words of the shorter one in common.

    Below that every word is a difference, and the two texts tell more than what changed between them.
    """
    shared = _count(part.left for part in parts if part.kind == "equal")
    return 2 * shared >= min(_count(part.left for part in parts), _count(part.right for part in parts))


def reported_differently(verb: str, other: str) -> bool:
    """Whether two verbs of speech (“said”, “claimed”) differ. A blank one, not known, differs from none."""
    return bool(verb and other) and verb.casefold() != other.casefold()


@dataclass(frozen=True, slots=True)
class DriftPassage:
    """A column of the table of witnesses: how each of them, in their order, has the passage. Blank: not at
    all.
    """

    told: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        return len({" ".join(map(_key, _WORDS.findall(words))) for words in self.told}) == 1


def witnesses(tellings: Sequence[str]) -> tuple[DriftPassage, ...]:
    """Several tellings collated: cut where any two part or meet again, so that each column is one variant or
    none.

    Each telling is aligned with the first; a row's cells joined are the telling. What all have alike is one
    column.
    """
    first, *others = [_WORDS.findall(telling) for telling in tellings]
    rows = [_against(first, other) for other in others]
    columns: list[list[str]] = []
    agreed: list[bool] = []
    for at in range(len(first) + 1):
        # Before each word of the first telling, what others put there; then the word, as each of them has it.
        for cells in (
            ["", *(row[at][0] for row in rows)],
            [first[at], *(row[at][1] for row in rows)] if at < len(first) else [],
        ):
            if not any(cells):
                continue
            same = all(_key(cell) == _key(cells[0]) for cell in cells)
            if agreed and agreed[-1] == same:
                columns[-1] = [before + cell for before, cell in zip(columns[-1], cells, strict=True)]
            else:
                columns.append(cells)
                agreed.append(same)
    return tuple(DriftPassage(tuple(column)) for column in columns)


def _count(texts: Iterable[str]) -> int:
    """Words alone: that two sentences end in a full stop is nothing they have in common."""
    return sum(word[0].isalnum() for text in texts for word in _WORDS.findall(text))


def _parts(left: list[str], right: list[str]) -> Iterator[DriftPart]:
    blocks = Indel.opcodes(list(map(_key, left)), list(map(_key, right))).as_matching_blocks()
    i = k = 0
    for block in blocks:
        gone, come = "".join(left[i : block.a]), "".join(right[k : block.b])
        if gone or come:
            yield DriftPart("replaced" if gone and come else "deleted" if gone else "inserted", gone, come)
        i, k = block.a + block.size, block.b + block.size
        if block.size:
            yield DriftPart("equal", "".join(left[block.a : i]), "".join(right[block.b : k]))


def _key(word: str) -> str:
    return word.strip().casefold().translate(_QUOTES)


def _against(first: list[str], other: list[str]) -> list[tuple[str, str]]:
    """For each word of `first` (and its end): what `other` puts before it, and how it has the word itself."""
    row = [("", "")] * (len(first) + 1)
    i = k = 0
    for block in Indel.opcodes(list(map(_key, first)), list(map(_key, other))).as_matching_blocks():
        come = "".join(other[k : block.b])
        if block.a > i:
            row[i] = (row[i][0], come)  # a replacement stands where the words it replaced do
        elif come:
            row[i] = (come, row[i][1])
        for step in range(block.size):
            row[block.a + step] = (row[block.a + step][0], other[block.b + step])
        i, k = block.a + block.size, block.b + block.size
    return row
