"""Test feeds: what they list, and which files are no feed."""

import json
from datetime import UTC, datetime

import pytest

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.listings.feeds import FeedItem, allowed_by_robots, read_feed

HERE = "https://example.org/feed.xml"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Rain &amp; more</title>{0}</channel></rss>"""
ITEM = """<item><title>It &lt;b&gt;rained&lt;/b&gt;</title><link>https://example.org/a</link>
<pubDate>Sat, 09 Jul 2022 16:30:00 +0200</pubDate>
<description>&lt;p&gt;For hours.&lt;/p&gt;</description></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Rain</title><entry><title>It rained</title>
<link href="/a"/><updated>2022-07-09T14:30:00Z</updated></entry></feed>"""
A = FeedItem("It rained", "https://example.org/a", datetime(2022, 7, 9, 14, 30, tzinfo=UTC), "For hours.")


def read(text, **options):
    return read_feed(text.encode(), address=HERE, **options)


def test_rss_lists_its_items_in_plain_words():
    feed = read(RSS.format(ITEM), content_type="application/rss+xml")
    assert (feed.title, feed.items) == ("Rain & more", (A,))


def test_atom_lists_its_items_with_their_addresses_made_whole():
    assert read(ATOM).items == (FeedItem("It rained", "https://example.org/a", A.published),)


@pytest.mark.parametrize(
    "link", ["", "<link>javascript:alert(1)</link>", "<link>mailto:a@example.org</link>"]
)
def test_an_item_without_a_web_address_is_named(link):
    feed = read(RSS.format(f"<item><title>Two ships</title>{link}</item>{ITEM}"))
    assert (feed.items, feed.without_address) == ((A,), ("Two ships",))


def test_an_item_without_title_and_web_address_is_named_by_its_link():
    feed = read(RSS.format(f"<item><link>https://not a host/a</link></item><item/>{ITEM}"))
    assert feed.without_address == ("https://not a host/a", "an item without a title")


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://example.org/two ships", "https://example.org/two%20ships"),
        ("https://example.org/\n   two", "https://example.org/two"),
        ("  /two?q=two ships\n", "https://example.org/two?q=two%20ships"),
    ],
)
def test_blanks_in_a_link_are_read_as_browsers_read_them(link, url):
    feed = read(RSS.format(f"<item><link>{link}</link></item>"))
    assert ([item.url for item in feed.items], feed.without_address) == ([url], ())


@pytest.mark.parametrize("title", ["<title>Two ships</title>", ""])
def test_addresses_that_differ_in_tracking_parameters_are_listed_once(title):
    links = ("a?utm_source=rss", "a?utm_source=mail&amp;fbclid=7", "a")
    items = "".join(f"<item>{title}<link>https://example.org/{link}</link></item>" for link in links)
    assert [item.url for item in read(RSS.format(items)).items] == ["https://example.org/a?utm_source=rss"]


@pytest.mark.parametrize("others", ["<link>https://example.org/a?id=2</link>", "<title>Other</title>{0}"])
def test_other_addresses_and_other_titles_are_other_items(others):
    same = "<link>https://example.org/a?utm_source=rss</link>"
    items = f"<item><title>Two</title>{same}</item><item>{others.format(same)}</item>"
    assert len(read(RSS.format(items)).items) == 2


@pytest.mark.parametrize("date", ["yesterday", "Sat, 99 Jul 0000 99:99:99 +9999", "0000-00-00"])
def test_a_date_that_is_none_is_not_invented(date):
    item = f"<item><link>https://example.org/a</link><pubDate>{date}</pubDate></item>"
    assert [found.published for found in read(RSS.format(item)).items] == [None]


def test_an_item_without_a_title_is_known_by_its_address():
    item = "<item><link>https://example.org/a</link></item>"
    assert read(RSS.format(item)).items[0].title == "https://example.org/a"


def test_only_the_first_items_of_an_endless_feed_are_listed():
    items = "".join(f"<item><link>https://example.org/{n}</link></item>" for n in range(999))
    feed = read(RSS.format(items))
    assert (len(feed.items), feed.further) == (200, 799)


@pytest.mark.parametrize(("number", "further"), [(200, 0), (201, 1), (401, 201)])
def test_what_is_beyond_the_limits_is_counted(number, further):
    items = "".join(f"<item><link>https://example.org/{n}</link></item>" for n in range(number))
    assert read(RSS.format(items)).further == further


@pytest.mark.parametrize("text", ["", "no feed", "{}", "<html><body>Rain</body></html>", "<a/>", "\x00\x01"])
def test_what_is_no_feed_is_told(text):
    with pytest.raises(Unreadable, match="no RSS, Atom or JSON feed"):
        read(text)


def test_a_page_that_names_a_feed_tells_its_address():
    page = (
        '<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body></body></html>'
    )
    with pytest.raises(Unreadable, match=r"The page names one: https://example\.org/rss"):
        read(page, content_type="text/html")


def test_a_feed_without_articles_is_told():
    with pytest.raises(Unreadable, match="lists no article"):
        read(RSS.format(""))


def test_a_feed_larger_than_the_limit_is_refused():
    with pytest.raises(TooLarge):
        read_feed(b"x" * (5 * 1024 * 1024 + 1), address=HERE)


def test_the_name_of_a_file_is_never_opened():
    with pytest.raises(Unreadable):
        read(__file__)


def test_entities_are_neither_loaded_nor_multiplied():
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha"><!ENTITY x SYSTEM "file:{__file__}">{laughs}]>'
    )
    item = "<item><title>&a9;&x;</title><link>https://example.org/a</link></item>"
    (found,) = read(bomb + RSS.format(item).partition("?>")[2]).items
    assert len(found.title) <= 300
    assert "neither loaded" not in found.title


RULES = "User-agent: *\nDisallow: /private/\n\nUser-agent: Newsroom\nDisallow: /feeds/\n"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/feed.xml", True),
        (RULES, "/feed.xml", True),
        (RULES, "/feeds/a.xml", False),
        ("User-agent: *\nDisallow: /\n", "/feed.xml", False),
        ("<html>no rules</html>", "/feed.xml", True),
    ],
)
def test_a_site_says_what_robots_may_read(rules, path, allowed):
    assert allowed_by_robots(rules, "Newsroom", f"https://example.org{path}") is allowed


@pytest.mark.parametrize(("items", "listed"), [(200, 200), (201, 200)])
def test_at_most_200_items_are_listed(items, listed):
    text = "".join(f"<item><link>https://example.org/{n}</link></item>" for n in range(items))
    assert len(read(RSS.format(text)).items) == listed


@pytest.mark.parametrize(("entries", "listed"), [(400, 1), (401, 0)])
def test_at_most_400_entries_are_examined_for_an_address(entries, listed):
    without_address = "<item><title>x</title></item>" * (entries - 1)
    text = RSS.format(without_address + ITEM)
    found = read(text).items if listed else ()
    assert len(found) == listed
    if not listed:
        with pytest.raises(Unreadable, match="no article that has an address"):
            read(text)


@pytest.mark.parametrize(("letters", "kept"), [(200, 200), (201, 200)])
def test_the_name_of_a_feed_is_cut_at_200_characters(letters, kept):
    feed = read(RSS.replace("Rain &amp; more", "x" * letters).format(ITEM))
    assert feed.title == "x" * kept


@pytest.mark.parametrize(("letters", "kept"), [(300, 300), (301, 300)])
def test_the_title_of_an_item_is_cut_at_300_characters(letters, kept):
    item = f"<item><title>{'x' * letters}</title><link>https://example.org/a</link></item>"
    assert read(RSS.format(item)).items[0].title == "x" * kept


def test_a_json_feed_and_a_sitemap_list_their_articles():
    item = {"url": "/a", "title": "It <b>rained</b>"}
    feed = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Rain", "items": [item]}))
    assert (feed.title, feed.items) == ("Rain", (FeedItem("It rained", "https://example.org/a"),))
    sitemap = read("<urlset><url><loc>https://example.org/a</loc></url></urlset>")
    assert sitemap.items == (FeedItem("https://example.org/a", "https://example.org/a"),)
