"""The kinds of record that are exported: the columns of each, with what is read from a row for each of them.

Add a column at the end of its kind, because other programs rely on the order. A row is a model, or a model
with what was looked up for a whole chunk of rows.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotations.logic.counting.independence import Standing
from annotations.logic.export.records import Column, RecordKind
from annotations.models import Claim, Evidence, Link, Tag
from annotations.queries.export_lookups import day_or_time
from newsroom.models import Activity, Article


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """A highlight with its anchor, as values by the names of their fields (`ANNOTATION_FIELDS`)."""

    values: Mapping[str, Any]
    stories: list[str]
    origins: list[str]
    tags: list[str]
    claims: list[Any]
    permalink: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link. `same_origin`: its ends stand in articles that share an origin."""

    link: Link
    same_origin: bool


@dataclass(frozen=True, slots=True)
class ClaimRow:
    claim: Claim
    standing: Standing


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of evidence with the origins of the article that its passage stands in."""

    evidence: Evidence
    origins: list[str]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    article: Article
    stories: list[str]
    origins: list[str]


#: The fields that make up a row of annotations. Values are read instead of models, because there may be a
#: hundred thousand rows, of six tables.
ANNOTATION_FIELDS = (
    "pk",
    "article",
    "article__title",
    "article__outlet__name",
    "anchor__revision__url",
    "anchor__revision__published_at",
    "anchor__revision__published_on_day",
    "anchor__revision__number",
    "anchor__start",
    "anchor__end",
    "anchor__quote",
    "anchor__prefix",
    "anchor__suffix",
    "anchor__state",
    "note",
    "attribution",
    "created_by__username",
    "created_at",
    "updated_at",
)


def _field(name: str, field: str) -> Column[AnnotationRow]:
    """A column of annotations that holds one field as it is."""
    return Column(name, lambda row: row.values[field])


def _published(row: AnnotationRow) -> Any:
    values = row.values
    return day_or_time(
        values["anchor__revision__published_at"],
        values["anchor__revision__published_on_day"],
    )


ANNOTATIONS: RecordKind[AnnotationRow] = RecordKind(
    (
        Column("annotation_id", lambda row: str(row.values["pk"])),
        Column("story", lambda row: row.stories),
        _field("article_id", "article"),
        _field("article_title", "article__title"),
        _field("outlet", "article__outlet__name"),
        Column("origin", lambda row: row.origins),
        _field("url", "anchor__revision__url"),
        Column("published_at", _published),
        _field("revision", "anchor__revision__number"),
        _field("start", "anchor__start"),
        _field("end", "anchor__end"),
        _field("exact", "anchor__quote"),
        _field("prefix", "anchor__prefix"),
        _field("suffix", "anchor__suffix"),
        _field("anchor_state", "anchor__state"),
        Column("tags", lambda row: row.tags),
        _field("note", "note"),
        _field("attribution", "attribution"),
        Column("claim_ids", lambda row: row.claims),
        _field("created_by", "created_by__username"),
        _field("created_at", "created_at"),
        _field("updated_at", "updated_at"),
        Column("permalink", lambda row: row.permalink),
    )
)

LINKS: RecordKind[LinkRow] = RecordKind(
    (
        Column("link_id", lambda row: row.link.pk),
        Column("relation", lambda row: row.link.relation),
        Column("aspect", lambda row: row.link.aspect),
        Column("from_annotation_id", lambda row: row.link.source.pk),
        Column("from_article_id", lambda row: row.link.source.article_id),
        Column("from_outlet", lambda row: row.link.source.article.outlet),
        Column("from_exact", lambda row: row.link.source.anchor.quote),
        Column("to_annotation_id", lambda row: row.link.target.pk),
        Column("to_article_id", lambda row: row.link.target.article_id),
        Column("to_outlet", lambda row: row.link.target.article.outlet),
        Column("to_exact", lambda row: row.link.target.anchor.quote),
        Column("same_origin", lambda row: row.same_origin),
        Column("note", lambda row: row.link.note),
        Column("created_by", lambda row: row.link.created_by.username),
        Column("created_at", lambda row: row.link.created_at),
    )
)

CLAIMS: RecordKind[ClaimRow] = RecordKind(
    (
        Column("claim_id", lambda row: row.claim.pk),
        Column("story", lambda row: row.claim.story.slug),
        Column("statement", lambda row: row.claim.statement),
        Column("status", lambda row: row.claim.status),
        Column("verdict", lambda row: row.claim.verdict),
        Column("articles", lambda row: row.standing.articles),
        Column("outlets", lambda row: row.standing.outlets),
        Column("independent_origins", lambda row: row.standing.independent_origins),
        Column("corroborating", lambda row: row.standing.passages),
        Column("contradicting", lambda row: row.standing.contradicting_origins),
        Column("created_by", lambda row: row.claim.created_by.username),
        Column("created_at", lambda row: row.claim.created_at),
        Column("settled_at", lambda row: row.claim.settled_at),
    )
)

EVIDENCE: RecordKind[EvidenceRow] = RecordKind(
    (
        Column("evidence_id", lambda row: row.evidence.pk),
        Column("claim_id", lambda row: row.evidence.claim.pk),
        Column("story", lambda row: row.evidence.claim.story.slug),
        Column("statement", lambda row: row.evidence.claim.statement),
        Column("relation", lambda row: row.evidence.relation),
        Column("annotation_id", lambda row: row.evidence.highlight.pk),
        Column("article_id", lambda row: row.evidence.highlight.article_id),
        Column("article_title", lambda row: row.evidence.highlight.article.title),
        Column("outlet", lambda row: row.evidence.highlight.article.outlet),
        Column("origin", lambda row: row.origins),
        Column("exact", lambda row: row.evidence.highlight.anchor.quote),
        Column("anchor_state", lambda row: row.evidence.highlight.anchor.state),
        Column("note", lambda row: row.evidence.note),
        Column("created_by", lambda row: row.evidence.created_by.username),
        Column("created_at", lambda row: row.evidence.created_at),
    )
)


def _article_published(row: ArticleRow) -> Any:
    revision = row.article.current
    return day_or_time(revision.published_at, revision.published_on_day)


ARTICLES: RecordKind[ArticleRow] = RecordKind(
    (
        Column("article_id", lambda row: row.article.pk),
        Column("external_id", lambda row: row.article.external_id),
        Column("title", lambda row: row.article.title),
        Column("outlet", lambda row: row.article.outlet),
        Column("origin", lambda row: row.origins),
        Column("url", lambda row: row.article.current.url),
        Column("byline", lambda row: row.article.current.byline),
        Column("credit", lambda row: row.article.current.credit),
        Column("language", lambda row: row.article.current.language),
        Column("published_at", _article_published),
        Column("stories", lambda row: row.stories),
        Column("revision", lambda row: row.article.current.number),
        Column("words", lambda row: row.article.current.words),
        Column("sha256", lambda row: row.article.current.sha256),
        Column("imported_by", lambda row: row.article.current.created_by.username),
        Column("imported_at", lambda row: row.article.current.created_at),
    )
)

TAGS: RecordKind[Tag] = RecordKind(
    (
        Column("tag", lambda tag: tag.path),
        Column("definition", lambda tag: tag.definition),
        Column("colour", lambda tag: tag.hue),
        Column("highlights", lambda tag: tag.number),
        Column("created_by", lambda tag: tag.created_by.username),
        Column("created_at", lambda tag: tag.created_at),
    )
)


def _story_slug(line: Activity) -> str | None:
    return line.story.slug if line.story else None


def _changes(line: Activity) -> str:
    if not line.changes:
        return ""
    return json.dumps(line.changes, ensure_ascii=False, sort_keys=True)


ACTIVITY: RecordKind[Activity] = RecordKind(
    (
        Column("activity_id", lambda line: line.pk),
        Column("at", lambda line: line.at),
        Column("actor", lambda line: line.actor.username),
        Column("verb", lambda line: line.verb),
        Column("object_type", lambda line: line.object_type),
        Column("object_id", lambda line: line.object_id),
        Column("story", _story_slug),
        Column("article_id", lambda line: line.article_id),
        Column("summary", lambda line: line.summary),
        Column("changes", _changes),
    )
)
