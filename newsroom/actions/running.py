"""Working through an import in steps: whoever looks at its page drives it, and anyone may go on after a
break.

Each item has a transaction of its own, in which its article and what is said of it are written together. So
whatever ends the process, and whenever, nothing that was reported done is lost and nothing is left half-done.
"""

from collections.abc import Iterator
from time import monotonic

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from newsroom.actions.batches import may_touch, must_be_open, stated
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.import_requests import read_request
from newsroom.actions.importing import import_request
from newsroom.errors import Conflict, NewsroomError
from newsroom.fetching.pages import fetch_page
from newsroom.models import ImportBatch, ImportItem, User, Verb
from newsroom.queries.imports import given_of, may_be_tried_again, to_fetch
from newsroom.text.pipeline import SourceDetails

Status, State = ImportItem.Status, ImportBatch.State


@transaction.atomic
def start_batch(batch: ImportBatch, *, by: User) -> None:
    """From preview to importing. Raises `Conflict` where it runs or is finished, or addresses are still to be
    asked.
    """
    may_touch(batch, by)
    must_be_open(batch)
    if to_fetch(batch).exists():
        raise Conflict("Some addresses have not been fetched yet: wait until they are, then import.")
    batch.state = State.RUNNING
    batch.save(update_fields=["state"])


@transaction.atomic
def try_again(batch: ImportBatch, *, by: User) -> int:
    """Put the failed items back in the queue, those that have something to read or fetch; returns how many."""
    may_touch(batch, by)
    if batch.state == State.DISCARDED:
        raise Conflict("This import was given up. Hand the files in anew.")
    number = may_be_tried_again(batch).update(status=Status.WAITING, message="")
    if number and batch.state == State.DONE:
        batch.state = State.RUNNING
        batch.save(update_fields=["state"])
    return number


def work(batch: ImportBatch, *, by: User, seconds: float | None = None) -> None:
    """Go on for a moment: fetch what an open batch has to fetch, import what a running one holds.

    Takes about `seconds` (where None, as long as the settings say); one item at least is done, however little
    that is. Does nothing where nothing is left to do.
    """
    may_touch(batch, by)
    until = monotonic() + (settings.IMPORT_STEP if seconds is None else seconds)
    if batch.state == State.OPEN:
        for pk in _while_time(to_fetch(batch), until):
            _fetch_item(pk)
    elif batch.state == State.RUNNING:
        waiting = batch.items.filter(status=Status.WAITING)
        for pk in _while_time(waiting, until):
            _import_item(pk, batch, by)
        if not waiting.exists():
            _finish(batch, by)


def _while_time(items: QuerySet[ImportItem], until: float) -> Iterator[int]:
    for number, pk in enumerate(list(items.values_list("pk", flat=True))):
        if number and monotonic() >= until:
            return
        yield pk


def _fetch_item(pk: int) -> None:
    """Outside any transaction, for the other side may take its time; what it said is stored in one."""
    item = ImportItem.objects.get(pk=pk)
    try:
        fetched, error = fetch_page(item.address), ""
    except NewsroomError as refusal:
        fetched, error = None, refusal.sentence
    with transaction.atomic():
        # Locked and looked at anew: someone else may have fetched it, or left it out, meanwhile.
        item = ImportItem.objects.select_for_update().get(pk=pk)
        if item.status != Status.WAITING or item.raw or item.batch.state != State.OPEN:
            return
        if fetched and fetched.raw:
            item.raw, item.fetched = fetched.raw, fetched.as_stored()
            item.given = stated(SourceDetails(address=fetched.address, charset=fetched.charset))
        else:
            item.status, item.message = (
                Status.FAILED,
                error or "The page is empty. Save it from your browser instead.",
            )
        item.save(update_fields=["raw", "fetched", "given", "status", "message"])


def _import_item(pk: int, batch: ImportBatch, by: User) -> None:
    with transaction.atomic():
        # Locked, so that two people at the same page import it once.
        item = ImportItem.objects.select_for_update(of=("self",)).select_related("story").get(pk=pk)
        if item.status != Status.WAITING:
            return
        try:
            with transaction.atomic():
                request = read_request(
                    bytes(item.raw),
                    name=item.name,
                    given=given_of(item),
                    story=item.story or batch.story,
                    fetched=item.fetched,
                )
                outcome = import_request(request, by=by)
            item.status, item.revision, item.message = outcome.status, outcome.revision, ""
        except NewsroomError as error:
            item.status, item.message = Status.FAILED, error.sentence
        item.save(update_fields=["status", "revision", "message"])


@transaction.atomic
def _finish(batch: ImportBatch, by: User) -> None:
    if ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING).update(state=State.DONE):
        batch.state = State.DONE
        summary = f"finished the import of {batch.items.count()}"
        record(HistoryLine(Verb.IMPORTED, batch, summary, story=batch.story), by=by)
