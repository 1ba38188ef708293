"""Test which cells of a workbook show leading zeros."""

import io
import re
import zipfile
from functools import partial

import pytest
from xlsxwriter import Workbook

from newsroom.text.readers.office.padded_cells import padded_cells
from tests.newsroom.text.readers.sample_documents import repacked

SHEET = "Articles & more"
SHEET_PART = "xl/worksheets/sheet2.xml"


def workbook(number_format):
    """Return a workbook whose second sheet has a number in this format in its cells B2 and AB3."""
    file = io.BytesIO()
    made = Workbook(file)
    made.add_worksheet("Empty")
    sheet = made.add_worksheet(SHEET)
    chosen = made.add_format({"num_format": number_format})
    sheet.write_row(1, 0, [1, "00123"])
    sheet.write(1, 1, 123, chosen)
    sheet.write(2, 27, 123, chosen)
    made.close()
    return file.getvalue()


def test_cells_whose_format_is_of_zeros_alone_are_found():
    raw = workbook("00000")
    assert padded_cells(raw, SHEET) == {(1, 1): 5, (2, 27): 5}
    assert padded_cells(raw, "Empty") == {}


def test_cells_without_addresses_follow_each_other():
    without_addresses = partial(re.sub, rb' r="[A-Z]+[0-9]+"', b"")
    assert padded_cells(repacked(workbook("00000"), SHEET_PART, without_addresses), SHEET) == {
        (1, 1): 5,
        (2, 0): 5,
    }


@pytest.mark.parametrize("number_format", ["0", "0.00", "0%", "0.00E+00", "@", "000-00", "0" * 256])
def test_other_formats_show_no_leading_zeros(number_format):
    assert padded_cells(workbook(number_format), SHEET) == {}


def test_cells_without_a_value_are_left_out():
    emptied = partial(re.sub, rb"<v>123</v>", b"", count=1)
    assert padded_cells(repacked(workbook("00000"), SHEET_PART, emptied), SHEET) == {(2, 27): 5}


@pytest.mark.parametrize(
    "part", [SHEET_PART, "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
)
def test_a_part_with_a_document_type_declaration_is_an_error(part):
    declared = partial(re.sub, rb"\?>", b"?><!DOCTYPE any>", count=1)
    with pytest.raises(ValueError, match="document type declaration"):
        padded_cells(repacked(workbook("00000"), part, declared), SHEET)


def test_a_sheet_in_a_part_that_is_not_called_xml_is_an_error():
    renamed = partial(re.sub, rb"sheet2\.xml", b"sheet2.bin")
    raw = repacked(workbook("00000"), "xl/_rels/workbook.xml.rels", renamed)
    file = io.BytesIO(raw)
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("xl/worksheets/sheet2.bin", package.read(SHEET_PART))
    with pytest.raises(KeyError):
        padded_cells(file.getvalue(), SHEET)


def test_a_sheet_that_is_missing_is_an_error():
    with pytest.raises(KeyError):
        padded_cells(workbook("00000"), "Notes")
