"""Test Web Annotations: what the model and the protocol of the W3C require."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from annotations.logic.export.web_annotations import (
    AnnotatedLink,
    AnnotatedPassage,
    Container,
    collection,
    collection_page,
    in_utf16,
    link_annotation,
    passage_annotation,
)

TIME = datetime(2022, 7, 8, 12, 30, tzinfo=UTC)
PASSAGE = AnnotatedPassage(
    address="https://desk.example/h/1/",
    text_address="https://desk.example/articles/1/v/2/text/",
    source_url="https://courier.example/rain",
    language="en",
    taken_at=TIME,
    start=3,
    end=7,
    exact="rain",
    prefix="The ",
    suffix=" fell",
    tags=("event", "claims/time"),
    note="Seen *once*.",
    creator="ada",
    created_at=TIME,
    modified_at=TIME,
)


def test_a_highlight_is_an_annotation_with_quote_position_and_time():
    annotation = passage_annotation(PASSAGE)
    assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (annotation["id"], annotation["type"]) == (PASSAGE.address, "Annotation")
    assert annotation["motivation"] == ["highlighting", "commenting", "tagging"]
    assert annotation["body"] == [
        {"type": "TextualBody", "purpose": "tagging", "value": "event"},
        {"type": "TextualBody", "purpose": "tagging", "value": "claims/time"},
        {"type": "TextualBody", "purpose": "commenting", "value": "Seen *once*.", "format": "text/markdown"},
    ]
    assert annotation["target"] == {
        "type": "SpecificResource",
        "source": {"id": PASSAGE.text_address, "type": "Text", "format": "text/plain", "language": "en"},
        "selector": [
            {"type": "TextQuoteSelector", "exact": "rain", "prefix": "The ", "suffix": " fell"},
            {"type": "TextPositionSelector", "start": 3, "end": 7},
        ],
        "state": {
            "type": "TimeState",
            "sourceDate": "2022-07-08T12:30:00Z",
            "cached": PASSAGE.text_address,
        },
        "scope": "https://courier.example/rain",
    }


def test_what_is_not_known_is_left_out():
    bare = replace(PASSAGE, tags=(), note="", language="", source_url="", start=None, end=None)
    annotation = passage_annotation(bare)
    assert "body" not in annotation
    assert annotation["motivation"] == ["highlighting"]
    assert "language" not in annotation["target"]["source"]
    assert "scope" not in annotation["target"]
    assert [selector["type"] for selector in annotation["target"]["selector"]] == ["TextQuoteSelector"]


def test_a_link_leads_from_its_target_to_its_body():
    link = AnnotatedLink("a:link", "a:one", "a:other", "contradicts", "time", "When?", "ada", TIME)
    annotation = link_annotation(link)
    assert (annotation["motivation"], annotation["target"]) == ("linking", "a:one")
    assert annotation["body"] == [
        {"type": "SpecificResource", "source": "a:other", "purpose": "linking"},
        {"type": "TextualBody", "purpose": "classifying", "value": "contradicts"},
        {"type": "TextualBody", "purpose": "classifying", "value": "time"},
        {"type": "TextualBody", "purpose": "commenting", "value": "When?", "format": "text/markdown"},
    ]


@pytest.mark.parametrize(("total", "last"), [(0, 0), (1, 0), (2, 0), (3, 1), (4, 1), (5, 2)])
def test_a_collection_has_as_many_pages_as_it_needs(total, last):
    container = Container("a:all", "Highlights", total, 2)
    told = collection(container)
    assert (told["total"], told["first"], told["last"]) == (total, "a:all?page=0", f"a:all?page={last}")
    assert told["type"] == ["BasicContainer", "AnnotationCollection"]


def test_a_page_leads_to_its_neighbours():
    container = Container("a:all", "Highlights", 5, 2, "&offsets=utf16")
    pages = [collection_page(container, number, []) for number in range(3)]
    assert [page.get("prev") for page in pages] == [
        None,
        "a:all?page=0&offsets=utf16",
        "a:all?page=1&offsets=utf16",
    ]
    assert [page.get("next") for page in pages][1:] == ["a:all?page=2&offsets=utf16", None]
    assert [page["startIndex"] for page in pages] == [0, 2, 4]


@pytest.mark.parametrize(("offset", "units"), [(0, 0), (1, 2), (2, 3), (3, 5)])
def test_a_character_beyond_the_basic_plane_counts_twice_in_utf16(offset, units):
    assert in_utf16("🌧a🌧", offset) == units
