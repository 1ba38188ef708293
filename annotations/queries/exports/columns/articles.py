"""Define the columns of articles, their revisions, outlets, origins and stories."""

from dataclasses import dataclass
from typing import Any

from annotations.logic.export.records import ExportColumn, RecordKind
from annotations.models import Provenance
from annotations.queries.exports.lookups import day_or_time
from newsroom.models import Article, Outlet, Revision, Story


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article in an export, with the slugs of its stories and the names of its origins."""

    article: Article
    stories: list[str]
    origins: list[str]


@dataclass(frozen=True, slots=True)
class RevisionRow:
    """One revision in an export. `text_address` is the address of its text."""

    revision: Revision
    text_address: str


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One outlet in an export. `aliases` are its other names and domains."""

    outlet: Outlet
    aliases: list[str]


def _article_published(row: ArticleRow) -> Any:
    revision = row.article.current
    return day_or_time(revision.published_at, revision.published_on_day)


def _article_owner(row: ArticleRow) -> Any:
    # Not every article has a known outlet.
    outlet = row.article.outlet
    return outlet.owner if outlet else None


ARTICLES: RecordKind[ArticleRow] = RecordKind(
    "an article, with the masthead of its newest revision",
    (
        ExportColumn("article_id", lambda row: row.article.pk, "id of the article"),
        ExportColumn(
            "external_id", lambda row: row.article.external_id, "its id in another system"
        ),
        ExportColumn("title", lambda row: row.article.title, "working title of the desk"),
        ExportColumn("outlet", lambda row: row.article.outlet, "outlet; empty if unknown"),
        ExportColumn(
            "origin", lambda row: row.origins, "origins, without rejected ones, in a list"
        ),
        ExportColumn("url", lambda row: row.article.current.url, "address"),
        ExportColumn("byline", lambda row: row.article.current.byline, "byline"),
        ExportColumn(
            "credit", lambda row: row.article.current.credit, "credit line, which names an agency"
        ),
        ExportColumn("language", lambda row: row.article.current.language, "language (BCP 47)"),
        ExportColumn("published_at", _article_published, "when published: a day, or a time in UTC"),
        ExportColumn("stories", lambda row: row.stories, "its stories (slugs), in a list"),
        ExportColumn(
            "revision", lambda row: row.article.current.number, "number of its newest revision"
        ),
        ExportColumn("words", lambda row: row.article.current.words, "number of words"),
        ExportColumn(
            "sha256",
            lambda row: row.article.current.sha256,
            "SHA-256 of the text in UTF-8, hexadecimal",
        ),
        ExportColumn(
            "imported_by",
            lambda row: row.article.current.created_by.username,
            "who imported the newest revision",
        ),
        ExportColumn(
            "imported_at",
            lambda row: row.article.current.created_at,
            "when the newest revision was imported (UTC)",
        ),
        ExportColumn("owner", _article_owner, "owner of the outlet; empty if none is known"),
    ),
)


def _revision_published(row: RevisionRow) -> Any:
    return day_or_time(row.revision.published_at, row.revision.published_on_day)


def _corrected_number(row: RevisionRow) -> int | None:
    corrected = row.revision.corrects
    return corrected.number if corrected else None


REVISIONS: RecordKind[RevisionRow] = RecordKind(
    "a revision: a text of an article as it was at one time",
    (
        ExportColumn("article_id", lambda row: row.revision.article_id, "id of the article"),
        ExportColumn("revision", lambda row: row.revision.number, "number of the revision, from 1"),
        ExportColumn("headline", lambda row: row.revision.headline, "headline"),
        ExportColumn("byline", lambda row: row.revision.byline, "byline"),
        ExportColumn("credit", lambda row: row.revision.credit, "credit line"),
        ExportColumn(
            "published_at", _revision_published, "when published: a day, or a time in UTC"
        ),
        ExportColumn("url", lambda row: row.revision.url, "address"),
        ExportColumn("language", lambda row: row.revision.language, "language (BCP 47)"),
        ExportColumn("words", lambda row: row.revision.words, "number of words"),
        ExportColumn(
            "sha256", lambda row: row.revision.sha256, "SHA-256 of `text` in UTF-8, hexadecimal"
        ),
        ExportColumn(
            "original_sha256",
            lambda row: row.revision.original.sha256,
            "SHA-256 of the bytes from which the text was read, hexadecimal",
        ),
        ExportColumn(
            "corrects",
            _corrected_number,
            "number of the revision whose masthead the desk corrected by this one, or empty",
        ),
        ExportColumn(
            "imported_by", lambda row: row.revision.created_by.username, "who imported it"
        ),
        ExportColumn(
            "imported_at", lambda row: row.revision.created_at, "when it was imported (UTC)"
        ),
        ExportColumn(
            "text_address", lambda row: row.text_address, "address of `text` alone, as plain text"
        ),
        ExportColumn(
            "text",
            lambda row: row.revision.text,
            "the text into which `start` and `end` of annotations point",
        ),
    ),
)

OUTLETS: RecordKind[OutletRow] = RecordKind(
    "an outlet",
    (
        ExportColumn("outlet", lambda row: row.outlet.name, "name of the outlet"),
        ExportColumn("domain", lambda row: row.outlet.domain, "its host, or empty"),
        ExportColumn(
            "kind", lambda row: row.outlet.kind, "newspaper, broadcaster, agency, official or other"
        ),
        ExportColumn("owner", lambda row: row.outlet.owner, "outlet that owns it, or empty"),
        ExportColumn("aliases", lambda row: row.aliases, "its other names and domains, in a list"),
        ExportColumn("created_at", lambda row: row.outlet.created_at, "when it was entered (UTC)"),
    ),
)


def _decided_by(row: Provenance) -> str | None:
    editor = row.origin.decided_by
    return editor.username if editor else None


ORIGINS: RecordKind[Provenance] = RecordKind(
    "an origin and one of its articles: an origin has as many rows as articles",
    (
        ExportColumn("origin_id", lambda row: row.origin_id, "id of the origin (UUID)"),
        ExportColumn("origin", lambda row: row.origin.name, "name of the origin"),
        ExportColumn("state", lambda row: row.origin.state, "proposed, confirmed or rejected"),
        ExportColumn(
            "reason", lambda row: row.origin.reason, "why it was proposed, or why it was so decided"
        ),
        ExportColumn(
            "article_id", lambda row: row.article_id, "article whose reporting comes from there"
        ),
        ExportColumn("decided_by", _decided_by, "who decided; empty if nobody has"),
        ExportColumn("decided_at", lambda row: row.origin.decided_at, "when it was decided (UTC)"),
        ExportColumn(
            "created_at", lambda row: row.created_at, "when the article joined the origin (UTC)"
        ),
        ExportColumn(
            "kind",
            lambda row: row.origin.kind,
            "`text` that the articles share, `credit` if the article names the source, or kind of document",
        ),
    ),
)

STORIES: RecordKind[Story] = RecordKind(
    "a story",
    (
        ExportColumn("story", lambda story: story.slug, "name of the story in addresses (slug)"),
        ExportColumn("title", lambda story: story.title, "title"),
        ExportColumn("summary", lambda story: story.summary, "summary"),
        ExportColumn("place", lambda story: story.place, "where it happened"),
        ExportColumn("starts_on", lambda story: story.starts_on, "first day"),
        ExportColumn("ends_on", lambda story: story.ends_on, "last day; empty if it is one day"),
        ExportColumn("created_by", lambda story: story.created_by.username, "who opened it"),
        ExportColumn("created_at", lambda story: story.created_at, "when it was opened (UTC)"),
    ),
)
