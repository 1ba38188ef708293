"""Define the columns of what is said about passages: annotations, links, evidence and comments."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotations.logic.export.records import ExportColumn, RecordKind
from annotations.models import Comment, Evidence, Link
from annotations.queries.exports.lookups import day_or_time


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
    """One link in an export, with the slugs of the stories of both articles.

    `same_origin` is true if the articles of both ends share an origin.
    """

    link: Link
    same_origin: bool
    from_stories: list[str]
    to_stories: list[str]


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One piece of evidence in an export. `origins` are the names of the origins of its article."""

    evidence: Evidence
    origins: list[str]


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
    "attribution_guessed",
    "teller",
    "teller_guessed",
    "created_by__username",
    "created_at",
    "updated_at",
)


def _field(name: str, field: str, meaning: str) -> ExportColumn[AnnotationRow]:
    """Return a column of annotations called `name`. Its cells hold the value of `field` unchanged."""
    return ExportColumn(name, lambda row: row.values[field], meaning)


def _published(row: AnnotationRow) -> Any:
    values = row.values
    return day_or_time(
        values["anchor__revision__published_at"],
        values["anchor__revision__published_on_day"],
    )


ANNOTATIONS: RecordKind[AnnotationRow] = RecordKind(
    "a highlight: a marked passage, at its place in the newest revision of its article",
    (
        ExportColumn(
            "annotation_id", lambda row: str(row.values["pk"]), "id of the highlight (UUID)"
        ),
        ExportColumn("story", lambda row: row.stories, "stories of the article (slugs), in a list"),
        _field("article_id", "article", "id of the article"),
        _field("article_title", "article__title", "working title of the article"),
        _field("outlet", "article__outlet__name", "outlet of the article; empty if unknown"),
        ExportColumn(
            "origin",
            lambda row: row.origins,
            "origins of the article, without rejected ones, in a list",
        ),
        _field("url", "anchor__revision__url", "address of the revision"),
        ExportColumn(
            "published_at", _published, "when the revision was published: a day, or a time in UTC"
        ),
        _field("revision", "anchor__revision__number", "number of the revision, from 1"),
        _field(
            "start",
            "anchor__start",
            "where the passage begins in `text` of revisions, in code points from 0",
        ),
        _field(
            "end",
            "anchor__end",
            "where it ends, in code points, exclusive; empty if the passage is lost",
        ),
        _field(
            "exact", "anchor__quote", "words of the passage; of a lost one its last known words"
        ),
        _field("prefix", "anchor__prefix", "up to 32 code points before the passage"),
        _field("suffix", "anchor__suffix", "up to 32 code points after the passage"),
        _field(
            "anchor_state",
            "anchor__state",
            "how the place was found: drawn, confirmed, same, moved, changed or lost",
        ),
        ExportColumn(
            "tags", lambda row: row.tags, "tags (paths), in a list, in the order they were added"
        ),
        _field("note", "note", "note on the passage (Markdown)"),
        _field("attribution", "attribution", "whose words the passage gives"),
        ExportColumn(
            "claim_ids",
            lambda row: row.claims,
            "ids of the claims for which it is evidence, in a list",
        ),
        _field("created_by", "created_by__username", "who drew it (name of the account)"),
        _field("created_at", "created_at", "when it was drawn (UTC)"),
        _field("updated_at", "updated_at", "when it last changed (UTC)"),
        ExportColumn("permalink", lambda row: row.permalink, "address that opens the passage"),
        _field(
            "teller",
            "teller",
            "who the passage says reports it, if not the outlet; `;` between several",
        ),
        _field("teller_guessed", "teller_guessed", "true if nobody has confirmed the teller"),
        _field(
            "attribution_guessed",
            "attribution_guessed",
            "true if `attribution` is a guess that nobody has confirmed",
        ),
    ),
)

