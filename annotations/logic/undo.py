"""Undo and redo: which of a person's acts comes next, told by their lines of the history alone.

A line that takes another back is itself taken back by redo, and so on: each act heads a chain of lines. An
act is in effect where its chain has an even number of lines after it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoLine:
    """A line of the history by its number; `undoes` is the line it took back. Numbers grow with time."""

    id: int
    undoes: int | None = None


def next_undo(lines: Iterable[UndoLine]) -> int | None:
    """The line whose taking back undoes the newest act in effect, or None."""
    return max(((act, tip) for act, tip, in_effect in _chains(lines) if in_effect), default=(0, None))[1]


def next_redo(lines: Iterable[UndoLine]) -> int | None:
    """The line whose taking back redoes what was undone last, or None: also where the person acted anew
    since.
    """
    chains = list(_chains(lines))
    undone = max((tip for _, tip, in_effect in chains if not in_effect), default=None)
    return undone if undone is not None and all(act < undone for act, _, _ in chains) else None


def _chains(lines: Iterable[UndoLine]) -> Iterator[tuple[int, int, bool]]:
    """Each act, the last line of its chain, and whether the act is in effect."""
    known = list(lines)
    after = {line.undoes: line.id for line in known if line.undoes is not None}
    for line in known:
        if line.undoes is None:
            tip, in_effect = line.id, True
            while tip in after:
                tip, in_effect = after[tip], not in_effect
            yield line.id, tip, in_effect
