"""Imports by page: hand in, correct at preview, import, discard. One bad item never stops the rest."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from newsroom.actions.history import record
from newsroom.actions.importing import import_article
from newsroom.errors import Conflict, Invalid, NewsroomError, TooLarge
from newsroom.models import ImportBatch, ImportItem, Story, User
from newsroom.queries import given_of
from newsroom.roles import UserRole, require

Status = ImportItem.Status
#: Largest source, in bytes, and most sources handed in at once.
LARGEST, MOST = 10 * 1024 * 1024, 50
_FIELDS = {"title": 300, "outlet": 120, "byline": 300, "credit": 300, "published": 40, "url": 2_000, "language": 35}


@transaction.atomic
def hand_in(sources: Iterable[tuple[str, bytes]], *, by: User, story: Story | None = None) -> ImportBatch:
    """Keep `(name, bytes)` of each source for preview. Takes a reporter.

    Raises `Invalid` for nothing at all, `TooLarge` (naming it) where one is too large or there are too many.
    """
    require(by, UserRole.REPORTER)
    handed = list(sources)
    if not handed:
        raise Invalid("Nothing was handed in. Choose some files, or paste an article’s text.")
    if len(handed) > MOST:
        raise TooLarge(f"At most {MOST} files at once: hand in the rest afterwards.")
    for name, raw in handed:
        if len(raw) > LARGEST:
            raise TooLarge(f"“{name}” is larger than {LARGEST // 2**20} MB: hand in its text alone, or split it.")
    batch = ImportBatch.objects.create(created_by=by, story=story)
    ImportItem.objects.bulk_create(
        ImportItem(batch=batch, position=position, name=name[:300], raw=raw)
        for position, (name, raw) in enumerate(handed)
    )
    record("handed in", batch, by=by, story=story, summary=f"handed in {len(handed)} for import")
    return batch


@transaction.atomic
def correct_item(item: ImportItem, corrections: Mapping[str, Any], *, by: User) -> None:
    """Replace what was corrected: `{title, outlet, byline, credit, published, url, language, roles, take_back}`."""
    _may_touch(item.batch, by)
    _must_wait(item)
    for field, longest in _FIELDS.items():
        if len(str(corrections.get(field) or "")) > longest:
            raise Invalid(f"{field.capitalize()}: at most {longest} characters.")
    item.corrections = dict(corrections)
    item.save(update_fields=["corrections"])


@transaction.atomic
def leave_out(item: ImportItem, *, by: User, out: bool = True) -> None:
    """Leave one item of the batch out, or take it back in."""
    _may_touch(item.batch, by)
    _must_wait(item)
    item.status = Status.SKIPPED if out else Status.WAITING
    item.save(update_fields=["status"])


def run_batch(batch: ImportBatch, *, by: User) -> None:
    """Import every waiting item, each in a transaction of its own, so that a failure or a crash loses nothing done.

    Raises `Conflict` where the batch was imported or discarded already.
    """
    _may_touch(batch, by)
    _must_be_open(batch)
    for pk in batch.items.filter(status__in=[Status.WAITING, Status.FAILED]).values_list("pk", flat=True):
        _run_item(pk, batch, by)
    with transaction.atomic():
        if ImportBatch.objects.filter(pk=batch.pk, state=ImportBatch.State.OPEN).update(state=ImportBatch.State.DONE):
            record("imported", batch, by=by, story=batch.story, summary=f"finished the import of {batch.items.count()}")


@transaction.atomic
def discard_batch(batch: ImportBatch, *, by: User) -> None:
    """Give the import up. What was handed in is kept with the batch, out of sight."""
    _may_touch(batch, by)
    _must_be_open(batch)
    batch.state = ImportBatch.State.DISCARDED
    batch.save(update_fields=["state"])
    record("discarded", batch, by=by, story=batch.story, summary=f"gave up the import of {batch.items.count()}")


def _run_item(pk: int, batch: ImportBatch, by: User) -> None:
    with transaction.atomic():
        # Locked, so that two people pressing at once import it once.
        item = ImportItem.objects.select_for_update().get(pk=pk)
        if item.status not in (Status.WAITING, Status.FAILED):
            return
        try:
            with transaction.atomic():
                outcome = import_article(
                    bytes(item.raw), name=item.name, given=given_of(item), by=by, story=batch.story
                )
            item.status, item.revision, item.message = outcome.status, outcome.revision, ""
        except NewsroomError as error:
            item.status, item.message = Status.FAILED, error.sentence
        item.save(update_fields=["status", "revision", "message"])


def _may_touch(batch: ImportBatch, by: User) -> None:
    require(by, UserRole.REPORTER if batch.created_by_id == by.pk else UserRole.EDITOR)


def _must_be_open(batch: ImportBatch) -> None:
    if batch.state != ImportBatch.State.OPEN:
        raise Conflict("This import is finished already. Its page shows what became of each file.")


def _must_wait(item: ImportItem) -> None:
    _must_be_open(item.batch)
    if item.status not in (Status.WAITING, Status.SKIPPED, Status.FAILED):
        raise Conflict("This file is imported already. Correct the article itself.")
