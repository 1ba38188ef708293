"""Define the columns of each kind of exported record. Each row class below holds what one line of an export
needs. Add a new column at the end of its kind, because other programs rely on the order.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotations.logic.export.records import ExportColumn, RecordKind
from annotations.models import Evidence, Link, Tag
from annotations.queries.exports.lookups import day_or_time
from annotations.queries.standing import CountedClaim
from newsroom.models import Activity, Article


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One highlight: the `values` of `ANNOTATION_FIELDS`, slugs of stories, names of origins, and ids
    of claims.
    """

    values: Mapping[str, Any]
    stories: list[str]
    origins: list[str]
    tags: list[str]
    claims: list[Any]
    permalink: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link in an export. `same_origin` is true if the articles of both ends share an origin."""

    link: Link
    same_origin: bool


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence in an export. `origins` are the names of the origins of its article."""

    evidence: Evidence
    origins: list[str]


@dataclass(frozen=True, slots=True)
class ArticleRow:
    article: Article
    stories: list[str]
    origins: list[str]


@dataclass(frozen=True, slots=True)
class TagRow:
    """One tag in an export. `highlights` is the number of highlights with the tag, without withdrawn ones."""

    tag: Tag
    highlights: int


#: The fields of a highlight that are read for an export. Plain values are read and not model instances,
#: because there can be a hundred thousand rows from six tables.
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
    "teller",
    "teller_guessed",
    "created_by__username",
    "created_at",
    "updated_at",
)


def _field(name: str, field: str) -> ExportColumn[AnnotationRow]:
    """Return a column of annotations called `name`. Its cells hold the value of `field` unchanged."""
    return ExportColumn(name, lambda row: row.values[field])


def _published(row: AnnotationRow) -> Any:
    values = row.values
    return day_or_time(
        values["anchor__revision__published_at"],
        values["anchor__revision__published_on_day"],
    )


ANNOTATIONS: RecordKind[AnnotationRow] = RecordKind(
    (
        ExportColumn("annotation_id", lambda row: str(row.values["pk"])),
        ExportColumn("story", lambda row: row.stories),
        _field("article_id", "article"),
        _field("article_title", "article__title"),
        _field("outlet", "article__outlet__name"),
        ExportColumn("origin", lambda row: row.origins),
        _field("url", "anchor__revision__url"),
        ExportColumn("published_at", _published),
        _field("revision", "anchor__revision__number"),
        _field("start", "anchor__start"),
        _field("end", "anchor__end"),
        _field("exact", "anchor__quote"),
        _field("prefix", "anchor__prefix"),
        _field("suffix", "anchor__suffix"),
        _field("anchor_state", "anchor__state"),
        ExportColumn("tags", lambda row: row.tags),
        _field("note", "note"),
        _field("attribution", "attribution"),
        ExportColumn("claim_ids", lambda row: row.claims),
        _field("created_by", "created_by__username"),
        _field("created_at", "created_at"),
        _field("updated_at", "updated_at"),
        ExportColumn("permalink", lambda row: row.permalink),
        _field("teller", "teller"),
        _field("teller_guessed", "teller_guessed"),
    )
)

LINKS: RecordKind[LinkRow] = RecordKind(
    (
        ExportColumn("link_id", lambda row: row.link.pk),
        ExportColumn("relation", lambda row: row.link.relation),
        ExportColumn("aspect", lambda row: row.link.aspect),
        ExportColumn("from_annotation_id", lambda row: row.link.source.pk),
        ExportColumn("from_article_id", lambda row: row.link.source.article_id),
        ExportColumn("from_outlet", lambda row: row.link.source.article.outlet),
        ExportColumn("from_exact", lambda row: row.link.source.anchor.quote),
        ExportColumn("to_annotation_id", lambda row: row.link.target.pk),
        ExportColumn("to_article_id", lambda row: row.link.target.article_id),
        ExportColumn("to_outlet", lambda row: row.link.target.article.outlet),
        ExportColumn("to_exact", lambda row: row.link.target.anchor.quote),
        ExportColumn("same_origin", lambda row: row.same_origin),
        ExportColumn("note", lambda row: row.link.note),
        ExportColumn("created_by", lambda row: row.link.created_by.username),
        ExportColumn("created_at", lambda row: row.link.created_at),
    )
)


def _changed_since_verdict(row: CountedClaim) -> str:
    """Return phrases about what changed after the verdict, or an empty string if nothing changed."""
    if not row.settled:
        return ""
    changes = row.verdict_changes
    if changes.judged is None:
        return "not recorded"
    return "; ".join(changes.phrases)


def _stated_independent(row: CountedClaim) -> list[str]:
    return [
        f"{statement.first_id} and {statement.second_id}: {statement.reason}"
        for statement in row.independences
    ]


