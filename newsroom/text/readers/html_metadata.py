"""What a page states about its article: JSON-LD (schema.org NewsArticle), OpenGraph, meta tags, canonical, language.

Blank is preferred to invented: the outlet is no author, a date without certainty is none.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newsroom.text.dates import dated
from newsroom.text.metadata import outlet_of
from newsroom.text.model import Metadata
from newsroom.text.readers.html_regions import Element

_ARTICLES = re.compile(r"(?:\w*News)?Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting")
_LONGEST_JSON = 2_000_000
_MOST_NODES = 5_000
_LONGEST = 300

_BY = re.compile(r"\s*(?:(?:written|reported|story|posted|article)\s+)?by\b\s*:?\s*|\s*authors?\s*:\s*", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:the\s+)?(?:\w+\s+)?(?:staff(?:\s+(?:writers?|reporters?|reports?))?|admin(?:istrator)?|editors?|editorial"
    r"(?:\s+(?:team|board|staff))?|news\s*(?:room|desk|team)|web\s*(?:desk|master|editor)|desk|redaktion|redacción"
    r"|la\s+rédaction|редакция|редакція|guest|author|authors|contributors?|anonymous|unknown|none|null|undefined|n/a"
    r"|user|root|correspondents?|reporters?)",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"[(<\[]?\s*(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}\s*[)>\]]?")
_ADDRESS = re.compile(r"https?://|www\.|^@|\b[\w-]+\.(?:com|org|net|co\.uk|ru|ua|info)\b", re.IGNORECASE)
_TITLE_END = re.compile(r"\s+[|–—\-»:·•]\s+")


@dataclass(frozen=True, slots=True)
class Stated:
    """The metadata a page states, and every headline it gives its article (to know it again in the text)."""

    metadata: Metadata
    headlines: tuple[str, ...]
    base: str


def stated(root: Element) -> Stated:
    """What the page under `root` states about itself."""
    tags = _meta(root)
    articles = list(_articles(root))
    url = _url(root, tags, articles)
    outlet = _line(tags.get("og:site_name")) or _publisher(articles) or outlet_of(url)
    headlines = _headlines(root, tags, articles, outlet)
    at, on_day = _published(root, tags, articles)
    metadata = Metadata(
        title=headlines[0] if headlines else "",
        byline=_byline(tags, articles, {outlet, outlet_of(url), _publisher(articles), _line(tags.get("og:site_name"))}),
        published_at=at,
        published_on_day=on_day,
        url=url,
        outlet=outlet,
        language=_language(root, tags, articles),
    )
    base = next((href for element in root.iter("base") if _is_web(href := element.get("href", ""))), url)
    return Stated(metadata, tuple(headlines), base)


def cleaned_byline(names: Sequence[str], nobodies: set[str]) -> str:
    """The people named in `names`, without "By", e-mail addresses, and those who are no person: desks, `nobodies`."""
    refused = {name.casefold() for name in nobodies if name}
    people: dict[str, None] = {}
    for name in names:
        bare = _E_MAIL.sub(" ", _BY.sub("", _line(name), count=1) if _BY.match(_line(name)) else _line(name))
        bare = " ".join(bare.split()).strip(" ,;|·•-–—")
        if (
            bare
            and any(character.isalpha() for character in bare)
            and not _ADDRESS.search(bare)
            and not _NOBODY.fullmatch(bare)
            and bare.casefold() not in refused
            and not any(bare.casefold() in (f"{name} staff", f"{name} team", f"{name}.com") for name in refused)
        ):
            people.setdefault(bare)
    return ", ".join(people)[:_LONGEST]


def _meta(root: Element) -> dict[str, str]:
    """Each meta tag's first content, by its property, name or itemprop in lower case."""
    tags: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = element.get("content", "").strip()
        if name and content:
            tags.setdefault(name.strip().lower(), content)
    return tags


