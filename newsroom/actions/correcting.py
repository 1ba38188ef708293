"""Correct what was guessed about an article when it was imported: its masthead, and the role of each
paragraph.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction

from newsroom.actions.history import Changes, HistoryLine, record
from newsroom.actions.imports.import_preparation import preparation_of
from newsroom.actions.imports.import_requests import Preparation
from newsroom.actions.revision_copies import copy_of, masthead_columns
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import Article, Revision, User, Verb
from newsroom.roles import UserRole, require
from newsroom.search.indexing import index_revision
from newsroom.signals import ExpectedRevision, revisions_imported
from newsroom.text.addresses.article_addresses import article_address
from newsroom.text.changes.corrections import FIELDS, differences, with_roles
from newsroom.text.model import Document, Metadata, Role
from newsroom.text.pipeline import parse_published

NEWER = "The article has a newer revision: look at it, then correct that one."
#: The names of fields in the history, if people call them by other names.
_LABELS = {"title": "headline", "published_at": "published"}
#: How many characters of a block identify it in the history.
_LONGEST_EXTRACT = 40


def correct_article(
    article: Article,
    values: Mapping[str, Any],
    roles: Mapping[int, Role],
    *,
    number: int,
    by: User,
) -> Revision | None:
    """Correct the masthead by `values` and the roles of blocks by `roles`.

    Requires the reporter role. `values` is `{title, byline, credit, published, url, language}` with all or
    some of these keys. `roles` is {index of the block: role}. The corrections are stored as the next
    revision, which is returned. It has the same text, so every highlight keeps its place, and the older
    values can still be read. Returns None and stores nothing if no value differs. `number` is the number of
    the revision that the person saw. Raises `Conflict` if there is a newer revision, and `Invalid` for an
    impossible value.
    """
    require(by, UserRole.REPORTER)
    current = article.revisions.filter(number=number).first()
    if current is None or article.revisions.filter(number__gt=number).exists():
        raise Conflict(NEWER)

    metadata = _corrected_metadata(current.metadata, values)
    document = with_roles(current.document, roles)
    changes = _changes_of_metadata(current.metadata, metadata)
    changes |= _changes_of_roles(current.document, document)
    if not changes:
        return None
    # Before the transaction begins, because everybody else who writes waits for its end.
    preparation = preparation_of(
        ExpectedRevision(
            document,
            current.pk,
            byline=metadata.byline,
            credit=metadata.credit,
            language=metadata.language,
        )
    )
    revision = _correction(current, metadata, document, by)
    return _store_correction(revision, changes, preparation, by)


@transaction.atomic
def _store_correction(
    revision: Revision,
    changes: Changes,
    preparation: Preparation,
    by: User,
) -> Revision:
    """Store `revision`, make it the current one of its article, and return it.

    Raises `Conflict` if the article has got another current revision than the one that is corrected.
    """
    articles = Article.objects.select_for_update(of=("self",), no_key=True)
    article = articles.select_related("current").get(pk=revision.article_id)
    current = article.current
    if current is None or current.pk != revision.corrects_id:
        raise Conflict(NEWER)

    revision.article = article
    store(revision)
    article.current = revision
    if revision.url != current.url:
        article.address = article_address(revision.url)
    store(article)

    line = HistoryLine(
        Verb.CORRECTED,
        article,
        f"corrected “{article}”",
        article=article,
        changes=changes,
    )
    record(line, by=by)
    index_revision(revision, current, preparation.entries)
    imported = [(revision, current)]
    revisions_imported.send(Revision, imported=imported, ahead=[preparation.answers], by=by)
    return revision


def _corrected_metadata(metadata: Metadata, values: Mapping[str, Any]) -> Metadata:
    """Return a copy of `metadata` in which the fields that `values` holds are replaced."""
    stated: dict[str, Any] = {}
    for name in FIELDS:
        if name in values:
            words = str(values[name]).split()
            stated[name] = " ".join(words)
    if "published" in values:
        moment, on_day = parse_published(str(values["published"]))
        stated["published_at"] = moment
        stated["published_on_day"] = on_day
    return replace(metadata, **stated)


def _changes_of_metadata(before: Metadata, after: Metadata) -> dict[str, tuple[Any, Any]]:
    changes = {}
    for name in FIELDS:
        old = getattr(before, name)
        new = getattr(after, name)
        if old != new:
            changes[_LABELS.get(name, name)] = (old, new)
    return changes


def _changes_of_roles(before: Document, after: Document) -> dict[str, tuple[Any, Any]]:
    """Return the roles that differ, as {first words of the block: (old role, new role)}.

    Empty if no role differs.
    """
    changes = {}
    for old, new in zip(before.blocks, after.blocks, strict=True):
        if old.role is not new.role:
            extract = before.text_of(new)[:_LONGEST_EXTRACT]
            changes[f"“{extract}”"] = (old.role, new.role)
    return changes


def _correction(
    current: Revision,
    metadata: Metadata,
    document: Document,
    by: User,
) -> Revision:
    """Return the next revision, not stored yet: a copy of `current` with the masthead `metadata` and the
    roles of `document`.
    """
    values = masthead_columns(metadata)
    values["blocks"] = [[block.start, block.end, block.role] for block in document.blocks]
    # The values of the source itself are kept, because a newer source is compared with them.
    values["read"] = differences(
        current.metadata_as_read,
        current.document_as_read,
        metadata,
        document,
    )
    return copy_of(
        current,
        article=current.article,
        number=current.number + 1,
        corrects=current,
        created_by=by,
        **values,
    )
