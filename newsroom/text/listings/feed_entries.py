"""Define what the formats of feeds have in common, and read entries of RSS and Atom."""

import io
from dataclasses import dataclass
from datetime import UTC, datetime

import feedparser

from newsroom.text.listings.feed_dates import time_of_entry
from newsroom.text.metadata.plausible_days import is_plausible


@dataclass(frozen=True, slots=True)
class RawEntry:
    """One entry as a feed writes it: `link` may be relative, and `title` and `summary` may hold markup.

    `published` is in UTC, or None if the feed states no time with its zone.
    """

    link: str
    title: str = ""
    published: datetime | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class FeedEntries:
    """The title of a feed, which may be empty, and its entries in their order."""

    title: str
    entries: tuple[RawEntry, ...]


def entries_of_feed(raw: bytes, content_type: str) -> FeedEntries | None:
    """Return the entries of an RSS or Atom feed, or None if `raw` is not one.

    `content_type` is the media type that the server states, or empty.
    """
    # feedparser gets a stream, because it would take the bytes themselves as the name of a file.
    headers = {"content-type": content_type or "application/xml"}
    parsed = feedparser.parse(io.BytesIO(raw), response_headers=headers)
    if not parsed.get("version") and not parsed.entries:
        return None
    entries = []
    for entry in parsed.entries:
        words = {name: str(entry.get(name) or "") for name in ("link", "title", "summary")}
        entries.append(RawEntry(published=time_of_entry(entry), **words))
    return FeedEntries(str(parsed.feed.get("title") or ""), tuple(entries))


def zoned_time(written: str) -> datetime | None:
    """Return the time in an ISO 8601 text, in UTC. Returns None if the text is not such a time, has no zone,
    or is not plausible.
    """
    try:
        moment = datetime.fromisoformat(written.strip())
        if moment.tzinfo is None or not is_plausible(moment):
            return None
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
