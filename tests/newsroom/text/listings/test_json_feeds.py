"""Test JSON Feed."""

import json
from datetime import UTC, datetime

import pytest

from newsroom.text.listings.feed_entries import FeedEntries, RawEntry
from newsroom.text.listings.json_feeds import entries_of_json_feed

ITEM = {
    "id": "7",
    "url": "https://example.org/a",
    "title": "It rained",
    "content_html": "<p>For hours.</p>",
    "date_published": "2022-07-09T16:30:00+02:00",
}
FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "Rain", "items": [ITEM]}
MOMENT = datetime(2022, 7, 9, 14, 30, tzinfo=UTC)


def read(**changed):
    return entries_of_json_feed(json.dumps({**FEED, **changed}).encode())


def test_a_feed_lists_its_items():
    assert read() == FeedEntries("Rain", (RawEntry("https://example.org/a", "It rained", MOMENT),))


@pytest.mark.parametrize(
    ("item", "entry"),
    [
        ({"external_url": "/b", "date_modified": "2022-07-09T14:30:00Z"}, RawEntry("/b", published=MOMENT)),
        (
            {"id": "https://example.org/c", "content_text": "Rain."},
            RawEntry("https://example.org/c", summary="Rain."),
        ),
        ({"url": 7, "summary": "Rain."}, RawEntry("", summary="Rain.")),
        ("https://example.org/d", RawEntry("")),
    ],
)
def test_what_an_item_lacks_is_taken_from_elsewhere_or_blank(item, entry):
    assert read(items=[item]).entries == (entry,)


def test_halves_of_characters_are_mended():
    (entry,) = read(
        items=[{**ITEM, "title": "It rained \ud83d", "url": "https://example.org/\ud800"}]
    ).entries
    assert (entry.title, entry.link) == ("It rained \ufffd", "https://example.org/\ufffd")


@pytest.mark.parametrize("version", ["https://www.jsonfeed.org/version/1", "http://jsonfeed.org/version/2"])
def test_each_version_is_read(version):
    assert read(version=version) is not None


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"{", b"{}", b'{"version": 1}', b"[" * 9_000, b'{"a":' * 9_000, b"\xff{"]
)
def test_another_file_is_no_json_feed(raw):
    assert entries_of_json_feed(raw) is None


def test_a_feed_without_items_is_empty():
    assert read(items="none", title=7) == FeedEntries("", ())
