"""Write highlights and links as W3C Web Annotations (JSON-LD).

The source is the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). Collections and their
pages follow its section 5 and the Web Annotation Protocol.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from annotations.logic.export.rows import text_of

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
CONTAINER_CONTEXT = "http://www.w3.org/ns/ldp.jsonld"
JsonLd = dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnnotatedPassage:
    """A highlight with everything that its annotation says.

    `address` is its permalink, `text_address` the address of the text in which it stands, and `source_url`
    the address at which the outlet published the article, or empty. `taken_at` is when the text was taken.
    `start` and `end` count code points, and are None if the passage stands in no text.
    """

    address: str
    text_address: str
    source_url: str
    language: str
    taken_at: datetime
    start: int | None
    end: int | None
    exact: str
    prefix: str
    suffix: str
    tags: tuple[str, ...]
    note: str
    creator: str
    created_at: datetime
    modified_at: datetime


@dataclass(frozen=True, slots=True)
class AnnotatedLink:
    """A link between two highlights. `address` is its permalink; `source` and `target` are those of the
    highlights.
    """

    address: str
    source: str
    target: str
    relation: str
    aspect: str
    note: str
    creator: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Container:
    """A collection of annotations: its address, a label that says what it holds, and the total number of
    annotations.

    `query` is added to the addresses of its pages, such as `&offsets=utf16`.
    """

    address: str
    label: str
    total: int
    page_size: int
    query: str = ""

    @property
    def last(self) -> int:
        """Return the number of the last page. Pages are counted from 0, and there is always one."""
        return max(0, (self.total - 1) // self.page_size)

    def page_address(self, number: int) -> str:
        return f"{self.address}?page={number}{self.query}"


def passage_annotation(passage: AnnotatedPassage) -> JsonLd:
    """Return the annotation of a highlight.

    Its target is this desk's text of one revision of the article, by quote and, if the passage has a place,
    by position. The time state says when that text was taken.
    """
    bodies = [_textual_body(tag, "tagging") for tag in passage.tags]
    if passage.note:
        bodies.append(_textual_body(passage.note, "commenting", format="text/markdown"))
    annotation = _annotation(passage.address, passage.creator, passage.created_at)
    annotation["modified"] = text_of(passage.modified_at)
    annotation["motivation"] = ["highlighting", *sorted({body["purpose"] for body in bodies})]
    if bodies:
        annotation["body"] = bodies
    annotation["target"] = _target(passage)
    return annotation


def link_annotation(link: AnnotatedLink) -> JsonLd:
    """Return the annotation of a link: its target is the first highlight, its body the second one."""
    words = [link.relation]
    if link.aspect:
        words.append(link.aspect)
    bodies: list[JsonLd] = [
        {"type": "SpecificResource", "source": link.target, "purpose": "linking"},
        *[_textual_body(word, "classifying") for word in words],
    ]
    if link.note:
        bodies.append(_textual_body(link.note, "commenting", format="text/markdown"))
    annotation = _annotation(link.address, link.creator, link.created_at)
    annotation["motivation"] = "linking"
    annotation["body"] = bodies
    annotation["target"] = link.source
    return annotation


def collection(container: Container) -> JsonLd:
    """Return a collection with the addresses of its first and last page, without annotations."""
    return {
        "@context": [CONTEXT, CONTAINER_CONTEXT],
        "id": container.address,
        "type": ["BasicContainer", "AnnotationCollection"],
        "label": container.label,
        "total": container.total,
        "first": container.page_address(0),
        "last": container.page_address(container.last),
    }


def collection_page(container: Container, number: int, items: Sequence[JsonLd]) -> JsonLd:
    """Return page `number` of a collection, counted from 0, with its annotations `items`."""
    page: JsonLd = {
        "@context": CONTEXT,
        "id": container.page_address(number),
        "type": "AnnotationPage",
        "partOf": {
            "id": container.address,
            "type": "AnnotationCollection",
            "label": container.label,
            "total": container.total,
        },
        "startIndex": number * container.page_size,
        "items": list(items),
    }
    if number > 0:
        page["prev"] = container.page_address(number - 1)
    if number < container.last:
        page["next"] = container.page_address(number + 1)
    return page


def in_utf16(text: str, offset: int) -> int:
    """Return an offset in code points of `text` as an offset in UTF-16 units, which JavaScript counts."""
    return len(text[:offset].encode("utf-16-le")) // 2


def _annotation(address: str, creator: str, created_at: datetime) -> JsonLd:
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "Annotation",
        "creator": {"type": "Person", "nickname": creator},
        "created": text_of(created_at),
    }


def _textual_body(value: str, purpose: str, **more: str) -> JsonLd:
    return {"type": "TextualBody", "purpose": purpose, "value": value, **more}


def _target(passage: AnnotatedPassage) -> JsonLd:
    selectors: list[JsonLd] = [
        {
            "type": "TextQuoteSelector",
            "exact": passage.exact,
            "prefix": passage.prefix,
            "suffix": passage.suffix,
        }
    ]
    if passage.start is not None:
        selectors.append(
            {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
        )
    source: JsonLd = {"id": passage.text_address, "type": "Text", "format": "text/plain"}
    if passage.language:
        source["language"] = passage.language
    target: JsonLd = {
        "type": "SpecificResource",
        "source": source,
        "selector": selectors,
        "state": {
            "type": "TimeState",
            "sourceDate": text_of(passage.taken_at),
            "cached": passage.text_address,
        },
    }
    if passage.source_url:
        target["scope"] = passage.source_url
    return target
