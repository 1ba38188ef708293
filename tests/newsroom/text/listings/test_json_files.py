"""Test JSON files: an array, one object, or the answer of a news API."""

import json

import pytest

from newsroom.errors import Invalid, Unreadable
from newsroom.text.listings.json_files import records_of_json
from newsroom.text.listings.rows import Record

RAIN = {"title": "Rain", "text": "It rained."}
HAIL = {"title": "Hail", "content": "It hailed."}


def titles(value):
    return [record.details.title for record in records_of_json(json.dumps(value).encode())]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([RAIN, HAIL], ["Rain", "Hail"]),
        (RAIN, ["Rain"]),
        ({"status": "ok", "totalResults": 2, "articles": [RAIN, HAIL]}, ["Rain", "Hail"]),
        ({"articles": {"results": [HAIL]}}, ["Hail"]),
        ({"a": {"b": {"c": [RAIN]}}}, ["Rain"]),
        ([], []),
    ],
)
def test_the_articles_are_found(value, expected):
    assert titles(value) == expected


def test_an_item_that_is_no_article_is_told_by_its_number():
    first, second, third = records_of_json(json.dumps([RAIN, 7, {"title": "Fog"}]).encode())
    assert first.error == ""
    assert second == Record(2, error="This item is no JSON object: each article is one object.")
    assert (third.line, third.error[:32]) == (3, "A record has exactly one of text")


def test_an_object_on_each_line_is_read_as_json_lines():
    raw = f"{json.dumps(RAIN)}\n{json.dumps(HAIL)}\n".encode()
    assert [record.line for record in records_of_json(raw)] == [1, 2]


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"x", "no JSON: it breaks off at line 1"),
        (b'[\n{"text": "x"', "no JSON: it breaks off at line 2"),
        (b"7", "no article in this JSON"),
        (b"{}", "no article in this JSON"),
        (b'{"a": {"b": {"c": {"d": [{"text": "too deep"}]}}}}', "no article in this JSON"),
        (b'{"a": [{"text": "x"}], "b": [{"text": "x"}]}', r"several lists of articles in this JSON \(a, b\)"),
        (b"[" * 100_000, "nested too deep"),
        (b"[" + b"9" * 5_000 + b"]", "a number is too long"),
    ],
)
def test_json_without_articles_is_refused(raw, why):
    with pytest.raises(Invalid, match=why):
        records_of_json(raw)


def test_items_of_an_agency_come_in_the_order_of_their_versions():
    item = {"uri": "urn:a", "pubstatus": "usable", "body_text": "It rained."}
    second = {**item, "version": "2", "headlines": [{"value": "Rain, again"}]}
    raw = json.dumps({"items": [second, RAIN, {**item, "version": "1"}]}).encode()
    records = records_of_json(raw)
    assert [record.line for record in records] == [3, 1, 2]
    assert [record.details.title for record in records] == [None, "Rain, again", "Rain"]


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(Unreadable):
        records_of_json(b"\x00\x01\x02")
