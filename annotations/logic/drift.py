"""Quote drift: which words changed between two tellings."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\w+(?:[’'\-]\w+)*|[^\w\s]|\s+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class DriftPart:
    """A stretch that is `equal` in both tellings, or `replaced`, `inserted` (right only) or `deleted` (left only)."""

    kind: Literal["equal", "replaced", "inserted", "deleted"]
    left: str
    right: str


def drift(left: str, right: str) -> tuple[DriftPart, ...]:
    """`left` and `right` aligned word by word. Case and the style of quotation marks are no drift."""
    a, b = _WORDS.findall(left), _WORDS.findall(right)
    matcher = SequenceMatcher(None, [_key(word) for word in a], [_key(word) for word in b], autojunk=False)
    kinds: dict[str, Literal["equal", "replaced", "inserted", "deleted"]] = {
        "equal": "equal",
        "replace": "replaced",
        "insert": "inserted",
        "delete": "deleted",
    }
    return tuple(
        DriftPart(kinds[tag], "".join(a[i:j]), "".join(b[k:m])) for tag, i, j, k, m in matcher.get_opcodes()
    )


def _key(word: str) -> str:
    return " " if word.isspace() else word.casefold().translate(_QUOTES)
