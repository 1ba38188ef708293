"""Read the rows of every export in chunks.

Each chunk needs a fixed number of queries, and the memory does not grow with the number of rows. Withdrawn
rows are not exported. The package `columns` lists the columns.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db.models import Model, QuerySet

from annotations.logic.export.records import RecordKind
from annotations.models import Claim, Comment, Evidence, Highlight, Link, Provenance, Silence, Tag
from annotations.queries.exports import row_makers
from annotations.queries.exports.columns.articles import (
    ARTICLES,
    ORIGINS,
    OUTLETS,
    REVISIONS,
    STORIES,
)
from annotations.queries.exports.columns.claims import CLAIMS, SILENCES
from annotations.queries.exports.columns.passages import (
    ANNOTATION_FIELDS,
    ANNOTATIONS,
    COMMENTS,
    EVIDENCE,
    LINKS,
)
from annotations.queries.exports.columns.records import ACTIVITY, TAGS
from annotations.queries.exports.conditions import one_of
from annotations.queries.exports.filters import filter_names, filtered_rows
from annotations.queries.exports.foreign_people import foreign_people
from annotations.queries.exports.row_makers import Chunk
from newsroom.models import Activity, Article, Outlet, Revision, Story
from newsroom.queries.activity import without_accounts

#: Rows that are looked up together. More of them would need more memory.
CHUNK = 1_000
#: Revisions that are looked up together, because each holds a whole text.
TEXTS = 100
#: The parameter of `annotations` that asks for one row per tag: `per=tag`.
PER = "per"

Cells = tuple[Any, ...]
Filters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Export:
    """The description of an export: its model, its columns (`kind`), and the function that makes rows of a
    chunk.

    If `fields` is not empty, a chunk holds dicts with these fields, else model instances. `chunk` is the
    number of rows in a chunk.
    """

    model: type[Model]
    kind: RecordKind[Any]
    rows_of: Callable[[Chunk], Iterable[Any]]
    fields: tuple[str, ...] = ()
    chunk: int = CHUNK


def header(kind: str) -> tuple[str, ...]:
    """Return the names of the columns of `kind`. Raises `KeyError` for an unknown kind."""
    return EXPORTS[kind].kind.header


def parameters(kind: str) -> list[str]:
    """Return the names of the filters of `kind`, and `per` if it has that. Raises `KeyError` for an unknown
    kind.
    """
    names = filter_names(EXPORTS[kind].model)
    return [*names, PER] if kind == "annotations" else names


def as_dict(kind: str, cells: Cells) -> dict[str, Any]:
    """Return the cells of a row as a dict with the names of the columns as keys.

    Raises `KeyError` for an unknown kind.
    """
    return EXPORTS[kind].kind.named(cells)


def visible_rows(model: type[Model], filters: Filters, *, accounts: bool) -> QuerySet[Any]:
    """Return the rows of `model` that the filters select, oldest first, without withdrawn ones.

    Lines of the history about accounts are personal, and are left out unless `accounts` is true. Raises
    `Invalid` if a filter or its value is not valid.
    """
    selected = filtered_rows(model, filters)
    if model is Activity and not accounts:
        return without_accounts(selected)
    return selected


def rows(
    kind: str,
    filters: Filters,
    *,
    base: str = "",
    only: Iterable[Any] | None = None,
    accounts: bool = False,
) -> Iterator[Cells]:
    """Yield the cells of each row of the export `kind`, oldest first. Nothing is yielded if no row matches.

    `filters` maps names of parameters to values; for annotations, `per=tag` gives one row per tag. `base` is
    the start of permalinks, such as `https://desk.example.org`. `only` restricts the rows to these ids, or to
    the ids that a query returns. Lines of the history about accounts are personal, and are left out unless
    `accounts` is true. Raises `Invalid` if a filter or its value is not valid, and `KeyError` for an unknown
    kind.
    """
    export = EXPORTS[kind]
    per_tag = kind == "annotations" and one_of(["", "tag"])(filters.get(PER, "")) == "tag"
    if kind == "annotations":
        filters = {name: value for name, value in filters.items() if name != PER}
    items = visible_rows(export.model, filters, accounts=accounts)
    if only is not None:
        items = items.filter(pk__in=only)
    # Reading values is faster than making model instances.
    if export.fields:
        items = items.values(*export.fields)
    cells = _without_ids(_in_chunks(export, items.iterator(chunk_size=export.chunk), base))
    return _one_per_tag(cells) if per_tag else cells


def rows_of_ids(
    kind: str, ids: Iterable[Any], *, base: str, accounts: bool
) -> Iterator[tuple[Any, Cells]]:
    """Yield the id and the cells of each row of `kind` that has one of `ids`, in the order of the export.

    Rows that are withdrawn or gone are left out. `base` and `accounts` are those of `rows`.
    """
    export = EXPORTS[kind]
    items = visible_rows(export.model, {}, accounts=accounts).filter(pk__in=ids)
    if export.fields:
        items = items.values(*export.fields)
    yield from _in_chunks(export, items.iterator(chunk_size=export.chunk), base)


def _in_chunks(
    export: Export,
    items: Iterator[Any],
    base: str,
) -> Iterator[tuple[Any, Cells]]:
    """Yield the id and the cells of each row."""
    while chunk_items := list(islice(items, export.chunk)):
        people = foreign_people(export.kind.header, export.model, chunk_items)
        made_rows = export.rows_of(Chunk(chunk_items, base))
        for item, row, names in zip(chunk_items, made_rows, people, strict=True):
            pk = item["pk"] if export.fields else item.pk
            cells = export.kind.cells(row)
            if names:
                cells = tuple([names.get(place, cell) for place, cell in enumerate(cells)])
            yield pk, cells


def _without_ids(rows: Iterator[tuple[Any, Cells]]) -> Iterator[Cells]:
    for _, cells in rows:
        yield cells


def _one_per_tag(rows: Iterator[Cells]) -> Iterator[Cells]:
    """Yield each row once for each of its tags, with this tag alone. A row without tags comes once."""
    position = header("annotations").index("tags")
    for cells in rows:
        tags = cells[position]
        if not tags:
            yield cells
        for tag in tags:
            yield (*cells[:position], [tag], *cells[position + 1 :])


#: Everything that can be exported, in the order in which pages and the documentation list it.
EXPORTS = {
    "annotations": Export(Highlight, ANNOTATIONS, row_makers.annotation_rows, ANNOTATION_FIELDS),
    "links": Export(Link, LINKS, row_makers.link_rows),
    "claims": Export(Claim, CLAIMS, row_makers.claim_rows),
    "evidence": Export(Evidence, EVIDENCE, row_makers.evidence_rows),
    "articles": Export(Article, ARTICLES, row_makers.article_rows),
    "tags": Export(Tag, TAGS, row_makers.tag_rows),
    "activity": Export(Activity, ACTIVITY, row_makers.as_they_are),
    "comments": Export(Comment, COMMENTS, row_makers.as_they_are),
    "silences": Export(Silence, SILENCES, row_makers.as_they_are),
    "origins": Export(Provenance, ORIGINS, row_makers.as_they_are),
    "stories": Export(Story, STORIES, row_makers.as_they_are),
    "outlets": Export(Outlet, OUTLETS, row_makers.outlet_rows),
    "revisions": Export(Revision, REVISIONS, row_makers.revision_rows, chunk=TEXTS),
}
#: The names of everything that can be exported.
KINDS = tuple(EXPORTS)
