"""What a page states about its article: JSON-LD (schema.org NewsArticle), OpenGraph, meta tags, canonical,
language.

Blank is preferred to invented: the outlet is no author, a date without certainty is none.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from lxml import etree

from newsroom.text.metadata.agencies import WIRES
from newsroom.text.metadata.bylines import names_of_people
from newsroom.text.metadata.dates import first_date
from newsroom.text.metadata.gather import outlet_of
from newsroom.text.model import Metadata, PublicationDate
from newsroom.text.readers.page.regions import Element

_ARTICLES = re.compile(r"(?:\w*News)?Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting")
_LONGEST_JSON = 2_000_000
_MOST_NODES = 5_000
_LONGEST = 300
_MOST_MARKED = 20

_ABOUT_JSON = re.compile(
    r"^\s*(?:/\*<!\[CDATA\[\*/|//<!\[CDATA\[|<!\[CDATA\[|<!--)|(?:/\*\]\]>\*/|(?://)?\]\]>|-->)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",\s*+([}\]])")
_NEWS = re.compile(r"\w*NewsArticle|Report|LiveBlogPosting")
_NOT_OF_IT = re.compile(r"comment|related|teaser|recommend|sidebar", re.IGNORECASE)
_DAY_IN_ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2})[/-](?P<day>\d{1,2})(?=[/-])")
_TITLE_END = re.compile(r"\s+[|–—\-»:·•]\s+")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The metadata a page states, and every headline it gives its article (to know it again in the text).

    The metadata's byline is what the outlet tells those who count its readers: to be believed where nothing
    is shown. `titles` are what the page's title may be once the names of outlet and section are taken off its
    end. `bylines` are those it states, in order of trust, and whether each is to be believed only where the
    page also shows its names. `nobodies` are names that the outlet goes by, and so no author's. `body` is the
    article's text as it is stated for machines, plain or as HTML.
    """

    metadata: Metadata
    headlines: tuple[str, ...]
    titles: tuple[str, ...]
    bylines: tuple[tuple[str, bool], ...]
    nobodies: frozenset[str]
    base: str
    body: str


def stated(root: Element) -> PageMetadata:
    """What the page under `root` states about itself."""
    every = _meta(root)
    tags = {name: contents[0] for name, contents in every.items()}
    articles = list(_articles(root))
    url = _url(root, tags, articles)
    outlet = _line(tags.get("og:site_name")) or _publisher(articles) or outlet_of(url)
    headlines = _headlines(root, tags, articles, outlet)
    at, on_day = _published(root, tags, articles)
    last = _TITLE_END.split(_title(root))[1:][-1:]
    nobodies = frozenset((outlet, outlet_of(url), _publisher(articles), *_host(url).split("."), *last))
    metadata = Metadata(
        title=headlines[0] if headlines else "",
        byline=names_of_people(every.get("parsely-author", ()), nobodies),
        published_at=at,
        published_on_day=on_day,
        url=url,
        outlet=outlet,
        language=_language(root, tags, articles),
    )
    base = next((href for element in root.iter("base") if _is_web(href := element.get("href", ""))), url)
    bylines = tuple(_bylines(root, every, articles, nobodies))
    body = next(
        (text for article in articles for text in _texts(article.get("articleBody")) if text.strip()), ""
    )
    return PageMetadata(
        metadata, tuple(headlines), tuple(_shortened(_title(root))), bylines, nobodies, base, body
    )


def _meta(root: Element) -> dict[str, list[str]]:
    """The contents of each meta tag, by its property, name or itemprop in lower case."""
    tags: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = (
            element.get("property")
            or element.get("name")
            or element.get("itemprop")
            or element.get("http-equiv")
        )
        content = element.get("content", "").strip()
        if name and content:
            tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def _articles(root: Element) -> Iterator[dict[str, Any]]:
    """The article objects among the page's JSON-LD."""
    for script in root.iter("script"):
        if (
            "ld+json" not in (script.get("type") or "").lower()
            or not script.text
            or len(script.text) > _LONGEST_JSON
        ):
            continue
        waiting = [_loaded(script.text)]
        seen, articles, named = 0, [], {}
        while waiting and seen < _MOST_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting += node[:_MOST_NODES]
            elif isinstance(node, dict):
                if "name" in node and isinstance(node.get("@id"), str):
                    named[node["@id"]] = node["name"]
                if any(_ARTICLES.fullmatch(kind) for kind in _texts(node.get("@type"))):
                    articles.append(node)
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]
        yield from ({**article, "author": _resolved(article.get("author"), named)} for article in articles)


