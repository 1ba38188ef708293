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

    `undoes` is the id of the line that this line took back, or None if it took none back. Lines of one act on
    many rows, and the lines that take them back, have the same `bulk_key`. It is empty for other lines.
    """

    id: int
    undoes: int | None = None
    bulk_key: str = ""


@dataclass(frozen=True, slots=True)
class UndoChain:
    """An act, and the lines that took it back or repeated it.

    `act` is the id of the first line of the chain, `tip` the id of the last one. `in_effect` is false if the
    act is undone. `bulk_key` is that of the lines.
    """

    act: int
    tip: int
    in_effect: bool
    bulk_key: str = ""


def next_undo(lines: Iterable[UndoLine], leaving: Collection[int] = ()) -> list[int]:
    """Return the ids of the lines to take back so that the newest act in effect is undone, newest first.

    An act on many rows has a line for each of them, other acts have one line. Acts with a line in `leaving`
    are skipped, because undo was refused for them. The list is empty if no act can be undone.
    """
    chains = _not_left([chain for chain in _chains(lines) if chain.in_effect], leaving)
    if not chains:
        return []
    newest = max(chains, key=lambda chain: chain.act)
    return sorted((chain.tip for chain in _together(newest, chains)), reverse=True)


def next_redo(lines: Iterable[UndoLine], leaving: Collection[int] = ()) -> list[int]:
    """Return the ids of the lines to take back so that the act undone last is done again, newest first.

    The list is empty if nothing was undone, or if the person has done something else since. `leaving` has the
    same meaning as in `next_undo`.
    """
    chains = _chains(lines)
    undone = _not_left([chain for chain in chains if not chain.in_effect], leaving)
    if not undone:
        return []

    # Ids grow with time, so the largest tip was undone last.
    last_undone = max(undone, key=lambda chain: chain.tip)
    newest_act = max(chain.act for chain in chains)
    # After a new act, redo would mix two different sequences of acts.
    if newest_act > last_undone.tip:
        return []
    return sorted((chain.tip for chain in _together(last_undone, undone)), reverse=True)


def _not_left(chains: list[UndoChain], leaving: Collection[int]) -> list[UndoChain]:
    """Return the chains of acts of which no line is in `leaving`."""
    left_keys = {chain.bulk_key for chain in chains if chain.bulk_key and chain.tip in leaving}
    standing = [chain for chain in chains if chain.tip not in leaving]
    return [chain for chain in standing if chain.bulk_key not in left_keys]


def _together(chain: UndoChain, chains: Iterable[UndoChain]) -> list[UndoChain]:
    """Return those of `chains` that are of the same act as `chain`, which is one of them."""
    if not chain.bulk_key:
        return [chain]
    return [other for other in chains if other.bulk_key == chain.bulk_key]


def _chains(lines: Iterable[UndoLine]) -> list[UndoChain]:
    all_lines = list(lines)
    successors = {line.undoes: line.id for line in all_lines if line.undoes is not None}
    chains = []
    for line in all_lines:
        if line.undoes is None:
            chains.append(_chain_of(line, successors))
    return chains


def _chain_of(act: UndoLine, successors: dict[int, int]) -> UndoChain:
    """Follow the lines that take back each other, from the line `act` to the last one, and return the chain.

    `successors` maps the id of a line to the id of the line that took it back.
    """
    tip, in_effect = act.id, True
    while tip in successors:
        tip, in_effect = successors[tip], not in_effect
    return UndoChain(act.id, tip, in_effect, act.bulk_key)
