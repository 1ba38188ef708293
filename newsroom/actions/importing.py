"""Making articles and revisions from what was handed in."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.db import IntegrityError, transaction

from newsroom.actions.history import record
from newsroom.actions.outlets import outlet_for
from newsroom.actions.stories import place_article
from newsroom.actions.storing import store
from newsroom.models import Article, Capture, Original, Outlet, Revision, Story, User
from newsroom.models.imports import ImportItem
from newsroom.queries import known_article, says_the_same
from newsroom.roles import UserRole, require
from newsroom.search.indexing import index_revision
from newsroom.signals import revision_imported
from newsroom.text.addresses import canonical
from newsroom.text.correcting import carry_metadata, carry_roles, differing
from newsroom.text.model import Metadata
from newsroom.text.normalise import VERSION
from newsroom.text.preparing import Given, Prepared, prepare

Status = ImportItem.Status


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: `status` is created, unchanged or revised."""

    status: Status
    revision: Revision


@transaction.atomic
def import_article(
    raw: bytes,
    *,
    name: str = "",
    given: Given | None = None,
    by: User,
    story: Story | None = None,
    prepared: Prepared | None = None,
    of: Article | None = None,
    fetched: Mapping[str, Any] | None = None,
) -> Outcome:
    """Import one source: a new article, a new revision of a known one, or nothing where nothing changed.

    An article is known by its external id, else by its canonical address; a source that has neither is known by its
    text. `of` names the article, whatever the source says of itself. What a newer source leaves blank in its masthead
    stays as it was known. `fetched` says how the bytes were fetched, where they were: `Fetched.as_stored()`. `prepared`
    spares a second reading where the caller has read `raw` already. Raises `Forbidden` below a reporter and the errors
    of `prepare`; then nothing is stored.
    """
    require(by, UserRole.REPORTER)
    given = given or Given()
    prepared = prepared or prepare(raw, name=name, given=given)
    article = _newest(of) if of else known_article(prepared, given.external_id)
    if article and article.current and says_the_same(article.current, prepared):
        if story:
            place_article(story, article, by=by)
        return Outcome(Status.UNCHANGED, article.current)
    status = Status.REVISED if article else Status.CREATED
    outlet = outlet_for(prepared.metadata.outlet, prepared.metadata.url, by=by)
    article = article or _new_article(prepared, given.external_id, outlet, by)
    previous = article.current
    revision = _new_revision(article, prepared, raw, name, by)
    if fetched:
        store(Capture(revision=revision, **{**fetched, "at": datetime.fromisoformat(fetched["at"])}))
    article.current = revision
    article.outlet = article.outlet or outlet
    article.save(update_fields=["current", "outlet"])
    record(
        "imported" if status is Status.CREATED else "revised",
        article,
        by=by,
        story=story,
        article=article,
        summary=f"imported “{article.title}”"
        if not previous
        else f"imported revision {revision.number} of “{article.title}”",
        changes={"revision": (previous.number if previous else None, revision.number)},
    )
    if story:
        place_article(story, article, by=by)
    index_revision(revision, previous)
    revision_imported.send(Revision, revision=revision, previous=previous, by=by)
    return Outcome(status, revision)


def _newest(article: Article) -> Article:
    """The article as it is now, held until the transaction ends, so that two revisions never get one number."""
    return Article.objects.select_for_update(of=("self",)).select_related("current").get(pk=article.pk)


def _new_article(prepared: Prepared, external_id: str, outlet: Outlet | None, by: User) -> Article:
    article = Article(
        title=prepared.title,
        outlet=outlet,
        external_id=external_id,
        address=canonical(prepared.metadata.url),
        created_by=by,
    )
    store(article)
    return article


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


def _new_revision(article: Article, prepared: Prepared, raw: bytes, name: str, by: User) -> Revision:
    original = _kept(raw)
    read, current = prepared.metadata, article.current
    found, document = read, prepared.document
    if current and current.read:
        found = carry_metadata(current.metadata_as_read, current.metadata, found)
        document = carry_roles(current.document_as_read, current.document, document)
    found = _masthead(found, current)
    corrected = differing(read, prepared.document, found, document) if current else {}
    revision = Revision(
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
        original=original,
        original_name=name,
        format=prepared.draft.format,
        charset=prepared.charset,
        kept_lines=list(found.lines),
        read=corrected,
        created_by=by,
    )
    store(revision)
    return revision


def _kept(raw: bytes) -> Original:
    """The bytes as they came, stored once. Nearly always they are new, so that is tried before looking."""
    sha256 = hashlib.sha256(raw).hexdigest()
    try:
        with transaction.atomic():
            return Original.objects.create(sha256=sha256, raw=raw, size=len(raw))
    except IntegrityError:
        return Original.objects.get(sha256=sha256)
