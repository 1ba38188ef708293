"""Test that a table too large for the memory gives the same records as one that is read at once."""

import pytest

from newsroom.errors import Invalid, Unreadable
from newsroom.fetching import large_tables
from newsroom.fetching.large_tables import large_table, table_charset, table_part, table_start
from newsroom.text.listings.records import csv_records

ROWS = [
    "external_id,text\r\n",
    'a,"It rained, she said.\r\nThen it ""hailed""."\r\n',
    "\r\n",
    "b,Cold\r\n",
    "c,Fog,and more\r\n",
    'd,"Żółw."\r\n',
]


@pytest.fixture
def table(tmp_path):
    def write(raw):
        path = tmp_path / "a.csv"
        path.write_bytes(raw)
        return path

    return write


@pytest.mark.parametrize("at_once", [1, 40, 10_000])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_rows_are_the_same_however_many_are_read_at_once(table, monkeypatch, at_once, mark):
    monkeypatch.setattr(large_tables, "AT_ONCE", at_once)
    text = "".join(ROWS)
    path = table((mark + text).encode())
    records, place = [], table_start(str(path), "utf-8")
    while place:
        part = table_part(str(path), "utf-8", place)
        records += part.records
        place = part.next
    assert records == list(csv_records(text))
    assert [record.line for record in records] == [3, 5, 6, 7]


def test_a_part_ends_with_the_row_that_reaches_its_size(table, monkeypatch):
    path = table(b"text\nabc\nabc\nabc\n")
    start = table_start(str(path), "utf-8")
    monkeypatch.setattr(large_tables, "AT_ONCE", 4)
    assert len(table_part(str(path), "utf-8", start).records) == 1
    monkeypatch.setattr(large_tables, "AT_ONCE", 5)
    assert len(table_part(str(path), "utf-8", start).records) == 2


def test_a_row_that_breaks_off_ends_the_table_with_a_sentence(table):
    records = list(large_table(table(b'text\nRain.\n"Hail.\n')))
    assert records[0].raw == b"Rain."
    assert "breaks off here" in records[1].error


@pytest.mark.parametrize("at_once", [1, 40])
def test_nothing_is_read_after_a_row_that_breaks_off(table, monkeypatch, at_once):
    monkeypatch.setattr(large_tables, "AT_ONCE", at_once)
    text = 'text\nRain.\n"Hail" and sleet.\nSnow.\n'
    records = list(large_table(table(text.encode())))
    assert records == list(csv_records(text))
    assert [(record.line, record.ends_table) for record in records] == [(2, False), (3, True)]


def test_the_charset_is_that_of_the_whole_table(table):
    ascii_rows = "text\n" + "It rained for hours in the city.\n" * 50_000
    assert table_charset(str(table(ascii_rows.encode()))) == "utf-8"
    assert table_charset(str(table((ascii_rows + "Żółw.\n").encode()))) == "utf-8"
    polish = "Zażółć gęślą jaźń, powiedział wczoraj premier.\n" * 5
    assert table_charset(str(table((ascii_rows + polish).encode("iso-8859-2")))) == "iso8859_2"


def test_what_cannot_be_read_is_told(table):
    with pytest.raises(Unreadable, match="save it as CSV in UTF-8"):
        list(large_table(table("text\nRain.\n".encode("utf-16"))))
    with pytest.raises(Invalid, match="lacks a column"):
        list(large_table(table(b"title\nRain.\n")))
    with pytest.raises(Invalid, match="breaks off here"):
        list(large_table(table(b'"text\nRain.\n')))
