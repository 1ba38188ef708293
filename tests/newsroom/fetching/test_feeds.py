"""Test that a feed is fetched if its site allows programs to fetch it."""

import gzip

import pytest

from newsroom.errors import Unreachable
from newsroom.fetching.feeds import fetch_feed
from tests.web_servers import Web

FEED = """<rss version="2.0"><channel><title>Weather</title>
<item><title>Rain</title><link>https://example.org/rain</link></item></channel></rss>"""


def test_a_feed_comes_with_its_name_and_items(web: Web):
    feed = fetch_feed(web.put("/feed", FEED, content_type="application/rss+xml"))
    assert feed.title == "Weather"
    assert [(item.title, item.url) for item in feed.items] == [("Rain", "https://example.org/rain")]


def test_the_sites_rules_are_asked_first(web: Web):
    fetch_feed(web.put("/feed", FEED))
    assert [path for path, _ in web.asked] == ["/robots.txt", "/feed"]


@pytest.mark.parametrize(
    ("rules", "fetched"),
    [
        ("User-agent: *\nDisallow: /feed\n", False),
        ("User-agent: Newsroom\nDisallow: /\n", False),
        ("User-agent: Elsewhere\nDisallow: /\n", True),
        ("User-agent: *\nDisallow: /feeds/\n", True),
    ],
)
def test_a_feed_is_fetched_only_if_the_rules_allow_it(web: Web, rules, fetched):
    web.put("/robots.txt", rules, content_type="text/plain")
    address = web.put("/feed", FEED)
    if fetched:
        assert fetch_feed(address).title == "Weather"
    else:
        with pytest.raises(Unreachable, match="asks programs not to read this feed"):
            fetch_feed(address)
    assert ("/feed" in [path for path, _ in web.asked]) == fetched


def test_a_packed_sitemap_is_unpacked(web: Web):
    sitemap = b"<urlset><url><loc>https://example.org/rain</loc></url></urlset>"
    address = web.put("/sitemap.xml.gz", gzip.compress(sitemap), content_type="application/gzip")
    assert [item.url for item in fetch_feed(address).items] == ["https://example.org/rain"]
