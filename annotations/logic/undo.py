"""Undo and redo: which of a person's acts comes next, told by their lines of the history alone.

A line that takes another back is itself taken back by redo, and so on: each act heads a chain of lines, and
the last line of the chain is its tip. An act is in effect if an even number of lines follows it in its chain.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoLine:
    """A line of the history by its number; `undoes` is the line it took back. Numbers grow with time."""

    id: int
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class UndoChain:
    """An act, the tip of its chain (both by number), and whether the act is in effect."""

    act: int
    tip: int
    in_effect: bool


def next_undo(lines: Iterable[UndoLine], leaving: Collection[int] = ()) -> int | None:
    """Return the line to take back so that the newest act in effect is undone, or None.

    Chains whose tip is among `leaving` are passed over.
    """
    chains = [chain for chain in _chains(lines) if chain.in_effect and chain.tip not in leaving]
    if not chains:
        return None
    return max(chains, key=lambda chain: chain.act).tip


def next_redo(lines: Iterable[UndoLine], leaving: Collection[int] = ()) -> int | None:
    """Return the line to take back so that what was undone last is done again, or None.

    None also if the person acted again since. Chains whose tip is among `leaving` are passed over.
    """
    chains = _chains(lines)
    undone = [chain.tip for chain in chains if not chain.in_effect and chain.tip not in leaving]
    if not undone:
        return None

    last_undone = max(undone)
    newest_act = max(chain.act for chain in chains)
    return last_undone if newest_act < last_undone else None


def _chains(lines: Iterable[UndoLine]) -> list[UndoChain]:
    known = list(lines)
    successors = {line.undoes: line.id for line in known if line.undoes is not None}
    chains = []
    for line in known:
        if line.undoes is None:
            chains.append(_chain_of(line.id, successors))
    return chains


def _chain_of(act: int, successors: dict[int, int]) -> UndoChain:
    """Follow the lines that take each other back, from the act to the tip."""
    tip, in_effect = act, True
    while tip in successors:
        tip, in_effect = successors[tip], not in_effect
    return UndoChain(act, tip, in_effect)
