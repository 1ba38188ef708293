"""Test the times of day in live blogs."""

import pytest

from newsroom.text.pipeline import prepare
from newsroom.text.readers.page.entry_times import entry_times, times_above
from newsroom.text.readers.page.parsing import parse_page
from newsroom.text.readers.page.segments import segments

PROSE = "The bridge was closed on Monday after inspectors found a crack in it, the council said ({0})."


def entries(*times):
    blocks = []
    for time in times:
        stamp = f'<time datetime="2024-05-03T{time}Z">{time}</time>'
        blocks.append(f"<div>{stamp}<p>{PROSE.format(time)}</p></div>")
    return "".join(blocks)


def page(markup):
    return segments(parse_page(markup))


@pytest.mark.parametrize(("times", "number"), [(("15:00", "13:00"), 0), (("15:00", "13:00", "10:00"), 3)])
def test_three_times_of_day_make_a_live_blog(times, number):
    assert len(entry_times(page(entries(*times)))) == number


@pytest.mark.parametrize("time", ["9.30am", "15:00 Uhr", "kl. 15.00", "15h30", "at 3:15 p.m.", "15:00 CEST"])
def test_a_time_is_written_in_many_ways(time):
    assert len(entry_times(page(f"<p>{time}</p>" * 3))) == 3


@pytest.mark.parametrize("line", ["May 3, 15:00", "15", "15:00 The bridge", "1:0", "15:00 and no more"])
def test_other_lines_are_no_times(line):
    assert entry_times(page(f"<p>{line}</p>" * 3)) == frozenset()


def test_a_time_counts_above_a_long_paragraph_of_the_article_only():
    found = page(entries("15:00", "13:00") + "<p>10:00</p><p>Short.</p>")
    assert times_above(found, frozenset(range(len(found)))) == {0, 2}
    assert times_above(found, frozenset()) == frozenset()


def test_a_live_blog_keeps_the_times_of_its_entries_and_takes_none_for_its_date():
    inside = entries("15:00", "13:00", "10:00")
    raw = f"<html><body><article><h1>Bridge closed</h1>{inside}</article></body></html>"
    source = prepare(raw.encode(), name="a.html")
    texts = source.document.text.split("\n\n")
    assert [text for text in texts if len(text) == 5] == ["15:00", "13:00", "10:00"]
    assert source.metadata.published_at is None


def test_the_time_of_an_article_is_its_date():
    inside = f"{entries('15:00')}<p>{PROSE.format('x')}</p>"
    raw = f"<html><body><article><h1>Bridge closed</h1>{inside}</article></body></html>"
    published = prepare(raw.encode(), name="a.html").metadata.published_at
    assert str(published) == "2024-05-03 15:00:00+00:00"
