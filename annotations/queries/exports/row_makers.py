"""Make the rows of a chunk of an export. What is related to its items takes a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from annotations.queries.exports.columns.articles import ArticleRow, OutletRow, RevisionRow
from annotations.queries.exports.columns.passages import AnnotationRow, EvidenceRow, LinkRow
from annotations.queries.exports.columns.records import TagRow
from annotations.queries.exports.lookups import (
    aliases_of,
    claims_of,
    origins_of,
    sources_of,
    stories_of,
    tags_of,
)
from annotations.queries.standing import CountedClaim, counted_claims

#: A placeholder for the id in a permalink, so that the address is reversed once per chunk and not once per
#: row.
_ANY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some rows of an export, as model instances or as dicts of values.

    `base` is the text with which permalinks begin.
    """

    items: list[Any]
    base: str


def annotation_rows(chunk: Chunk) -> Iterator[AnnotationRow]:
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


def link_rows(chunk: Chunk) -> Iterator[LinkRow]:
    articles = {
        passage.article_id for link in chunk.items for passage in (link.source, link.target)
    }
    sources = sources_of(articles)
    stories = stories_of(articles)
    for link in chunk.items:
        # Two ends share an origin if they have a common key, even if their origins are two rows.
        one_end = sources.get(link.source.article_id, set())
        other_end = sources.get(link.target.article_id, set())
        yield LinkRow(
            link,
            same_origin=not one_end.isdisjoint(other_end),
            from_stories=stories[link.source.article_id],
            to_stories=stories[link.target.article_id],
        )


def claim_rows(chunk: Chunk) -> list[CountedClaim]:
    return counted_claims(chunk.items)


def evidence_rows(chunk: Chunk) -> Iterator[EvidenceRow]:
    origins = origins_of({evidence.highlight.article_id for evidence in chunk.items})
    for evidence in chunk.items:
        yield EvidenceRow(evidence, origins[evidence.highlight.article_id])


def article_rows(chunk: Chunk) -> Iterator[ArticleRow]:
    articles = {article.pk for article in chunk.items}
    stories = stories_of(articles)
    origins = origins_of(articles)
    for article in chunk.items:
        yield ArticleRow(article, stories[article.pk], origins[article.pk])


def revision_rows(chunk: Chunk) -> Iterator[RevisionRow]:
    for revision in chunk.items:
        address = reverse("revision_text", args=[revision.article_id, revision.number])
        yield RevisionRow(revision, f"{chunk.base}{address}")


def outlet_rows(chunk: Chunk) -> Iterator[OutletRow]:
    aliases = aliases_of({outlet.pk for outlet in chunk.items})
    for outlet in chunk.items:
        yield OutletRow(outlet, aliases[outlet.pk])


def tag_rows(chunk: Chunk) -> Iterator[TagRow]:
    for tag in chunk.items:
        yield TagRow(tag, tag.number)


def as_they_are(chunk: Chunk) -> list[Any]:
    return chunk.items
