"""Test tables in workbooks of Excel."""

import io
from datetime import datetime

import pytest
from xlsxwriter import Workbook

from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.text.listings import workbooks
from newsroom.text.listings.columns import TableColumn
from newsroom.text.listings.workbooks import columns_of_workbook, records_of_workbook
from newsroom.text.pipeline import prepare
from newsroom.text.readers.office import packages
from tests.newsroom.text.readers.sample_documents import repacked

HEADER = ["Title", "Text", "external_id", "published_at"]
RAIN = ["Rain", "It rained.\n\nFor hours.", 7, datetime(2024, 5, 3)]
HAIL = ["Hail", "It hailed.", 8.5, datetime(2024, 5, 4, 14, 30)]


def workbook(*rows, first=0, column=0, hidden=(), **sheets):
    """Return a workbook with `rows` in its first sheet, which begin at the row `first`, and with further
    `sheets`, each {name: rows}. The sheets named in `hidden` are hidden.
    """
    file = io.BytesIO()
    made = Workbook(file, {"default_date_format": "yyyy-mm-dd hh:mm", "strings_to_urls": False})
    day = made.add_format({"num_format": "d.m.yyyy"})
    for name, content in {"Articles": rows, **sheets}.items():
        sheet = made.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for number, cells in enumerate(content, start=first):
            for place, cell in enumerate(cells, start=column):
                is_day = isinstance(cell, datetime) and not cell.hour
                sheet.write(number, place, cell, *([day] if is_day else []))
    made.close()
    return file.getvalue()


def test_each_row_is_a_record_numbered_as_in_the_sheet():
    rain, hail = records_of_workbook(workbook(HEADER, RAIN, [], HAIL))
    assert (rain.line, hail.line) == (2, 4)
    details = rain.details
    assert (details.title, details.external_id, details.published) == ("Rain", "7", "2024-05-03")
    assert (hail.details.external_id, hail.details.published) == ("8.5", "2024-05-04T14:30:00")
    assert prepare(rain.raw, details=details).document.text == "It rained.\n\nFor hours."


def test_blank_rows_and_columns_before_the_table_are_passed_over():
    (record,) = records_of_workbook(workbook(HEADER, RAIN, first=4, column=2))
    assert (record.line, record.error, record.details.title) == (6, "", "Rain")


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (123, "00000", "00123"),
        (123, "00000;-00000;;@", "00123"),
        (-123, "00000", "-00123"),
        (1234567, "00000", "1234567"),
        ("00123", "@", "00123"),
        ("00123", "00000", "00123"),
        (123, "0", "123"),
        (123457123456789, "0.00E+00", "123457123456789"),
        (1.23456789012345e17, "0", "123456789012345000"),
        (0.25, "0%", "0.25"),
        (123.5, "00000", "123.5"),
    ],
)
@pytest.mark.parametrize("column", [0, 27])
def test_an_id_keeps_its_leading_zeros_and_all_its_digits(value, number_format, shown, column):
    file = io.BytesIO()
    made = Workbook(file)
    made.add_worksheet("Empty")
    sheet = made.add_worksheet("Articles & more")
    sheet.write_row(3, column, ["external_id", "text"])
    sheet.write(5, column, value, made.add_format({"num_format": number_format}))
    sheet.write(5, column + 1, "It rained.")
    made.close()
    (record,) = records_of_workbook(file.getvalue())
    assert (record.line, record.details.external_id) == (6, shown)


def test_a_text_that_looks_like_a_formula_is_a_text():
    sheet = workbook(["text"], ["x"])
    raw = repacked(sheet, "xl/sharedStrings.xml", lambda part: part.replace(b">x<", b">'=1+1<"))
    (record,) = records_of_workbook(raw)
    assert record.raw == b"'=1+1"


def test_a_row_without_a_text_is_told_and_the_others_are_read():
    bad, good = records_of_workbook(workbook(HEADER, ["Rain", "", 7], HAIL))
    assert "exactly one of text" in bad.error
    assert good.error == ""


def test_the_columns_are_shown_with_their_first_cells():
    columns = columns_of_workbook(workbook(["Kopf", "Text"], ["Regen", "Es regnete."]))
    assert columns == [TableColumn("Kopf", ("Regen",), ""), TableColumn("Text", ("Es regnete.",), "text")]


def test_the_table_is_read_with_the_chosen_columns():
    raw = workbook(["Kopf", "Foo"], ["Regen", "Es regnete."])
    with pytest.raises(Invalid, match=r"lacks a column text.*kopf, foo"):
        records_of_workbook(raw)
    (record,) = records_of_workbook(raw, {"Kopf": "title", "Foo": "text"})
    assert (record.details.title, record.raw) == ("Regen", b"Es regnete.")
    with pytest.raises(Invalid, match="no column “Bar”"):
        records_of_workbook(raw, {"Bar": "text"})


@pytest.mark.parametrize("hidden", [(), ("Notes",)])
def test_several_filled_sheets_are_a_question_unless_they_are_hidden(hidden):
    raw = workbook(HEADER, RAIN, Empty=[], Notes=[["a note"]], hidden=hidden)
    if hidden:
        assert len(records_of_workbook(raw)) == 1
    else:
        with pytest.raises(Invalid, match=r"Several sheets .*“Articles”, “Notes”"):
            records_of_workbook(raw)


@pytest.mark.parametrize(("most", "fits"), [(8, True), (7, False)])
def test_a_sheet_has_a_limited_number_of_cells(monkeypatch, most, fits):
    monkeypatch.setattr(workbooks, "MOST_CELLS", most)
    if fits:
        assert len(records_of_workbook(workbook(HEADER, RAIN))) == 1
    else:
        with pytest.raises(TooLarge, match="more than 7 cells"):
            records_of_workbook(workbook(HEADER, RAIN))


def test_a_workbook_that_unpacks_to_a_huge_size_is_refused(monkeypatch):
    monkeypatch.setattr(packages, "LARGEST_UNPACKED", 5_000)
    with pytest.raises(TooLarge, match="unpacks to more than is read"):
        records_of_workbook(workbook(HEADER, RAIN))


@pytest.mark.parametrize(
    ("raw", "error", "sentence"),
    [
        (b"", Unreadable, "no workbook"),
        (b"\xd0\xcf\x11\xe0 an old one", Unreadable, "no workbook"),
        (workbook(HEADER)[:-30], Unreadable, "damaged or encrypted"),
        (repacked(workbook(HEADER), "xl/workbook.xml", lambda _: b"<"), Unreadable, "is damaged"),
        (
            repacked(workbook(HEADER), "xl/worksheets/sheet1.xml", lambda part: b"<!DOCTYPE a>" + part),
            Unreadable,
            "declares entities",
        ),
        (workbook(), Invalid, "lacks a column text"),
        (workbook(["text", "Text"]), Invalid, "column text twice"),
    ],
)
def test_what_is_no_table_gets_a_sentence(raw, error, sentence):
    with pytest.raises(error, match=sentence):
        records_of_workbook(raw)
