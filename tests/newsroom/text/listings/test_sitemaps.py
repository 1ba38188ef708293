"""Test sitemaps, and their extension for news."""

from datetime import UTC, datetime

import pytest

from newsroom.errors import Unreadable
from newsroom.text.listings.feed_entries import RawEntry
from newsroom.text.listings.sitemaps import entries_of_sitemap

MOMENT = datetime(2022, 7, 9, 14, 30, tzinfo=UTC)
NEWS = """<news:news><news:publication><news:name>Example Times</news:name><news:language>en</news:language>
</news:publication><news:publication_date>{0}</news:publication_date><news:title>It rained</news:title>
</news:news>"""
IMAGE = "<image:image><image:loc>/a.jpg</image:loc><image:title>The bridge</image:title></image:image>"


def sitemap(inside):
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        f'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{inside}</urlset>'
    ).encode()


def entry(inside):
    (only,) = entries_of_sitemap(sitemap(f"<url>{inside}</url>")).entries
    return only


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            f"{IMAGE}<loc> https://example.org/a </loc>" + NEWS.format("2022-07-09T16:30:00+02:00"),
            RawEntry("https://example.org/a", "It rained", MOMENT, "Example Times"),
        ),
        (
            "<loc>/a</loc>" + NEWS.format("2022-07-09"),
            RawEntry("/a", "It rained", None, "Example Times, 2022-07-09"),
        ),
        ("<loc>/a</loc><lastmod>2022-07-09T14:30:00Z</lastmod>", RawEntry("/a", "", MOMENT)),
        ("", RawEntry("")),
    ],
)
def test_an_address_is_listed_with_its_headline_and_time(inside, expected):
    assert entry(inside) == expected


def test_a_list_of_sitemaps_names_the_first():
    raw = b"<sitemapindex><sitemap><loc>https://example.org/news.xml</loc></sitemap></sitemapindex>"
    with pytest.raises(Unreadable, match=r"one of them: https://example\.org/news\.xml"):
        entries_of_sitemap(raw)


def test_another_file_is_no_sitemap():
    assert entries_of_sitemap(b"<rss/>") is None
    with pytest.raises(Unreadable, match="damaged"):
        entries_of_sitemap(b"<urlset><url>")
