"""Quote drift: which words changed between two tellings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

# White space goes with the word before it, so that no change is torn apart by the spaces in it.
_WORDS = re.compile(r"\A\s+|(?:\w+(?:[’'\-]\w+)*|[^\w\s])\s*")
_QUOTES = str.maketrans("“”„«»‘’‚‹›", "\"\"\"\"\"'''''")


@dataclass(frozen=True, slots=True)
class DriftPart:
    """A stretch that is `equal` in both tellings, or `replaced`, `inserted` (right only) or `deleted` (left only)."""

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


def _count(texts: Iterable[str]) -> int:
    return sum(len(_WORDS.findall(text)) for text in texts)


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
