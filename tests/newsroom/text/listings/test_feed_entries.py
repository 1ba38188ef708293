"""Test the entries of RSS and Atom as they are written, and times with their zones."""

from datetime import UTC, datetime

import pytest

from newsroom.text.listings.feed_entries import FeedEntries, RawEntry, entries_of_feed, zoned_time

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Rain</title><entry><title>It rained</title>
<link href="/a"/><updated>2022-07-09T14:30:00Z</updated></entry></feed>"""
MOMENT = datetime(2022, 7, 9, 14, 30, tzinfo=UTC)


def test_entries_are_read_as_they_are_written():
    assert entries_of_feed(ATOM, "") == FeedEntries("Rain", (RawEntry("/a", "It rained", MOMENT),))


@pytest.mark.parametrize("raw", [b"", b"It rained.", b"<html><p>x</p></html>"])
def test_another_file_is_no_feed(raw):
    assert entries_of_feed(raw, "text/html") is None


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2022-07-09T16:30:00+02:00", MOMENT),
        (" 2022-07-09T14:30Z", MOMENT),
        ("2022-07-09T14:30", None),
        ("2022-07-09", None),
        ("1449-12-31T00:00Z", None),
        ("0001-01-01T00:00+14:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_needs_its_zone(written, moment):
    assert zoned_time(written) == moment
