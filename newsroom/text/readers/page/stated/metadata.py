"""Read what a page states about its article: JSON-LD, OpenGraph, meta tags, canonical address, language.

A field stays empty if its value is uncertain: the outlet is not an author, and an unclear date is not a date.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.addresses.article_addresses import article_address, is_public_host
from newsroom.text.metadata.bylines import names_of_people
from newsroom.text.metadata.limits import LONGEST_STATED
from newsroom.text.metadata.outlets import outlet_of
from newsroom.text.model import Metadata
from newsroom.text.readers.page.regions import Element
from newsroom.text.readers.page.stated.authors import StatedByline, stated_bylines
from newsroom.text.readers.page.stated.dates import stated_date
from newsroom.text.readers.page.stated.linked_data import (
    Article,
    first_line,
    linked_articles,
    texts_in,
    values_of,
)
from newsroom.text.readers.page.stated.titles import (
    last_part,
    shortened_titles,
    title_of,
    without_outlet,
)

_LONGEST_PUBLISHER = 300
_WEB_ADDRESS = re.compile(r"https?://[^\s/]\S{2,2000}")
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?:[-_,;\s]|$)")
#: The attributes with the name of a meta tag, and those with the language of a page.
_META_NAMES = ("property", "name", "itemprop", "http-equiv")
_LANGUAGE_NAMES = ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The metadata that a page states, and values that help to find its headline and authors in the text.

    The byline in `metadata` is meant for services that count readers, so it is used only if the page shows no
    byline. `headlines` are all headlines that the page states, the most reliable first. `titles` are the
    page's title without its last part, without its last two parts, and so on. `bylines` are in order of
    trust. `never_authors` are names of the outlet. Links are relative to `base`. `body` is the article's text
    in the metadata, as plain text or HTML, or an empty string.
    """

    metadata: Metadata
    headlines: tuple[str, ...]
    titles: tuple[str, ...]
    bylines: tuple[StatedByline, ...]
    never_authors: frozenset[str]
    base: str
    body: str


def stated_by_page(root: Element) -> PageMetadata:
    """Return what the page under `root` states about itself. What the page does not state is empty."""
    contents_of = _meta_contents(root)
    tags = {name: contents[0] for name, contents in contents_of.items()}
    articles = list(linked_articles(root))
    title = title_of(root)
    addresses = _stated_addresses(root, tags, articles)
    url = next(filter(_is_article_address, addresses), "")
    # Also a front page that is stated as the address of the article names the site.
    site = url or next(iter(addresses), "")
    publisher = first_line(articles, "publisher")[:_LONGEST_PUBLISHER]
    outlet = _in_one_line(tags.get("og:site_name", "")) or publisher or outlet_of(site)

    headlines = _stated_headlines(title, tags, articles, outlet)
    host_labels = _host_of(site).split(".")
    never_authors = frozenset((outlet, outlet_of(site), publisher, last_part(title), *host_labels))
    published = stated_date(root, tags, articles)
    metadata = Metadata(
        title=next(iter(headlines), ""),
        byline=names_of_people(contents_of.get("parsely-author", ()), never_authors),
        published_at=published.moment if published else None,
        published_on_day=published is not None and published.on_day,
        url=url,
        outlet=outlet,
        language=_stated_language(root, tags, articles),
    )
    return PageMetadata(
        metadata,
        headlines,
        tuple(shortened_titles(title)),
        tuple(stated_bylines(root, contents_of, articles, never_authors)),
        never_authors,
        _stated_base(root) or site,
        _stated_body(articles),
    )


def _meta_contents(root: Element) -> dict[str, list[str]]:
    """Return the contents of the meta tags, as {name in lower case: contents}.

    The name of a meta tag is its property, name, itemprop or http-equiv.
    """
    contents_of: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = _first_attribute(element, _META_NAMES)
        content = element.get("content", "").strip()
        if name and content:
            contents_of.setdefault(name.strip().lower(), []).append(content[:LONGEST_STATED])
    return contents_of


def _first_attribute(element: Element, names: Sequence[str]) -> str:
    """Return the value of the first of the attributes `names` that is not empty, or an empty string."""
    values = (element.get(name) for name in names)
    return next(filter(None, values), "")


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


def _is_web_address(address: str) -> bool:
    return _WEB_ADDRESS.fullmatch(address) is not None


def _stated_addresses(
    root: Element, tags: Mapping[str, str], articles: Sequence[Article]
) -> list[str]:
    """Return the web addresses that the page states as its own, the most reliable first."""
    values = _address_values(root, tags, articles)
    stated = (value.strip() for value in values if isinstance(value, str))
    return [address for address in stated if _is_web_address(address)]


def _is_article_address(address: str) -> bool:
    """Return whether `address`, which a page states as its own, can be that of one article.

    A front page, a section, an empty id, or a computer that only its site knows is a mistake of the site.
    """
    try:
        return is_public_host(address) and article_address(address) != ""
    except (Invalid, ValueError):
        return False


def _address_values(
    root: Element, tags: Mapping[str, str], articles: Sequence[Article]
) -> Iterator[Any]:
    """Yield the values that the page states as its own address, the most reliable first.

    A value may be empty, or something other than a string.
    """
    for element in root.iter("link"):
        if "canonical" in element.get("rel", "").split():
            yield element.get("href", "")
    yield tags.get("og:url", "")
    for page in values_of(articles, "mainEntityOfPage"):
        yield page.get("@id", "") if isinstance(page, dict) else page
    yield from values_of(articles, "url")


def _stated_base(root: Element) -> str:
    for element in root.iter("base"):
        address: str = element.get("href", "")
        if _is_web_address(address):
            return address
    return ""


def _host_of(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def _stated_headlines(
    title: str,
    tags: Mapping[str, str],
    articles: Sequence[Article],
    outlet: str,
) -> tuple[str, ...]:
    """Return the headlines that the page states, without the outlet's name, the most reliable first.

    The last one is the page's title. The result is empty if the page states no headline and no title.
    """
    stated = (
        first_line(articles, "headline"),
        tags.get("og:title", ""),
        tags.get("twitter:title", ""),
        title,
    )
    headlines = (without_outlet(_in_one_line(text), outlet) for text in stated)
    return tuple(dict.fromkeys(filter(None, headlines)))


def _stated_body(articles: Sequence[Article]) -> str:
    for value in values_of(articles, "articleBody"):
        for text in texts_in(value):
            if text.strip():
                return text
    return ""


def _stated_language(
    root: Element,
    tags: Mapping[str, str],
    articles: Sequence[Article],
) -> str:
    """Return the first stated language, as a code of two or three letters, or an empty string."""
    stated = (
        _first_attribute(root, _LANGUAGE_NAMES),
        first_line(articles, "inLanguage"),
        tags.get("content-language", ""),
        tags.get("og:locale", ""),
    )
    for value in stated:
        code = _LANGUAGE.match(value)
        if code is not None:
            return code.group(1).lower()
    return ""
