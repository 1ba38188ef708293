"""Test the drawing of reports in time: their order is right, no dot hides another, and
all lie inside the drawing.
"""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.matrix import Column
from annotations.logic.counting.timeline import TimelineDrawing, TimelineReport, drawing

DAY = datetime(2022, 7, 8, tzinfo=UTC)
TIMES = st.none() | st.integers(0, 900).map(lambda hours: DAY + timedelta(hours=hours))
HAPPENINGS = st.lists(
    st.tuples(TIMES, st.sampled_from([Chain(), Chain("", frozenset({"a"})), Chain("b")]), st.integers(0, 3)),
    max_size=12,
).map(
    lambda rows: [
        TimelineReport(
            Column(n, origins, when), tuple(DAY + timedelta(days=90 + n, hours=k) for k in range(revisions))
        )
        for n, (when, origins, revisions) in enumerate(rows)
    ]
)


def x_of(drawn: TimelineDrawing, article: int, number: int = 1) -> float:
    (x,) = [dot.x for dot in drawn.dots if (dot.article, dot.number) == (article, number)]
    return x


def test_nothing_is_drawn_of_no_reports():
    assert drawing([]).dots == drawing([]).lanes == ()


def test_later_reports_stand_further_right_and_longer_gaps_are_wider():
    times = [DAY, DAY + timedelta(hours=2), DAY + timedelta(days=300)]
    drawn = drawing(TimelineReport(Column(n, Chain(), time)) for n, time in enumerate(times))
    first, second, third = (x_of(drawn, n) for n in range(3))
    assert 0 < second - first < third - second


def test_a_report_without_a_date_stands_apart_from_all_that_have_one():
    drawn = drawing([TimelineReport(Column(1, Chain(), DAY)), TimelineReport(Column(2))])
    assert x_of(drawn, 2) == drawn.unknown > x_of(drawn, 1)


def test_reports_of_one_origin_share_a_lane_and_revisions_stand_on_it():
    afp = Chain("", frozenset({"afp"}))
    drawn = drawing(
        [
            TimelineReport(Column(1, afp, DAY), (DAY + timedelta(hours=2),)),
            TimelineReport(Column(2, afp, DAY)),
            TimelineReport(Column(3)),
        ]
    )
    assert [lane.source.articles for lane in drawn.lanes] == [(1, 2), (3,)]
    assert {dot.y for dot in drawn.dots if dot.article in (1, 2)} == {drawn.lanes[0].y}
    assert x_of(drawn, 1, 2) > x_of(drawn, 1)


def test_each_day_has_one_label_and_close_ones_stand_in_two_rows():
    hours = [0, 1, 2, 24, 30, 48]
    drawn = drawing(TimelineReport(Column(n, Chain(), DAY + timedelta(hours=h))) for n, h in enumerate(hours))
    assert [tick.on.day for tick in drawn.ticks] == [8, 9, 10]
    assert drawing([]).ticks == ()


@given(HAPPENINGS)
def test_no_dot_hides_another_and_none_leaves_the_drawing(happenings: list[TimelineReport]) -> None:
    drawn = drawing(happenings)
    places = [(dot.x, dot.y) for dot in drawn.dots]
    assert len(set(places)) == len(places) == sum(1 + len(happening.revised) for happening in happenings)
    assert all(0 < x < drawn.width and 0 < y < drawn.height for x, y in places)


def every(hours: int, *, reports: int = 30) -> TimelineDrawing:
    """Return a timeline with a report every `hours` hours.

    It has many reports, because a short timeline would be stretched.
    """
    times = [DAY + timedelta(hours=hours * number) for number in range(reports)]
    return drawing(TimelineReport(Column(n, Chain(), time)) for n, time in enumerate(times))


@pytest.mark.parametrize(("hours", "gap"), [(9, 48.0), (99, 70.0), (999, 92.0)])
def test_a_tenfold_gap_is_twenty_two_units_wider(hours: int, gap: float) -> None:
    drawn = every(hours)
    assert x_of(drawn, 0) == 20.0
    assert x_of(drawn, 1) == 20.0 + gap
    assert drawn.width == 20.0 + 29 * gap + 20.0


def test_a_short_timeline_is_stretched_to_its_least_width() -> None:
    drawn = every(9, reports=3)
    assert [x_of(drawn, n) for n in range(3)] == [20.0, 390.0, 760.0]


def test_a_long_timeline_is_not_stretched() -> None:
    assert x_of(every(9, reports=16), 15) == 760.0
    assert x_of(every(9, reports=17), 16) == 788.0


def test_lanes_stand_fifty_four_units_apart() -> None:
    drawn = drawing([TimelineReport(Column(1)), TimelineReport(Column(2))])
    assert [lane.y for lane in drawn.lanes] == [46.0, 100.0]
    assert drawn.height == 154.0


def test_dots_of_one_lane_stand_eighteen_units_apart_at_least() -> None:
    afp = Chain("", frozenset({"afp"}))
    drawn = drawing([TimelineReport(Column(n, afp, DAY)) for n in range(3)])
    assert [x_of(drawn, n) for n in range(3)] == [20.0, 38.0, 56.0]


def test_reports_without_a_date_stand_sixty_units_behind_the_last_one() -> None:
    drawn = drawing([TimelineReport(Column(1, Chain(), DAY)), TimelineReport(Column(2))])
    assert drawn.unknown == 80.0
    assert drawing([TimelineReport(Column(1))]).unknown == 20.0


@pytest.mark.parametrize(("hours", "rows"), [(98, [0, 1, 0, 1]), (99, [0, 0, 0, 0])])
def test_labels_less_than_seventy_units_apart_stand_in_two_rows(hours: int, rows: list[int]) -> None:
    assert [tick.row for tick in every(hours).ticks][:4] == rows
