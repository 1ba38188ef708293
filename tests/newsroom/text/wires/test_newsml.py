"""Test items of news agencies in NewsML-G2 and NITF."""

import pytest

from newsroom.errors import Unreadable
from newsroom.text.pipeline import prepare
from newsroom.text.wires.newsml import read_newsml

NITF = (
    "<nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head><hedline><hl1>Bridge closed</hl1>"
    "</hedline></body.head><body.content><p>The bridge was closed.</p></body.content></body></nitf>"
)
HTML = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>Ferries ran.</p></body></html>"


def item(guid="urn:a", version="1", content=NITF, kind="text", meta="", about=""):
    return (
        f"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='{guid}' version='{version}' "
        f"xml:lang='en-GB'><rightsInfo><copyrightHolder><name>Holder</name></copyrightHolder></rightsInfo>"
        f"<itemMeta><itemClass qcode='ninat:{kind}'/><versionCreated>2024-05-03T10:00:00Z</versionCreated>"
        f"{meta}</itemMeta><contentMeta><headline>Bridge closed</headline>{about}</contentMeta>"
        f"<contentSet>{content}</contentSet></newsItem>"
    )


def inline(content, kind="application/nitf+xml"):
    return f"<inlineXML contenttype='{kind}'>{content}</inlineXML>"


def message(*items):
    inside = "".join(items)
    return (
        f"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>{inside}</itemSet></newsMessage>"
    )


MESSAGE = message(item(content=inline(NITF)), item("urn:b", content=inline(HTML)))


def read(text):
    return [prepare(article.raw, details=article.details) for article in read_newsml(text.encode())]


def test_an_item_becomes_an_article():
    meta = (
        "<provider literal='Example Wire'/><embargoed>2024-05-04T06:00:00Z</embargoed>"
        "<pubStatus qcode='stat:usable'/>"
    )
    about = "<by>By Ana Ruiz</by><infoSource><name>Coast Agency</name></infoSource>"
    (source,) = read('<?xml version="1.0"?>' + item(content=inline(NITF), meta=meta, about=about))
    metadata = source.metadata
    assert (source.title, metadata.outlet, metadata.credit) == (
        "Bridge closed",
        "Example Wire",
        "Coast Agency",
    )
    assert (metadata.byline, metadata.language) == ("Ana Ruiz", "en")
    assert metadata.published_at.isoformat() == "2024-05-03T10:00:00+00:00"
    assert source.document.text == "Bridge closed\n\nBy Ana Ruiz\n\nThe bridge was closed."
    assert source.notes == ("It is embargoed until 2024-05-04T06:00:00Z: do not publish it before.",)


def test_the_items_of_a_message_are_split_in_the_order_of_their_versions():
    newer = item(version="2", content=inline(NITF.replace("closed.", "open.")))
    picture = item("urn:p", kind="picture", content="<remoteContent href='a.jpg'/>")
    other = item("urn:b", content=inline(HTML, "application/xhtml+xml"))
    raw = message(newer, picture, other, item(content=inline(NITF))).encode()
    articles = read_newsml(raw)
    assert [article.details.external_id for article in articles] == ["urn:a", "urn:a", "urn:b"]
    assert b"TX The bridge was closed." in articles[0].raw
    assert b"TX The bridge was open." in articles[1].raw
    assert articles[0].details.notes == ("Left out of this file: 1 item without a text, such as pictures.",)
    assert articles[1].details.notes == ()


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (inline(HTML, "application/xhtml+xml"), "Ferries ran."),
        ("<inlineData contenttype='text/plain'>It rained.</inlineData>", "It rained."),
        ("<inlineData>It rained.</inlineData>", "It rained."),
        ("<inlineData contenttype='text/html'>&lt;p&gt;It rained.&lt;/p&gt;</inlineData>", "It rained."),
        ("<inlineData>Plain.</inlineData>" + inline(HTML), "Ferries ran."),
    ],
)
def test_a_text_in_any_form_is_read(content, text):
    (source,) = read(item(content=content))
    assert source.document.text == f"Bridge closed\n\n{text}"


@pytest.mark.parametrize(
    ("meta", "outlet"),
    [
        ("<provider qcode='nprov:EXW'/>", "EXW"),
        ("<provider><name>Example Wire</name></provider>", "Example Wire"),
        ("", "Holder"),
    ],
)
def test_the_outlet_is_who_provides_the_item_or_else_who_holds_the_rights(meta, outlet):
    (source,) = read(item(content=inline(NITF), meta=meta))
    assert source.metadata.outlet == outlet


def test_an_article_in_nitf_alone_is_read():
    head = (
        "<head><docdata><doc-id id-string='x1' regsrc='EXW'/><date.issue norm='20240503T100000Z'/></docdata>"
        "</head>"
    )
    (source,) = read(NITF.replace("<body>", f"{head}<body>", 1))
    assert (source.title, source.metadata.outlet) == ("Bridge closed", "EXW")
    assert source.metadata.published_at.isoformat() == "2024-05-03T10:00:00+00:00"


@pytest.mark.parametrize("raw", [b"", b"It rained.", b"<html><p>x</p></html>", b"<rss/>", b"\x00\x01", b"<"])
def test_other_files_are_none(raw):
    assert read_newsml(raw) == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<NewsML Version='1.2'/>", "This is NewsML 1"),
        (item(content=inline(NITF))[:-20], "This XML is damaged"),
        (item(kind="picture", content=""), "holds no text"),
        ("<planningItem/>", "holds no text"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(text, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read_newsml(text.encode())
