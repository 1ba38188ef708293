"""Test that all CSV tables are read with one limit on the length of a cell."""

import csv

import pytest

from newsroom.text.listings.csv_reading import csv_reader


def test_the_limit_holds_whatever_another_module_has_set():
    csv.field_size_limit(10)
    assert list(csv_reader(["a;b\n", "twelve letters;2\n"], delimiter=";")) == [
        ["a", "b"],
        ["twelve letters", "2"],
    ]


def test_a_quotation_mark_that_is_not_closed_is_refused():
    with pytest.raises(csv.Error, match="unexpected end"):
        list(csv_reader(['"a,b\n']))
