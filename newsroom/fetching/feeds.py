"""Fetch a feed or a sitemap, if the robots.txt of its site allows programs to do so."""

from newsroom.errors import Unreachable
from newsroom.fetching.gzips import GZIP_MAGIC, unpack_gzip
from newsroom.fetching.pages import fetch_page
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.addresses.network import parse_address
from newsroom.text.listings.feeds import LARGEST, Feed, allowed_by_robots, read_feed

#: The name of this program in robots.txt.
ROBOT = "Newsroom"
_ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, */*;q=0.1"
)
#: A person waits while a feed is fetched, so it gets less time than a page. In seconds.
_SECONDS = 4.0


def fetch_feed(url: str) -> Feed:
    """Fetch the feed at `url`, and return its title and items.

    Raises `Unreachable` if the site forbids programs to read it, and the errors of `fetch_page` and
    `read_feed`.
    """
    address = parse_address(url)
    rules = _robots(f"{address.scheme}://{address.authority}/robots.txt")
    if not call_in_reader(allowed_by_robots, rules, ROBOT, address.url):
        raise Unreachable(
            f"{address.host} asks programs not to read this feed. Name its articles’ addresses instead."
        )

    page = fetch_page(address.url, accept=_ACCEPT, seconds=_SECONDS)
    content_type = page.headers.get("content-type", "").split(";")[0]
    raw = page.raw
    # Sitemaps are often packed as files, whatever their server says.
    if raw.startswith(GZIP_MAGIC):
        raw = call_in_reader(unpack_gzip, raw, LARGEST)
    return call_in_reader(read_feed, raw, address=page.address, content_type=content_type)


def _robots(url: str) -> str:
    """Return the text of the robots.txt at `url`.

    Returns an empty string if it cannot be fetched, because then nothing is forbidden (RFC 9309).
    """
    try:
        return fetch_page(url, accept="text/plain", seconds=_SECONDS).raw.decode("utf-8", "replace")
    except Unreachable:
        return ""
