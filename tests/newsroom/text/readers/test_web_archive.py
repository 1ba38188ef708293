"""Test pages that Safari has saved."""

import plistlib

import pytest

from newsroom.errors import Unreadable
from newsroom.text.pipeline import prepare
from newsroom.text.readers.web_archive import is_web_archive, read_web_archive

ADDRESS = "https://example.org/a"
PAGE = (
    "<html><head><title>Rain</title></head><body><article><h1>Rain</h1>"
    "<p>It rained for hours in the café quarter, two officials said on Friday.</p></article></body></html>"
)
RAW = PAGE.encode()


def archive(content=RAW, kind="text/html", charset="UTF-8", fmt=plistlib.FMT_BINARY):
    resource = {
        "WebResourceData": content,
        "WebResourceURL": ADDRESS,
        "WebResourceMIMEType": kind,
        "WebResourceTextEncodingName": charset,
    }
    return plistlib.dumps({"WebMainResource": resource, "WebSubresources": []}, fmt=fmt)


XML = archive(fmt=plistlib.FMT_XML)


@pytest.mark.parametrize("fmt", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_is_read_with_its_address(fmt):
    source = prepare(archive(fmt=fmt), name="Rain.webarchive")
    assert (source.title, source.metadata.url) == ("Rain", ADDRESS)
    assert "café quarter" in source.document.text


def test_the_charset_of_the_archive_is_used():
    raw = archive(PAGE.encode("latin-1"), charset="ISO-8859-1")
    assert "café quarter" in prepare(raw).document.text


def test_a_plain_text_is_read():
    (piece,) = read_web_archive(archive(b"It rained.", kind="text/plain")).pieces
    assert piece.text == "It rained."


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [
        (archive(), True),
        (plistlib.dumps({"Main": 1}, fmt=plistlib.FMT_BINARY), False),
        (b"WebMainResource", False),
        (b"", False),
    ],
)
def test_an_archive_is_told_by_its_main_resource(raw, is_one):
    assert is_web_archive(raw) == is_one


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (archive()[:-40], "This web archive is damaged"),
        (b"bplist00WebMainResource", "This web archive is damaged"),
        (plistlib.dumps({"WebMainResource": 7}), "This web archive is damaged"),
        (XML.replace(b"</dict>", b"<dict>"), "This web archive is damaged"),
        (XML.replace(b"<data>", b"<date>").replace(b"</data>", b"</date>"), "This web archive is damaged"),
        (archive("no bytes"), "This web archive is damaged"),
        (archive(b"%PDF-", kind="application/pdf"), r"no page but a file \(application/pdf\)"),
        (plistlib.dumps([[["WebMainResource"]]] * 2), "This web archive is damaged"),
    ],
)
def test_what_holds_no_page_gets_a_sentence(raw, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read_web_archive(raw)
