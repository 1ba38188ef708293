"""A story's reports in time: where each stands on a lane of its origin.

Reports of one event come within hours and follow-ups after months, so time is drawn by the logarithm of the
gaps: order is true, distances only say “soon” or “much later”. Lengths are the drawing's own units.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from annotations.logic.counting.matrix import Column, columns

#: The least distance of two different times, and what a tenfold gap adds to it.
STEP, TENFOLD = 26.0, 22.0
LEFT, LANE, TOP = 20.0, 54.0, 46.0
#: A drawing is at least so wide; and dots of one lane are at least so far apart.
WIDTH, DOT = 760.0, 18.0
#: Between the last report with a date and those without one.
UNKNOWN_APART = 60.0


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
    """The reports of one source, from `left` to `right`.

    `origins` join them. An article that is a source of its own has none.
    """

    articles: tuple[int, ...]
    origins: tuple[str, ...]
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
    """The timeline, `width` by `height`. `unknown` is where reports without a date stand, None where all have
    one.
    """

    width: float
    height: float
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    unknown: float | None


def drawing(happenings: Iterable[TimelineReport]) -> TimelineDrawing:
    """The timeline of these reports. Lanes are the groups of the matrix, in its order."""
    happenings = list(happenings)
    by_id = {happening.column.article: happening for happening in happenings}
    places = _places([time for happening in happenings for time in _times(happening)])
    end = max(places.values(), default=LEFT - UNKNOWN_APART)
    undated = any(happening.column.published is None for happening in happenings)
    unknown = end + UNKNOWN_APART if undated else None
    lanes: list[Lane] = []
    dots: list[Dot] = []
    for number, (group, held) in enumerate(columns(happening.column for happening in happenings)):
        y = TOP + number * LANE
        row = _apart(
            dot for column in held for dot in _dots(by_id[column.article], places, unknown or 0.0, y)
        )
        lanes.append(Lane(group.articles, group.origins, y, min(d.x for d in row), max(d.x for d in row)))
        dots += row
    return TimelineDrawing(
        width=max([unknown or end, *(dot.x for dot in dots)]) + LEFT,
        height=TOP + len(lanes) * LANE,
        lanes=tuple(lanes),
        dots=tuple(dots),
        ticks=tuple(_ticks(places)),
        unknown=unknown,
    )


def _times(happening: TimelineReport) -> list[datetime]:
    published = happening.column.published
    return [published, *happening.revised] if published else list(happening.revised)


def _dots(happening: TimelineReport, places: dict[datetime, float], unknown: float, y: float) -> list[Dot]:
    article, published = happening.column.article, happening.column.published
    first = Dot(article, places[published] if published else unknown, y)
    later = [Dot(article, places[time], y, number) for number, time in enumerate(happening.revised, start=2)]
    return [first, *later]


def _apart(dots: Iterable[Dot]) -> list[Dot]:
    """The dots of a lane so that none hides another: what would stand on one before it stands beside it."""
    row: list[Dot] = []
    for dot in sorted(dots, key=lambda dot: dot.x):
        x = max(dot.x, row[-1].x + DOT) if row else dot.x
        row.append(replace(dot, x=round(x, 1)))
    return row


def _places(times: Sequence[datetime]) -> dict[datetime, float]:
    """Where each time stands: further right than the one before by a step and the logarithm of the hours
    between.
    """
    places: dict[datetime, float] = {}
    x, before = LEFT, None
    for time in sorted(set(times)):
        if before is not None:
            hours = (time - before).total_seconds() / 3600
            x += STEP + TENFOLD * math.log10(1 + hours)
        places[time] = x
        before = time
    stretch = max(1.0, (WIDTH - LEFT) / (x - LEFT)) if x > LEFT else 1.0
    return {time: round(LEFT + stretch * (place - LEFT), 1) for time, place in places.items()}


def _ticks(places: dict[datetime, float]) -> list[Tick]:
    """One for each day, at its first time; a label is as wide as some 70 units."""
    ticks: list[Tick] = []
    for time, x in places.items():
        if ticks and ticks[-1].on.date() == time.date():
            continue
        close = bool(ticks) and x - ticks[-1].x < 70
        ticks.append(Tick(x, time, 1 - ticks[-1].row if close else 0))
    return ticks
