"""Read feeds (RSS, Atom, JSON Feed, sitemaps), and the robots rules of sites.

Robots rules are checked only before a feed is fetched, not before an article is.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.robotparser import RobotFileParser

from lxml import etree
from lxml.html import HTMLParser, document_fromstring

from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.text.addresses.canonical import canonical
from newsroom.text.addresses.network import parse_address
from newsroom.text.listings.feed_entries import RawEntry, entries_of_feed
from newsroom.text.listings.json_feeds import entries_of_json_feed
from newsroom.text.listings.sitemaps import entries_of_sitemap

#: The largest feed, in bytes, and the most items of a feed that are listed.
LARGEST = 5 * 1024 * 1024
MOST_ITEMS = 200
#: How many entries are examined at most, because some have no address and some are repeated.
_MOST_ENTRIES = 400
#: The longest title of a feed, and the longest title or summary of an item, in characters.
_LONGEST_NAME = 200
_LONGEST_WORDS = 300
#: How much is examined of a summary (in characters), of a page (in bytes) and of robots rules (in lines).
_MOST_MARKUP = 20_000
_MOST_OF_PAGE = 500_000
_MOST_RULES = 5_000
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
# Browsers drop line breaks inside an address, and encode blanks.
_LINE_BREAKS = re.compile(r"[\t\r\n]+ *")
_NO_FEED = "There is no RSS, Atom or JSON feed and no sitemap at this address."


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An article that a feed lists.

    `title` is the address if the feed states no title. `published` is in UTC, or None if the feed states no
    plausible date.
    """

    title: str
    url: str
    published: datetime | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed with its own title, which may be empty, and its items in the order of the feed.

    `without_address` holds the titles, or else the links, of the items that have no web address. `further` is
    the number of entries beyond the limits, which were not examined or are not listed.
    """

    title: str
    items: tuple[FeedItem, ...]
    without_address: tuple[str, ...] = ()
    further: int = 0


def read_feed(raw: bytes, *, address: str, content_type: str = "") -> Feed:
    """Read the feed in `raw`, which was fetched from `address`.

    Items of one title whose addresses differ only in tracking parameters are listed once. Raises `TooLarge`
    beyond `LARGEST`. Raises `Unreadable` if `raw` is not a feed or has no item. If `raw` is a page that names
    a feed, the error names the address of that feed.
    """
    if len(raw) > LARGEST:
        raise TooLarge(
            f"This feed is larger than {LARGEST // 2**20} MB. Name the addresses of its articles instead."
        )
    parsed = (
        entries_of_json_feed(raw) or entries_of_sitemap(raw) or entries_of_feed(raw, content_type)
    )
    if parsed is None:
        # People often give the address of a page in place of that of its feed.
        named_feed = _feed_named_by_page(raw, address)
        advice = "Check the address."
        if named_feed:
            advice = f"The page names one: {named_feed}"
        raise Unreadable(f"{_NO_FEED} {advice}")

    items: dict[tuple[str, str], FeedItem] = {}
    without_address: dict[str, None] = {}
    for entry in parsed.entries[:_MOST_ENTRIES]:
        item = _item(entry, address)
        if item is None:
            without_address[_name_without_address(entry)] = None
        else:
            title = item.title if item.title != item.url else ""
            items.setdefault((_page_of(item.url), title), item)
    if not items:
        raise Unreadable(
            "This feed lists no article that has an address. Look again later, or check the address."
        )
    listed = tuple(items.values())
    not_examined = len(parsed.entries[_MOST_ENTRIES:])
    return Feed(
        _plain_words(parsed.title, _LONGEST_NAME),
        listed[:MOST_ITEMS],
        without_address=tuple(without_address),
        further=len(listed[MOST_ITEMS:]) + not_examined,
    )


def allowed_by_robots(rules: str, agent: str, address: str) -> bool:
    """Return whether the robots.txt in `rules` lets the program called `agent` fetch `address` (RFC 9309)."""
    robots = RobotFileParser()
    robots.parse(rules.splitlines()[:_MOST_RULES])
    return robots.can_fetch(agent, address)


def _item(entry: RawEntry, address: str) -> FeedItem | None:
    """Return the item that an entry describes, or None if it has no web address."""
    link = _LINE_BREAKS.sub("", entry.link.strip())
    try:
        url = parse_address(link.replace(" ", "%20"), base=address).url
    except Invalid:
        return None
    title = _plain_words(entry.title, _LONGEST_WORDS) or url
    return FeedItem(title, url, entry.published, _plain_words(entry.summary, _LONGEST_WORDS))


def _name_without_address(entry: RawEntry) -> str:
    title = _plain_words(entry.title, _LONGEST_WORDS)
    return title or entry.link[:_LONGEST_WORDS].strip() or "an item without a title"


def _page_of(url: str) -> str:
    """Return the address by which imports recognise the page at `url`, or `url` itself if it has none."""
    try:
        return canonical(url)
    except Invalid:
        return url


def _plain_words(text: str, longest: int) -> str:
    """Return the words of an HTML text without markup, at most `longest` code points.

    Returns an empty string if the text is empty or cannot be parsed.
    """
    if "<" in text or "&" in text:
        try:
            root = document_fromstring(text[:_MOST_MARKUP], parser=HTMLParser(encoding=None))
        except (etree.LxmlError, ValueError):
            return ""
        text = " ".join(root.itertext())
    return " ".join(text.split())[:longest]


def _feed_named_by_page(raw: bytes, address: str) -> str:
    """Return the address of the first feed that the page in `raw` links to, or an empty string if there is
    none.
    """
    try:
        root = document_fromstring(raw[:_MOST_OF_PAGE], parser=HTMLParser(huge_tree=False))
        for link in root.iter("link"):
            if (link.get("type") or "").lower() in _FEED_TYPES:
                return parse_address(link.get("href") or "", base=address).url
    except (etree.LxmlError, ValueError, Invalid):
        return ""
    return ""
