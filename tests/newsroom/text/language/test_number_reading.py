"""Test how numbers are read with their sign, scale and unit."""

from time import process_time

import pytest

from newsroom.text.language.number_reading import read_numbers


@pytest.mark.parametrize(
    ("text", "value", "measure"),
    [
        ("1 million €", 1_000_000, "€"),
        ("5 €", 5, "€"),
        ("USD 5 million", 5_000_000, "$"),
        ("2 Mrd. Euro", 2_000_000_000, "€"),
        ("₹2 lakh crore", 2_000_000_000_000, "₹"),
        ("5 kilometres", 5, "km"),
        ("200 kilos", 200, "kg"),
        ("5 square km", 5, "km²"),
        ("90 km per hour", 90, "km/h"),
        ("magnitude-7.1", 7.1, "magnitude"),
        ("a 6.8-magnitude quake", 6.8, "magnitude"),
        ("2,5 pour cent", 2.5, "%"),
        ("4 por ciento", 4, "%"),
        ("12 процентов", 12, "%"),
        ("one million and a half", 1_500_000, ""),
        ("a quake measuring 4.6 struck", 4.6, "magnitude"),
        ("4.6 in magnitude", 4.6, "magnitude"),
        ("magnitude of 4. 6 was recorded", 4.6, "magnitude"),
        ("around 2, 000 feet", 2_000, "foot"),
        ("age 34", 34, "years of age"),
    ],
)
def test_scales_and_measures_are_read_in_any_spelling(text: str, value: float, measure: str):
    (reading,) = read_numbers(text, "")
    assert (reading.value * reading.scale, reading.measure) == (value, measure)


@pytest.mark.parametrize(("language", "numbers"), [("en", 1), ("", 1), ("de", 0), ("es", 0)])
def test_a_billion_is_sure_in_english_only(language: str, numbers: int):
    assert len(list(read_numbers("5 billion", language))) == numbers


def test_two_numbers_side_by_side_are_read_by_half():
    assert list(read_numbers("2 crore 50 lakh", "")) == []


@pytest.mark.parametrize(("text", "numbers"), [("100000 trillion", 1), ("100001 trillion", 0)])
def test_numbers_are_read_up_to_a_hundred_thousand_trillions(text: str, numbers: int):
    assert len(list(read_numbers(text, "en"))) == numbers


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "one hundred and ", "half a ", "lakh ", "$1", "-", "1 to "]
)
def test_hostile_text_is_read_in_linear_time(piece: str):
    text = (piece * 20_000)[:20_000]
    began = process_time()
    list(read_numbers(text, ""))
    assert process_time() - began < 5
