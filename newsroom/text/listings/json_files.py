"""Read JSON files of articles: an array of objects, one object, or an answer of a news API that contains
them.

Items of news agencies in ninjs are such objects too.
"""

import json
from collections.abc import Iterator
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.decoding.decode import decode
from newsroom.text.listings.objects import records_of_object
from newsroom.text.listings.records import records_of_lines
from newsroom.text.listings.rows import Record
from newsroom.text.metadata.field_names import TEXT_FIELDS, field_of
from newsroom.text.wires.ninjs import in_version_order, is_ninjs

#: How deep the list of articles may be in an answer: {"articles": {"results": [...]}} has depth 2.
_DEEPEST = 3
_NO_OBJECT = "This item is no JSON object: each article is one object."


def records_of_json(raw: bytes) -> list[Record]:
    """Return one record for each article in a JSON file, or several for an item of ninjs that holds several
    texts.

    `Record.line` is the number of the article, from 1. The versions of one item of ninjs follow each other,
    the oldest first. A file with one JSON object on each line is read as JSON Lines. Raises the errors of
    `decode`, and `Invalid` if the file is not JSON, holds no article, or holds several lists of articles.
    """
    try:
        value = json.loads(decode(raw).text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return records_of_lines(raw.splitlines(keepends=True), 1)
        raise Invalid(f"This is no JSON: it breaks off at line {error.lineno}.") from error
    except (ValueError, RecursionError) as error:
        raise Invalid(
            "This JSON cannot be read: it is nested too deep, or a number is too long."
        ) from error
    records: list[Record] = []
    for number, row in in_version_order(list(enumerate(_articles_in(value), start=1))):
        records += records_of_object(number, row, no_object=_NO_OBJECT)
    return records


def articles_in_json(raw: bytes) -> list[Any]:
    """Return the values that a JSON file or a JSON Lines file holds as articles, even if they cannot be read
    as articles.

    If no list of articles is found, the values are the items of the first list of objects, or else the whole
    file as one value. A line of JSON Lines that is not JSON is returned as text. Raises the errors of
    `decode`.
    """
    text = decode(raw).text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return [_value_of_line(line) for line in text.split("\n") if line.strip()]
    try:
        return _articles_in(value)
    except Invalid:
        return _first_list_of_objects(value, 0) or [value]


def _first_list_of_objects(value: Any, depth: int) -> list[Any]:
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return value
    if isinstance(value, dict) and depth < _DEEPEST:
        for inside in value.values():
            objects = _first_list_of_objects(inside, depth + 1)
            if objects:
                return objects
    return []


def _value_of_line(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return line


def _articles_in(value: Any) -> list[Any]:
    """Return the articles in a JSON value: the value itself, or the items of the only list of articles inside
    it.

    Raises `Invalid` if there is no such list, or several.
    """
    if _is_article(value):
        return [value]
    if isinstance(value, list):
        return value
    lists = list(_lists_of_articles(value, "", 0))
    if not lists:
        raise Invalid(
            "There is no article in this JSON: an article is an object with a text, html or markdown."
        )
    if len(lists) > 1:
        names = ", ".join(name[:40] for name, _ in lists[:5])
        raise Invalid(
            f"There are several lists of articles in this JSON ({names}): hand in one of them."
        )
    return lists[0][1]


def _lists_of_articles(
    value: Any,
    name: str,
    depth: int,
) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(value, list) and any(_is_article(item) for item in value):
        yield name, value
    elif isinstance(value, dict) and depth < _DEEPEST:
        for key, inside in value.items():
            yield from _lists_of_articles(inside, key, depth + 1)


def _is_article(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    if is_ninjs(value):
        return True
    for name, text in value.items():
        if field_of(name) in TEXT_FIELDS and isinstance(text, str) and text:
            return True
    return False
