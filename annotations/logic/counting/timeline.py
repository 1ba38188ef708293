"""Lay out the timeline of a story: one lane for each source, one dot for each report.

Reports on an event come within hours, later reports after months. Therefore the distance between two reports
grows with the logarithm of the time between them. The order is exact, but a distance only shows whether the
time was short or long. All lengths are in units of the drawing.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from annotations.logic.counting.matrix import Column, columns
from annotations.logic.counting.source_groups import SourceGroup

#: Least distance between two different times.
STEP = 26.0
#: This much is added to the distance if the time between two reports is ten times as long.
TENFOLD = 22.0
#: Distance of the first report from the left edge.
LEFT = 20.0
#: Distance of the first lane from the top edge, and distance between two lanes.
TOP = 46.0
LANE = 54.0
#: Least width of a drawing.
WIDTH = 760.0
#: Least distance between two dots of a lane.
DOT = 18.0
#: Distance between the last report with a date and those without one.
UNKNOWN_APART = 60.0
#: Approximate width of the label of a day.
LABEL = 70.0

_SECONDS_OF_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class TimelineReport:
    """A report as a column of the matrix, and the times at which its later revisions were imported."""

    column: Column
    revised: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Dot:
    """The place of a report in the drawing, if `number` is 1, or the place of its revision `number`.

    `article` is the id of the report.
    """

    article: int
    x: float
    y: float
    number: int = 1


@dataclass(frozen=True, slots=True)
class Lane:
    """The lane of one source: a horizontal line from `left` to `right` at the height `y`.

    All lengths are in units of the drawing.
    """

    source: SourceGroup
    y: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark for a day on the time axis, at the distance `x` from the left edge.

    `row` is 0 or 1: the labels are printed in two rows, so that neighbouring labels do not overlap.
    """

    x: float
    on: datetime
    row: int = 0


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The drawing of a timeline: its size, lanes, dots and the marks of its time axis.

    `unknown` is the distance from the left edge to the reports without a date, or None if all reports have
    one.
    """

    width: float
    height: float
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    unknown: float | None


def drawing(reports: Iterable[TimelineReport]) -> TimelineDrawing:
    """Lay out the timeline of these reports. Each lane is a group of the matrix, in the same order."""
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
    """The time axis: `positions` maps each time to its distance from the left edge.

    `unknown` is the distance from the left edge to the reports without a date, or None if all reports have
    one.
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
    """Return the distance of each time from the left edge.

    Each time is further right than the one before by a fixed step and the logarithm of the hours between
    them.
    """
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
    """Return the dots of a lane in the order of their place, each far enough from the one before.

    A dot that would hide the one before it is moved to the right.
    """
    row: list[Dot] = []
    for dot in sorted(dots, key=lambda dot: dot.x):
        x = dot.x
        if row:
            x = max(x, row[-1].x + DOT)
        row.append(replace(dot, x=round(x, 1)))
    return row


def _ticks(positions: dict[datetime, float]) -> list[Tick]:
    """Return one tick for each day, at the first time of the day. `positions` is in the order of time.

    If two labels would overlap in one row, the second one goes to the other row.
    """
    ticks: list[Tick] = []
    for time, x in positions.items():
        if not ticks:
            ticks.append(Tick(x, time))
            continue

        last = ticks[-1]
        # A day has only one tick, even if it has several reports.
        if last.on.date() == time.date():
            continue
        row = 0
        # The labels would overlap in one row.
        if x - last.x < LABEL:
            row = 1 - last.row
        ticks.append(Tick(x, time, row))
    return ticks
