"""Read entries of sitemaps (https://www.sitemaps.org/protocol.html), and of their extension for news."""

from lxml import etree

from newsroom.errors import Unreadable
from newsroom.text.listings.feed_entries import FeedEntries, RawEntry, zoned_time
from newsroom.text.xml_files import local_name, parse_xml, root_name

_SITEMAP, _INDEX = "urlset", "sitemapindex"
_ENTRY = "url"
#: The longest address that an error message repeats.
_LONGEST_SHOWN = 300


def entries_of_sitemap(raw: bytes) -> FeedEntries | None:
    """Return the entries of a sitemap, or None if `raw` is not one.

    Raises `Unreadable` for a list of sitemaps, with the address of the first one, and the errors of
    `parse_xml`.
    """
    name = root_name(raw)
    if name not in (_SITEMAP, _INDEX):
        return None
    root = parse_xml(raw)
    if name == _INDEX:
        first = next((_values(each).get("loc", "") for each in root), "")
        raise Unreadable(
            f"This is a list of sitemaps. Hand in the address of one of them: {first[:_LONGEST_SHOWN]}"
        )
    entries = [_entry(each) for each in root if local_name(each) == _ENTRY]
    return FeedEntries("", tuple(entries))


def _entry(element: etree._Element) -> RawEntry:
    values = _values(element)
    day = values.get("publication_date", "")
    published = zoned_time(day)
    summary = [values.get("name", "")]
    if published is None:
        # A day alone is no time, but it helps to choose.
        summary.append(day)
    return RawEntry(
        link=values.get("loc", ""),
        title=values.get("title", ""),
        published=published or zoned_time(values.get("lastmod", "")),
        summary=", ".join(filter(None, summary)),
    )


def _values(element: etree._Element) -> dict[str, str]:
    """Return the texts of the elements under an element, by name. Of several elements with one name, the
    first counts.
    """
    values: dict[str, str] = {}
    for each in element.iter():
        text = (each.text or "").strip()
        # Pictures of the page have a title and an address of their own.
        if text and "image" not in str(each.tag):
            values.setdefault(local_name(each), text)
    return values
