"""Read the article objects in a page's JSON-LD (NewsArticle and similar types of schema.org)."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsroom.text.metadata.limits import LONGEST_STATED
from newsroom.text.readers.page.regions import Element

Article = dict[str, Any]

_ARTICLE_TYPE = re.compile(
    r"(?:\w*News)?Article|Report|BlogPosting|LiveBlogPosting|SocialMediaPosting"
)
_NEWS_TYPE = re.compile(r"\w*NewsArticle|Report|LiveBlogPosting")
#: The longest script, in characters, and the most objects of it, that are examined.
_LONGEST_SCRIPT = 2_000_000
_MOST_OBJECTS = 5_000
#: The most items of one list that are examined.
_MOST_ITEMS = 20
#: Keys under which an object holds other objects that may be the article.
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage")

_AROUND_JSON = re.compile(
    r"^\s*(?:/\*<!\[CDATA\[\*/|//<!\[CDATA\[|<!\[CDATA\[|<!--)|(?:/\*\]\]>\*/|(?://)?\]\]>|-->)\s*+(?:;\s*+)?$"
)
_TRAILING_COMMA = re.compile(r",\s*+([}\]])")


def linked_articles(root: Element) -> Iterator[Article]:
    """Yield the article objects in the JSON-LD of the page under `root`; yield nothing if it has none.

    In each object, `author` is a list in which references by id are replaced by names.
    """
    for script in root.iter("script"):
        if _is_linked_data(script):
            yield from _articles_in(_parse_json(script.text))


def texts_in(value: object) -> list[str]:
    """Return the strings in a JSON-LD value, which may be a string, a list, or objects with a name.

    The result is empty if the value holds no string.
    """
    texts: list[str] = []
    for item in as_list(value)[:_MOST_ITEMS]:
        named = item.get("name") if isinstance(item, dict) else item
        texts += [text for text in as_list(named) if isinstance(text, str)]
    return texts


def first_line(articles: Sequence[Article], key: str) -> str:
    """Return the first non-empty string that one of `articles` has under `key`, in one line.

    Returns an empty string if there is none.
    """
    for value in values_of(articles, key):
        for text in texts_in(value):
            line = " ".join(text[:LONGEST_STATED].split())
            if line:
                return line
    return ""


def values_of(articles: Sequence[Article], key: str) -> list[Any]:
    return [article[key] for article in articles if key in article]


def as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def is_news(article: Article) -> bool:
    """Return whether the type of an article object is a type of news, and not of any other page."""
    return any(_NEWS_TYPE.fullmatch(name) for name in texts_in(article.get("@type")))


def _is_linked_data(script: Element) -> bool:
    if "ld+json" not in (script.get("type") or "").lower():
        return False
    return bool(script.text) and len(script.text) <= _LONGEST_SCRIPT


def _parse_json(text: str) -> object:
    """Parse the JSON of a script, even if it is inside a comment or has a trailing comma.

    Returns None if the script is not JSON.
    """
    text = _AROUND_JSON.sub("", text)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _articles_in(parsed: object) -> list[Article]:
    """Return the article objects in a parsed script, outer objects first.

    In each of them, `author` is a list in which references by id are replaced by names.
    """
    waiting = deque([parsed])
    articles: list[Article] = []
    name_of_id: dict[str, object] = {}
    looked_at = 0
    while waiting and looked_at < _MOST_OBJECTS:
        node = waiting.popleft()
        looked_at += 1
        if isinstance(node, list):
            waiting.extend(node[:_MOST_OBJECTS])
        elif isinstance(node, dict):
            if "name" in node and isinstance(node.get("@id"), str):
                name_of_id[node["@id"]] = node["name"]
            if any(_ARTICLE_TYPE.fullmatch(name) for name in texts_in(node.get("@type"))):
                articles.append(node)
            waiting.extend(node[key] for key in _CONTAINERS if key in node)
    return [{**article, "author": _named_authors(article, name_of_id)} for article in articles]


def _named_authors(article: Article, name_of_id: Mapping[str, object]) -> list[object]:
    authors = as_list(article.get("author"))[:_MOST_ITEMS]
    return [_named_author(author, name_of_id) for author in authors]


def _named_author(author: object, name_of_id: Mapping[str, object]) -> object:
    """Return `author` unchanged, unless it is a reference by id to a name that the page gives elsewhere.

    Then the result is {"name": that name}.
    """
    if not isinstance(author, dict) or "name" in author:
        return author
    identity = author.get("@id")
    if isinstance(identity, str) and identity in name_of_id:
        return {"name": name_of_id[identity]}
    return author