def _articles(root: Element) -> Iterator[dict[str, Any]]:
    """The article objects among the page's JSON-LD."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _LONGEST_JSON:
            continue
        try:
            waiting = [json.loads(script.text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < _MOST_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting += node[:_MOST_NODES]
            elif isinstance(node, dict):
                if any(_ARTICLES.fullmatch(kind) for kind in _texts(node.get("@type"))):
                    yield node
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]


def _texts(value: object) -> list[str]:
    """The strings in a JSON-LD value, which may be one, a list, or objects with a name."""
    found = value if isinstance(value, list) else [value]
    named = [item.get("name") if isinstance(item, dict) else item for item in found[:20]]
    return [text for item in named for text in (item if isinstance(item, list) else [item]) if isinstance(text, str)]


def _line(text: str | None) -> str:
    return " ".join((text or "").split())


def _first(articles: Sequence[dict[str, Any]], key: str) -> str:
    return next((line for article in articles for text in _texts(article.get(key)) if (line := _line(text))), "")


def _publisher(articles: Sequence[dict[str, Any]]) -> str:
    return _first(articles, "publisher")[:_LONGEST]


def _is_web(address: str) -> bool:
    return re.fullmatch(r"https?://[^\s/]\S{2,2000}", address) is not None


def _url(root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]]) -> str:
    links = [element.get("href", "") for element in root.iter("link") if "canonical" in element.get("rel", "").split()]
    pages = [page.get("@id", "") if isinstance(page, dict) else page for page in _values(articles, "mainEntityOfPage")]
    stated = [*links, tags.get("og:url", ""), *pages, *_values(articles, "url")]
    return next((url.strip() for url in stated if isinstance(url, str) and _is_web(url.strip())), "")


def _values(articles: Sequence[dict[str, Any]], key: str) -> list[Any]:
    return [article[key] for article in articles if key in article]


def _headlines(root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]], outlet: str) -> list[str]:
    """The headlines in order of trust; the last is the page's title without the outlet's name."""
    title = _line(next((element.text for element in root.iter("title")), ""))
    found = [_first(articles, "headline"), tags.get("og:title", ""), tags.get("twitter:title", ""), title]
    return list(dict.fromkeys(bare for text in found if (bare := _without_outlet(_line(text), outlet))))


def _without_outlet(title: str, outlet: str) -> str:
    """`title` without a last part ("Headline | The Outlet") that names the outlet."""
    parts = list(_TITLE_END.finditer(title))
    if outlet and parts and _same_name(title[parts[-1].end() :], outlet):
        return title[: parts[-1].start()].strip()
    return "" if outlet and _same_name(title, outlet) else title


def _same_name(one: str, other: str) -> bool:
    a, b = ("".join(filter(str.isalnum, name.casefold())).removeprefix("the") for name in (one, other))
    return bool(a) and a == b


def _byline(tags: dict[str, str], articles: Sequence[dict[str, Any]], nobodies: set[str]) -> str:
    names = [name for article in articles[:1] for name in _texts(article.get("author"))]
    for stated in (
        names,
        *([tags[key]] for key in ("author", "article:author", "parsely-author", "dc.creator", "byl") if key in tags),
    ):
        byline = cleaned_byline(stated, nobodies)
        if byline:
            return byline
    return ""


def _published(root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]]) -> tuple[datetime | None, bool]:
    keys = (
        "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "pubdate",
        "publishdate", "publish_date", "publish-date", "date",
        "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date",
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


def instant(value: str) -> tuple[datetime, bool] | None:
    """A time a page states, in UTC, and whether only the day is certain: a clock time without its zone is not."""
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        if len(value) > len("2022-07-09") and moment.tzinfo is not None:
            return moment.astimezone(UTC), False
    except (ValueError, OverflowError):
        return dated(value[:100])
    return moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=UTC), True


def _language(root: Element, tags: dict[str, str], articles: Sequence[dict[str, Any]]) -> str:
    html = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    for value in (html, _first(articles, "inLanguage"), tags.get("content-language", ""), tags.get("og:locale", "")):
        found = re.match(r"\s*([A-Za-z]{2,3})(?:[-_,;\s]|$)", value)
        if found:
            return found.group(1).lower()
    return ""
