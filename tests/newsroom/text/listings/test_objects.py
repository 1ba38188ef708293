"""Test that a JSON value gives the records of the articles in it."""

import pytest

from newsroom.text.listings.objects import records_of_object
from newsroom.text.listings.rows import Record
from tests.newsroom.text.wires.test_ninjs import FIRST


def records(value):
    return list(records_of_object(7, value, no_object="no object"))


def test_an_object_with_a_text_is_one_record():
    (record,) = records({"text": "It rained.", "title": "Rain"})
    assert (record.line, record.raw, record.details.title) == (7, b"It rained.", "Rain")


def test_the_texts_of_a_wire_item_are_records_with_its_number():
    inner = {**FIRST, "uri": "urn:b"}
    first, second = records({**FIRST, "associations": [inner]})
    assert [first.line, second.line] == [7, 7]
    assert [first.details.external_id, second.details.external_id] == ["urn:a", "urn:b"]


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("It rained.", "no object"),
        ({"title": "Rain"}, "A record has exactly one of text"),
        ({"uri": "urn:a", "pubstatus": "usable"}, "This item of ninjs"),
    ],
)
def test_what_is_no_article_is_a_record_with_an_error(value, error):
    (record,) = records(value)
    assert record == Record(7, error=record.error)
    assert record.error.startswith(error)
