import pytest

from newsroom.text.language.days import Day, days


@pytest.mark.parametrize(
    ("text", "month", "first", "last", "shown"),
    [
        ("on July 8-9", 7, 8, 9, "July 8-9"),
        ("8–9 July", 7, 8, 9, "8–9 July"),
        ("8 and 9 July", 7, 8, 9, "8 and 9 July"),
        ("July 7th to 9th, 2022", 7, 7, 9, "July 7th to 9th, 2022"),
        ("Between May 3 and 5 the court sat.", 5, 3, 5, "May 3 and 5"),
        ("July 8 and 9 people", 7, 8, None, "July 8"),
        ("July 30-2", 7, None, None, "July 30-2"),
    ],
)
def test_of_days_in_a_row_both_ends_are_kept(text, month, first, last, shown):
    (day,), _ = days(text)
    assert (day.month, day.day, day.until, day.text) == (month, first, last, shown)


@pytest.mark.parametrize(
    ("text", "is_month"),
    [
        ("April Jones left", False),
        ("June Berg left", False),
        ("In June Berg left", True),
        ("in April", True),
        ("April 4 Jones left", True),
    ],
)
def test_a_month_before_a_family_name_is_a_given_name(text: str, is_month: bool):
    assert bool(days(text)[0]) is is_month


def test_a_season_is_no_day_and_leaves_no_figure():
    assert days("the 2022-23 season") == ([], "the         season")


@pytest.mark.parametrize("text", ["They may march on.", "The Dec machines.", "room 2022b"])
def test_what_only_looks_like_a_date_is_none(text):
    assert days(text) == ([], text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Monday", Day("Monday", weekday=0)),
        ("SUNDAY", Day("SUNDAY", weekday=6)),
        ("2022-07-08", Day("2022-07-08", month=7, day=8, year=2022)),
        ("July 8, 2022", Day("July 8, 2022", month=7, day=8, year=2022)),
        ("8th of July 2022", Day("8th of July 2022", month=7, day=8, year=2022)),
        ("Sept. 8", Day("Sept. 8", month=9, day=8)),
        ("July 2022", Day("July 2022", month=7, year=2022)),
        ("July", Day("July", month=7)),
        ("2022", Day("2022", year=2022)),
        ("July 8 to 8", Day("July 8 to 8", month=7, day=8)),
    ],
)
def test_a_day_is_read_as_far_as_it_is_told(text: str, day: Day):
    assert days(text) == ([day], " " * len(text))


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("1799", False),
        ("1899", False),
        ("1900", True),
        ("2099", True),
        ("2100", False),
        ("July 1799", False),
        ("July 1800", True),
        ("July 2099", True),
        ("July 2100", False),
    ],
)
def test_a_year_stands_alone_from_1900_and_behind_a_month_from_1800(text: str, is_read: bool):
    years = [day.year for day in days(text)[0] if day.year]
    assert years == ([int(text.split()[-1])] if is_read else [])


@pytest.mark.parametrize(
    "text", ["2022 people", "$2022", "2022%", "2022,5", "2022 500 tons", "room 2022b", "12022"]
)
def test_a_number_that_counts_something_is_no_year(text: str):
    assert days(text) == ([], text)


@pytest.mark.parametrize(
    ("text", "month"), [("March 8", 3), ("8 May", 5), ("May 2022", 5), ("march 8", None), ("May", None)]
)
def test_a_month_that_is_a_common_word_needs_a_capital_and_a_number(text: str, month: int | None):
    assert [day.month for day in days(text)[0]] == ([month] if month else [])


def test_the_rest_has_blanks_where_days_stood():
    read, rest = days("On Friday 12 men left.")
    assert [day.text for day in read] == ["Friday"]
    assert rest == "On        12 men left."


def test_the_parts_of_days_in_a_row_are_all_their_numbers():
    (several,), _ = days("July 8-10, 2022")
    assert several.parts == {"month": range(7, 8), "year": range(2022, 2023), "day": range(8, 11)}
    (weekday,), _ = days("Monday")
    assert weekday.parts == {"weekday": range(1)}
