"""Test that rows are written in each format that is written part by part."""

import gzip

import pytest

from annotations.queries.exports.files import FORMATS, PLAIN, STREAMED, CsvStyle

HEADER, ROWS = ("one", "two"), [("=a", 1)]


def file(ending, style=PLAIN):
    return b"".join(STREAMED[ending].parts(HEADER, ROWS, style))


def test_the_formats_hold_the_same_rows():
    assert FORMATS == ("csv", "csv.gz", "jsonl", "jsonl.gz", "xlsx")
    assert file("csv") == b"one,two\r\n'=a,1\r\n"
    assert file("jsonl") == b'{"one": "=a", "two": 1}\n'


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_a_packed_file_holds_what_the_plain_one_does(ending):
    assert gzip.decompress(file(f"{ending}.gz")) == file(ending)


def test_csv_is_written_in_the_style_that_is_asked_for():
    assert file("csv", CsvStyle(bom=True, separator=";")) == b"\xef\xbb\xbfone;two\r\n'=a;1\r\n"