CLAIMS: RecordKind[CountedClaim] = RecordKind(
    (
        ExportColumn("claim_id", lambda row: row.claim.pk),
        ExportColumn("story", lambda row: row.claim.story.slug),
        ExportColumn("statement", lambda row: row.claim.statement),
        ExportColumn("status", lambda row: row.claim.status),
        ExportColumn("verdict", lambda row: row.claim.verdict),
        ExportColumn("articles", lambda row: row.standing.articles),
        ExportColumn("outlets", lambda row: row.standing.outlets),
        ExportColumn("independent_origins", lambda row: row.standing.sources.at_least),
        ExportColumn("corroborating", lambda row: row.standing.passages),
        ExportColumn("contradicting", lambda row: row.standing.opposing.at_least),
        ExportColumn("created_by", lambda row: row.claim.created_by.username),
        ExportColumn("created_at", lambda row: row.claim.created_at),
        ExportColumn("settled_at", lambda row: row.claim.settled_at),
        ExportColumn("changed_since_verdict", _changed_since_verdict),
        ExportColumn("sources_at_least", lambda row: row.standing.sources.at_least),
        ExportColumn("sources_at_most", lambda row: row.standing.sources.at_most),
        ExportColumn("in_doubt", lambda row: row.standing.sources.in_doubt),
        ExportColumn("hangs_on", lambda row: "; ".join(row.weaknesses)),
        ExportColumn("stated_independent", _stated_independent),
        ExportColumn("falls_if", lambda row: row.falls_if),
    )
)

EVIDENCE: RecordKind[EvidenceRow] = RecordKind(
    (
        ExportColumn("evidence_id", lambda row: row.evidence.pk),
        ExportColumn("claim_id", lambda row: row.evidence.claim.pk),
        ExportColumn("story", lambda row: row.evidence.claim.story.slug),
        ExportColumn("statement", lambda row: row.evidence.claim.statement),
        ExportColumn("relation", lambda row: row.evidence.relation),
        ExportColumn("annotation_id", lambda row: row.evidence.highlight.pk),
        ExportColumn("article_id", lambda row: row.evidence.highlight.article_id),
        ExportColumn("article_title", lambda row: row.evidence.highlight.article.title),
        ExportColumn("outlet", lambda row: row.evidence.highlight.article.outlet),
        ExportColumn("origin", lambda row: row.origins),
        ExportColumn("exact", lambda row: row.evidence.highlight.anchor.quote),
        ExportColumn("anchor_state", lambda row: row.evidence.highlight.anchor.state),
        ExportColumn("note", lambda row: row.evidence.note),
        ExportColumn("created_by", lambda row: row.evidence.created_by.username),
        ExportColumn("created_at", lambda row: row.evidence.created_at),
    )
)


def _article_published(row: ArticleRow) -> Any:
    revision = row.article.current
    return day_or_time(revision.published_at, revision.published_on_day)


def _article_owner(row: ArticleRow) -> Any:
    # Not every article has a known outlet.
    outlet = row.article.outlet
    return outlet.owner if outlet else None


ARTICLES: RecordKind[ArticleRow] = RecordKind(
    (
        ExportColumn("article_id", lambda row: row.article.pk),
        ExportColumn("external_id", lambda row: row.article.external_id),
        ExportColumn("title", lambda row: row.article.title),
        ExportColumn("outlet", lambda row: row.article.outlet),
        ExportColumn("origin", lambda row: row.origins),
        ExportColumn("url", lambda row: row.article.current.url),
        ExportColumn("byline", lambda row: row.article.current.byline),
        ExportColumn("credit", lambda row: row.article.current.credit),
        ExportColumn("language", lambda row: row.article.current.language),
        ExportColumn("published_at", _article_published),
        ExportColumn("stories", lambda row: row.stories),
        ExportColumn("revision", lambda row: row.article.current.number),
        ExportColumn("words", lambda row: row.article.current.words),
        ExportColumn("sha256", lambda row: row.article.current.sha256),
        ExportColumn("imported_by", lambda row: row.article.current.created_by.username),
        ExportColumn("imported_at", lambda row: row.article.current.created_at),
        ExportColumn("owner", _article_owner),
    )
)

TAGS: RecordKind[TagRow] = RecordKind(
    (
        ExportColumn("tag", lambda row: row.tag.path),
        ExportColumn("definition", lambda row: row.tag.definition),
        ExportColumn("colour", lambda row: row.tag.hue),
        ExportColumn("highlights", lambda row: row.highlights),
        ExportColumn("created_by", lambda row: row.tag.created_by.username),
        ExportColumn("created_at", lambda row: row.tag.created_at),
    )
)


def _story_slug(line: Activity) -> str | None:
    return line.story.slug if line.story else None


def _changes(line: Activity) -> str:
    # An empty cell is easier to filter in a spreadsheet than `{}`.
    if not line.changes:
        return ""
    return json.dumps(line.changes, ensure_ascii=False, sort_keys=True)


ACTIVITY: RecordKind[Activity] = RecordKind(
    (
        ExportColumn("activity_id", lambda line: line.pk),
        ExportColumn("at", lambda line: line.at),
        ExportColumn("actor", lambda line: line.actor.username),
        ExportColumn("verb", lambda line: line.verb),
        ExportColumn("object_type", lambda line: line.object_type),
        ExportColumn("object_id", lambda line: line.object_id),
        ExportColumn("story", _story_slug),
        ExportColumn("article_id", lambda line: line.article_id),
        ExportColumn("summary", lambda line: line.summary),
        ExportColumn("changes", _changes),
    )
)
