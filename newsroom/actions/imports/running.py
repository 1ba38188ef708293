"""Working through an import in steps. Whoever looks at its page drives it; after a break anyone may go on.

Each item has a transaction of its own, in which its article and its status are written together. So if the
process ends at any moment, nothing that was reported done is lost and nothing is left half done.
"""

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from newsroom.actions.history import HistoryLine, record
from newsroom.actions.imports.batches import may_touch, must_be_open, stated
from newsroom.actions.imports.import_preparation import with_preparation
from newsroom.actions.imports.import_requests import ImportRequest, read_request
from newsroom.actions.imports.importing import import_request
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, NewsroomError
from newsroom.fetching.pages import FetchedPage, fetch_page
from newsroom.models import ImportBatch, ImportItem, User, Verb
from newsroom.queries.imports import given_of, may_be_tried_again, to_fetch
from newsroom.text.pipeline import SourceDetails
from newsroom.trouble.containing import contained

Status, State = ImportItem.Status, ImportBatch.State
#: What an item is read with: if one of these has changed since, it is read again.
_READ_FIELDS = ("status", "given", "corrections", "story_id")


@transaction.atomic
def start_batch(batch: ImportBatch, *, by: User) -> None:
    """Go from preview to importing. One's own import takes a reporter, another's an editor.

    Raises `Conflict` if it is running or finished, or if addresses have not been asked yet.
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
    """Put those failed items back in the queue that have something to read or fetch.

    Returns how many. One's own import takes a reporter, another's an editor.
    """
    may_touch(batch, by)
    lock(batch)
    if batch.state == State.DISCARDED:
        raise Conflict("This import was given up. Hand the files in again.")

    number = may_be_tried_again(batch).update(status=Status.WAITING, message="")
    if number and batch.state == State.DONE:
        batch.state = State.RUNNING
        batch.save(update_fields=["state"])
    return number


def work(batch: ImportBatch, *, by: User, seconds: float | None = None) -> None:
    """Fetch what an open import has to fetch, or import what a running one holds, for about `seconds`.

    The default are the seconds of the settings. At least one item is done, however long it takes. Does
    nothing if nothing is left to do. One's own import takes a reporter, another's an editor.
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
    """Act on the items (by id), at least on the first, and begin none after the deadline."""
    for number, pk in enumerate(list(items.values_list("pk", flat=True))):
        if number and monotonic() >= deadline:
            return
        act(pk)


def _fetch_item(pk: int) -> None:
    # Outside any transaction, because the other side may take its time.
    item = ImportItem.objects.get(pk=pk)
    page: FetchedPage | None = None
    error = "The page is empty. Save it from your browser instead."
    try:
        with contained(item.name):
            page = fetch_page(item.address)
    except NewsroomError as refusal:
        error = refusal.sentence

    with transaction.atomic():
        # Locked and read again, because someone else may have fetched it or left it out meanwhile.
        item = ImportItem.objects.select_for_update().get(pk=pk)
        if item.status != Status.WAITING or item.raw or item.batch.state != State.OPEN:
            return
        if page and page.raw:
            item.raw, item.fetched = page.raw, page.as_stored()
            item.given = stated(SourceDetails(address=page.address, charset=page.charset))
        else:
            item.status, item.message = Status.FAILED, error
        item.save(update_fields=["raw", "fetched", "given", "status", "message"])


def _import_item(pk: int, batch: ImportBatch, by: User) -> None:
    item = ImportItem.objects.select_related("story").get(pk=pk)
    if item.status != Status.WAITING:
        return
    # Outside any transaction, because a long text takes its time, and everybody else who writes would wait.
    request: ImportRequest | None = None
    error = ""
    try:
        with contained(item.name):
            request = with_preparation(_request_of(item, batch))
    except NewsroomError as refusal:
        error = refusal.sentence

    with transaction.atomic():
        # Locked and read again, so that two people at the same page import it once, and as it is now.
        stored = ImportItem.objects.select_for_update().defer("raw").get(pk=pk)
        # Somebody may have given the import up since it was looked at.
        is_running = ImportBatch.objects.filter(pk=batch.pk, state=State.RUNNING).exists()
        if not is_running or not _is_unchanged(item, stored):
            return
        if request is None:
            stored.status, stored.message = Status.FAILED, error
        else:
            _import_request(stored, request, by)
        stored.save(update_fields=["status", "revision", "message"])


def _request_of(item: ImportItem, batch: ImportBatch) -> ImportRequest:
    return read_request(
        # PostgreSQL gives the bytes as a memoryview.
        bytes(item.raw),
        name=item.name,
        given=given_of(item),
        story=item.story or batch.story,
        fetched=item.fetched,
    )


def _is_unchanged(item: ImportItem, stored: ImportItem) -> bool:
    """Whether what was read of an item still holds. If not, the next step reads it again."""
    return all(getattr(item, name) == getattr(stored, name) for name in _READ_FIELDS)


def _import_request(item: ImportItem, request: ImportRequest, by: User) -> None:
    try:
        # A transaction within the transaction: what is refused is rolled back, and its error is kept.
        with contained(item.name), transaction.atomic():
            outcome = import_request(request, by=by)
    except NewsroomError as error:
        item.status, item.message = Status.FAILED, error.sentence
    else:
        item.status, item.revision, item.message = outcome.status, outcome.revision, ""


@transaction.atomic
def _finish(batch: ImportBatch, by: User) -> None:
    # Two people may come to the end at once: only the one whose query changes the state writes the line.
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
