"""Test the data dictionary in Markdown."""

from annotations.logic.export.dictionary import dictionary
from annotations.logic.export.records import ExportColumn, RecordKind


def test_each_kind_has_a_table_of_its_columns() -> None:
    kind = RecordKind("a city", (ExportColumn("name", str, "its name"),))
    assert list(dictionary({"cities": kind}, {"cities": ["q", "since"]})) == [
        "### cities.csv",
        "",
        "One row is a city.",
        "",
        "Filters: `q`, `since`.",
        "",
        "| column | meaning |",
        "|---|---|",
        "| `name` | its name |",
        "",
    ]
