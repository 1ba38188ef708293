"""Test the tables of scales and units."""

import pytest

from newsroom.text.language.measures import MEASURES, SCALES, UNITS


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        ("kilometres", "km"),
        ("km", "km"),
        ("kilos", "kg"),
        ("prozent", "%"),
        ("tons", "tonne"),
        ("рублей", "₽"),
    ],
)
def test_a_unit_has_one_name(spelling: str, unit: str):
    assert UNITS[spelling] == unit


@pytest.mark.parametrize(("unit", "is_measure"), [("km", True), ("$", True), ("kg", False), ("foot", False)])
def test_rare_units_are_counted_as_nouns_are(unit: str, is_measure: bool):
    assert (unit in MEASURES) is is_measure


@pytest.mark.parametrize(
    ("spelling", "scale"), [("lakh", 1e5), ("crore", 1e7), ("mrd", 1e9), ("млн", 1e6), ("million", 1e6)]
)
def test_a_scale_has_one_value(spelling: str, scale: float):
    assert SCALES[spelling] == scale
