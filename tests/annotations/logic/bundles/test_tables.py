"""Test that the tables of a bundle fit together."""

import pytest

from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.tables import TABLES

NAMES = [table.name for table in TABLES]


def test_every_table_has_a_name_of_its_own() -> None:
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_the_fields_of_a_key_are_fields_of_the_table(table: BundleTable) -> None:
    fields = [field.name for field in table.fields]
    assert set(table.key) <= set(fields)
    assert len(fields) == len(set(fields))


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_a_table_refers_to_itself_and_to_those_before_it(table: BundleTable) -> None:
    before = NAMES[: NAMES.index(table.name) + 1]
    assert {field.refers for field in table.fields if field.refers} <= set(before)
