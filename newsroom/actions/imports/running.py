"""Work through an import in steps of a few seconds.

The page of the import requests one step after another, and anyone with the right may continue later. Each
item has its own transaction, which stores its article and its status together. So if the process ends at any
moment, no reported result is lost and no item is half done.
"""

from collections.abc import Callable
from dataclasses import replace
from time import monotonic

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from newsroom.actions.history import HistoryLine, record
from newsroom.actions.imports.batch_items import stored_details
from newsroom.actions.imports.batches import may_touch, must_be_open
from newsroom.actions.imports.import_preparation import with_preparation
from newsroom.actions.imports.import_requests import ImportRequest, read_request
from newsroom.actions.imports.importing import import_request
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, NewsroomError, Undecided
from newsroom.fetching.pages import FetchedPage, fetch_page
from newsroom.models import ImportBatch, ImportItem, User, Verb
from newsroom.queries.imports import details_of, retryable_items, to_fetch
from newsroom.text.pipeline import SourceDetails
from newsroom.trouble.containing import contain_errors

Status, State = ImportItem.Status, ImportBatch.State
#: The fields that decide how an item is read. If one of them changes, the item is read again.
_READ_FIELDS = ("status", "given", "corrections", "story_id")


@transaction.atomic
def start_batch(batch: ImportBatch, *, by: User) -> None:
    """Set an open import to running, so that `work` imports its items.

    Requires the reporter role for one's own import, the editor role for another person's. Raises `Conflict`
    if the import is not open, or if some addresses have not been fetched yet.
    """
    may_touch(batch, by)
    lock(batch)
    must_be_open(batch)
    if to_fetch(batch).exists():
        raise Conflict(
            "Some addresses have not been fetched yet: wait until they are, then import."
        )

    batch.state = State.RUNNING
    batch.save(update_fields=["state"])


@transaction.atomic
def try_again(batch: ImportBatch, *, by: User) -> int:
    """Set failed items that have bytes or an address back to waiting, and return their number.

    A finished import with such items is set back to running. Requires the reporter role for one's own import,
    the editor role for another person's. Raises `Conflict` if the import was discarded.
    """
    may_touch(batch, by)
    lock(batch)
    if batch.state == State.DISCARDED:
        raise Conflict("This import was given up. Hand the files in again.")

    number = retryable_items(batch).update(status=Status.WAITING, message="")
    if number and batch.state == State.DONE:
        batch.state = State.RUNNING
        batch.save(update_fields=["state"])
    return number


def work(batch: ImportBatch, *, by: User, seconds: float | None = None) -> None:
    """Fetch addresses of an open import, or import items of a running import, for about `seconds`.

    Without `seconds`, `settings.IMPORT_STEP` is used. At least one item is processed, however long it takes.
    After the last item of a running import the import is finished. Does nothing if no item is left. Requires
    the reporter role for one's own import, the editor role for another person's.
    """
    may_touch(batch, by)
    if seconds is None:
        seconds = settings.IMPORT_STEP
    deadline = monotonic() + seconds

    if batch.state == State.OPEN:
        _for_each_until(deadline, to_fetch(batch), _fetch_item)
    elif batch.state == State.RUNNING:
        waiting = batch.items.filter(status=Status.WAITING)
        _for_each_until(deadline, waiting, lambda pk: _import_item(pk, batch, by))
        if not waiting.exists():
            _finish(batch, by)


def _for_each_until(
    deadline: float, items: QuerySet[ImportItem], act: Callable[[int], None]
) -> None:
    """Call `act` with the id of each item until `deadline`, but at least for the first item.

    `deadline` is in seconds of the monotonic clock.
    """
    for number, pk in enumerate(list(items.values_list("pk", flat=True))):
        if number and monotonic() >= deadline:
            return
        act(pk)


def _fetch_item(pk: int) -> None:
    # This runs outside any transaction, because the other server may be slow.
    item = ImportItem.objects.filter(pk=pk).first()
    if item is None:
        # Its table was read again meanwhile.
        return
    page: FetchedPage | None = None
    error = "The page is empty. Save it from your browser instead."
    try:
        with contain_errors(item.name):
            page = fetch_page(item.address)
    except NewsroomError as refusal:
        error = refusal.sentence

    with transaction.atomic():
        # The item is locked and read again, because someone else may have fetched it, left it out or read its
        # table again meanwhile.
        item = ImportItem.objects.select_for_update().filter(pk=pk).first()
        if item is None:
            return
        if item.status != Status.WAITING or item.raw or item.batch.state != State.OPEN:
            return
        if page and page.raw:
            item.raw, item.fetched = page.raw, page.as_stored()
            # A table may state the title or the day of the page.
            stated = SourceDetails(**item.given)
            item.given = stored_details(replace(stated, address=page.address, charset=page.charset))
        else:
            item.status, item.message = Status.FAILED, error
        item.save(update_fields=["raw", "fetched", "given", "status", "message"])


def _import_item(pk: int, batch: ImportBatch, by: User) -> None:
    item = ImportItem.objects.select_related("story").get(pk=pk)
    if item.status != Status.WAITING:
        return
    # This runs outside any transaction, because a long text takes time and all other writers would wait.
    request: ImportRequest | None = None
    error = ""
    try:
        with contain_errors(item.name):
            request = with_preparation(_request_of(item, batch))
    except NewsroomError as refusal:
        error = refusal.sentence

    with transaction.atomic():
        # The item is locked and read again, so that two people at the same page import it once, in its
        # present state.
        stored = ImportItem.objects.select_for_update().defer("raw").get(pk=pk)
        # Somebody may have discarded the import meanwhile.
        is_running = ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING).exists()
        if not is_running or not _is_unchanged(item, stored):
            return
        if request is None:
            stored.status, stored.message = Status.FAILED, error
        else:
            _import_request(stored, request, by)
        stored.save(update_fields=["status", "revision", "message", "question"])


def _request_of(item: ImportItem, batch: ImportBatch) -> ImportRequest:
    return read_request(
        # PostgreSQL returns the bytes as a memoryview.
        bytes(item.raw),
        name=item.name,
        details=details_of(item),
        story=item.story or batch.story,
        fetched=item.fetched,
        unlike=item.corrections.get("unlike", ""),
    )


def _is_unchanged(item: ImportItem, stored: ImportItem) -> bool:
    """Return whether the fields that decide how an item is read are the same in `item`, which was read, and
    in `stored`, its present row.
    """
    return all(getattr(item, name) == getattr(stored, name) for name in _READ_FIELDS)


def _import_request(item: ImportItem, request: ImportRequest, by: User) -> None:
    try:
        # In this inner transaction, a refused import is rolled back while its error is kept.
        with contain_errors(item.name), transaction.atomic():
            outcome = import_request(request, by=by)
    except Undecided as undecided:
        item.status, item.message = Status.QUESTION, undecided.sentence
        item.question = undecided.question
    except NewsroomError as error:
        item.status, item.message = Status.FAILED, error.sentence
    else:
        item.status, item.revision, item.message = outcome.status, outcome.revision, ""


@transaction.atomic
def _finish(batch: ImportBatch, by: User) -> None:
    # Two people may finish at once. Only the one whose query changes the state writes the line of history.
    running = ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING)
    if not running.update(state=State.DONE):
        return
    batch.state = State.DONE
    line = HistoryLine(
        Verb.IMPORTED,
        batch,
        f"finished the import of {batch.items.count()}",
        story=batch.story,
    )
    record(line, by=by)
