import pytest

from newsroom.text.language.times import Time, times


@pytest.mark.parametrize("text", ["won 10:12", "25pm", "from 6-8pm", "1:23:45"])
def test_a_score_is_no_time_and_of_several_hours_none_is_told(text):
    assert times(text)[0] == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("6pm", Time("6pm", 18 * 60, halves=True)),
        ("6.08 p.m. GMT", Time("6.08 p.m. GMT", 18 * 60 + 8, halves=True, zone="gmt")),
        ("12 am", Time("12 am", 0, halves=True)),
        ("12 pm", Time("12 pm", 12 * 60, halves=True)),
        ("8:30 UTC", Time("8:30 UTC", 8 * 60 + 30, halves=False, zone="utc")),
        ("8:30 local time", Time("8:30 local time", 8 * 60 + 30, halves=False, zone="local time")),
        ("08:30 EST", Time("08:30 EST", 8 * 60 + 30, halves=True, zone="est")),
        ("0:30 UTC", Time("0:30 UTC", 30, halves=True, zone="utc")),
        ("12:30 UTC", Time("12:30 UTC", 12 * 60 + 30, halves=False, zone="utc")),
        ("13:30 UTC", Time("13:30 UTC", 13 * 60 + 30, halves=True, zone="utc")),
        ("23:59 UTC", Time("23:59 UTC", 23 * 60 + 59, halves=True, zone="utc")),
    ],
)
def test_a_time_is_read_with_its_half_and_zone(text: str, time: Time):
    assert times(text)[0] == [time]


@pytest.mark.parametrize("text", ["24:00 UTC", "8:60 UTC", "24pm", "8.60pm", "8:30", "they won 10:12"])
def test_what_no_clock_shows_and_a_score_are_no_times(text: str):
    assert times(text)[0] == []


@pytest.mark.parametrize("opening", ["at", "by", "from", "until", "since", "about", "before", "After"])
def test_behind_such_a_word_hours_and_minutes_are_a_time(opening: str):
    assert [time.minutes for time in times(f"It came {opening} 8:30.")[0]] == [510]


def test_all_that_looks_like_a_time_is_blanked():
    assert times("From 6-8pm they won 10:12 in 3 games")[1] == "From       they won       in 3 games"


def clock(hour: int, zone: str = "", *, halves: bool = True) -> Time:
    return Time("", hour * 60, halves, zone)


@pytest.mark.parametrize(
    ("first", "second", "is_same", "is_different"),
    [
        (clock(6), clock(6), True, False),
        (clock(6), clock(7), False, True),
        (clock(6), clock(18), False, True),
        (clock(6, halves=False), clock(18), False, False),
        (clock(6, halves=False), clock(19), False, True),
        (clock(6, "gmt"), clock(6), True, False),
        (clock(6, "gmt"), clock(6, "est"), False, False),
        (clock(6, "gmt"), clock(7, "est"), False, False),
        (clock(6, "gmt"), clock(7, "gmt"), False, True),
        (clock(6, "gmt"), clock(7), False, False),
    ],
)
def test_times_are_compared_by_the_clock_of_one_zone(
    first: Time, second: Time, is_same: bool, is_different: bool
):
    assert (first.same(second), first.differs(second)) == (is_same, is_different)
    assert (second.same(first), second.differs(first)) == (is_same, is_different)