def _loaded(text: str) -> object:
    """The JSON of a script, also where a comment is put about it or a comma is too many; None where it is
    none.
    """
    text = _ABOUT_JSON.sub("", text)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _resolved(value: object, named: Mapping[str, object]) -> object:
    """Authors that are only pointed to, by the names they have elsewhere on the page."""
    found = value if isinstance(value, list) else [value]
    return [
        {"name": named[item["@id"]]}
        if isinstance(item, dict)
        and "name" not in item
        and isinstance(item.get("@id"), str)
        and item["@id"] in named
        else item
        for item in found[:20]
    ]


def _texts(value: object) -> list[str]:
    """The strings in a JSON-LD value, which may be one, a list, or objects with a name."""
    found = value if isinstance(value, list) else [value]
    named = [item.get("name") if isinstance(item, dict) else item for item in found[:20]]
    return [
        text
        for item in named
        for text in (item if isinstance(item, list) else [item])
        if isinstance(text, str)
    ]


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _first(articles: Sequence[dict[str, Any]], key: str) -> str:
    return next(
        (line for article in articles for text in _texts(article.get(key)) if (line := _line(text))), ""
    )


def _publisher(articles: Sequence[dict[str, Any]]) -> str:
    return _first(articles, "publisher")[:_LONGEST]


def _is_web(address: str) -> bool:
    return re.fullmatch(r"https?://[^\s/]\S{2,2000}", address) is not None


def _url(root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]]) -> str:
    links = [
        element.get("href", "")
        for element in root.iter("link")
        if "canonical" in element.get("rel", "").split()
    ]
    pages = [
        page.get("@id", "") if isinstance(page, dict) else page
        for page in _values(articles, "mainEntityOfPage")
    ]
    stated = [*links, tags.get("og:url", ""), *pages, *_values(articles, "url")]
    return next((url.strip() for url in stated if isinstance(url, str) and _is_web(url.strip())), "")


def _values(articles: Sequence[dict[str, Any]], key: str) -> list[Any]:
    return [article[key] for article in articles if key in article]


def _headlines(
    root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]], outlet: str
) -> list[str]:
    """The headlines in order of trust; the last is the page's title without the outlet's name."""
    title = _title(root)
    found = [_first(articles, "headline"), tags.get("og:title", ""), tags.get("twitter:title", ""), title]
    return list(dict.fromkeys(bare for text in found if (bare := _without_outlet(_line(text), outlet))))


def _title(root: Element) -> str:
    return _line(next((element.text for element in root.iter("title")), ""))


def _shortened(title: str) -> Iterator[str]:
    """`title` without its last part, without its last two, and so on."""
    yield from (title[: end.start()].strip() for end in reversed(list(_TITLE_END.finditer(title))))


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def _without_outlet(title: str, outlet: str) -> str:
    """`title` without a last part ("Headline | The Outlet") that names the outlet."""
    parts = list(_TITLE_END.finditer(title))
    if outlet and parts and _same_name(title[parts[-1].end() :], outlet):
        return title[: parts[-1].start()].strip()
    return "" if outlet and _same_name(title, outlet) else title


def _same_name(one: str, other: str) -> bool:
    a, b = ("".join(filter(str.isalnum, name.casefold())).removeprefix("the") for name in (one, other))
    return bool(a) and a == b


