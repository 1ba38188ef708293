"""Define the figures of a bench, and print them as a table."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from statistics import median

#: The least number of runs of a figure.
RUNS = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that was measured in several runs.

    `at_most`, `at_least` and `most_queries` are its goal. `doccano` (1.8.4) and `label_studio` (1.23.2) are
    the values of these two programs for the same task, on two cores like these and with their embedded
    SQLite. `library` is the value of the best library in the field.
    """

    what: str
    runs: tuple[float, ...]
    unit: str
    queries: int | None = None
    at_most: float | None = None
    at_least: float | None = None
    most_queries: int | None = None
    doccano: str = ""
    label_studio: str = ""
    library: str = ""

    @property
    def value(self) -> float:
        return median(self.runs)

    @property
    def met(self) -> bool | None:
        """Return whether the figure reaches its goal, or None if it has no goal."""
        kept = [
            *([self.value <= self.at_most] if self.at_most is not None else []),
            *([self.value >= self.at_least] if self.at_least is not None else []),
            *([(self.queries or 0) <= self.most_queries] if self.most_queries is not None else []),
        ]
        return all(kept) if kept else None


def line_of(figure: Figure) -> str:
    """Return the figure as one line of JSON, which `of_line` reads."""
    return json.dumps(asdict(figure))


def of_line(line: str) -> Figure:
    read = json.loads(line)
    return Figure(**{**read, "runs": tuple(read["runs"])})


HEADER = (
    "what",
    "on",
    "ours",
    "best run",
    "queries",
    "goal",
    "met",
    "doccano",
    "Label Studio",
    "best library",
)


def table(rows: Iterable[tuple[str, Figure]]) -> str:
    """Return a table of (database, figure). Each column is as wide as its longest cell."""
    cells = [HEADER, *(_cells(database, figure) for database, figure in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADER))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    )


def _cells(database: str, figure: Figure) -> Sequence[str]:
    higher_is_better = figure.at_least is not None
    best = max(figure.runs) if higher_is_better else min(figure.runs)
    return (
        figure.what,
        database,
        f"{_number(figure.value)} {figure.unit}",
        _number(best),
        "" if figure.queries is None else str(figure.queries),
        _goal(figure),
        {True: "yes", False: "NO", None: ""}[figure.met],
        figure.doccano,
        figure.label_studio,
        figure.library,
    )


def _goal(figure: Figure) -> str:
    parts = []
    if figure.at_most is not None:
        parts.append(f"<= {_number(figure.at_most)} {figure.unit}")
    if figure.at_least is not None:
        parts.append(f">= {_number(figure.at_least)} {figure.unit}")
    if figure.most_queries is not None:
        parts.append(f"<= {figure.most_queries} queries")
    return ", ".join(parts)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
