"""Test that a day on which no report can have appeared is no date."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsroom.errors import Invalid
from newsroom.text.listings.feeds import read_feed
from newsroom.text.metadata.plausible_days import is_plausible, plausible, refuse_implausible
from newsroom.text.model import PublicationDate
from newsroom.text.pipeline import SourceDetails, prepare

PAGE = '<html><head><meta property="article:published_time" content="{}"></head><body><p>A ferry sank.</p>'
MAIL = "From: a@x.example\nDate: {}\nMessage-ID: <1@x.example>\n\nA ferry sank off the coast.\n"
#: The value that .NET writes for "no date", the last day of the calendar, and both with zones
#: that move them out of it.
EXTREMES = (
    "0001-01-01",
    "0001-01-01T00:00:00",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31",
    "9999-12-31T23:59:59-14:00",
    "1449-12-31",
    "2200-01-01",
)


@pytest.mark.parametrize("day", [date(1450, 1, 1), date(2199, 12, 31), datetime(2022, 7, 9, tzinfo=UTC)])
def test_a_day_between_the_first_and_the_last_year_is_plausible(day):
    assert is_plausible(day)
    refuse_implausible(day)


@pytest.mark.parametrize("day", [date(1449, 12, 31), date(2200, 1, 1), datetime(1, 1, 1, tzinfo=UTC)])
def test_a_day_outside_is_not_and_where_it_is_stated_a_sentence_says_so(day):
    assert not is_plausible(day)
    with pytest.raises(Invalid, match="is no day of a report: write one from 1450 to 2199"):
        refuse_implausible(day)


def test_a_time_counts_by_its_day_in_utc():
    west = timezone(timedelta(hours=-14))
    assert is_plausible(datetime(2199, 12, 31, 9, 59, tzinfo=west))
    assert not is_plausible(datetime(2199, 12, 31, 10, 0, tzinfo=west))
    assert not is_plausible(datetime(9999, 12, 31, 23, 0, tzinfo=west))


def test_a_guess_that_is_implausible_is_blank():
    published = PublicationDate(datetime(2022, 7, 9, tzinfo=UTC), on_day=True)
    assert plausible(published) == published
    assert plausible(PublicationDate(datetime(1, 1, 1, tzinfo=UTC), on_day=True)) is None
    assert plausible(None) is None


@pytest.mark.parametrize("stated", EXTREMES)
def test_every_reader_leaves_such_a_day_blank(stated):
    for source in (PAGE.format(stated), f"---\ndate: {stated}\n---\n\nA ferry sank.", MAIL.format(stated)):
        assert prepare(source.encode()).metadata.published_at is None


@pytest.mark.parametrize("sent", ["Mon, 1 Jan 0001 00:00:00 +1400", "1 Jan 999999999999 00:00:00 +0000"])
def test_a_message_sent_beyond_any_calendar_has_no_date(sent):
    prepared = prepare(MAIL.format(sent).encode(), name="a.eml")
    assert (prepared.draft.format, prepared.metadata.published_at) == ("email", None)


@pytest.mark.parametrize("stated", EXTREMES)
def test_what_a_person_or_a_table_states_is_refused_with_a_sentence(stated):
    with pytest.raises(Invalid, match="is no da"):
        prepare(b"A ferry sank.", details=SourceDetails(published=stated))


def test_a_feed_leaves_it_blank():
    item = "<item><title>Rain</title><link>https://example.org/a</link><pubDate>{}</pubDate></item>"
    days = "Mon, 01 Jan 0001 00:00:00 GMT", "Sat, 09 Jul 2022 10:00:00 GMT"
    for day, published in zip(days, (None, datetime(2022, 7, 9, 10, tzinfo=UTC)), strict=True):
        feed = f"<rss version='2.0'><channel><title>F</title>{item.format(day)}</channel></rss>"
        assert read_feed(feed.encode(), address="https://example.org/").items[0].published == published
