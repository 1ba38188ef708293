"""Read entries of a JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

import json
from typing import Any

from newsroom.text.listings.feed_entries import FeedEntries, RawEntry, zoned_time
from newsroom.text.normalise import repair_surrogates

_VERSION = "://jsonfeed.org/version/"
_OPENING = (b"{", b"\xef\xbb\xbf{")


def entries_of_json_feed(raw: bytes) -> FeedEntries | None:
    """Return the entries of a JSON Feed, or None if `raw` is not one."""
    if not raw.lstrip().startswith(_OPENING):
        return None
    try:
        feed = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if _VERSION not in _text(feed, "version").replace("://www.", "://"):
        return None
    items = feed.get("items")
    entries = [_entry(item) for item in items] if isinstance(items, list) else []
    return FeedEntries(_text(feed, "title"), tuple(entries))


def _entry(item: Any) -> RawEntry:
    if not isinstance(item, dict):
        return RawEntry("")
    published = zoned_time(_text(item, "date_published"))
    return RawEntry(
        # Short posts have no title.
        link=_text(item, "url") or _text(item, "external_url") or _text(item, "id"),
        title=_text(item, "title"),
        published=published or zoned_time(_text(item, "date_modified")),
        summary=_text(item, "summary") or _text(item, "content_text"),
    )


def _text(value: dict[str, Any], name: str) -> str:
    text = value.get(name)
    return repair_surrogates(text) if isinstance(text, str) else ""
