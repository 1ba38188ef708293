"""Imports by page: hand in, correct at preview, discard. What happens when they run stands in `running`."""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields
from itertools import chain, islice
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction

from newsroom.actions.history import HistoryLine, record
from newsroom.errors import Conflict, Invalid, TooLarge, Unreadable
from newsroom.fetching.files import ARCHIVES, TABLES, ImportSource, inside_of
from newsroom.models import ImportBatch, ImportItem, Story, User, Verb
from newsroom.queries.articles import known_article
from newsroom.reading.sources import read_source
from newsroom.roles import UserRole, needed_for, require
from newsroom.text.addresses.network import parse_address
from newsroom.text.pipeline import SourceDetails

Status, State = ImportItem.Status, ImportBatch.State
#: Largest file, in bytes; most files or addresses at once; most articles in them; bytes an archive may unpack
#: to.
LARGEST, MOST, MOST_ITEMS, LARGEST_UNPACKED = 10 * 1024 * 1024, 50, 10_000, 100 * 1024 * 1024
_FIELDS = {
    "title": 300,
    "outlet": 120,
    "byline": 300,
    "credit": 300,
    "published": 40,
    "url": 2_000,
    "language": 35,
}
_STATED = [field.name for field in fields(SourceDetails) if field.name not in ("roles", "take_back")]
_AT_ONCE = 200


@transaction.atomic
def hand_in(
    files: Iterable[tuple[str, bytes]] = (),
    *,
    addresses: Iterable[str] = (),
    by: User,
    story: Story | None = None,
) -> ImportBatch:
    """Keep `(name, bytes)` of each file, and each address to be fetched, for preview. Takes a reporter.

    Archives and tables come apart into their articles. Raises `Invalid` for nothing at all or what is no
    address, `TooLarge` (naming it) where one is too large or there are too many, and what reading it raises
    where a single article is handed in and cannot be read.
    """
    require(by, UserRole.REPORTER)
    handed, wanted = list(files), list(dict.fromkeys(parse_address(address).url for address in addresses))
    if not handed and not wanted:
        raise Invalid(
            "Nothing was handed in. Choose some files, paste an article’s text, or name an address."
        )
    if len(handed) + len(wanted) > MOST:
        raise TooLarge(f"At most {MOST} files or addresses at once: hand in the rest afterwards.")
    for name, raw in handed:
        if len(raw) > LARGEST:
            raise TooLarge(
                f"“{name}” is larger than {LARGEST // 2**20} MB: hand in its text alone, or split it."
            )
    batch = ImportBatch.objects.create(created_by=by, story=story)
    number = _keep(batch, (source for name, raw in handed for source in _sources(name, raw)), wanted)
    record(HistoryLine(Verb.HANDED_IN, batch, f"handed in {number} for import", story=story), by=by)
    return batch


@transaction.atomic
def correct_item(item: ImportItem, corrections: Mapping[str, Any], *, by: User) -> None:
    """Replace what was corrected: `{title, outlet, byline, credit, published, url, language, roles,
    take_back}`.
    """
    may_touch(item.batch, by)
    _must_wait(item)
    for field, longest in _FIELDS.items():
        if len(str(corrections.get(field) or "")) > longest:
            raise Invalid(f"{field.capitalize()}: at most {longest} characters.")
    item.corrections = dict(corrections)
    item.save(update_fields=["corrections"])


@transaction.atomic
def choose_story(batch: ImportBatch, positions: Collection[int], story: Story | None, *, by: User) -> int:
    """Say which story some of the items go into, or that they go into none; returns how many there were."""
    may_touch(batch, by)
    must_be_open(batch)
    number = batch.items.filter(position__in=positions, status__in=[Status.WAITING, Status.SKIPPED]).update(
        story=story
    )
    if not number:
        raise Invalid("None of these files is waiting to be imported. Open the preview anew.")
    return number


@transaction.atomic
def leave_out(item: ImportItem, *, by: User, out: bool = True) -> None:
    """Leave one item of the batch out, or take it back in."""
    may_touch(item.batch, by)
    _must_wait(item)
    item.status = Status.SKIPPED if out else Status.WAITING
    item.save(update_fields=["status"])


@transaction.atomic
def discard_batch(batch: ImportBatch, *, by: User) -> None:
    """Give the import up, or what is left of it. What was handed in is kept with the batch, out of sight."""
    may_touch(batch, by)
    if batch.state not in (State.OPEN, State.RUNNING):
        raise Conflict("This import is finished already. Its page shows what became of each file.")
    batch.state = State.DISCARDED
    batch.save(update_fields=["state"])
    summary = f"gave up the import of {batch.items.count()}"
    record(HistoryLine(Verb.DISCARDED, batch, summary, story=batch.story), by=by)


def may_touch(batch: ImportBatch, by: User) -> None:
    """One's own import takes a reporter, another's an editor."""
    require(by, needed_for(batch, by))


def must_be_open(batch: ImportBatch) -> None:
    if batch.state != State.OPEN:
        raise Conflict(
            "This import is under way or finished already. Its page shows what became of each file."
        )


def _must_wait(item: ImportItem) -> None:
    must_be_open(item.batch)
    if item.status not in (Status.WAITING, Status.SKIPPED, Status.FAILED):
        raise Conflict("This file is imported already. Correct the article itself.")


def _sources(name: str, raw: bytes) -> Iterator[ImportSource]:
    """What a file holds. Anything but a table or an archive is one article, whatever its name ends with."""
    if PurePosixPath(name).suffix.lower() in TABLES | ARCHIVES:
        yield from inside_of(name, io.BytesIO(raw), size=len(raw), archive=LARGEST_UNPACKED)
    else:
        yield ImportSource(name, raw, name)


def _keep(batch: ImportBatch, found: Iterator[ImportSource], addresses: list[str]) -> int:
    """Store the items, a few hundred at a time, so that memory stays flat; returns how many there are."""
    first = list(islice(found, 2))
    if len(first) == 1 and not addresses:
        _must_be_readable(first[0])
    stories = {story.slug: story for story in Story.objects.all()}
    read = (_item(batch, source, stories) for source in chain(first, found))
    items = chain(
        read, (ImportItem(batch=batch, name=address[:300], address=address) for address in addresses)
    )
    number = 0
    while part := list(islice(items, _AT_ONCE)):
        for item in part:
            item.position = number
            number += 1
        if number > MOST_ITEMS:
            raise TooLarge(f"More than {MOST_ITEMS:,} articles at once: split the file.")
        ImportItem.objects.bulk_create(part)
    if not number:
        raise Invalid("There is nothing to import in it. Choose another file.")
    return number


def _must_be_readable(source: ImportSource) -> None:
    if source.error:
        raise Unreadable(source.error)
    known_article(read_source(source.raw, name=source.name, given=source.given), source.given.external_id)


def _item(batch: ImportBatch, source: ImportSource, stories: Mapping[str, Story]) -> ImportItem:
    error = source.error
    if source.story and source.story not in stories:
        error = f"There is no story “{source.story[:80]}”: make it first, or leave the column blank."
    return ImportItem(
        batch=batch,
        name="".join(filter(str.isprintable, source.name or source.path))[-300:],
        raw=b"" if error else source.raw,
        given=stated(source.given),
        story=stories.get(source.story),
        status=Status.FAILED if error else Status.WAITING,
        message=error,
    )


def stated(given: SourceDetails) -> dict[str, str]:
    """The parts of `given` that say something, as they are stored with an item."""
    return {name: value for name in _STATED if (value := getattr(given, name)) not in (None, "")}
