"""Read the metadata in the `key: value` lines before a Markdown text (YAML front matter)."""

import re
from collections.abc import Sequence

from newsroom.text.metadata.dates import first_date
from newsroom.text.model import Metadata

_LINE = re.compile(r"\s*+(?P<key>[\w-]{1,40})\s*+:\s*+(?P<value>.*)")
#: The keys that programs write, with the field that each key fills.
_FIELD_OF_KEY = {
    "title": "title",
    "headline": "title",
    "author": "byline",
    "authors": "byline",
    "byline": "byline",
    "credit": "credit",
    "date": "date",
    "published": "date",
    "published_at": "date",
    "datepublished": "date",
    "pubdate": "date",
    "url": "url",
    "original_url": "url",
    "source_url": "url",
    "canonical": "url",
    "canonical_url": "url",
    "link": "url",
    "outlet": "outlet",
    "publisher": "outlet",
    "site": "outlet",
    "sitename": "outlet",
    "site_name": "outlet",
    "publication": "outlet",
    "lang": "language",
    "language": "language",
}
#: The first characters of values that are not plain words but lists, objects, blocks or references.
_NOT_WORDS = ("[", "{", "|", ">", "&", "*", "!")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>]{3,2000}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")


def front_matter(lines: Sequence[str]) -> Metadata:
    """Return the metadata in `lines`, the lines of the front matter.

    Unknown keys and values that are not plain words are skipped, so their fields stay empty.
    """
    stated: dict[str, str] = {}
    for line in lines:
        field, value = _field_and_value(line)
        if field and value:
            # If several keys fill the same field, the first key is used.
            stated.setdefault(field, value)

    published = first_date(stated.get("date", ""))
    return Metadata(
        title=stated.get("title", ""),
        byline=stated.get("byline", ""),
        credit=stated.get("credit", ""),
        published_at=published.moment if published else None,
        published_on_day=published is not None and published.on_day,
        url=_address(stated.get("url", "")),
        outlet=stated.get("outlet", ""),
        language=_language(stated.get("language", "")),
    )


def _field_and_value(line: str) -> tuple[str, str]:
    """Return the field of `Metadata` that a line fills, and the value. Both may be empty strings.

    The field is empty if the line has no known key, and the value is empty if it is not plain words.
    """
    match = _LINE.fullmatch(line)
    if match is None:
        return "", ""
    key = match["key"].casefold().replace("-", "_")
    value = match["value"].rstrip().strip("\"'").strip()
    if value.startswith(_NOT_WORDS):
        value = ""
    return _FIELD_OF_KEY.get(key, ""), value


def _address(value: str) -> str:
    bare = value.removeprefix("<").removesuffix(">")
    if _WEB_ADDRESS.fullmatch(bare):
        return value
    return ""


def _language(value: str) -> str:
    code = _LANGUAGE.fullmatch(value)
    if code is None:
        return ""
    return code.group(1).lower()
