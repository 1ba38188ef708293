from datetime import UTC, datetime, timedelta

import pytest

from newsroom.text.changes.elapsed import after_publication

NOON = datetime(2022, 7, 9, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (datetime(2022, 7, 9, 12, 0, 30, tzinfo=UTC), "less than a minute after publication"),
        (datetime(2022, 7, 9, 12, 1, tzinfo=UTC), "1 minute after publication"),
        (datetime(2022, 7, 9, 14, 10, tzinfo=UTC), "2 hours after publication"),
        (datetime(2022, 7, 11, 11, tzinfo=UTC), "1 day after publication"),
        (datetime(2024, 7, 10, tzinfo=UTC), "2 years after publication"),
        (datetime(2022, 7, 9, 11, tzinfo=UTC), ""),
    ],
)
def test_the_time_passed_is_told_in_its_largest_unit(seen: datetime, words: str) -> None:
    assert after_publication(NOON, False, seen) == words


@pytest.mark.parametrize(
    ("passed", "words"),
    [
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(seconds=60), "1 minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(minutes=60), "1 hour"),
        (timedelta(hours=23), "23 hours"),
        (timedelta(hours=24), "1 day"),
        (timedelta(days=364), "364 days"),
        (timedelta(days=365), "1 year"),
    ],
)
def test_a_larger_unit_begins_where_it_is_full(passed: timedelta, words: str) -> None:
    assert after_publication(NOON, False, NOON + passed) == f"{words} after publication"


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (datetime(2022, 7, 9, 23, 59, tzinfo=UTC), "on the day of publication"),
        (datetime(2022, 7, 10, 0, 1, tzinfo=UTC), "1 day after publication"),
        (datetime(2022, 7, 8, tzinfo=UTC), ""),
    ],
)
def test_where_only_the_day_is_known_no_hours_are_told(seen: datetime, words: str) -> None:
    assert after_publication(datetime(2022, 7, 9, tzinfo=UTC), True, seen) == words


def test_where_publication_is_unknown_nothing_is_told() -> None:
    assert after_publication(None, False, NOON) == ""
