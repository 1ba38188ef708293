"""Recognise and parse XML files from outside, within limits that keep the parser harmless."""

import re

from lxml import etree

from newsroom.errors import TooLarge, Unreadable

#: The most elements of a file.
MOST_ELEMENTS = 200_000
_LOOKED_AT = 4_096
_ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*"
    rb"|<\?(?!xml\s)[^>]{0,500}>\s*|<!DOCTYPE\s+nitf[^>\[]{0,300}>\s*){0,20}"
    rb"<(?:[\w.-]{1,40}:)?(?P<name>[\w.-]{1,40})",
    re.DOTALL,
)


def root_name(raw: bytes) -> str:
    """Return the name of the first element of an XML file, without its namespace.

    Returns an empty string if `raw` is not XML, or if it is in UTF-16.
    """
    match = _ROOT.match(raw[:_LOOKED_AT])
    return match["name"].decode() if match else ""


def parse_xml(raw: bytes) -> etree._Element:
    """Return the first element of an XML file, without comments and processing instructions.

    Raises `Unreadable` if the file is damaged or declares entities, and `TooLarge` if it has more than
    `MOST_ELEMENTS` elements.
    """
    # Without its NUL bytes, UTF-16 looks like ASCII.
    if b"<!ENTITY" in raw.replace(b"\0", b""):
        raise Unreadable("This XML declares entities, which may harm: ask for it without them.")
    # Without `huge_tree` the parser refuses more than 256 elements inside each other.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(raw, parser)
    except etree.LxmlError as error:
        raise Unreadable(
            "This XML is damaged: it breaks off, or one of its tags is wrong."
        ) from error
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        raise TooLarge(f"This XML has more than {MOST_ELEMENTS:,} elements: split it.")
    return root


def local_name(element: etree._Element) -> str:
    """Return the name of an element without its namespace, or an empty string for comments and processing
    instructions.
    """
    if not isinstance(element.tag, str):
        return ""
    return element.tag.rpartition("}")[2]
