"""Show which field of an article each column of a table fills, and read the table with other columns for the
fields.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newsroom.errors import Invalid
from newsroom.text.control_characters import escape_controls
from newsroom.text.decoding.decode import decode
from newsroom.text.listings.cells import unescape
from newsroom.text.listings.csv_reading import csv_reader
from newsroom.text.listings.json_files import articles_in_json
from newsroom.text.listings.records import separator_of
from newsroom.text.metadata.field_names import FIELDS, field_of
from newsroom.text.normalise import repair_surrogates

#: How many rows show what is in a column, and how many characters of a cell.
ROWS, LONGEST_SAMPLE = 3, 80
#: The most columns that a person looks through.
MOST_COLUMNS = 60
_LONGEST_NAME = 200
#: Names of the fields under which a value that does not fit is left out, and not refused.
_LENIENT_NAMES = {
    "text": "body",
    "html": "htmlcontent",
    "markdown": "md",
    "title": "headline",
    "outlet": "publisher",
    "url": "link",
    "published_at": "published",
    "byline": "author",
    "credit": "credits",
    "language": "lang",
}
#: No name with this ending is the name of a field.
_LEFT_OUT = " (left out)"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: its `name`, samples of its first cells, and the `field` that it fills, or an empty
    string.
    """

    name: str
    samples: tuple[str, ...]
    field: str


def table_columns(raw: bytes, *, is_csv: bool) -> list[TableColumn]:
    """Return the first `MOST_COLUMNS` columns of a table, with the cells of its first rows.

    Raises the errors of `decode`, and `Invalid` if the table cannot be read.
    """
    rows = _csv_rows(raw) if is_csv else _json_rows(raw)
    return columns_of_rows(list(islice(rows, ROWS)))


def columns_of_rows(rows: Sequence[Mapping[str, Any]]) -> list[TableColumn]:
    """Return the first `MOST_COLUMNS` columns of a table whose first rows are `rows`, each {column: cell}."""
    names: dict[str, None] = {}
    for row in rows:
        names.update(dict.fromkeys(row))
    columns = []
    for name in islice(filter(None, names), MOST_COLUMNS):
        samples = [_sample(row.get(name)) for row in rows]
        columns.append(TableColumn(_stored(name), tuple(samples), field_of(name)))
    return columns


def with_columns(
    raw: bytes,
    columns: Mapping[str, str],
    *,
    is_csv: bool,
) -> bytes:
    """Return the table with renamed columns, so that they are read as the fields in `columns`.

    `columns` maps the names of columns to fields; an empty field leaves the column out. Other columns keep
    their names, unless they would fill a field that `columns` fills. Raises `Invalid` for an unknown field or
    column, or if two columns fill one field, and the errors of `table_columns`.
    """
    _check_fields(columns)
    if is_csv:
        return _csv_with_columns(raw, columns)
    lines = []
    for value in articles_in_json(raw):
        row = value
        # Another value stays as it is, and is reported where the table is read.
        if isinstance(value, dict):
            names = _new_names(list(value), columns)
            row = dict(zip(names, value.values(), strict=True))
        lines.append(json.dumps(row, ensure_ascii=False))
    return repair_surrogates("\n".join(lines)).encode()


def renamed(names: Sequence[str], columns: Mapping[str, str]) -> list[str]:
    """Return the names that the columns `names` must get to be read as the fields in `columns`.

    `columns` and the errors are those of `with_columns`.
    """
    _check_fields(columns)
    _must_be_there(columns, names)
    return _new_names(names, columns)


def parse_columns(text: str) -> dict[str, str]:
    """Return {column: field} from a text such as “Überschrift=title, Quelle=outlet, Nr=”.

    Raises `Invalid` if the text is not of this form or names an unknown field.
    """
    columns = {}
    for pair in filter(str.strip, text.split(",")):
        name, sign, field = pair.partition("=")
        if not sign or not name.strip():
            raise Invalid(f"“{pair.strip()[:80]}” is not of the form COLUMN=FIELD.")
        columns[name.strip()] = field.strip()
    _check_fields(columns)
    return columns


