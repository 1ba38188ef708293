"""A story's reports in time: where each stands on a lane of its source.

Reports of one event come within hours and follow-ups after months, so gaps are drawn by their logarithm: the
order is true, distances only say “soon” or “much later”. Lengths are in the drawing's own units.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from annotations.logic.counting.matrix import Column, columns
from annotations.logic.counting.source_groups import SourceGroup

#: The least distance between two different times.
STEP = 26.0
#: What a tenfold gap adds to that distance.
TENFOLD = 22.0
#: Where the first report stands, from the left.
LEFT = 20.0
#: Where the first lane stands, from the top, and the distance between two lanes.
TOP = 46.0
LANE = 54.0
#: The least width of a drawing.
WIDTH = 760.0
#: The least distance between two dots of one lane.
DOT = 18.0
#: Between the last report with a date and those without one.
UNKNOWN_APART = 60.0
#: A label of a day is about so wide.
LABEL = 70.0

_SECONDS_OF_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class TimelineReport:
    """A report and the times of its later revisions (when they were imported)."""

    column: Column
    revised: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """Where a report, or its revision `number` (from 2), stands; `article` is its id."""

    article: int
    x: float
    y: float
    number: int = 1


@dataclass(frozen=True, slots=True)
class Lane:
    """The reports of one source, from `left` to `right`."""

    source: SourceGroup
    y: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis; `row` 0 or 1, so that neighbours do not run into each other."""

    x: float
    on: datetime
    row: int = 0


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The timeline, `width` by `height`.

    `unknown` is where the reports without a date stand, from the left; None if all have one.
    """

    width: float
    height: float
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    unknown: float | None


def drawing(reports: Iterable[TimelineReport]) -> TimelineDrawing:
    """Draw these reports. Lanes are the groups of the matrix, in its order."""
    reports = list(reports)
    by_id = {report.column.article: report for report in reports}
    axis = _axis(reports)
    lanes: list[Lane] = []
    dots: list[Dot] = []
    for number, (group, members) in enumerate(columns(report.column for report in reports)):
        y = TOP + number * LANE
        lane_dots: list[Dot] = []
        for column in members:
            lane_dots += _dots(by_id[column.article], axis, y)

        row = _apart(lane_dots)
        left = min(dot.x for dot in row)
        right = max(dot.x for dot in row)
        lanes.append(Lane(group, y, left, right))
        dots += row

    rightmost = max([axis.end, *(dot.x for dot in dots)])
    return TimelineDrawing(
        width=rightmost + LEFT,
        height=TOP + len(lanes) * LANE,
        lanes=tuple(lanes),
        dots=tuple(dots),
        ticks=tuple(_ticks(axis.positions)),
        unknown=axis.unknown,
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Where each time stands, from the left.

    `unknown` is where the reports without a date stand; None if all have one.
    """

    positions: dict[datetime, float]
    unknown: float | None

    @property
    def end(self) -> float:
        if self.unknown is not None:
            return self.unknown
        return max(self.positions.values(), default=LEFT - UNKNOWN_APART)

    def position(self, time: datetime | None) -> float:
        if time is not None:
            return self.positions[time]
        return self.unknown or 0.0


def _axis(reports: Sequence[TimelineReport]) -> _Axis:
    times: list[datetime] = []
    for report in reports:
        if report.column.published:
            times.append(report.column.published)
        times += report.revised

    axis = _Axis(_positions(times), unknown=None)
    if all(report.column.published for report in reports):
        return axis
    return replace(axis, unknown=axis.end + UNKNOWN_APART)


def _positions(times: Iterable[datetime]) -> dict[datetime, float]:
    """Where each time stands: further right than the one before, by a step and the logarithm of the hours."""
    positions: dict[datetime, float] = {}
    x = LEFT
    before: datetime | None = None
    for time in sorted(set(times)):
        if before is not None:
            hours = (time - before).total_seconds() / _SECONDS_OF_AN_HOUR
            x += STEP + TENFOLD * math.log10(1 + hours)
        positions[time] = x
        before = time

    # A short timeline is stretched to the least width.
    stretch = 1.0
    if x > LEFT:
        stretch = max(stretch, (WIDTH - LEFT) / (x - LEFT))
    return {
        time: round(LEFT + stretch * (position - LEFT), 1) for time, position in positions.items()
    }


def _dots(report: TimelineReport, axis: _Axis, y: float) -> list[Dot]:
    article = report.column.article
    dots = [Dot(article, axis.position(report.column.published), y)]
    for number, time in enumerate(report.revised, start=2):
        dots.append(Dot(article, axis.position(time), y, number))
    return dots


def _apart(dots: Iterable[Dot]) -> list[Dot]:
    """Return the dots of a lane by their place, moved to the right so that none hides another."""
    row: list[Dot] = []
    for dot in sorted(dots, key=lambda dot: dot.x):
        x = dot.x
        if row:
            x = max(x, row[-1].x + DOT)
        row.append(replace(dot, x=round(x, 1)))
    return row


def _ticks(positions: dict[datetime, float]) -> list[Tick]:
    """One tick for each day, at its first time. The label of a close neighbour goes to the other row."""
    ticks: list[Tick] = []
    for time, x in positions.items():
        if not ticks:
            ticks.append(Tick(x, time))
            continue

        last = ticks[-1]
        if last.on.date() == time.date():
            continue
        row = 0
        if x - last.x < LABEL:
            row = 1 - last.row
        ticks.append(Tick(x, time, row))
    return ticks
