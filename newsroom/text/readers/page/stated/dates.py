"""Read the date of publication that a page states."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from newsroom.text.metadata.dates import first_date
from newsroom.text.metadata.plausible_days import plausible
from newsroom.text.model import PublicationDate
from newsroom.text.readers.page.regions import Element
from newsroom.text.readers.page.stated.linked_data import Article, first_line

_DAY_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?=[/-])"
)
_DAY_LENGTH = len("2022-07-09")
#: The longest value, in characters, that is searched for a written date.
_LONGEST_DATE = 100
#: Meta tags that state the date, the most reliable first.
_META_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "sailthru.date",
    "article:published",
    "og:published_time",
    "published_time",
    "published-date",
    "publication_date",
    "article_date_original",
    "rnews:datepublished",
    "cxenseparse:recs:publishtime",
)


def stated_date(
    root: Element, tags: Mapping[str, str], articles: Sequence[Article]
) -> PublicationDate | None:
    """Return the first unambiguous date that JSON-LD, meta tags or marked elements of the page state.

    Returns None if they state no date on which a report can have been published.
    """
    for value in _stated_values(root, tags, articles):
        published = plausible(parse_instant(value))
        if published is not None:
            return published
    return None


def parse_instant(value: str) -> PublicationDate | None:
    """Parse a time as pages state it. Returns None if `value` is not an unambiguous date.

    A time keeps its time zone. A time without a zone gives only its day, as midnight UTC.
    """
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        if len(value) > _DAY_LENGTH and moment.tzinfo is not None:
            moment.astimezone(UTC)  # raises OverflowError at both ends of the calendar
            return PublicationDate(moment, on_day=False)
    except (ValueError, OverflowError):
        return first_date(value[:_LONGEST_DATE])
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    return PublicationDate(midnight, on_day=True)


def day_in_address(url: str) -> PublicationDate | None:
    """Return the day that an address names, as in `/2022/07/09/`, or None if it names no day."""
    named = _DAY_IN_ADDRESS.search(url)
    if named is None:
        return None
    try:
        day = datetime(int(named["year"]), int(named["month"]), int(named["day"]), tzinfo=UTC)
    except ValueError:
        return None
    return PublicationDate(day, on_day=True)


def _stated_values(
    root: Element, tags: Mapping[str, str], articles: Sequence[Article]
) -> Iterator[str]:
    yield first_line(articles, "datePublished")
    for key in _META_KEYS:
        yield tags.get(key, "")
    for element in root.iter("time", "span"):
        is_marked = element.get("itemprop", "").lower() == "datepublished"
        if is_marked or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or ""
