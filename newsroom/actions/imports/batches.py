"""Prepare an import by page: hand in sources, correct them at preview, discard the import.

`newsroom.actions.imports.running` works through the import itself.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from newsroom.actions.history import HistoryLine, record
from newsroom.actions.imports.batch_items import must_be_readable, sources_in, store_items
from newsroom.actions.imports.tables import read_tables
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, Invalid, TooLarge
from newsroom.fetching.import_sources import ImportSource
from newsroom.fetching.kinds import refuse_large
from newsroom.models import ImportBatch, ImportItem, ImportTable, Story, User, Verb
from newsroom.roles import UserRole, require, role_needed_for
from newsroom.text.addresses.network import parse_address

Status, State = ImportItem.Status, ImportBatch.State
#: The most files and addresses of one import.
MOST = 50
#: The details that a person may correct, with the most characters of each.
_LONGEST = {
    "title": 300,
    "outlet": 120,
    "byline": 300,
    "credit": 300,
    "published": 40,
    "url": 2_000,
    "language": 35,
    "charset": 40,
    "unlike": 20,
}


def hand_in(
    files: Iterable[tuple[str, bytes]] = (),
    *,
    addresses: Iterable[str] = (),
    by: User,
    story: Story | None = None,
) -> ImportBatch:
    """Store files, as `(name, bytes)`, and addresses of pages as a new import that waits for its preview.

    Requires the reporter role. The pages are fetched later. `story` is the story into which all articles of
    the import go. Archives and tables are split into their articles. Raises `Invalid` if nothing is handed in
    or an address is not a web address. Raises `TooLarge` if a file is too large or there are too many
    sources. If only one article is handed in and it cannot be read, raises the error of reading it.
    """
    require(by, UserRole.REPORTER)
    handed_in = list(files)
    urls = list(dict.fromkeys(parse_address(address).url for address in addresses))
    _check_limits(handed_in, urls)

    # The files are unpacked before the transaction begins, because all other writers wait for its end.
    sources = sources_in(handed_in)
    tables = read_tables(handed_in)
    if len(sources) == 1 and not urls and not tables:
        # If a single article cannot be read, an error at once is more useful than a preview.
        must_be_readable(sources[0])
    return _stored_batch(sources, urls, tables, by=by, story=story)


@transaction.atomic
def _stored_batch(
    sources: Sequence[ImportSource],
    urls: Sequence[str],
    tables: Mapping[int, ImportTable],
    *,
    by: User,
    story: Story | None,
) -> ImportBatch:
    batch = ImportBatch.objects.create(created_by=by, story=story)
    for table in tables.values():
        table.batch = batch
        table.save()
    number = store_items(batch, sources, urls, tables)
    line = HistoryLine(Verb.HANDED_IN, batch, f"handed in {number} for import", story=story)
    record(line, by=by)
    return batch


@transaction.atomic
def correct_item(item: ImportItem, corrections: Mapping[str, Any], *, by: User) -> None:
    """Replace all corrections of one item of an import by `corrections`.

    `corrections` is `{title, outlet, byline, credit, published, url, language, charset, unlike, roles,
    take_back}`. Requires the reporter role for one's own import, the editor role for another person's. Raises
    `Invalid` if a value is too long. Raises `Conflict` if the import was started or the item is imported
    already.
    """
    may_touch(item.batch, by)
    _lock_item(item)
    _must_wait(item)
    for name, longest in _LONGEST.items():
        value = str(corrections.get(name) or "")
        if len(value) > longest:
            raise Invalid(f"{name.capitalize()}: at most {longest} characters.")

    # Whether it is one article is answered apart from the other corrections.
    kept = {name: item.corrections[name] for name in ("as_one",) if name in item.corrections}
    item.corrections = {**corrections, **kept}
    item.save(update_fields=["corrections"])


@transaction.atomic
def choose_story(
    batch: ImportBatch, positions: Collection[int], story: Story | None, *, by: User
) -> int:
    """Set the story of the waiting or left-out items at `positions`, or remove it if `story` is None.

    Returns the number of items that were set. Requires the reporter role for one's own import, the editor
    role for another person's. Raises `Invalid` if none of the items is waiting or left out, and `Conflict` if
    the import was started or discarded.
    """
    may_touch(batch, by)
    lock(batch)
    must_be_open(batch)
    waiting = batch.items.filter(
        position__in=positions,
        status__in=[Status.WAITING, Status.SKIPPED],
    )
    number = waiting.update(story=story)
    if not number:
        raise Invalid("None of these files is waiting to be imported. Open the preview again.")
    return number


@transaction.atomic
def leave_out(item: ImportItem, *, by: User, out: bool = True) -> None:
    """Leave one item out of the import, or with `out=False` include it again.

    An item that failed or asks something can be left out even after the import was started. Requires the
    reporter role for one's own import, the editor role for another person's. Raises `Conflict` if the item
    can no longer be left out or included.
    """
    may_touch(item.batch, by)
    _lock_item(item)
    started = item.batch.state in (State.RUNNING, State.DONE)
    if not (out and started and item.status in (Status.FAILED, Status.QUESTION)):
        _must_wait(item)
    item.status = Status.SKIPPED if out else Status.WAITING
    item.question = ""
    item.save(update_fields=["status", "question"])


@transaction.atomic
def discard_batch(batch: ImportBatch, *, by: User) -> None:
    """Discard an import that is open or running.

    Its sources stay in the database but are no longer shown. Requires the reporter role for one's own import,
    the editor role for another person's. Raises `Conflict` if the import is finished or discarded already.
    """
    may_touch(batch, by)
    lock(batch)
    if batch.state not in (State.OPEN, State.RUNNING):
        raise Conflict("This import is finished already. Its page shows what became of each file.")

    batch.state = State.DISCARDED
    batch.save(update_fields=["state"])
    line = HistoryLine(
        Verb.DISCARDED,
        batch,
        f"gave up the import of {batch.items.count()}",
        story=batch.story,
    )
    record(line, by=by)


def may_touch(batch: ImportBatch, by: User) -> None:
    """Raise `Forbidden` unless `by` may work on the import.

    One's own import requires the reporter role, another person's import the editor role.
    """
    require(by, role_needed_for(batch, by))


def must_be_open(batch: ImportBatch) -> None:
    """Raise `Conflict` if the import is under way, finished or discarded."""
    if batch.state != State.OPEN:
        raise Conflict(
            "This import is under way or finished already. Its page shows what became of each file."
        )


def _lock_item(item: ImportItem) -> None:
    lock(item.batch)
    lock(item)


def _must_wait(item: ImportItem) -> None:
    must_be_open(item.batch)
    if item.status not in (Status.WAITING, Status.SKIPPED, Status.FAILED):
        raise Conflict("This file is imported already. Correct the article itself.")


def _check_limits(files: Collection[tuple[str, bytes]], urls: Collection[str]) -> None:
    if not files and not urls:
        raise Invalid(
            "Nothing was handed in. Choose some files, paste an article’s text, or name an address."
        )
    if len(files) + len(urls) > MOST:
        raise TooLarge(f"At most {MOST} files or addresses at once: hand in the rest afterwards.")
    for name, raw in files:
        refuse_large(len(raw), name)
