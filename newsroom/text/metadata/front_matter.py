"""The metadata that `key: value` lines before a Markdown text state (YAML front matter)."""

import re
from collections.abc import Sequence

from newsroom.text.metadata.dates import first_date
from newsroom.text.model import Metadata

_LINE = re.compile(r"\s*+(?P<key>[\w-]{1,40})\s*+:\s*+(?P<value>.*)")
#: Keys in the spellings that programs use, and the field that each of them fills.
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
#: How a value begins that is no plain words but a list, an object, a block or a reference.
_NOT_WORDS = ("[", "{", "|", ">", "&", "*", "!")
_WEB_ADDRESS = re.compile(r"https?://[^\s<>]{3,2000}")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")


def front_matter(lines: Sequence[str]) -> Metadata:
    """Return what `lines` state. Unknown keys, and values that are no plain words, are passed over."""
    stated: dict[str, str] = {}
    for line in lines:
        field, value = _field_and_value(line)
        if field and value:
            # Of several keys for one field the first counts.
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
    """Return the field that a line fills and its value. Either is blank if there is none."""
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
    return code.group(1).lower() if code else ""
