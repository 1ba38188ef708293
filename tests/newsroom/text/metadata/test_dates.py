from datetime import UTC, datetime

import pytest

from newsroom.text.metadata.dates import first_date, is_date_line


@pytest.mark.parametrize(
    "line",
    [
        "July 09, 2022",
        "9 July 2022",
        "Jul. 9, 2022",
        "2022-07-09",
        "Saturday, July 9th, 2022",
        "Published: July 9, 2022",
        "09.07.2022",
        "9. Juli 2022",
        "9 juillet 2022",
        "9 de julio de 2022",
        "9 июля 2022 г.",
        "2022年7月9日",
        "Sat 9 Jul 2022 10.30 BST",
        "Published on July 9, 2022 at 3:15 p.m. EDT",
    ],
)
def test_a_day_is_read(line: str) -> None:
    assert first_date(line) == (datetime(2022, 7, 9, tzinfo=UTC), True)
    assert is_date_line(line)


@pytest.mark.parametrize(
    ("line", "hour", "minute"),
    [
        ("2022-07-09T10:30:00Z", 10, 30),
        ("2022-07-09T10:30:00+02:00", 8, 30),
        ("July 9, 2022 3:15 PM GMT", 15, 15),
        ("10:30 GMT, 9 July 2022", 10, 30),
        ("July 9, 2022 12:05 a.m. UTC", 0, 5),
        ("9 July 2022 10:30 GMT+3", 7, 30),
        ("9 July 2022 10:30 UTC-0430", 15, 0),
    ],
)
def test_a_time_counts_with_its_zone(line: str, hour: int, minute: int) -> None:
    assert first_date(line) == (datetime(2022, 7, 9, hour, minute, tzinfo=UTC), False)
    assert is_date_line(line)


@pytest.mark.parametrize(
    "text",
    ["07/09/2022", "July 2022", "31 February 2022", "2022-13-01", "in the year 2022", "", "99.99.2022"],
)
def test_what_is_not_certain_is_no_date(text: str) -> None:
    assert first_date(text) is None
    assert not is_date_line(text)


def test_a_time_that_no_clock_shows_leaves_the_day() -> None:
    assert first_date("9 July 2022 29:30 UTC") == (datetime(2022, 7, 9, tzinfo=UTC), True)


@pytest.mark.parametrize("line", ["July 9, 2022 6:42pm", "9 July 2022 • 6:00pm", "9 July 2022, 6 p.m."])
def test_the_half_of_the_day_may_stand_right_behind_the_hour(line: str) -> None:
    assert is_date_line(line)


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert not is_date_line("He left on July 9, 2022.")


@pytest.mark.parametrize(("blanks", "answer"), [(148, True), (149, False)])
def test_a_date_line_has_at_most_160_characters(blanks: int, answer: bool) -> None:
    line = "July 9, 2022" + " " * blanks
    assert len(line) in (160, 161)
    assert is_date_line(line) is answer
