"""Test the names of months and weekdays in the languages of news sites."""

import pytest

from newsroom.text.metadata.locale_days import month_numbers, pattern_of_weekdays, patterns_of_days


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("mayıs", 5),
        ("května", 5),
        ("május", 5),
        ("toukokuuta", 5),
        ("μαΐου", 5),
        ("مايو", 5),
        ("desember", 12),
        ("listopada", 11),
        ("listopad", None),
        ("lip", None),
        ("ag", None),
        ("5月", None),
    ],
)
def test_a_month_is_known_by_its_name_unless_it_may_be_another(name: str, month: int | None) -> None:
    assert month_numbers().get(name) == month


@pytest.mark.parametrize(
    ("name", "known"), [("cuma", True), ("Freitag", True), ("piątek", True), ("cumas", False)]
)
def test_weekdays_are_whole_words(name: str, known: bool) -> None:
    assert (pattern_of_weekdays().search(f"{name}, 3") is not None) is known


@pytest.mark.parametrize("text", ["3 Mayıs 2024", "3. května 2024", "2024. május 3.", "3 d’abril de 2024"])
def test_a_day_is_found_with_its_month_and_year(text: str) -> None:
    (found,) = (match for pattern in patterns_of_days() if (match := pattern.search(text)))
    assert (found["day"], found["year"]) == ("3", "2024")


@pytest.mark.parametrize("text", ["13 123 Mayıs 2024", "3 Mayıs 20245", "3 Mayısta 2024"])
def test_parts_of_longer_words_and_numbers_are_no_day(text: str) -> None:
    assert not any(pattern.search(text) for pattern in patterns_of_days())
