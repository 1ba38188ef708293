"""Decide which act of a person undo or redo takes next, from the person's lines in the history.

Undo adds a line that takes back an earlier line. Redo adds a line that takes back the line that undo added.
An act, the line that takes it back, the line that takes that one back, and so on, form a chain. The last line
of a chain is its tip. The act is in effect if the chain has an even number of lines after the act.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UndoLine:
    """A line of the history, with its id. A newer line has a larger id.

    `undoes` is the id of the line that this line took back, or None if it took none back.
    """

    id: int
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class UndoChain:
    """An act, and the lines that took it back or repeated it.

    `act` is the id of the first line of the chain, `tip` the id of the last one. `in_effect` is false if the
    act is undone.
    """

    act: int
    tip: int
    in_effect: bool


def next_undo(lines: Iterable[UndoLine], leaving: Collection[int] = ()) -> int | None:
    """Return the id of the line to take back so that the newest act in effect is undone.

    Chains whose tip is in `leaving` are skipped, because undo was refused for them. Returns None if no act
    can be undone.
    """
    # Chains in `leaving` are skipped, because undo was refused for them.
    chains = [chain for chain in _chains(lines) if chain.in_effect and chain.tip not in leaving]
    if not chains:
        return None
    return max(chains, key=lambda chain: chain.act).tip


def next_redo(lines: Iterable[UndoLine], leaving: Collection[int] = ()) -> int | None:
    """Return the id of the line to take back so that the act undone last is done again.

    Chains whose tip is in `leaving` are skipped. Returns None if nothing was undone, or if the person has
    done something else since.
    """
    chains = _chains(lines)
    undone = [chain.tip for chain in chains if not chain.in_effect and chain.tip not in leaving]
    if not undone:
        return None

    # Ids grow with time, so the largest tip was undone last.
    last_undone = max(undone)
    newest_act = max(chain.act for chain in chains)
    # After a new act, redo would mix two different sequences of acts.
    return last_undone if newest_act < last_undone else None


def _chains(lines: Iterable[UndoLine]) -> list[UndoChain]:
    all_lines = list(lines)
    successors = {line.undoes: line.id for line in all_lines if line.undoes is not None}
    chains = []
    for line in all_lines:
        if line.undoes is None:
            chains.append(_chain_of(line.id, successors))
    return chains


def _chain_of(act: int, successors: dict[int, int]) -> UndoChain:
    """Follow the lines that take back each other, from the line `act` to the last one, and return the chain.

    `successors` maps the id of a line to the id of the line that took it back.
    """
    tip, in_effect = act, True
    while tip in successors:
        tip, in_effect = successors[tip], not in_effect
    return UndoChain(act, tip, in_effect)