LINKS: RecordKind[LinkRow] = RecordKind(
    "a link between passages of two articles",
    (
        ExportColumn("link_id", lambda row: row.link.pk, "id of the link (UUID)"),
        ExportColumn(
            "relation",
            lambda row: row.link.relation,
            "how the first passage relates to the second: corroborates, contradicts, repeats, updates or"
            " context",
        ),
        ExportColumn(
            "aspect",
            lambda row: row.link.aspect,
            "of contradictions: number, time, place, person, quote or attribution",
        ),
        ExportColumn(
            "from_annotation_id",
            lambda row: row.link.source.pk,
            "first passage: id of the highlight",
        ),
        ExportColumn("from_article_id", lambda row: row.link.source.article_id, "its article"),
        ExportColumn("from_outlet", lambda row: row.link.source.article.outlet, "its outlet"),
        ExportColumn("from_exact", lambda row: row.link.source.anchor.quote, "its words"),
        ExportColumn(
            "to_annotation_id",
            lambda row: row.link.target.pk,
            "second passage: id of the highlight",
        ),
        ExportColumn("to_article_id", lambda row: row.link.target.article_id, "its article"),
        ExportColumn("to_outlet", lambda row: row.link.target.article.outlet, "its outlet"),
        ExportColumn("to_exact", lambda row: row.link.target.anchor.quote, "its words"),
        ExportColumn(
            "same_origin", lambda row: row.same_origin, "true if both articles share an origin"
        ),
        ExportColumn("note", lambda row: row.link.note, "note on the link"),
        ExportColumn("created_by", lambda row: row.link.created_by.username, "who drew the link"),
        ExportColumn("created_at", lambda row: row.link.created_at, "when it was drawn (UTC)"),
        ExportColumn(
            "from_stories",
            lambda row: row.from_stories,
            "stories of the first article (slugs), in a list",
        ),
        ExportColumn(
            "to_stories",
            lambda row: row.to_stories,
            "stories of the second article (slugs), in a list",
        ),
    ),
)

EVIDENCE: RecordKind[EvidenceRow] = RecordKind(
    "a passage that bears on a claim",
    (
        ExportColumn("evidence_id", lambda row: row.evidence.pk, "id of the evidence (UUID)"),
        ExportColumn("claim_id", lambda row: row.evidence.claim.pk, "id of the claim"),
        ExportColumn(
            "story", lambda row: row.evidence.claim.story.slug, "story of the claim (slug)"
        ),
        ExportColumn("statement", lambda row: row.evidence.claim.statement, "words of the claim"),
        ExportColumn(
            "relation",
            lambda row: row.evidence.relation,
            "how the passage relates to the claim: corroborates, contradicts, repeats, updates or context",
        ),
        ExportColumn("annotation_id", lambda row: row.evidence.highlight.pk, "id of the highlight"),
        ExportColumn(
            "article_id", lambda row: row.evidence.highlight.article_id, "id of its article"
        ),
        ExportColumn(
            "article_title",
            lambda row: row.evidence.highlight.article.title,
            "title of its article",
        ),
        ExportColumn(
            "outlet", lambda row: row.evidence.highlight.article.outlet, "outlet of its article"
        ),
        ExportColumn(
            "origin",
            lambda row: row.origins,
            "origins of its article, without rejected ones, in a list",
        ),
        ExportColumn(
            "exact", lambda row: row.evidence.highlight.anchor.quote, "words of the passage"
        ),
        ExportColumn(
            "anchor_state",
            lambda row: row.evidence.highlight.anchor.state,
            "how the place of the passage was found; a changed passage counts only at most",
        ),
        ExportColumn("note", lambda row: row.evidence.note, "note on the evidence"),
        ExportColumn("created_by", lambda row: row.evidence.created_by.username, "who attached it"),
        ExportColumn(
            "created_at", lambda row: row.evidence.created_at, "when it was attached (UTC)"
        ),
    ),
)

COMMENTS: RecordKind[Comment] = RecordKind(
    "a comment on a highlight or on a claim",
    (
        ExportColumn("comment_id", lambda comment: comment.pk, "id of the comment"),
        ExportColumn(
            "annotation_id", lambda comment: comment.highlight_id, "highlight it is about, or empty"
        ),
        ExportColumn("claim_id", lambda comment: comment.claim_id, "claim it is about, or empty"),
        ExportColumn("body", lambda comment: comment.body, "the comment (Markdown)"),
        ExportColumn("created_by", lambda comment: comment.created_by.username, "who wrote it"),
        ExportColumn("created_at", lambda comment: comment.created_at, "when it was written (UTC)"),
    ),
)
