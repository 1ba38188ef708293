"""Test the paragraphs of wire items in NITF, in HTML and in plain text."""

from lxml import etree

from newsroom.text.compilations.coded import Code
from newsroom.text.wires.item_texts import (
    paragraphs_of,
    paragraphs_of_html,
    paragraphs_of_text,
)


def pairs(paragraphs):
    return [(paragraph.code, paragraph.text) for paragraph in paragraphs]


def test_paragraphs_of_nitf_have_their_codes():
    root = etree.fromstring(
        "<nitf xmlns='urn:nitf'><head><title>No text</title></head><body><body.head><hedline><hl1>Rain</hl1>"
        "<hl2>for hours</hl2></hedline><byline>By <person>Ana Ruiz</person></byline>"
        "<dateline><location>Norhaven</location></dateline></body.head>"
        "<body.content><p>It <em>rained</em>.</p>"
        "<media><media-caption><p>The bridge</p></media-caption></media>"
        "<p>Nobody was hurt.</p></body.content>"
        "<body.end><tagline>ar/xy</tagline></body.end></body></nitf>"
    )
    assert pairs(paragraphs_of(root)) == [
        (Code.HEADLINE, "Rain"),
        (Code.TEXT, "for hours"),
        (Code.BYLINE, "By Ana Ruiz"),
        (Code.DAY, "Norhaven"),
        (Code.TEXT, "It rained."),
        (Code.CAPTION, "The bridge"),
        (Code.TEXT, "Nobody was hurt."),
        (Code.NOTE, "ar/xy"),
    ]


def test_no_word_of_a_html_text_is_lost():
    source = "<p>It rained.</p>Then <b>hail</b> fell.<ul><li>one<li>two</ul><!-- no --><script>x</script>"
    assert [text for _, text in pairs(paragraphs_of_html(source))] == [
        "It rained.",
        "Then hail fell.",
        "one",
        "two",
    ]


def test_a_plain_text_has_its_paragraphs():
    assert pairs(paragraphs_of_text("It rained.\n\nHail fell.")) == [
        (Code.TEXT, "It rained."),
        (Code.TEXT, "Hail fell."),
    ]
    assert paragraphs_of_text(" \n ") == ()
