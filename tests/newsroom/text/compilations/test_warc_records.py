"""Test the records of WARC files, and how their answers are unpacked."""

import gzip
import io
import zlib

import brotli
import pytest
import zstandard

from newsroom.errors import TooLarge
from newsroom.text.compilations import warc_records
from newsroom.text.compilations.warc_records import DAMAGED, RecordedPage, recorded_pages
from tests.newsroom.text.compilations.sample_warcs import NOON, PAGE, record, warc

ADDRESS = "https://example.org/a"


def pages(raw):
    return list(recorded_pages(io.BytesIO(raw)))


def body(**given):
    (page,) = pages(warc({"address": ADDRESS, **given}))
    return page.raw


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_is_read_with_its_address_and_time(packed):
    expected = RecordedPage(ADDRESS, NOON, "text/html", "utf-8", PAGE)
    assert pages(warc({"address": ADDRESS}, packed=packed)) == [expected]


def test_a_resource_is_an_answer_without_a_head():
    (page,) = pages(warc({"address": f"<{ADDRESS}>", "type": "resource"}))
    assert (page.address, page.raw) == (ADDRESS, PAGE)


@pytest.mark.parametrize("other", [{"status": 404}, {"type": "request"}, {"type": "revisit"}])
def test_other_records_and_other_answers_are_passed_over(other):
    assert pages(warc({"address": ADDRESS, **other})) == []


@pytest.mark.parametrize(
    ("sent", "headers"),
    [
        (gzip.compress(PAGE), ["Content-Encoding: gzip"]),
        (zlib.compress(PAGE), ["Content-Encoding: deflate"]),
        (zlib.compress(PAGE)[2:-4], ["Content-Encoding: deflate"]),
        (b"5;x\r\n" + PAGE[:5] + b"\r\n51\r\n" + PAGE[5:] + b"\r\n0\r\n\r\n", ["Transfer-Encoding: chunked"]),
        (PAGE, ["Content-Encoding: gzip", "Transfer-Encoding: chunked"]),
        (brotli.compress(PAGE), ["Content-Encoding: br"]),
        (zstandard.compress(PAGE), ["Content-Encoding: ZSTD"]),
        (PAGE, ["Content-Encoding: br"]),
    ],
    ids=["gzip", "deflate", "bare deflate", "chunks", "unpacked already", "br", "zstd", "br, unpacked"],
)
def test_a_body_is_unpacked(sent, headers):
    assert body(body=sent, headers=headers) == PAGE


@pytest.mark.parametrize("packing", ["br", "gzip", "compress"])
def test_a_packing_that_cannot_be_undone_is_named(packing):
    headers = [f"Content-Encoding: {packing}"]
    (page,) = pages(warc({"address": ADDRESS, "body": b"\x8b\x02", "headers": headers}))
    assert page.packing == packing


def test_an_unpacked_page_may_begin_with_a_byte_order_mark():
    page = b"\xef\xbb\xbf\r\n" + PAGE
    assert body(body=page, headers=["Content-Encoding: gzip"]) == page


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("cut", [5, 60, 150, 300])
def test_a_file_that_breaks_off_is_an_error(packed, cut):
    raw = warc({"address": ADDRESS}, {"address": ADDRESS}, packed=packed)
    with pytest.raises(DAMAGED):
        pages(raw[:-cut])


@pytest.mark.parametrize(
    "raw",
    [
        b"no record",
        b"WARC/1.0\r\n\r\n",
        record().replace(b"Content-Length: ", b"Content-Length: x"),
        record() + b"no record",
        b"WARC/1.0\r\n" + b"A: b\r\n" * 200,
    ],
)
def test_what_is_no_record_is_an_error(raw):
    with pytest.raises(DAMAGED):
        pages(raw)


@pytest.mark.parametrize(("over", "fits"), [(0, True), (1, False)])
def test_a_page_has_a_largest_size(monkeypatch, over, fits):
    monkeypatch.setattr(warc_records, "LARGEST_PAGE", len(PAGE) - over)
    for given in ({}, {"body": gzip.compress(PAGE), "headers": ["Content-Encoding: gzip"]}):
        if fits:
            assert body(**given) == PAGE
        else:
            with pytest.raises(TooLarge, match=f"larger than 0 MB: {ADDRESS}"):
                body(**given)
    assert len(body(kind="image/png")) == len(PAGE)
