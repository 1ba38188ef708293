"""Read the rows of every export in chunks.

Each chunk needs a fixed number of queries, and the memory does not grow with the number of rows. Withdrawn
rows are not exported. The module `kinds` lists the columns.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse

from annotations.logic.export.records import RecordKind
from annotations.models import Claim, Evidence, Highlight, Link, Tag
from annotations.queries.exports.filters import filtered_rows
from annotations.queries.exports.kinds import (
    ACTIVITY,
    ANNOTATION_FIELDS,
    ANNOTATIONS,
    ARTICLES,
    CLAIMS,
    EVIDENCE,
    LINKS,
    TAGS,
    AnnotationRow,
    ArticleRow,
    EvidenceRow,
    LinkRow,
    TagRow,
)
from annotations.queries.exports.lookups import (
    claims_of,
    origins_of,
    sources_of,
    stories_of,
    tags_of,
)
from annotations.queries.standing import CountedClaim, counted_claims
from newsroom.models import Activity, Article
from newsroom.queries.activity import without_accounts

#: Rows that are looked up together. More of them would need more memory.
CHUNK = 1_000
#: A placeholder for the id in a permalink, so that the address is reversed once per chunk and not once per
#: row.
_ANY = UUID(int=0)

Cells = tuple[Any, ...]
Filters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Up to `CHUNK` rows of an export, as model instances or as dicts of values.

    `base` is the text with which permalinks begin.
    """

    items: list[Any]
    base: str


@dataclass(frozen=True, slots=True)
class Export:
    """The description of an export: its model, its columns (`kind`), and the function that makes rows of a
    chunk.

    If `fields` is not empty, a chunk holds dicts with these fields, else model instances.
    """

    model: type[Model]
    kind: RecordKind[Any]
    rows_of: Callable[[Chunk], Iterable[Any]]
    fields: tuple[str, ...] = ()


def header(kind: str) -> tuple[str, ...]:
    """Return the names of the columns of `kind`. Raises `KeyError` for an unknown kind."""
    return EXPORTS[kind].kind.header


def as_dict(kind: str, cells: Cells) -> dict[str, Any]:
    """Return the cells of a row as a dict with the names of the columns as keys.

    Raises `KeyError` for an unknown kind.
    """
    return EXPORTS[kind].kind.named(cells)


def rows(
    kind: str,
    filters: Filters,
    *,
    base: str = "",
    only: Iterable[Any] | None = None,
    accounts: bool = False,
) -> Iterator[Cells]:
    """Yield the cells of each row of the export `kind`, oldest first. Nothing is yielded if no row matches.

    `filters` maps names of parameters to values. `base` is the start of permalinks, such as
    `https://desk.example.org`. `only` restricts the rows to these ids, or to the ids that a query returns.
    Lines of the history about accounts are personal, and are left out unless `accounts` is true. Raises
    `Invalid` if a filter or its value is not valid, and `KeyError` for an unknown kind.
    """
    export = EXPORTS[kind]
    items = filtered_rows(export.model, filters)
    if export.model is Activity and not accounts:
        items = without_accounts(items)
    if only is not None:
        items = items.filter(pk__in=only)
    # Reading values is faster than making model instances.
    if export.fields:
        items = items.values(*export.fields)
    return _in_chunks(export, items.iterator(chunk_size=CHUNK), base)


def _in_chunks(
    export: Export,
    items: Iterator[Any],
    base: str,
) -> Iterator[Cells]:
    while chunk_items := list(islice(items, CHUNK)):
        for row in export.rows_of(Chunk(chunk_items, base)):
            yield export.kind.cells(row)


def _annotation_rows(chunk: Chunk) -> Iterator[AnnotationRow]:
    articles = {values["article"] for values in chunk.items}
    highlights = [values["pk"] for values in chunk.items]
    stories = stories_of(articles)
    origins = origins_of(articles)
    tags = tags_of(highlights)
    claims = claims_of(highlights)
    # Reversing one address per row would take most of the time.
    before, _, after = reverse("permalink", args=[_ANY]).partition(str(_ANY))
    for values in chunk.items:
        highlight, article = values["pk"], values["article"]
        yield AnnotationRow(
            values=values,
            stories=stories[article],
            origins=origins[article],
            tags=tags[highlight],
            claims=claims[highlight],
            permalink=f"{chunk.base}{before}{highlight}{after}",
        )


def _link_rows(chunk: Chunk) -> Iterator[LinkRow]:
    articles = {
        passage.article_id for link in chunk.items for passage in (link.source, link.target)
    }
    sources = sources_of(articles)
    for link in chunk.items:
        # Two ends share an origin if they have a common key, even if their origins are two rows.
        one_end = sources.get(link.source.article_id, set())
        other_end = sources.get(link.target.article_id, set())
        yield LinkRow(link, same_origin=not one_end.isdisjoint(other_end))


def _claim_rows(chunk: Chunk) -> list[CountedClaim]:
    return counted_claims(chunk.items)


def _evidence_rows(chunk: Chunk) -> Iterator[EvidenceRow]:
    origins = origins_of({evidence.highlight.article_id for evidence in chunk.items})
    for evidence in chunk.items:
        yield EvidenceRow(evidence, origins[evidence.highlight.article_id])


def _article_rows(chunk: Chunk) -> Iterator[ArticleRow]:
    articles = {article.pk for article in chunk.items}
    stories = stories_of(articles)
    origins = origins_of(articles)
    for article in chunk.items:
        yield ArticleRow(article, stories[article.pk], origins[article.pk])


def _tag_rows(chunk: Chunk) -> Iterator[TagRow]:
    for tag in chunk.items:
        yield TagRow(tag, tag.number)


def _as_they_are(chunk: Chunk) -> list[Any]:
    return chunk.items


EXPORTS = {
    "annotations": Export(
        Highlight,
        ANNOTATIONS,
        _annotation_rows,
        ANNOTATION_FIELDS,
    ),
    "links": Export(Link, LINKS, _link_rows),
    "claims": Export(Claim, CLAIMS, _claim_rows),
    "evidence": Export(Evidence, EVIDENCE, _evidence_rows),
    "articles": Export(Article, ARTICLES, _article_rows),
    "tags": Export(Tag, TAGS, _tag_rows),
    "activity": Export(Activity, ACTIVITY, _as_they_are),
}
#: The names of everything that can be exported.
KINDS = tuple(EXPORTS)
