"""Read bibliographies in RIS, as Zotero, EndNote and libraries write them.

Each entry names an article and its address, and holds no text of it.
"""

import re
from collections.abc import Iterator

from newsroom.errors import Invalid, NewsroomError
from newsroom.text.decoding.decode import decode
from newsroom.text.listings.rows import Record, parse_record
from newsroom.text.metadata.bylines import BETWEEN_NAMES

_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9])  - (?P<value>.*)")
_FIRST, _LAST = "TY", "ER"
#: The tags of each field, those first that say it best.
_TAGS = {
    "title": ("TI", "T1", "CT"),
    "outlet": ("T2", "JO", "JF", "J2", "JA", "T3", "PB"),
    "date": ("DA", "Y1", "PY"),
    "url": ("UR", "LK", "L2", "L1"),
    "language": ("LA",),
}
_AUTHORS = ("AU", "A1", "A2")
_DAY = re.compile(r"(\d{4})[/-](\d{1,2})[/-](\d{1,2})\b")
#: The most lines of an entry.
_MOST_LINES = 2_000
_NO_ENTRY = "There is no entry of a bibliography in this file: each begins with a line “TY  - ”."


def records_of_ris(raw: bytes) -> list[Record]:
    """Return one record for each entry of a bibliography, with the line at which it begins.

    Raises the errors of `decode`, and `Invalid` if there is no entry.
    """
    records = [_record(line, entry) for line, entry in _entries(decode(raw).text)]
    if not records:
        raise Invalid(_NO_ENTRY)
    return records


def _entries(text: str) -> Iterator[tuple[int, dict[str, list[str]]]]:
    """Yield each entry with the number of its first line, as {tag: values}. Lines without a tag are
    skipped.
    """
    entry: dict[str, list[str]] = {}
    start = lines = 0
    for number, line in enumerate(text.splitlines(), start=1):
        # The last line of an entry may lack its blank.
        match = _LINE.fullmatch(line.strip("\ufeff \t") + " ")
        if match is None:
            continue
        tag, value = match["tag"], match["value"].strip()
        if lines > _MOST_LINES and tag not in (_FIRST, _LAST):
            continue
        if tag == _FIRST:
            if entry:
                yield start, entry
            entry, start, lines = {}, number, 0
        if start:
            entry.setdefault(tag, []).append(value)
            lines += 1
        if tag == _LAST and entry:
            yield start, entry
            entry, start = {}, 0
    if entry:
        yield start, entry


def _record(line: int, entry: dict[str, list[str]]) -> Record:
    row = {field: _first_filled(entry, tags) for field, tags in _TAGS.items()}
    row["date"] = _day(row["date"])
    authors = [_in_order(name) for tag in _AUTHORS for name in entry.get(tag, []) if name]
    row["byline"] = BETWEEN_NAMES.join(authors)
    if not row["url"]:
        return Record(line, error="This entry has no address: hand in the article itself.")
    try:
        return parse_record(line, row)
    except NewsroomError as error:
        return Record(line, error=error.sentence)


def _first_filled(entry: dict[str, list[str]], tags: tuple[str, ...]) -> str:
    for tag in tags:
        for value in entry.get(tag, []):
            if value:
                return value
    return ""


def _day(written: str) -> str:
    """Return a day in ISO 8601, or an empty string if the entry states only a year or a month."""
    day = _DAY.match(written)
    if day is None:
        return ""
    year, month, number = day.groups()
    return f"{year}-{month:0>2}-{number:0>2}"


def _in_order(name: str) -> str:
    """Return a name with the given name first: “Ana Ruiz” for “Ruiz, Ana”."""
    family, _, given_name = name.partition(", ")
    return f"{given_name} {family}".strip()
