"""Read annotations from CSV: exports of this desk, exports of Taguette, and tables that people make by hand.

A table made by hand has a column with the words, and one that says in which article they stand: its address,
its title, or its id. Taguette writes `id,document,tag,content` with one row per tag (taguette/export.py).
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from annotations.logic.interchange.records import (
    ForeignAnnotation,
    ForeignAnnotations,
    ForeignDocument,
    ForeignTag,
)
from newsroom.errors import Invalid
from newsroom.text.listings.cells import unescape
from newsroom.text.listings.csv_reading import csv_reader

OWN, TAGUETTE, BY_HAND = "newsroom", "taguette", "table"
TAGUETTE_HEADER = ("id", "document", "tag", "content")
#: The names that a column may have, in lower case, by what it holds.
COLUMNS = {
    "foreign_id": ("annotation_id", "id"),
    "url": ("url", "address", "link", "uri"),
    "article": ("article_id",),
    "title": ("title", "article_title", "article", "headline"),
    "name": ("external_id", "document", "file"),
    "exact": ("exact", "quote", "passage", "text", "content", "highlight", "words"),
    "prefix": ("prefix",),
    "suffix": ("suffix",),
    "start": ("start",),
    "tags": ("tags", "tag", "codes", "code", "labels", "label"),
    "note": ("note", "notes", "comment", "memo"),
    "author": ("author", "created_by", "user", "coder"),
    "at": ("date", "created_at", "created"),
}
_SEPARATORS = ",;\t"
#: Most digits of a position.
_MOST_DIGITS = 9


def read_table(text: str) -> ForeignAnnotations:
    """Return the annotations of a table.

    Rows with the same id that mark the same words become one annotation with the tags and notes of all of
    them. Rows without marked words become sentences in `unread`. Raises `Invalid` with the line for a broken
    table, and if a column is missing.

    A table with tags and definitions and without marked words is a codebook, such as `tags.csv` of this desk.
    """
    header, rows = _rows(text)
    if _is_codebook(header):
        return ForeignAnnotations(BY_HAND, tags=tuple(_codebook(header, rows)))
    places = _places(header)
    tool = BY_HAND
    if "annotation_id" in header:
        tool = OWN
    elif tuple(header) == TAGUETTE_HEADER:
        tool = TAGUETTE
    annotations: list[ForeignAnnotation] = []
    # The positions of the annotations by what they mark and their ids.
    places_of: dict[tuple[object, ...], int] = {}
    unread = []
    for number, row in rows:
        cells = {name: unescape(row[place]) for name, place in places.items()}
        if not cells["exact"].strip():
            unread.append(f"Line {number}: no words are marked.")
            continue
        annotation = _annotation(cells)
        marked = (annotation.document, annotation.exact, annotation.start)
        passage = (annotation.foreign_id, *marked)
        # Taguette writes a row for each tag of a passage.
        if annotation.foreign_id and passage in places_of:
            place = places_of[passage]
            annotations[place] = _with_more(annotations[place], annotation)
        else:
            places_of[passage] = len(annotations)
            annotations.append(annotation)
    return ForeignAnnotations(tool, tuple(annotations), unread=tuple(unread))


def _is_codebook(header: list[str]) -> bool:
    has_words = not set(COLUMNS["exact"]).isdisjoint(header)
    return "tag" in header and not has_words and _definition_column(header) is not None


def _definition_column(header: list[str]) -> int | None:
    # Taguette calls the definition of a tag its description.
    for name in ("definition", "description"):
        if name in header:
            return header.index(name)
    return None


def _codebook(header: list[str], rows: Iterator[tuple[int, list[str]]]) -> Iterator[ForeignTag]:
    """Yield the tags of a codebook. A row without a tag is skipped."""
    place = _definition_column(header) or 0
    for _, row in rows:
        path = unescape(row[header.index("tag")]).strip()
        if path:
            yield ForeignTag(path, unescape(row[place]).strip())


def _rows(text: str) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    """Return the names of the columns in lower case, and the line number and the cells of each row.

    The separator is the one of `_SEPARATORS` that the first line has most often. Raises `Invalid` for a
    broken header at once, and for a broken row when that row is read.
    """
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    # Excel writes semicolons in many countries.
    separator = max(_SEPARATORS, key=first.count)
    reader = csv_reader(io.StringIO(text, newline=""), delimiter=separator)

    def rows() -> Iterator[tuple[int, list[str]]]:
        try:
            for cells in reader:
                # Some editors add empty lines at the end of a file.
                if not cells:
                    continue
                if len(cells) != len(header):
                    raise Invalid(
                        f"Line {reader.line_num}: {len(cells)} cells instead of {len(header)}."
                    )
                yield reader.line_num, cells
        except csv.Error as error:
            raise Invalid(
                f"Line {reader.line_num}: {error}. Check the quotation marks there."
            ) from error

    try:
        header = [name.strip().lower() for name in next(reader, [])]
    except csv.Error as error:
        raise Invalid(f"Line 1: {error}. Check the quotation marks there.") from error
    return header, rows()


def _places(header: list[str]) -> dict[str, int]:
    """Return the position of each column, by what the column holds (a key of `COLUMNS`).

    Raises `Invalid` if no column has the marked words or none says in which article they stand.
    """
    places = {}
    for field, names in COLUMNS.items():
        # Of several columns for one thing, the one whose name is listed first is read.
        known = [name for name in names if name in header]
        if known:
            places[field] = header.index(known[0])
    if "exact" not in places:
        raise Invalid("The table lacks a column with the marked words: call it “exact”.")
    if not places.keys() & {"url", "article", "title", "name"}:
        raise Invalid(
            "The table lacks a column that says in which article: call it “url” or “title”."
        )
    return places


def _annotation(cells: dict[str, str]) -> ForeignAnnotation:
    document = ForeignDocument(
        url=cells.get("url", "").strip(),
        article=cells.get("article", "").strip(),
        title=cells.get("title", "").strip(),
        name=cells.get("name", "").strip(),
    )
    start = cells.get("start", "")
    return ForeignAnnotation(
        foreign_id=cells.get("foreign_id", "").strip(),
        document=document,
        exact=cells["exact"],
        prefix=cells.get("prefix", ""),
        suffix=cells.get("suffix", ""),
        start=int(start) if start.isdecimal() and len(start) <= _MOST_DIGITS else None,
        tags=tuple(_tags(cells.get("tags", ""))),
        note=cells.get("note", ""),
        author=cells.get("author", "").strip(),
        at=cells.get("at", "").strip(),
    )


def _tags(cell: str) -> list[str]:
    # Exports of this desk have bars, and people write semicolons.
    separator = "|" if "|" in cell else ";"
    return [tag.strip() for tag in cell.split(separator) if tag.strip()]


def _with_more(annotation: ForeignAnnotation, other: ForeignAnnotation) -> ForeignAnnotation:
    tags = [*annotation.tags, *(tag for tag in other.tags if tag not in annotation.tags)]
    notes = [annotation.note]
    if other.note not in notes:
        notes.append(other.note)
    note = "\n\n".join(text for text in notes if text.strip())
    return replace(annotation, tags=tuple(tags), note=note)
