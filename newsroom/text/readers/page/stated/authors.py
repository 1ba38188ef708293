"""Read the bylines that a page states in JSON-LD, in its markup and in meta tags."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from lxml import etree

from newsroom.text.metadata.agencies import WIRES
from newsroom.text.metadata.bylines import names_of_people
from newsroom.text.readers.page.regions import Element
from newsroom.text.readers.page.stated.linked_data import Article, as_list, is_news, texts_in

#: How many marked elements, and how many names in each of them, are examined at most.
_MOST_MARKED = 20
#: The longest name of a class or of a person that is examined, in characters.
_LONGEST = 300
_NOT_OF_ARTICLE = re.compile(r"comment|related|teaser|recommend|sidebar", re.IGNORECASE)
_META_KEYS = (
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "byl",
    "sailthru.author",
    "cxenseparse:author",
)


class StatedByline(NamedTuple):
    """The names of one byline that a page states, joined as by `names_of_people`, or an empty string.

    If `must_be_shown` is true, a name counts only if the page also shows it to readers.
    """

    names: str
    must_be_shown: bool


def stated_bylines(
    root: Element,
    tags: Mapping[str, Sequence[str]],
    articles: Sequence[Article],
    never_authors: Collection[str],
) -> Iterator[StatedByline]:
    """Yield the bylines that the page under `root` states, the most trustworthy first.

    Only the JSON-LD of a news article is the outlet's own statement of who wrote it. Other places also name
    the person who entered the article, so their names count only if the page shows them.
    """
    for article in articles[:1]:
        authors = article.get("author") or article.get("creator")
        names = names_of_people(texts_in(_persons(authors)), never_authors)
        yield StatedByline(names, must_be_shown=not is_news(article))

    marked = names_of_people(_marked_authors(root), never_authors)
    yield StatedByline(marked, must_be_shown=True)

    for key in _META_KEYS:
        if key in tags:
            yield StatedByline(names_of_people(tags[key], never_authors), must_be_shown=True)


def _persons(value: object) -> list[object]:
    """Return the items of a JSON-LD `author` value without organisations. Agencies are kept."""
    return [
        author for author in as_list(value) if not _is_organisation(author) or _is_agency(author)
    ]


def _is_organisation(author: object) -> bool:
    if not isinstance(author, dict):
        return False
    return any("Organization" in name for name in texts_in(author.get("@type")))


def _is_agency(author: object) -> bool:
    return all(name.casefold() in WIRES for name in texts_in(author))


def _marked_authors(root: Element) -> Iterator[str]:
    """Yield the names in the first visible elements with `itemprop="author"`.

    Elements that belong to comments, teasers and the like are left out.
    """
    # A meta tag states an author for machines only. Other elements are visible to readers.
    marked = (element for element in _marked_as(root, "author") if element.tag != "meta")
    for element in islice(marked, _MOST_MARKED):
        if _belongs_to_article(element):
            yield from _names_in(element)


def _marked_as(root: Element, itemprop: str) -> Iterator[Element]:
    for element in root.iter(etree.Element):
        if itemprop in element.get("itemprop", "").split():
            yield element


def _belongs_to_article(element: Element) -> bool:
    for above in element.iterancestors():
        names = f"{above.get('itemtype', '')} {above.get('class', '')}"
        if _NOT_OF_ARTICLE.search(names[:_LONGEST]):
            return False
    return True


def _names_in(author: Element) -> Iterator[str]:
    elements = list(islice(_marked_as(author, "name"), _MOST_MARKED)) or [author]
    for element in elements:
        text = element.get("content") or " ".join(element.itertext())
        yield " ".join(text.split())[:_LONGEST]
