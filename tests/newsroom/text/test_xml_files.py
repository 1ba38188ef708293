"""Test XML from outside: what it is, and that it does no harm."""

import pytest
from lxml import etree

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.xml_files import MOST_ELEMENTS, local_name, parse_xml, root_name


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a -->\n<?pi?><x:newsItem>", "newsItem"),
        (b"<!DOCTYPE nitf SYSTEM 'nitf.dtd'><nitf>", "nitf"),
        (b"no <newsItem>", ""),
        (b"", ""),
    ],
)
def test_the_first_element_is_named(raw, name):
    assert root_name(raw) == name


def test_a_file_is_parsed_without_its_comments():
    root = parse_xml("<?xml version='1.0' encoding='ISO-8859-1'?><a><!-- c --><b>é</b></a>".encode("latin-1"))
    assert [(each.tag, each.text) for each in root] == [("b", "é")]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"<a><b>", "This XML is damaged"),
        (b"<a>" * 300 + b"</a>" * 300, "This XML is damaged"),
        (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "declares entities"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".encode("utf-16"), "declares entities"),
    ],
)
def test_what_is_damaged_or_harmful_is_refused(raw, sentence):
    with pytest.raises(Unreadable, match=sentence):
        parse_xml(raw)


def test_a_file_has_a_limited_number_of_elements():
    inside = "<a/>" * (MOST_ELEMENTS - 1)
    assert len(parse_xml(f"<r>{inside}</r>".encode())) == 199_999
    with pytest.raises(TooLarge, match="more than 200,000 elements"):
        parse_xml(f"<r>{inside}<a/></r>".encode())


def test_a_name_is_compared_without_its_namespace():
    root = etree.fromstring("<a:item xmlns:a='urn:x'><!-- c --></a:item>")
    assert (local_name(root), local_name(root[0])) == ("item", "")
