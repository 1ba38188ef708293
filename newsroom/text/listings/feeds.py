"""RSS and Atom feeds: which articles they list. Robots' rules, which only fetching of feeds obeys."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.robotparser import RobotFileParser

import feedparser
from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.text.addresses.network import parse_address

#: Largest feed, in bytes, and most items of it that are listed.
LARGEST, MOST_ITEMS = 5 * 1024 * 1024, 200
_FEED_TYPES = "application/rss+xml", "application/atom+xml"
_NO_FEED = "There is no RSS or Atom feed at this address."


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article that a feed lists. `published` is UTC, None where the feed does not say."""

    title: str
    url: str
    published: datetime | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own name and its items, as it orders them."""

    title: str
    items: tuple[FeedItem, ...]


def read_feed(raw: bytes, *, address: str, content_type: str = "") -> Feed:
    """The feed in `raw`, which was fetched from `address`. Items without a web address are passed over.

    Raises `Unreadable` for what is no feed (for a page that names one, with its address) or holds no item.
    """
    if len(raw) > LARGEST:
        raise TooLarge(
            f"This feed is larger than {LARGEST // 2**20} MB. Name the addresses of its articles instead."
        )
    # A stream, never the bytes themselves: those feedparser would take for the name of a file.
    found = feedparser.parse(
        io.BytesIO(raw), response_headers={"content-type": content_type or "application/xml"}
    )
    if not found.get("version") and not found.entries:
        feeds = _named_by_page(raw, address)
        raise Unreadable(f"{_NO_FEED} {f'The page names one: {feeds[0]}' if feeds else 'Check the address.'}")
    items = dict.fromkeys(filter(None, (_item(entry, address) for entry in found.entries[: MOST_ITEMS * 2])))
    if not items:
        raise Unreadable(
            "This feed lists no article that has an address. Look again later, or check the address."
        )
    return Feed(_words(found.feed.get("title"), 200), tuple(items)[:MOST_ITEMS])


def allowed_by_robots(rules: str, agent: str, address: str) -> bool:
    """Whether a site's robots.txt lets `agent` fetch `address` (RFC 9309). `agent` is a product's name."""
    robots = RobotFileParser()
    robots.parse(rules.splitlines()[:5_000])
    return robots.can_fetch(agent, address)


def _item(entry: Any, address: str) -> FeedItem | None:
    try:
        url = parse_address(str(entry.get("link") or ""), base=address).url
    except Invalid:
        return None
    moment = next((entry[name] for name in ("published_parsed", "updated_parsed") if name in entry), None)
    return FeedItem(
        _words(entry.get("title"), 300) or url, url, _utc(moment), _words(entry.get("summary"), 300)
    )


def _utc(moment: Iterable[int] | None) -> datetime | None:
    try:
        return datetime(*tuple(moment)[:6], tzinfo=UTC) if moment else None  # type: ignore[misc, arg-type]
    except ValueError:
        return None


def _words(value: Any, longest: int) -> str:
    """A feed's HTML as plain words."""
    text = str(value or "")
    if "<" in text or "&" in text:
        try:
            text = " ".join(document_fromstring(text[:20_000], parser=HTMLParser(encoding=None)).itertext())
        except (etree.LxmlError, ValueError):
            return ""
    return " ".join(text.split())[:longest]


def _named_by_page(raw: bytes, address: str) -> list[str]:
    """The feeds that a page links to."""
    try:
        root = document_fromstring(raw[:500_000], parser=HTMLParser(huge_tree=False))
        links = [link for link in root.iter("link") if (link.get("type") or "").lower() in _FEED_TYPES]
        return [parse_address(link.get("href") or "", base=address).url for link in links]
    except (etree.LxmlError, ValueError, Invalid):
        return []
