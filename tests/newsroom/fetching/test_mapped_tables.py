"""Test that tables are read with the columns that a person chooses."""

import pytest

from newsroom.errors import Unreadable
from newsroom.fetching.mapped_tables import columns_of_table, sources_in_table, sources_of_table
from tests.newsroom.text.listings.test_workbooks import workbook

TABLE = b"Kopf;Foo\nRegen;Es regnete.\n"


def test_the_columns_of_a_table_are_read_by_the_end_of_its_name():
    assert [column.name for column in columns_of_table("rows.TSV", b"Kopf\tFoo\nRegen\tEs regnete.")] == [
        "Kopf",
        "Foo",
    ]
    assert [column.name for column in columns_of_table("rows.json", b'[{"Foo": "Es regnete."}]')] == ["Foo"]


def test_each_row_is_a_source_at_its_line():
    (source,) = sources_in_table("rows.csv", TABLE, {"Kopf": "title", "Foo": "text"}, where="in/rows.csv")
    assert (source.path, source.raw, source.details.title) == ("in/rows.csv:2", b"Es regnete.", "Regen")


def test_a_workbook_is_read_with_the_chosen_columns():
    raw = workbook(["Kopf", "Foo"], ["Regen", "Es regnete."])
    assert [column.name for column in columns_of_table("rows.XLSX", raw)] == ["Kopf", "Foo"]
    (source,) = sources_in_table("rows.xlsx", raw, {"Kopf": "title", "Foo": "text"})
    assert (source.path, source.raw, source.details.title) == ("rows.xlsx:2", b"Es regnete.", "Regen")


def test_a_sheet_takes_memory_from_its_first_cell_to_its_last():
    far_down = workbook(["text"], *[[]] * 1_000_000, [*[""] * 200, "x"])
    with pytest.raises(Unreadable, match="cannot be read"):
        sources_in_table("rows.xlsx", far_down, {})
    late = workbook(["text", *[""] * 999, "x"], ["It rained."], first=1_000_000)
    assert [source.path for source in sources_in_table("rows.xlsx", late, {})] == ["rows.xlsx:1000002"]


def test_a_table_on_disk_that_cannot_be_read_so_is_one_source_with_the_reason(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(TABLE)
    (source,) = sources_of_table(path, {"Bar": "text"})
    assert "no column “Bar”" in source.error
    (missing,) = sources_of_table(tmp_path / "none.csv", {"Foo": "text"})
    assert "Cannot be read" in missing.error
