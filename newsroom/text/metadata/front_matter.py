"""Read the metadata in the `key: value` lines before a Markdown text (YAML front matter)."""

import re
from collections.abc import Sequence

from newsroom.text.metadata.bylines import BETWEEN_NAMES
from newsroom.text.metadata.dates import first_date
from newsroom.text.metadata.field_names import field_of
from newsroom.text.model import Metadata

_LINE = re.compile(r"\s*+(?P<key>[\w-]{1,40})\s*+:\s*+(?P<value>.*)")
#: A list of plain words in one line. Only a byline may be a list.
_LIST = re.compile(r"\[([^\[\]{}&*!|>]{1,1000})\]")
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

    published = first_date(stated.get("published_at", ""))
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
    field = field_of(match["key"])
    value = _unquoted(match["value"])
    listed = _LIST.fullmatch(value)
    if listed and field == "byline":
        names = [_unquoted(name) for name in listed.group(1).split(",")]
        return field, BETWEEN_NAMES.join(filter(None, names))
    if field == "outlet" and is_web_address(value):
        # Some programs call the address of a page its source.
        return "url", value
    if value.startswith(_NOT_WORDS):
        value = ""
    return field, value


def _unquoted(value: str) -> str:
    return value.strip().strip("\"'").strip()


def is_web_address(value: str) -> bool:
    """Return whether `value` is only an address of the web, perhaps between `<` and `>`."""
    return _WEB_ADDRESS.fullmatch(value.removeprefix("<").removesuffix(">")) is not None


def is_language(value: str) -> bool:
    """Return whether `value` is the code of a language, such as `en` or `en-GB`."""
    return _LANGUAGE.fullmatch(value) is not None


def _address(value: str) -> str:
    if is_web_address(value):
        return value
    return ""


def _language(value: str) -> str:
    code = _LANGUAGE.fullmatch(value)
    if code is None:
        return ""
    return code.group(1).lower()