def _check_fields(columns: Mapping[str, str]) -> None:
    fields = [field for field in columns.values() if field]
    for field in fields:
        if field not in FIELDS:
            raise Invalid(f"There is no field {field[:40]}: use {', '.join(FIELDS)}.")
        if fields.count(field) > 1:
            raise Invalid(f"Two columns are chosen for {field}: choose one of them.")


def _new_names(names: Sequence[str], columns: Mapping[str, str]) -> list[str]:
    """Return the names under which the columns `names` are read, in their order. A column that is left out
    gets a name that no field has.
    """
    fields = {_folded(name): field for name, field in columns.items()}
    taken = set(filter(None, fields.values()))
    new = []
    for name in names:
        field = fields.get(_folded(name))
        if field:
            new.append(_LENIENT_NAMES.get(field, field))
        elif field is None and field_of(name) not in taken:
            new.append(name)
        else:
            new.append(f"{name}{_LEFT_OUT}")
    return new


def _stored(name: str) -> str:
    """Return the name of a column as it is stored and shown: without control characters and lone surrogates,
    which no database stores.
    """
    return escape_controls(name)[:_LONGEST_NAME]


def _folded(name: str) -> str:
    return _stored(name).strip().casefold()


def _csv_with_columns(raw: bytes, columns: Mapping[str, str]) -> bytes:
    lines, delimiter, is_named = _opened(raw)
    reader = csv_reader(lines, delimiter=delimiter)
    try:
        names = [name.strip() for name in next(reader, [])]
    except csv.Error as error:
        raise Invalid(f"The table cannot be read: {error}.") from error
    _must_be_there(columns, names)
    header = io.StringIO()
    csv.writer(header, delimiter=delimiter).writerow(_new_names(names, columns))
    table = f"{header.getvalue()}{repair_surrogates(lines.read())}"
    # A line that names the separator moves all lines, so it is written only if the old table had one, or if
    # the separator could not be seen without it.
    if is_named or separator_of(table.partition("\n")[0]) != (delimiter, False):
        table = f"sep={delimiter}\n{table}"
    return table.encode()


def _must_be_there(columns: Mapping[str, str], names: Iterable[str]) -> None:
    known = {_folded(name) for name in names}
    for name in columns:
        if _folded(name) not in known:
            raise Invalid(f"The table has no column “{name[:80]}”.")


def _csv_rows(raw: bytes) -> Iterator[dict[str, Any]]:
    lines, delimiter, _ = _opened(raw)
    reader = csv_reader(lines, delimiter=delimiter)
    try:
        names = [name.strip() for name in next(reader, [])]
        for cells in reader:
            if cells:
                yield dict(zip(names, map(unescape, cells), strict=False))
    except csv.Error as error:
        raise Invalid(f"The table cannot be read: {error}.") from error


def _opened(raw: bytes) -> tuple[io.StringIO, str, bool]:
    """Return the lines of a CSV table from its header on, the character between its columns, and whether a
    line before the header names it.
    """
    text = decode(raw).text.removeprefix("\ufeff")
    lines = io.StringIO(text, newline="")
    delimiter, is_named = separator_of(text.partition("\n")[0])
    if is_named:
        lines.readline()
    return lines, delimiter, is_named


def _json_rows(raw: bytes) -> Iterator[dict[str, Any]]:
    """Yield the objects in a JSON file or in JSON Lines. Other values are skipped, because they have no
    columns.
    """
    for row in articles_in_json(raw):
        if isinstance(row, dict):
            yield row


def _sample(value: Any) -> str:
    if value is None:
        return ""
    words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return escape_controls(" ".join(words[: 4 * LONGEST_SAMPLE].split()))[:LONGEST_SAMPLE]
