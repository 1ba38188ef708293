"""Test items of news agencies in ninjs."""

import pytest

from newsroom.errors import Unreadable
from newsroom.text.pipeline import prepare
from newsroom.text.wires.ninjs import in_version_order, is_ninjs, read_ninjs

FIRST = {
    "uri": "urn:a",
    "type": "text",
    "version": "1",
    "versioncreated": "2024-05-03T10:00:00Z",
    "pubstatus": "usable",
    "headline": "Bridge closed",
    "byline": "By Ana Ruiz",
    "language": "en-GB",
    "copyrightholder": "Example Wire",
    "infosource": [{"name": "Coast Agency"}],
    "body_html": "<p>The bridge was closed.</p>",
    "body_text": "The bridge was closed.",
}
THIRD = {
    "uri": "urn:a",
    "standard": {"name": "ninjs", "version": "3.0"},
    "versionCreated": "2024-05-03T10:00:00Z",
    "embargoedUntil": "2024-05-04T06:00:00Z",
    "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge closed"}],
    "bodies": [
        {"contentType": "text/plain", "value": "Plain."},
        {"contentType": "text/html", "value": "<p>The bridge was closed.</p>"},
    ],
}


def read(value):
    return [prepare(article.raw, details=article.details) for article in read_ninjs(value)]


def test_an_item_of_the_first_version_becomes_an_article():
    (source,) = read(FIRST)
    metadata = source.metadata
    assert (source.title, metadata.outlet, metadata.credit) == (
        "Bridge closed",
        "Example Wire",
        "Coast Agency",
    )
    assert (metadata.byline, metadata.language) == ("Ana Ruiz", "en")
    assert source.document.text == "Bridge closed\n\nBy Ana Ruiz\n\nThe bridge was closed."


def test_an_item_of_the_third_version_becomes_an_article():
    (source,) = read(THIRD)
    assert source.document.text == "Bridge closed\n\nThe bridge was closed."
    assert source.notes == ("It is embargoed until 2024-05-04T06:00:00Z: do not publish it before.",)


@pytest.mark.parametrize("associated", [dict, list])
def test_pictures_give_captions_and_texts_give_articles(associated):
    inner = {
        "a": {"type": "picture", "uri": "urn:p", "description_text": "The bridge at night"},
        "b": {**FIRST, "uri": "urn:b", "headline": "Ferries run", "body_html": "<p>Ferries ran.</p>"},
    }
    values = inner if associated is dict else list(inner.values())
    first, second = read({**FIRST, "associations": values})
    assert first.document.text.endswith("The bridge was closed.\n\nThe bridge at night")
    assert second.title == "Ferries run"


def test_a_description_alone_is_taken_and_said():
    (source,) = read({"uri": "urn:a", "pubstatus": "usable", "descriptions": [{"value": "It rained."}]})
    assert source.document.text == "It rained."
    assert source.notes == ("Its agency sent no text of it, only a description, which was taken.",)


@pytest.mark.parametrize(
    "description",
    [
        {"description_html": "<p>It rained.</p><p>Rivers &amp; roads rose.</p>"},
        {"descriptions": [{"contentType": "text/html", "value": "It rained.<p>Rivers &amp; roads rose."}]},
        {"descriptions": [{"contentType": "text/plain", "value": "It rained.\n\nRivers & roads rose."}]},
        {"description_text": "It rained.\n\nRivers & roads rose."},
    ],
)
def test_a_description_is_read_as_what_it_is(description):
    (source,) = read({"uri": "urn:a", "pubstatus": "usable", **description})
    assert source.document.text == "It rained.\n\nRivers & roads rose."
    picture = {"type": "picture", "uri": "urn:p", **description}
    (source,) = read({**FIRST, "associations": [picture]})
    assert source.document.text.endswith("The bridge was closed.\n\nIt rained. Rivers & roads rose.")


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        (FIRST, True),
        (THIRD, True),
        ({"guid": "urn:a", "pubstatus": "usable"}, True),
        ({"uri": "urn:a", "text": "It rained."}, False),
        ({"pubstatus": "usable"}, False),
        ({"uri": 7, "pubstatus": "usable"}, False),
        ([FIRST], False),
        ("urn:a", False),
    ],
)
def test_an_item_has_an_id_and_a_key_of_its_own(value, is_one):
    assert is_ninjs(value) == is_one


def test_an_item_without_a_text_gets_a_sentence():
    with pytest.raises(Unreadable, match=r"type: picture\) holds no text"):
        read_ninjs({"uri": "urn:p", "type": "picture", "pubstatus": "usable", "description_text": "Rain"})


def test_what_has_no_sense_is_passed_over():
    strange = {
        "uri": "urn:a",
        "pubstatus": True,
        "headline": 7,
        "infosource": [3, {"name": None}],
        "associations": {"a": 3, "b": {"associations": [None]}},
        "bodies": "x",
        "body_text": "It rained.",
    }
    (source,) = read(strange)
    assert source.document.text == "7\n\nIt rained."


def test_items_may_be_associated_three_deep():
    value = {**FIRST, "uri": "urn:4"}
    for number in (3, 2, 1, 0):
        value = {**FIRST, "uri": f"urn:{number}", "associations": [value]}
    assert [article.details.external_id for article in read_ninjs(value)] == [
        "urn:0",
        "urn:1",
        "urn:2",
        "urn:3",
    ]


def test_versions_of_an_item_come_together_and_in_order():
    newer = {**FIRST, "version": "2"}
    rows = [(1, newer), (2, {"text": "It rained."}), (3, FIRST)]
    assert [number for number, _ in in_version_order(rows)] == [3, 1, 2]
