"""Test archives of the web: WARC files and WACZ packages."""

import io
import json
import zipfile

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.compilations import web_records
from newsroom.text.compilations.web_records import MOST_PAGES, is_web_records, read_web_records
from newsroom.text.pipeline import prepare
from tests.newsroom.text.compilations.sample_warcs import LATER, PAGE, warc


def wacz(records, listed=()):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("datapackage.json", "{}")
        package.writestr("archive/data.warc.gz", records)
        if listed:
            lines = [{"format": "json-pages-1.0"}, *({"url": url} for url in listed)]
            package.writestr("pages/pages.jsonl", "\n".join(map(json.dumps, lines)) + "\nx")
    return buffer.getvalue()


def read(raw):
    file = io.BytesIO(raw)
    assert is_web_records(file)
    return read_web_records(file)


def addresses(raw):
    return [article.details.address for article in read(raw)]


A = {"address": "https://example.org/a"}
B = {"address": "https://example.org/b"}


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_becomes_an_article_with_its_address(packed):
    (article,) = read(warc(A, packed=packed))
    source = prepare(article.raw, name=f"x{article.suffix}", details=article.details)
    assert (source.title, source.metadata.url) == ("Rain", "https://example.org/a")
    assert (article.suffix, article.details.charset) == (".html", "utf-8")


@pytest.mark.parametrize(
    "other",
    [
        {"kind": "image/png", "body": b"x"},
        {"status": 404},
        {"status": 301},
        {"body": b" "},
        {"address": "urn:text:a"},
    ],
)
def test_what_is_no_page_is_passed_over(other):
    assert addresses(warc({**A, **other}, B)) == [B["address"]]


def test_recordings_of_one_address_come_in_their_order():
    articles = read(warc({**A, "date": LATER, "body": PAGE + b"<!-- 2 -->"}, B, A))
    assert [article.details.address[-1] for article in articles] == ["a", "a", "b"]
    assert [article.raw.endswith(b"-->") for article in articles] == [False, True, False]


def test_a_pdf_is_an_article_of_its_own_kind():
    (article,) = read(warc({**A, "kind": "application/pdf", "body": b"%PDF-"}))
    assert article.suffix == ".pdf"


@pytest.mark.parametrize(("listed", "pages"), [((), "ab"), (["https://example.org/b"], "b")])
def test_of_a_package_the_pages_that_it_lists_are_taken(listed, pages):
    assert [url[-1] for url in addresses(wacz(warc(A, B), listed))] == list(pages)


def test_pages_that_cannot_be_unpacked_are_counted():
    (article,) = read(warc({**A, "body": b"x", "headers": ["Content-Encoding: br"]}, B))
    assert article.details.notes == ("Left out: 1 page packed in an unknown way, or damaged.",)
    with pytest.raises(Unreadable, match=r"holds no page\. Left out: 1 page"):
        read(warc({**A, "body": b"x", "headers": ["Content-Encoding: zstd"]}))


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_keeps_its_pages_and_says_so(packed):
    whole = warc(A, B, packed=packed)
    (article,) = read(whole[:-150])
    assert article.details.notes == ("The archive breaks off after 1 page: it is damaged.",)


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (warc({**A, "kind": "image/png"}), "holds no page"),
        (b"WARC/1.0\r\n" + b"x" * 90, "is damaged"),
        (warc(A)[:-100], "is damaged"),
        (wacz(b"x" * 90), "is damaged"),
        (wacz(b""), "holds no page"),
    ],
)
def test_what_holds_no_page_gets_a_sentence(raw, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read(raw)


@pytest.mark.parametrize("raw", [b"", b"It rained.", b"PK\x03\x04", b"\x1f\x8b", b"\x1f\x8b\x08\x00"])
def test_another_file_is_none(raw):
    assert not is_web_records(io.BytesIO(raw))


@pytest.mark.parametrize(
    ("limit", "size", "sentence"),
    [("LARGEST_ALL", 2 * len(PAGE), "The pages of this archive"), ("MOST_PAGES", 2, "More than")],
)
@pytest.mark.parametrize(("over", "fits"), [(0, True), (1, False)])
def test_pages_have_limits(monkeypatch, limit, size, sentence, over, fits):
    monkeypatch.setattr(web_records, limit, size - over)
    if fits:
        assert len(read(warc(A, B))) == 2
    else:
        with pytest.raises(TooLarge, match=sentence):
            read(warc(A, B))


def test_the_limit_of_pages_is_that_of_articles_in_one_file():
    assert MOST_PAGES == 2_000


@pytest.mark.parametrize(("over", "fits"), [(0, True), (1, False)])
def test_the_parts_of_a_package_have_a_largest_size(monkeypatch, over, fits):
    records = warc(A)
    monkeypatch.setattr(web_records, "LARGEST_RECORDS", len(records) - over)
    if fits:
        assert len(read(wacz(records))) == 1
    else:
        with pytest.raises(TooLarge, match="A part of this archive"):
            read(wacz(records))
