"""The rows of every export, in chunks: a fixed number of queries a chunk, memory flat however many rows.

The columns of each kind stand in `kinds`. Withdrawn things are not exported. Filters that a kind does
not have are passed over, so that one part of an address (`?story=…`) serves every kind.
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
from annotations.queries.exports.filters import chosen
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
    ClaimRow,
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
from annotations.queries.standing import standings
from annotations.queries.verdicts import changes_since_verdict
from newsroom.models import Activity, Article

CHUNK = 1_000
#: Stands in for the id in the address of a permalink, which is reversed once for many.
_ANY = UUID(int=0)

Cells = tuple[Any, ...]
Filters = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some hundred models, or the values of their fields by name; `base` goes before permalinks."""

    items: list[Any]
    base: str


@dataclass(frozen=True, slots=True)
class Export:
    """An export: the rows of a model, which are made into records of a kind, a chunk at a time.

    If there are `fields`, a chunk holds their values instead of models.
    """

    model: type[Model]
    kind: RecordKind[Any]
    rows_of: Callable[[Chunk], Iterable[Any]]
    fields: tuple[str, ...] = ()


def header(kind: str) -> tuple[str, ...]:
    """The columns of `kind`. Raises KeyError for a kind that is not exported."""
    return EXPORTS[kind].kind.header


def named(kind: str, cells: Cells) -> dict[str, Any]:
    """A row of `kind` by its columns, as JSON Lines has it."""
    return EXPORTS[kind].kind.named(cells)


def rows(
    kind: str, filters: Filters, *, base: str = "", only: Iterable[Any] | None = None
) -> Iterator[Cells]:
    """The rows of `kind`, oldest first.

    `base` goes before permalinks (`https://desk.example.org`). `only` are the ids chosen in a list, or a
    query for them. Raises `Invalid` for a filter that cannot be understood, KeyError for an unknown kind.
    """
    export = EXPORTS[kind]
    items = chosen(export.model, filters)
    if only is not None:
        items = items.filter(pk__in=only)
    if export.fields:
        items = items.values(*export.fields)
    return _in_chunks(export, items.iterator(chunk_size=CHUNK), base)


def _in_chunks(export: Export, items: Iterator[Any], base: str) -> Iterator[Cells]:
    while gathered := list(islice(items, CHUNK)):
        for row in export.rows_of(Chunk(gathered, base)):
            yield export.kind.cells(row)


def _annotation_rows(chunk: Chunk) -> Iterator[AnnotationRow]:
    articles = {values["article"] for values in chunk.items}
    highlights = [values["pk"] for values in chunk.items]
    stories = stories_of(articles)
    origins = origins_of(articles)
    tags = tags_of(highlights)
    claims = claims_of(highlights)
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
        one_end = sources.get(link.source.article_id, set())
        other_end = sources.get(link.target.article_id, set())
        yield LinkRow(link, same_origin=not one_end.isdisjoint(other_end))


def _claim_rows(chunk: Chunk) -> Iterator[ClaimRow]:
    standing_of = standings(chunk.items)
    changes_of = changes_since_verdict(chunk.items, standing_of)
    for claim in chunk.items:
        yield ClaimRow(claim, standing_of[claim.pk], changes_of.get(claim.pk))


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
    "annotations": Export(Highlight, ANNOTATIONS, _annotation_rows, ANNOTATION_FIELDS),
    "links": Export(Link, LINKS, _link_rows),
    "claims": Export(Claim, CLAIMS, _claim_rows),
    "evidence": Export(Evidence, EVIDENCE, _evidence_rows),
    "articles": Export(Article, ARTICLES, _article_rows),
    "tags": Export(Tag, TAGS, _tag_rows),
    "activity": Export(Activity, ACTIVITY, _as_they_are),
}
#: What can be exported.
KINDS = tuple(EXPORTS)
