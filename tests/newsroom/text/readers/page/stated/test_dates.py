"""Test the dates of publication that a page states in its metadata."""

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.text.readers.page.stated.dates import day_in_address, parse_instant


def test_a_time_with_its_zone_is_a_moment_and_keeps_the_zone() -> None:
    published = parse_instant(" 2022-07-09T10:20:00+03:00 ")
    assert published is not None
    assert published == (datetime(2022, 7, 9, 7, 20, tzinfo=UTC), False)
    assert published.moment.utcoffset() == timedelta(hours=3)


@pytest.mark.parametrize("value", ["2022-07-09", "2022-07-09T10:20:00", "July 9, 2022"])
def test_without_a_zone_only_the_day_is_certain(value: str) -> None:
    assert parse_instant(value) == (datetime(2022, 7, 9, tzinfo=UTC), True)


@pytest.mark.parametrize("value", ["", "yesterday", "07/09/2022", "0001-01-01T00:00:00+23:00"])
def test_what_is_not_certain_is_no_date(value: str) -> None:
    published = parse_instant(value)
    assert published is None or published.on_day


@pytest.mark.parametrize(("blanks", "found"), [(88, True), (89, False)])
def test_a_written_date_stands_in_the_first_100_characters(blanks: int, found: bool) -> None:
    assert (parse_instant("x" + " " * (blanks - 1) + "July 9, 2022") is not None) is found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://example.org/2022/07/09/rain", True),
        ("https://example.org/2022-07-09-rain", True),
        ("https://example.org/2022/13/09/rain", False),
        ("https://example.org/rain", False),
    ],
)
def test_an_address_may_name_the_day(url: str, found: bool) -> None:
    assert day_in_address(url) == ((datetime(2022, 7, 9, tzinfo=UTC), True) if found else None)
