"""Read items of news agencies in NewsML-G2 (IPTC, version 2), and articles in NITF.

A message or a package of NewsML-G2 may hold many items. Each item with a text becomes an article. Other
items, such as pictures, do not; a note says how many there are.
"""

import re
from collections.abc import Iterator

from lxml import etree

from newsroom.errors import Unreadable
from newsroom.text.compilations.coded import CodedParagraph
from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.language.counted import counted
from newsroom.text.wires.item_texts import (
    paragraphs_of,
    paragraphs_of_html,
    paragraphs_of_text,
)
from newsroom.text.wires.items import WireItem, article_of, in_one_line, in_version_order
from newsroom.text.xml_files import local_name, parse_xml, root_name

_ITEMS = frozenset(
    {"newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem"}
)
_NITF, _OLD_NEWSML = "nitf", "NewsML"
_TEXT_ROOTS = frozenset({"html", "body", "div", "article", "section", "nitf"})
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_newsml(raw: bytes) -> list[CompiledArticle]:
    """Return the articles in a file of NewsML-G2 or NITF, or an empty list if `raw` is neither.

    The versions of one item follow each other, the oldest first. Raises `Unreadable` for NewsML 1 and for a
    file without a text, and the errors of `parse_xml`.
    """
    name = root_name(raw)
    if name == _OLD_NEWSML:
        raise Unreadable(
            "This is NewsML 1, which is not read here. Ask the agency for NewsML-G2, NITF or ninjs."
        )
    if name != _NITF and name not in _ITEMS:
        return []
    root = parse_xml(raw)
    if name == _NITF:
        return [article_of(_nitf_item(root))]

    elements = [each for each in root.iter() if local_name(each) == "newsItem"]
    items = [_item(element) for element in elements]
    texts = in_version_order([item for item in items if item.paragraphs])
    if not texts:
        raise Unreadable("This file of NewsML-G2 holds no text, only other items such as pictures.")
    others = len(items) - len(texts)
    notes = []
    if others:
        notes.append(
            f"Left out of this file: {counted(others, 'item')} without a text, such as pictures."
        )
    return [article_of(texts[0], notes), *(article_of(item) for item in texts[1:])]


def _item(element: etree._Element) -> WireItem:
    """Return the item in a `newsItem` element. Its `paragraphs` are empty if it is not a text."""
    item_class = _value_of(element, "itemMeta", "itemClass")
    paragraphs: tuple[CodedParagraph, ...] = ()
    if not item_class or item_class.endswith("text"):
        paragraphs = _paragraphs(element)
    byline = _text_of(element, "contentMeta", "by")
    return WireItem(
        guid=element.get("guid") or "",
        version=element.get("version") or "",
        headline=_text_of(element, "contentMeta", "headline"),
        byline=byline or ", ".join(_names_of(element, "contentMeta", "creator")),
        provider=_provider(element),
        sources=_sources(element),
        created=_text_of(element, "itemMeta", "firstCreated"),
        version_created=_text_of(element, "itemMeta", "versionCreated"),
        content_created=_text_of(element, "contentMeta", "contentCreated"),
        embargoed=_text_of(element, "itemMeta", "embargoed"),
        status=_value_of(element, "itemMeta", "pubStatus"),
        language=_language(element),
        editor_note=" ".join(_texts_of(element, "itemMeta", "edNote")),
        copyright=_text_of(element, "rightsInfo", "copyrightNotice"),
        terms=_text_of(element, "rightsInfo", "usageTerms"),
        paragraphs=paragraphs,
    )


def _paragraphs(element: etree._Element) -> tuple[CodedParagraph, ...]:
    """Return the paragraphs of the first text in the `contentSet`, or none if there is no text.

    A text in XML is used before a plain one, because a set holds the same text in several forms.
    """
    for inline in _inside(element, "contentSet", "inlineXML"):
        for child in inline:
            if local_name(child) in _TEXT_ROOTS:
                return paragraphs_of(child)
    for inline in _inside(element, "contentSet", "inlineData"):
        kind = (inline.get("contenttype") or "text/plain").lower()
        text = "".join(inline.itertext())
        if inline.get("encoding") or not kind.startswith("text/"):
            continue
        return paragraphs_of_html(text) if "html" in kind else paragraphs_of_text(text)
    return ()


def _nitf_item(root: etree._Element) -> WireItem:
    """Return the article of a file that is NITF alone, as an item."""
    ids = [each.get("id-string") for each in root.iter() if local_name(each) == "doc-id"]
    issued = [each.get("norm") for each in root.iter() if local_name(each) == "date.issue"]
    issued += [
        each.get("date.publication") for each in root.iter() if local_name(each) == "pubdata"
    ]
    providers = [each.get("regsrc") for each in root.iter() if local_name(each) == "doc-id"]
    return WireItem(
        guid=_first(ids),
        provider=_first(providers),
        version_created=_first(issued),
        language=root.get(_XML_LANG) or "",
        paragraphs=paragraphs_of(root),
    )


def _first(values: list[str | None]) -> str:
    return next(filter(None, values), "")


def _inside(
    element: etree._Element,
    room: str,
    name: str,
) -> Iterator[etree._Element]:
    """Yield the elements called `name` that stand directly in the child called `room` of an item."""
    for child in element:
        if local_name(child) == room:
            yield from (each for each in child if local_name(each) == name)


def _texts_of(element: etree._Element, room: str, name: str) -> list[str]:
    return [in_one_line("".join(each.itertext())) for each in _inside(element, room, name)]


def _text_of(element: etree._Element, room: str, name: str) -> str:
    return next(filter(None, _texts_of(element, room, name)), "")


def _value_of(element: etree._Element, room: str, name: str) -> str:
    """Return the last part of the first coded value of elements `name`, such as `text` for `ninat:text`, or
    an empty string.
    """
    for each in _inside(element, room, name):
        value = each.get("qcode") or each.get("uri") or each.get("literal") or ""
        return re.split(r"[:/]", value)[-1]
    return ""


def _names_of(element: etree._Element, room: str, name: str) -> list[str]:
    """Return the name that each element `name` states: in a child `name`, or as a literal, or as a code.
    Elements without one are left out.
    """
    names = []
    for each in _inside(element, room, name):
        written = [child.text for child in each if local_name(child) == "name"]
        code = (each.get("qcode") or "").rpartition(":")[2]
        names.append(in_one_line(_first([*written, each.get("literal"), code])))
    return list(filter(None, names))


def _provider(element: etree._Element) -> str:
    """Return the name of the sender of an item: its provider, or else the holder of its rights. Empty if
    neither is stated.
    """
    names = [
        *_names_of(element, "itemMeta", "provider"),
        *_names_of(element, "rightsInfo", "copyrightHolder"),
    ]
    return next(iter(names), "")


def _sources(element: etree._Element) -> str:
    """Return the names of those whom an item credits: its credit line, or else its information sources. Empty
    if neither is stated.
    """
    credited = _text_of(element, "contentMeta", "creditline")
    return credited or "; ".join(_names_of(element, "contentMeta", "infoSource"))


def _language(element: etree._Element) -> str:
    tags = [each.get("tag") for each in _inside(element, "contentMeta", "language")]
    return _first([*tags, element.get(_XML_LANG)])
