"""Fetching a feed as its site allows robots to, and saying which of its articles are here already."""

from dataclasses import dataclass

from newsroom.errors import Invalid, Unreachable
from newsroom.fetching.pages import fetch_page
from newsroom.models import Article
from newsroom.text.addresses.canonical import canonical
from newsroom.text.addresses.network import parse_address
from newsroom.text.listings.feeds import Feed, FeedItem, allowed_by_robots, read_feed

#: The name robots.txt may speak to.
ROBOT = "Newsroom"
_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"
_SECONDS = 4.0


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item of a feed, and the article it was imported as, where it was."""

    item: FeedItem
    known: Article | None


def fetch_feed(url: str) -> Feed:
    """The feed at `url`. Raises what fetching and reading raise, `Unreachable` where the site forbids robots."""
    here = parse_address(url)
    if not allowed_by_robots(_robots(f"{here.scheme}://{here.authority}/robots.txt"), ROBOT, here.url):
        raise Unreachable(
            f"{here.host} asks programs not to read this feed. Name its articles’ addresses instead."
        )
    fetched = fetch_page(here.url, accept=_ACCEPT, seconds=_SECONDS)
    return read_feed(
        fetched.raw,
        address=fetched.address,
        content_type=fetched.headers.get("content-type", "").split(";")[0],
    )


def listed(feed: Feed) -> list[FeedEntry]:
    """The items with the articles they are known as, in one query."""
    addresses = {item.url: _canonical(item.url) for item in feed.items}
    known = {
        found.address: found for found in Article.objects.filter(address__in=set(addresses.values()) - {""})
    }
    return [FeedEntry(item, known.get(addresses[item.url])) for item in feed.items]


def _robots(url: str) -> str:
    """The site's rules; none where it has none (RFC 9309: what cannot be had forbids nothing)."""
    try:
        return fetch_page(url, accept="text/plain", seconds=_SECONDS).raw.decode("utf-8", "replace")
    except Unreachable:
        return ""


def _canonical(url: str) -> str:
    try:
        return canonical(url)
    except Invalid:
        return ""
