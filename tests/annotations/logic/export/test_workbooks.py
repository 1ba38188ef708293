"""Test that a workbook of Excel holds the rows, and that no cell is a formula."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from lxml import etree

from annotations.logic.export import workbooks
from annotations.logic.export.workbooks import LONGEST_CELL, write_workbook
from newsroom.errors import TooLarge

NAMES = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def written(*rows, header=("one", "two"), name="rows"):
    """Return the cells of each row as (type, text), read from the XML of the sheet."""
    file = io.BytesIO()
    write_workbook(file, name, header, rows)
    with zipfile.ZipFile(file) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    found = []
    for row in sheet.iterfind(".//s:row", NAMES):
        cells = []
        for cell in row.iterfind("s:c", NAMES):
            assert cell.find("s:f", NAMES) is None
            cells.append((cell.get("t", "n"), "".join(cell.itertext())))
        found.append(cells)
    return found[1:]


@pytest.mark.parametrize(
    "text", ["=1+1", "+49", "-5", "@cmd", "\t=1", "\n-5", "http://a.example", "12", "שלום 😀"]
)
def test_a_text_stays_text_and_gets_no_apostrophe(text):
    assert written((text, "b")) == [[("inlineStr", text), ("inlineStr", "b")]]


def test_numbers_and_truths_are_such_and_what_is_empty_has_no_cell():
    rows = written((7, True), ([1, "a"], None), ("", "x"))
    assert rows == [[("n", "7"), ("b", "1")], [("inlineStr", "1|a")], [("inlineStr", "x")]]


def test_a_time_is_written_in_utc():
    noon = datetime(2022, 7, 9, 14, tzinfo=timezone(timedelta(hours=2)))
    assert written((noon, date(2022, 7, 9))) == [[("n", "44751.5"), ("n", "44751")]]


@pytest.mark.parametrize("day", [date(1900, 2, 28), datetime(1815, 6, 18, tzinfo=UTC)])
def test_a_day_that_excel_does_not_know_is_written_as_text(day):
    ((cell, _),) = written((day, "x"))
    assert cell[0] == "inlineStr"


def test_a_text_too_long_for_a_cell_is_replaced_by_a_sentence():
    fits, too_long = "😀" * (LONGEST_CELL // 2), "😀" * (LONGEST_CELL // 2 + 1)
    ((first, second),) = written((fits, too_long))
    assert first[1] == fits
    assert second[1] == "(This text of 16,384 characters does not fit into a cell of Excel: export CSV.)"


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr(workbooks, "MOST_ROWS", 3)
    assert len(written(("a", "b"), ("c", "d"))) == 2
    with pytest.raises(TooLarge):
        written(*[("a", "b")] * 3)
