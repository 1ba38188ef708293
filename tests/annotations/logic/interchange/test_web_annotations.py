"""Test that W3C Web Annotations are read, as Recogito writes them."""

import json
from typing import Any

from annotations.logic.interchange.web_annotations import read_web_annotations

QUOTE = {"type": "TextQuoteSelector", "exact": "Ithaca"}


def annotation(name: str, **values: Any) -> dict[str, Any]:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": name,
        "type": "Annotation",
        "body": [
            {"type": "TextualBody", "value": "Place", "purpose": "tagging"},
            {"type": "TextualBody", "value": "An island.", "creator": {"id": "ann", "name": "Ann"}},
            {"type": "TextualBody", "value": "Which one?", "purpose": "replying", "creator": {"name": "Ben"}},
        ],
        "target": {
            "source": "https://a.example/odyssey",
            "selector": [QUOTE, {"type": "TextPositionSelector", "start": 962, "end": 969}],
        },
        "creator": "Ann",
        **values,
    }


def test_tags_the_first_comment_and_replies_are_told_apart() -> None:
    (read,) = read_web_annotations(json.dumps([annotation("#1")])).annotations
    assert (read.foreign_id, read.exact, read.tags, read.note) == ("#1", "Ithaca", ("Place",), "An island.")
    assert [(reply.body, reply.author) for reply in read.comments] == [("Which one?", "Ben")]
    assert (read.document.url, read.start, read.author) == ("https://a.example/odyssey", 962, "Ann")


def test_a_relation_is_a_link_with_its_label() -> None:
    relation = {
        "id": "#r",
        "motivation": "linking",
        "body": [{"type": "TextualBody", "value": "repeats", "purpose": "tagging"}],
        "target": [{"id": "#1"}, {"id": "#2"}],
    }
    (link,) = read_web_annotations(json.dumps([relation])).links
    assert (link.source, link.target, link.label) == ("#1", "#2", "repeats")
    broken = read_web_annotations(json.dumps([relation | {"target": [{"id": "#1"}]}]))
    assert (broken.links, len(broken.unread)) == ((), 1)


def test_what_this_desk_writes_is_read() -> None:
    copy = {"id": "https://desk.example/articles/1/v/1/text/", "type": "Text"}
    target = {"source": copy, "selector": [QUOTE], "scope": "https://a.example/odyssey"}
    relation = {
        "id": "https://desk.example/l/1",
        "motivation": "linking",
        "body": [
            {"type": "SpecificResource", "source": "https://desk.example/h/2", "purpose": "linking"},
            {"type": "TextualBody", "value": "repeats", "purpose": "classifying"},
        ],
        "target": "https://desk.example/h/1",
    }
    items = [
        annotation("https://desk.example/h/1", target=target),
        annotation("x", target={**target, "scope": ""}),
    ]
    read = read_web_annotations(json.dumps({"items": [*items, relation]}))
    assert [each.document.url for each in read.annotations] == ["https://a.example/odyssey", copy["id"]]
    (link,) = read.links
    ends = ("https://desk.example/h/1", "https://desk.example/h/2")
    assert (link.source, link.target, link.label) == (*ends, "repeats")


def test_pages_collections_and_graphs_are_read() -> None:
    item = annotation("#1", target={"source": "x", "selector": QUOTE})
    for value in ({"items": [item]}, {"first": {"items": [item]}}, {"@graph": [item]}, item):
        assert len(read_web_annotations(json.dumps(value)).annotations) == 1


def test_what_marks_no_words_is_told() -> None:
    read = read_web_annotations(json.dumps([annotation("#1", target="https://a.example/")]))
    assert read.unread == ("#1: it has no TextQuoteSelector, so it marks no words.",)
