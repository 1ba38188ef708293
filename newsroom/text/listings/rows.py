"""Read one row of a table, or one JSON object, as the record of an article.

A field may have any of its names (see `field_names`). If several columns fill one field, the first that is
not empty is used; columns with the project's own names come first. The notes list the columns that are not
used.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.listings.row_dates import note_on_unread_date, published_in
from newsroom.text.metadata.bylines import BETWEEN_NAMES
from newsroom.text.metadata.field_names import TEXT_FIELDS, field_of, is_own_name
from newsroom.text.metadata.front_matter import is_language, is_web_address
from newsroom.text.metadata.limits import LONGEST_EXTERNAL_ID, LONGEST_STATED
from newsroom.text.normalise import normalise, repair_surrogates
from newsroom.text.pipeline import SourceDetails
from newsroom.text.readers.formats import is_html

#: How many characters of a story's name are kept. No story has such a long name, so a cut name matches no
#: story.
_LONGEST_STORY = 200
#: Fields that `SourceDetails` has under the same name.
_DETAILS = ("external_id", "title", "outlet", "byline", "credit", "url", "language")
_FORMAT_OF_FIELD = {"text": "plain", "html": "html", "markdown": "markdown"}
_ADDRESS_ALONE = "The table holds no text of this article: it is fetched from its address."
#: How the fields are called in notes.
_LABELS = {
    "outlet": "name of the outlet",
    "url": "address",
    "published_at": "date",
    "external_id": "external_id",
}
#: How many names of columns a note shows, and how many characters of each.
_MOST_NAMES, _LONGEST_NAME = 12, 40
#: A column that holds the name of the outlet in some tables, and the address of the page in others.
_SOURCE = "source"
#: How an object writes a person or an outlet: {"name": "Example Times"}.
_KEYS_OF_NAME = ("name", "title")
#: A list of names as Python prints it, which is what many tables have in a column of authors.
_PRINTED_LIST = re.compile(r"\[(?:[^\[\]]*)\]")
_PRINTED_NAME = re.compile(r"'([^']{1,200})'|\"([^\"]{1,200})\"")
#: The end of a text that a news API has cut.
_CUT = re.compile(r"\[\+\d{1,7} chars\]\s*")
_LOOKED_AT = 40


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a table, with its line number, from 1.

    `raw` is the article's text in UTF-8. `details` holds the values of the other columns, and `story` the
    name of a story, which may be empty. If the record could not be read, `error` is a sentence that says why;
    otherwise it is an empty string. `ends_table` is True if the table breaks off here, so that no record
    follows, whatever else the table contains. If a record has an address and no text, `address` is where the
    article is to be fetched, and `raw` is empty.
    """

    line: int
    raw: bytes = b""
    details: SourceDetails = field(default_factory=SourceDetails)
    story: str = ""
    error: str = ""
    ends_table: bool = False
    address: str = ""


@dataclass(slots=True)
class _Cells:
    """The cells of a row, sorted into used and unused ones.

    `chosen` holds {field: (name of its column, value)}. `unused` holds the names of columns that fill no
    field. `doubles` holds pairs of names of columns for one field, of which only the first is used.
    """

    chosen: dict[str, tuple[str, str]] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    doubles: list[tuple[str, str, str]] = field(default_factory=list)


def parse_record(line: int, row: Mapping[str, Any]) -> Record:
    """Return the record of `row`, which is {column: value}, at line `line` of its table.

    A row with an address and no text is to be fetched. Raises `Invalid` if the row has neither, or several
    texts, or if a column with one of the project's own names holds a value that is neither text nor a number,
    or no date.
    """
    cells = _sorted_cells(row)
    address = _address_of(cells)
    text_field, text = ("", "") if address else _text_of(cells)
    notes = [*_notes_on_columns(cells)]
    if address:
        notes.append(_ADDRESS_ALONE)
    if _CUT.search(text, max(0, len(text) - _LOOKED_AT)):
        notes.append("Its source has cut this text: it ends with the number of missing characters.")

    stated: dict[str, Any] = {}
    for name in _DETAILS:
        if name in cells.chosen:
            stated[name] = normalise(cells.chosen[name][1]).strip()
    if len(stated.get("external_id", "")) > LONGEST_EXTERNAL_ID:
        # A cut id may be the id of another article, so it is not cut.
        del stated["external_id"]
        notes.append(
            f"The external_id was longer than {LONGEST_EXTERNAL_ID} characters and was left blank."
        )
    published = None
    if "published_at" in cells.chosen:
        published = published_in(*cells.chosen["published_at"])
        if published is None:
            notes.append(note_on_unread_date(cells.chosen["published_at"][1]))

    details = SourceDetails(published=published, notes=tuple(notes), **stated)
    if not address:
        # The charset is stated, so that nothing guesses a charset from the bytes.
        details = replace(details, format=text_field, charset="utf-8")
    _, story = cells.chosen.get("story", ("", ""))
    raw = repair_surrogates(text).encode()
    return Record(line, raw, details, normalise(story[:_LONGEST_STORY]), address=address)


def _address_of(cells: _Cells) -> str:
    """Return the address from which the article of a row without a text is fetched, or an empty string."""
    if "url" not in cells.chosen or any(name in cells.chosen for name in TEXT_FIELDS):
        return ""
    address = cells.chosen["url"][1].strip()
    return address if is_web_address(address) else ""


