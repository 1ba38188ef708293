"""Test that a time of a feed is used only if its zone is certain."""

from datetime import UTC, datetime

import feedparser
import pytest

from newsroom.text.listings.feed_dates import time_of_entry


def time_of(date: str, field: str = "pubDate") -> datetime | None:
    item = f"<item><title>x</title><{field}>{date}</{field}></item>"
    parsed = feedparser.parse(f"<rss version='2.0'><channel>{item}</channel></rss>")
    return time_of_entry(parsed.entries[0])


@pytest.mark.parametrize(
    "date",
    [
        "Tue, 05 Mar 2019 10:15:00 GMT",
        "Tue, 05 Mar 2019 11:15:00 +0100",
        "Tue, 05 Mar 2019 05:15:00 EST",
        "Tue, 05 Mar 2019 06:15:00 EDT",
        "Tue, 05 Mar 2019 11:15:00 CET",
        "Tue, 05 Mar 2019 12:15:00 CEST",
        "Tue, 05 Mar 2019 12:15:00 MESZ",
        "Tue, 05 Mar 2019 13:15:00 MSK",
        "Tue, 05 Mar 2019 19:15:00 JST",
        "Tue, 05 Mar 2019 12:15:00 GMT+02:00",
        "Tue, 05 Mar 2019 12:15:00 UTC+2",
        "Tue, 05 Mar 2019 10:15 UT",
        "2019-03-05T10:15:00Z",
        "2019-03-05T11:15:00+01:00",
        "2019-03-05T05:15:00 EST",
        "Tue, 05 Mar 2019 23:15:00 NZDT",
    ],
)
def test_a_zone_that_is_certain_gives_the_time_in_utc(date):
    assert time_of(date) == datetime(2019, 3, 5, 10, 15, tzinfo=UTC)


def test_the_zone_may_lead_to_another_day():
    assert time_of("Tue, 05 Mar 2019 01:30:00 CEST") == datetime(2019, 3, 4, 23, 30, tzinfo=UTC)
    assert time_of("Tue, 05 Mar 2019 22:30:00 PST") == datetime(2019, 3, 6, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "zone", ["IST", "BST", "AST", "ET", "A", "Europe/Berlin", "AM", "PM", "EST-0500", "local", ""]
)
def test_a_zone_that_is_uncertain_or_missing_gives_no_time(zone):
    assert time_of(f"Tue, 05 Mar 2019 10:15:00 {zone}") is None


@pytest.mark.parametrize("date", ["2019-03-05", "2019-03-05T10:15:00", "2019-03-05 10:15:00 EST"])
def test_a_day_alone_and_a_time_that_was_not_read_give_no_time(date):
    assert time_of(date) is None


def test_the_last_change_stands_in_where_no_publication_is_stated():
    entry = feedparser.parse(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>x</title>"
        "<updated>2019-03-05T10:15:00Z</updated></entry></feed>"
    ).entries[0]
    assert time_of_entry(entry) == datetime(2019, 3, 5, 10, 15, tzinfo=UTC)
    assert time_of_entry(feedparser.FeedParserDict(title="x")) is None
