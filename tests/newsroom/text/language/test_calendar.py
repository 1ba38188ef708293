import re

import pytest

from newsroom.text.language.calendar import ANY_ENGLISH_MONTH, ANY_MONTH, ENGLISH_MONTHS, MONTHS, WEEKDAYS


@pytest.mark.parametrize(
    ("name", "number"),
    [("january", 1), ("sept", 9), ("december", 12), ("märz", 3), ("août", 8), ("grudnia", 12), ("мая", 5)],
)
def test_a_month_has_its_number_in_every_language(name: str, number: int):
    assert MONTHS[name] == number


def test_every_month_of_the_year_is_known_in_english_and_abroad():
    assert set(ENGLISH_MONTHS.values()) == set(MONTHS.values()) == set(range(1, 13))


def test_months_of_other_languages_are_no_english_ones():
    assert "juli" in MONTHS
    assert "juli" not in ENGLISH_MONTHS


def test_weekdays_count_from_monday():
    assert WEEKDAYS["monday"] == 0
    assert WEEKDAYS["sunday"] == 6


@pytest.mark.parametrize("month", ["january", "sept"])
def test_a_month_is_not_taken_for_its_short_form(month: str):
    for pattern in (ANY_MONTH, ANY_ENGLISH_MONTH):
        match = re.match(pattern, month)
        assert match
        assert match.group() == month