def _sorted_cells(row: Mapping[str, Any]) -> _Cells:
    cells = _Cells()
    # Sorting keeps the order of the other columns.
    for name, value in sorted(row.items(), key=lambda cell: not is_own_name(cell[0])):
        field_name = field_of(name)
        if not field_name:
            if name or value:
                cells.unused.append(name)
        elif not _is_empty(field_name, value):
            _sort_cell(cells, field_name, name, value)
    return cells


def _sort_cell(
    cells: _Cells,
    field_name: str,
    name: str,
    value: Any,
) -> None:
    """Sort the filled cell of the column `name` into `cells`, as a value of a field or as not used.

    Raises `Invalid` if a column with Newsroom's own name holds neither text nor a number.
    """
    words = _words(field_name, value)
    if is_own_name(name):
        if words is None:
            raise Invalid(
                f"The value of {name} is neither text nor a number: write it in quotation marks."
            )
        _choose(cells, field_name, name, words)
        return
    if words and name.strip().lower() == _SOURCE and is_web_address(words):
        field_name = "url"
    if words is None or not _fits(field_name, words):
        cells.unused.append(name)
    else:
        _choose(cells, field_name, name, words)


def _choose(
    cells: _Cells,
    field_name: str,
    name: str,
    words: str,
) -> None:
    """Choose `words` as the value of a field, unless another column has given the field a value already.

    In that case `doubles` gets both columns, if their values differ.
    """
    first = cells.chosen.get(field_name)
    # An article has one text, in whatever format. Two of the project's own columns are an error, which
    # `_text_of` raises.
    if field_name in TEXT_FIELDS and not is_own_name(name):
        texts = [cells.chosen[each] for each in TEXT_FIELDS if each in cells.chosen]
        first = next(iter(texts), None)
    if first is None:
        cells.chosen[field_name] = (name, words)
    elif first[1].strip() != words.strip():
        cells.doubles.append((field_name, first[0], name))


def _is_empty(field_name: str, value: Any) -> bool:
    """Return whether a cell is empty. The number 0 counts as empty only for a text or a date.

    Some programs write false where a value is missing.
    """
    if value is False:
        return True
    if field_name in _DETAILS and isinstance(value, int):
        return False
    return not value


def _words(field_name: str, value: Any) -> str | None:
    """Return the value of a cell as text, or None if it is neither text nor a number.

    A byline may be a list of names, and a name may be an object with a key `name`.
    """
    if field_name == "byline":
        names = [_name_in(name) for name in _listed(value)]
        return BETWEEN_NAMES.join(filter(None, names)) or None
    if field_name == "outlet":
        value = _name_in(value)
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    return None


def _listed(value: Any) -> Iterable[Any]:
    if isinstance(value, list):
        return value
    if isinstance(value, str) and len(value) <= LONGEST_STATED:
        printed = value.strip()
        if _PRINTED_LIST.fullmatch(printed):
            names = [single or double for single, double in _PRINTED_NAME.findall(printed)]
            return names or [value]
    return [value]


def _name_in(value: Any) -> str | None:
    """Return the name that a text, a number or an object such as {"name": "Jane Doe"} gives, or None."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value).strip()
    if isinstance(value, dict):
        for key in _KEYS_OF_NAME:
            if isinstance(value.get(key), str) and value[key].strip():
                name: str = value[key]
                return name.strip()
    return None


def _fits(field_name: str, words: str) -> bool:
    """Return whether `words` can be a value of the field.

    This is asked for columns that have another name than the project's own, because the same name may mean
    something else in other programs.
    """
    if field_name == "url":
        return is_web_address(words.strip())
    if field_name == "outlet":
        # The address of a site is not that of an article, and all articles of a site would have the same.
        return not is_web_address(words.strip())
    if field_name == "language":
        return is_language(words.strip())
    return True


def _text_of(cells: _Cells) -> tuple[str, str]:
    """Return the format and the text of the article. Raises `Invalid` unless there is exactly one text."""
    filled = [name for name in TEXT_FIELDS if name in cells.chosen]
    if len(filled) != 1:
        have = " and ".join(filled) or "none of them"
        raise Invalid(f"A record has exactly one of text, html and markdown; this one has {have}.")
    name, text = cells.chosen[filled[0]]
    # Other programs call both a plain text and a page the content.
    if filled[0] == "text" and not is_own_name(name) and is_html(text):
        return "html", text
    return _FORMAT_OF_FIELD[filled[0]], text


def _notes_on_columns(cells: _Cells) -> Iterator[str]:
    if cells.unused:
        is_one = len(cells.unused) == 1
        subject = "This column was" if is_one else "These columns were"
        yield f"{subject} not used: {_enumerated(cells.unused)}."
    for field_name, first, second in cells.doubles:
        what = _LABELS.get(field_name, "text" if field_name in TEXT_FIELDS else field_name)
        first, second = _readable_name(first), _readable_name(second)
        yield f"The columns {first} and {second} both hold the {what}: {first} was used."


def _enumerated(names: list[str]) -> str:
    names_shown = [_readable_name(name) for name in names[:_MOST_NAMES]]
    rest = len(names) - len(names_shown)
    if rest:
        names_shown.append(f"and {rest} more")
    return ", ".join(names_shown)


def _readable_name(name: str) -> str:
    return normalise(name[:_LONGEST_NAME]).strip() or "one without a name"
