"""Correcting what was guessed about an article: its masthead, and what each paragraph is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db import transaction

from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import Article, Revision, User, Verb
from newsroom.roles import UserRole, require
from newsroom.search.indexing import index_revision
from newsroom.signals import revisions_imported
from newsroom.text.addresses.canonical import canonical
from newsroom.text.changes.corrections import FIELDS, differences, with_roles
from newsroom.text.model import Metadata, Role
from newsroom.text.pipeline import parse_published

_LABELS = {"title": "headline", "published_at": "published"}


@transaction.atomic
def correct_article(
    article: Article, values: Mapping[str, Any], roles: Mapping[int, Role], *, number: int, by: User
) -> Revision | None:
    """Hold `values` (`{title, byline, credit, published, url, language}`) and `roles` (by block) to be so.

    Makes the next revision, with the text of the newest, that corrects it: every highlight stands where it
    stood, and what was held before can be read again. None where nothing differs. `number` is the revision
    the person looked at: raises `Conflict` where there is a newer one, `Invalid` for what cannot be so. Takes
    a reporter.
    """
    require(by, UserRole.REPORTER)
    article = Article.objects.select_for_update(of=("self",)).select_related("current").get(pk=article.pk)
    current = article.current
    if current is None or current.number != number:
        raise Conflict("The article has a newer revision: look at it, then correct that one.")
    held, document = _held(current.metadata, values), with_roles(current.document, roles)
    changes = {name: (getattr(current.metadata, name), getattr(held, name)) for name in FIELDS}
    changed = {_LABELS.get(name, name): pair for name, pair in changes.items() if pair[0] != pair[1]}
    for before, now in zip(current.document.blocks, document.blocks, strict=True):
        if before.role is not now.role:
            changed[f"“{current.text[now.start : now.end][:40]}”"] = (before.role, now.role)
    if not changed:
        return None
    revision = _correction(current, held, by)
    revision.blocks = [[block.start, block.end, block.role] for block in document.blocks]
    revision.read = differences(current.metadata_as_read, current.document_as_read, held, document)
    store(revision)
    article.current = revision
    if held.url != current.url:
        article.address = canonical(held.url)
    store(article)
    summary = f"corrected “{article}”"
    record(HistoryLine(Verb.CORRECTED, article, summary, article=article, changes=changed), by=by)
    index_revision(revision, current)
    revisions_imported.send(Revision, imported=[(revision, current)], by=by)
    return revision


def _held(known: Metadata, values: Mapping[str, Any]) -> Metadata:
    """What is known, with `values` over it; one that is not among them stays."""
    told = {name: " ".join(str(values[name]).split()) for name in FIELDS if name in values}
    if "published" in values:
        moment, on_day = parse_published(str(values["published"]))
        return replace(known, **told, published_at=moment, published_on_day=on_day)
    return replace(known, **told)


def _correction(current: Revision, held: Metadata, by: User) -> Revision:
    """The next revision: what `current` is, but for what is held to be so."""
    own = {"id", "number", "corrects", "created_by", "created_at", "article"}
    same = {
        field.attname: getattr(current, field.attname)
        for field in Revision._meta.fields
        if field.name not in own
    }
    masthead = {name: getattr(held, name) for name in FIELDS if name != "title"}
    return Revision(
        **{**same, **masthead, "headline": held.title},
        article=current.article,
        number=current.number + 1,
        corrects=current,
        created_by=by,
    )
