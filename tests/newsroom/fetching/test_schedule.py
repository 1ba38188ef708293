"""Test that an address is checked often while its article is new, and rarely when it is old."""

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.fetching.schedule import (
    INTERVALS,
    OLD,
    HostPauses,
    WatchedAddress,
    alternating_hosts,
    interval,
    table,
)

NOON = datetime(2022, 7, 9, 12, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
SECOND, HOUR, DAY = timedelta(seconds=1), timedelta(hours=1), timedelta(days=1)


def watched(pk: int, host: str = "a.example", *, age: timedelta = HOUR, failures: int = 0) -> WatchedAddress:
    """Return an address last checked `age` after its article was published at noon."""
    return WatchedAddress(pk, f"https://{host}/{pk}", NOON, NOON + age, failures)


@pytest.mark.parametrize(
    ("age", "wait"),
    [
        (timedelta(0), timedelta(minutes=15)),
        (3 * HOUR - SECOND, timedelta(minutes=15)),
        (3 * HOUR, HOUR),
        (DAY - SECOND, HOUR),
        (DAY, 4 * HOUR),
        (3 * DAY - SECOND, 4 * HOUR),
        (3 * DAY, 12 * HOUR),
        (7 * DAY - SECOND, 12 * HOUR),
        (7 * DAY, 2 * DAY),
        (30 * DAY - SECOND, 2 * DAY),
        (30 * DAY, 30 * DAY),
        (365 * DAY - SECOND, 30 * DAY),
        (365 * DAY, 180 * DAY),
    ],
)
def test_an_article_is_looked_at_the_more_rarely_the_older_it_is(age: timedelta, wait: timedelta) -> None:
    assert interval(age) == wait
    assert watched(1, age=age).due == NOON + age + wait


def test_the_waits_grow_with_age() -> None:
    waits = [wait for _, wait in INTERVALS]
    assert waits == sorted(waits)
    assert waits[-1] < OLD


def test_each_failure_doubles_the_wait_up_to_that_of_old_articles() -> None:
    waits = [watched(1, failures=failures).due - NOON - HOUR for failures in (0, 1, 2, 9, 10, 11, 200)]
    assert waits[:3] == [timedelta(minutes=15), timedelta(minutes=30), HOUR]
    assert waits[3:] == [QUARTER * 512, QUARTER * 1024, QUARTER * 1024, QUARTER * 1024]
    assert watched(1, age=300 * DAY, failures=3).due == NOON + 300 * DAY + 180 * DAY


def test_hosts_take_turns_and_within_one_the_longest_due_comes_first() -> None:
    articles = [
        watched(1, "a.example", age=3 * HOUR),
        watched(2, "a.example", age=HOUR),
        watched(3, "a.example", age=2 * HOUR),
        watched(4, "b.example", age=10 * HOUR),
    ]
    assert [article.pk for article in alternating_hosts(articles)] == [2, 4, 3, 1]


def test_a_host_is_left_in_peace_for_a_while_and_others_are_not_kept_waiting() -> None:
    pauses = HostPauses(5)
    assert pauses.seconds_left("a.example", 100) == 0
    pauses.note_request("a.example", 100)
    assert (
        pauses.seconds_left("a.example", 102),
        pauses.seconds_left("b.example", 102),
        pauses.seconds_left("a.example", 106),
    ) == (
        3,
        0,
        0,
    )


def test_the_table_tells_every_interval() -> None:
    assert table().splitlines()[0] == "up to  3 hours  every 15 minutes"
    assert len(table().splitlines()) == len(INTERVALS) + 1
