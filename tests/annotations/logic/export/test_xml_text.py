"""Test that XML can hold every text."""

import pytest
from lxml import etree

from annotations.logic.export.xml_text import xml_text


@pytest.mark.parametrize("text", ["tab\tand\nbreak\r", "é 東 😀 \U0010fffd", "\ud7ff\ue000\ufffd", "<&>\"'"])
def test_what_xml_can_hold_stays(text: str) -> None:
    assert xml_text(text) == text


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_what_it_cannot_hold_is_replaced_visibly(character: str) -> None:
    assert xml_text(f"a{character}b") == "a\ufffdb"
    element = etree.Element("a")
    with pytest.raises((ValueError, UnicodeEncodeError)):
        element.text = character
    element.text = xml_text(character)
