"""Making articles and revisions from what was handed in."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import OuterRef, Subquery

from newsroom.actions.history import HistoryLine, record, record_all
from newsroom.actions.outlets import outlet_for
from newsroom.actions.stories import added, place_article
from newsroom.actions.storing import store, store_all
from newsroom.models import Article, Capture, Original, Outlet, Revision, Story, StoryArticle, User, Verb
from newsroom.models.imports import ImportItem
from newsroom.queries.articles import known_article, says_the_same
from newsroom.roles import UserRole, require
from newsroom.search.indexing import index_revision, index_revisions
from newsroom.signals import revisions_imported
from newsroom.text.addresses.canonical import canonical, domain
from newsroom.text.changes.corrections import carry_metadata, carry_roles, differences
from newsroom.text.model import Metadata
from newsroom.text.normalise import VERSION
from newsroom.text.pipeline import PreparedSource, SourceDetails, prepare

Status = ImportItem.Status


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What became of one source: `status` is created, unchanged or revised."""

    status: Status
    revision: Revision


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A source that was read, and what is to become of it; see `import_article`."""

    raw: bytes
    prepared: PreparedSource
    name: str = ""
    given: SourceDetails = field(default_factory=SourceDetails)
    story: Story | None = None
    fetched: Mapping[str, Any] | None = None


@transaction.atomic
def import_article(
    raw: bytes,
    *,
    name: str = "",
    given: SourceDetails | None = None,
    by: User,
    story: Story | None = None,
    prepared: PreparedSource | None = None,
    of: Article | None = None,
    fetched: Mapping[str, Any] | None = None,
) -> ImportOutcome:
    """Import one source: a new article, a new revision of a known one, or nothing where nothing changed.

    An article is known by its external id, else by its canonical address; a source that has neither is known
    by its text. `of` names the article, whatever the source says of itself. What a newer source leaves blank
    in its masthead stays as it was known. `fetched` says how the bytes were fetched, where they were:
    `Fetched.as_stored()`. `prepared` spares a second reading where the caller has read `raw` already. Raises
    `Forbidden` below a reporter and the errors of `prepare`; then nothing is stored.
    """
    require(by, UserRole.REPORTER)
    given = given or SourceDetails()
    handed = ImportRequest(raw, prepared or prepare(raw, name=name, given=given), name, given, story, fetched)
    article = _newest(of) if of else known_article(handed.prepared, given.external_id)
    if article is None:
        return make_articles([handed], by=by)[0]
    if article.current and says_the_same(article.current, handed.prepared):
        if story:
            place_article(story, article, by=by)
        return ImportOutcome(Status.UNCHANGED, article.current)
    return ImportOutcome(Status.REVISED, _revise(article, handed, by))


def make_articles(handed: Sequence[ImportRequest], *, by: User) -> list[ImportOutcome]:
    """A new article of each source. Call in a transaction, with sources that nobody knows, each other
    included.

    Takes as many queries for many as for one, but for outlets. Raises the errors of `store_all`.
    """
    articles = [
        _new_article(each, outlet, by) for each, outlet in zip(handed, _outlets(handed, by), strict=True)
    ]
    store_all(articles)
    originals = _kept([each.raw for each in handed])
    revisions = [
        _revision_of(article, each, original, by)
        for article, each, original in zip(articles, handed, originals, strict=True)
    ]
    store_all(revisions)
    first = Revision.objects.filter(article=OuterRef("pk")).values("pk")
    Article.objects.filter(pk__in=[article.pk for article in articles]).update(current=Subquery(first))
    for article, revision in zip(articles, revisions, strict=True):
        article.current = revision
    store_all(
        [_capture(revision, each) for revision, each in zip(revisions, handed, strict=True) if each.fetched]
    )
    placed = [(article, each.story) for article, each in zip(articles, handed, strict=True) if each.story]
    store_all([StoryArticle(story=story, article=article, added_by=by) for article, story in placed])
    lines: list[HistoryLine] = []
    for article, each in zip(articles, handed, strict=True):
        lines += _lines_of(article, each)
    record_all(lines, by=by)
    index_revisions(revisions)
    revisions_imported.send(Revision, imported=[(revision, None) for revision in revisions], by=by)
    return [ImportOutcome(Status.CREATED, revision) for revision in revisions]


def _lines_of(article: Article, handed: ImportRequest) -> list[HistoryLine]:
    """Return the lines of the history for a new article: that it was imported, and into which story."""
    imported = HistoryLine(
        Verb.IMPORTED,
        article,
        f"imported “{article.title}”",
        story=handed.story,
        article=article,
        changes={"revision": (None, 1)},
    )
    if handed.story is None:
        return [imported]
    return [imported, added(handed.story, article)]


def _revise(article: Article, handed: ImportRequest, by: User) -> Revision:
    previous = article.current
    (outlet,) = _outlets([handed], by)
    (original,) = _kept([handed.raw])
    revision = _revision_of(article, handed, original, by)
    store(revision)
    if handed.fetched:
        store(_capture(revision, handed))
    article.current = revision
    article.outlet = article.outlet or outlet
    article.save(update_fields=["current", "outlet"])
    line = HistoryLine(
        Verb.REVISED,
        article,
        f"imported revision {revision.number} of “{article.title}”",
        story=handed.story,
        article=article,
        changes={"revision": (previous and previous.number, revision.number)},
    )
    record(line, by=by)
    if handed.story:
        place_article(handed.story, article, by=by)
    index_revision(revision, previous)
    revisions_imported.send(Revision, imported=[(revision, previous)], by=by)
    return revision


def _newest(article: Article) -> Article:
    """The article as it is now, held until the transaction ends, so that two revisions never get one number."""
    return Article.objects.select_for_update(of=("self",)).select_related("current").get(pk=article.pk)


def _outlets(handed: Sequence[ImportRequest], by: User) -> list[Outlet | None]:
    """The outlet of each; one that is named or has its domain several times is looked for once."""
    known: dict[tuple[str, str, bool], Outlet | None] = {}
    outlets = []
    for prepared in (each.prepared for each in handed):
        metadata = prepared.metadata
        # What the page says of itself may differ from page to page; what a person or a record says is meant.
        stated = metadata.outlet != prepared.draft.metadata.outlet
        key = metadata.outlet, domain(metadata.url), stated
        if key not in known:
            known[key] = outlet_for(metadata.outlet, metadata.url, by=by, stated=stated)
            if metadata.outlet:
                # It may be a new one, with a domain that had none before.
                known = {key: outlet for key, outlet in known.items() if outlet}
        outlets.append(known.get(key))
    return outlets


def _new_article(handed: ImportRequest, outlet: Outlet | None, by: User) -> Article:
    return Article(
        title=handed.prepared.title,
        outlet=outlet,
        external_id=handed.given.external_id,
        address=canonical(handed.prepared.metadata.url),
        created_by=by,
    )


def _masthead(found: Metadata, previous: Revision | None) -> Metadata:
    """What was found, and what was known before where nothing was."""
    if previous is None:
        return found
    known = {
        "title": found.title or previous.headline,
        "byline": found.byline or previous.byline,
        "credit": found.credit or previous.credit,
        "url": found.url or previous.url,
        "language": found.language or previous.language,
    }
    if found.published_at is None:
        found = replace(found, published_at=previous.published_at, published_on_day=previous.published_on_day)
    return replace(found, **known)


def _revision_of(article: Article, handed: ImportRequest, original: int, by: User) -> Revision:
    prepared = handed.prepared
    read, current = prepared.metadata, article.current
    found, document = read, prepared.document
    if current and current.read:
        found = carry_metadata(current.metadata_as_read, current.metadata, found)
        document = carry_roles(current.document_as_read, current.document, document)
    found = _masthead(found, current)
    corrected = differences(read, prepared.document, found, document) if current else {}
    return Revision(
        article=article,
        number=article.current.number + 1 if article.current else 1,
        headline=found.title,
        byline=found.byline,
        credit=found.credit,
        published_at=found.published_at and found.published_at.astimezone(UTC),
        published_on_day=found.published_on_day,
        url=found.url,
        language=found.language,
        text=document.text,
        blocks=[[block.start, block.end, block.role] for block in document.blocks],
        marks=[[mark.start, mark.end, mark.kind, mark.value] for mark in document.marks],
        sha256=prepared.sha256,
        words=prepared.words,
        normaliser=VERSION,
        original_id=original,
        original_name=handed.name,
        format=prepared.draft.format,
        charset=prepared.charset,
        kept_lines=list(found.lines),
        read=corrected,
        created_by=by,
    )


def _capture(revision: Revision, handed: ImportRequest) -> Capture:
    fetched = handed.fetched or {}
    return Capture(revision=revision, **{**fetched, "at": datetime.fromisoformat(fetched["at"])})


def _kept(raws: Sequence[bytes]) -> list[int]:
    """The bytes as they came, stored once; the ids of their originals, in order."""
    sums = [hashlib.sha256(raw).hexdigest() for raw in raws]
    new = {
        sha256: Original(sha256=sha256, raw=raw, size=len(raw))
        for sha256, raw in zip(sums, raws, strict=True)
    }
    # Whoever stores the same bytes at this moment has them stored first: both then find them.
    Original.objects.bulk_create(new.values(), ignore_conflicts=True)
    ids = dict(Original.objects.filter(sha256__in=new).values_list("sha256", "pk"))
    return [ids[sha256] for sha256 in sums]
