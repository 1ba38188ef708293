"""Test that digits are read with the separators of their language."""

import pytest

from newsroom.text.language.numbers.numerals import value_of_digits


@pytest.mark.parametrize(
    ("digits", "language", "value"),
    [
        ("1.234", "de", 1_234),
        ("1.234", "en", 1.234),
        ("1.234", "", None),
        ("1,234", "de", 1.234),
        ("1,234", "en", 1_234),
        ("1,234", "", 1_234),
        ("3,5", "", 3.5),
        ("1.234,5", "", 1_234.5),
        ("1,234.5", "de", 1_234.5),
        ("1 234", "", 1_234),
        ("1 234,567", "en", 1_234.567),
        ("1'234", "de", 1_234),
        ("1.234.567", "", 1_234_567),
        ("0.125", "de", 0.125),
        ("1234.567", "de", 1_234.567),
        ("12", "", 12),
    ],
)
def test_a_mark_parts_thousands_or_decimals_by_the_language(digits: str, language: str, value: float | None):
    assert value_of_digits(digits, language) == value


@pytest.mark.parametrize(("digits", "is_read"), [("9" * 15, True), ("9" * 16, False)])
def test_a_number_has_fifteen_digits_at_most(digits: str, is_read: bool):
    assert (value_of_digits(digits, "") is not None) == is_read
