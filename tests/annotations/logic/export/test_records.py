"""Test that a kind of record has its columns in order, and reads each of them from a row."""

import pytest

from annotations.logic.export.records import ExportColumn, RecordKind

CITIES = RecordKind(
    "a city",
    (
        ExportColumn("name", lambda city: city["called"], "its name"),
        ExportColumn("letters", lambda city: len(city["called"]), "number of letters"),
        ExportColumn("rivers", lambda city: city["rivers"], "its rivers, in a list"),
    ),
)


def test_the_header_names_the_columns_in_their_order() -> None:
    assert CITIES.header == ("name", "letters", "rivers")


def test_a_row_becomes_cells_in_the_order_of_the_header() -> None:
    assert CITIES.cells({"called": "Lyon", "rivers": ["Rhône", "Saône"]}) == ("Lyon", 4, ["Rhône", "Saône"])


def test_cells_are_named_by_their_columns() -> None:
    assert CITIES.named(["Lyon", 4, []]) == {"name": "Lyon", "letters": 4, "rivers": []}


@pytest.mark.parametrize("cells", [["Lyon", 4], ["Lyon", 4, [], ""]])
def test_cells_too_few_or_too_many_are_no_record(cells: list[object]) -> None:
    with pytest.raises(ValueError, match="argument 2"):
        CITIES.named(cells)