def _bylines(
    root: Element, tags: dict[str, list[str]], articles: Sequence[dict[str, Any]], nobodies: Collection[str]
) -> Iterator[tuple[str, bool]]:
    """The bylines of JSON-LD, of authors marked in the page, and of meta tags, where systems also put who
    typed it in.

    Only a news article's JSON-LD is an outlet's own word that somebody wrote it.
    """
    for article in articles[:1]:
        stated = article.get("author") or article.get("creator")
        news = any(_NEWS.fullmatch(kind) for kind in _texts(article.get("@type")))
        yield names_of_people(_texts(_persons(stated)), nobodies), not news
    yield names_of_people(_marked_authors(root), nobodies), True
    keys = (
        "author",
        "article:author",
        "parsely-author",
        "dc.creator",
        "byl",
        "sailthru.author",
        "cxenseparse:author",
    )
    yield from ((names_of_people(tags[key], nobodies), True) for key in keys if key in tags)


def _persons(value: object) -> list[object]:
    """Authors without those that are organisations, unless these are agencies."""
    return [
        item
        for item in (value if isinstance(value, list) else [value])
        if not isinstance(item, dict)
        or not any("Organization" in kind for kind in _texts(item.get("@type")))
        or all(name.casefold() in WIRES for name in _texts(item))
    ]


def _marked_authors(root: Element) -> Iterator[str]:
    """The names of the first `itemprop="author"`, those of comments and of other articles aside."""
    marked = (
        element
        for element in root.iter(etree.Element)
        if element.tag != "meta" and "author" in element.get("itemprop", "").split()
    )
    for element in islice(marked, _MOST_MARKED):
        around = [
            " ".join(above.get(key, "") for key in ("itemtype", "class")) for above in element.iterancestors()
        ]
        if not any(_NOT_OF_IT.search(names[:_LONGEST]) for names in around):
            named = (
                inner for inner in element.iter(etree.Element) if "name" in inner.get("itemprop", "").split()
            )
            found = list(islice(named, _MOST_MARKED)) or [element]
            yield from (_line(one.get("content") or " ".join(one.itertext()))[:_LONGEST] for one in found)


def _published(
    root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]]
) -> tuple[datetime | None, bool]:
    keys = (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate",
        "publishdate", "publish_date", "publish-date", "date",
        "dc.date", "dc.date.issued", "dc.date.created", "dcterms.created", "dcterms.date", "sailthru.date",
        "article:published", "og:published_time", "published_time", "published-date", "publication_date",
        "article_date_original", "rnews:datepublished", "cxenseparse:recs:publishtime",
    )  # fmt: skip
    times = (
        element.get("datetime") or element.get("content") or ""
        for element in root.iter("time", "span")
        if element.get("pubdate") is not None or element.get("itemprop", "").lower() == "datepublished"
    )
    for value in (_first(articles, "datePublished"), *(tags.get(key, "") for key in keys), *times):
        moment = instant(value)
        if moment:
            return moment
    return None, False


def day_in_address(url: str) -> PublicationDate | None:
    """Return the day that an address names (/2022/07/09/)."""
    named = _DAY_IN_ADDRESS.search(url)
    if named is None:
        return None
    try:
        day = datetime(int(named["year"]), int(named["month"]), int(named["day"]), tzinfo=UTC)
    except ValueError:
        return None
    return PublicationDate(day, on_day=True)


def instant(value: str) -> PublicationDate | None:
    """A time a page states, in its own zone, and whether only the day is certain: a clock time without zone
    is not.
    """
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        if len(value) > len("2022-07-09") and moment.tzinfo is not None:
            moment.astimezone(UTC)  # raises where the two ends of time are crossed
            return PublicationDate(moment, on_day=False)
    except (ValueError, OverflowError):
        return first_date(value[:100])
    midnight = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC)
    return PublicationDate(midnight, on_day=True)


def _language(root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]]) -> str:
    html = (
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or root.get("xml:lang")
        or ""
    )
    for value in (
        html,
        _first(articles, "inLanguage"),
        tags.get("content-language", ""),
        tags.get("og:locale", ""),
    ):
        found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_,;\s]|$)", value)
        if found:
            return found.group(1).lower()
    return ""
