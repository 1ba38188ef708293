"""Describe what becomes of each row of a bundle."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsroom.text.language.counted import counted


class RowState(StrEnum):
    """What becomes of a row of a bundle.

    `KEPT` was changed or removed here since it came, and not there. `CONFLICT` cannot be brought in without a
    person's decision, and the row of this desk stays as it is. The last two are of rows that came in an
    earlier bundle, and that this one no longer holds: `GONE` still stands here, and `WITHDRAWN` was withdrawn
    here too.
    """

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    KEPT = "kept"
    CONFLICT = "conflict"
    GONE = "gone there"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class MergeLine:
    """What becomes of one row: of which table, its key, and the reason as a sentence, if there is one."""

    state: RowState
    table: str
    key: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What becomes of the rows of a bundle, and of those that it no longer holds.

    `strangers` are the people who have no account on this desk.
    """

    lines: tuple[MergeLine, ...]
    strangers: tuple[str, ...]

    @property
    def counts(self) -> Counter[RowState]:
        return Counter(line.state for line in self.lines)

    @property
    def changes_something(self) -> bool:
        changing = (RowState.NEW, RowState.CHANGED, RowState.WITHDRAWN)
        return any(self.counts[state] for state in changing)

    @property
    def kept_for_a_reason(self) -> list[MergeLine]:
        """Return the rows that were withdrawn or removed here, or became others."""
        return [line for line in self.lines_of(RowState.KEPT) if line.reason]

    @property
    def needs_a_person(self) -> bool:
        """Return whether a person has to decide about a row."""
        return bool(self.counts[RowState.CONFLICT] or self.counts[RowState.GONE])

    def lines_of(self, state: RowState) -> list[MergeLine]:
        return [line for line in self.lines if line.state is state]

    @property
    def summary(self) -> str:
        """Return the numbers of rows in words: “12 new, 3 the same, 1 conflict”."""
        return summary_of(line.state for line in self.lines)


def summary_of(states: Iterable[RowState]) -> str:
    """Return how many rows have each state, in words."""
    counts = Counter(states)
    parts = [
        f"{counts[RowState.NEW]} new",
        f"{counts[RowState.SAME]} the same",
        f"{counts[RowState.CHANGED]} changed there",
        f"{counts[RowState.KEPT]} changed here",
        counted(counts[RowState.CONFLICT], "conflict"),
        f"{counts[RowState.GONE]} gone there",
    ]
    # Rows are withdrawn on request only.
    if counts[RowState.WITHDRAWN]:
        parts.append(f"{counts[RowState.WITHDRAWN]} withdrawn")
    return ", ".join(parts)
