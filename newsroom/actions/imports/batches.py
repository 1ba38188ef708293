"""Imports by page: hand in, correct at preview, discard. What happens when they run stands in `running`."""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction

from newsroom.actions.history import HistoryLine, record
from newsroom.actions.locking import lock
from newsroom.errors import Conflict, Invalid, TooLarge, Unreadable
from newsroom.fetching.files import ImportSource, inside_of
from newsroom.fetching.kinds import ARCHIVES, TABLES
from newsroom.models import ImportBatch, ImportItem, Story, User, Verb
from newsroom.queries.known_articles import known_article
from newsroom.reading.sources import read_source
from newsroom.roles import UserRole, needed_for, require
from newsroom.text.addresses.network import parse_address
from newsroom.text.pipeline import SourceDetails
from newsroom.trouble.containing import contained

Status, State = ImportItem.Status, ImportBatch.State
#: Bytes of the largest file, and bytes that an archive may unpack to.
LARGEST, LARGEST_UNPACKED = 10 * 1024 * 1024, 100 * 1024 * 1024
#: Most files and addresses in one import, and most articles in these.
MOST, MOST_ITEMS = 50, 10_000
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
}
# Roles and pieces taken back in are a person's, so they stand among the corrections.
_STATED = [
    field.name for field in fields(SourceDetails) if field.name not in ("roles", "take_back")
]
#: Items stored in one query.
_AT_ONCE = 200
_LONGEST_NAME = 300
#: Characters of an unknown story's name that its error repeats.
_LONGEST_SLUG = 80


def hand_in(
    files: Iterable[tuple[str, bytes]] = (),
    *,
    addresses: Iterable[str] = (),
    by: User,
    story: Story | None = None,
) -> ImportBatch:
    """Keep `(name, bytes)` of each file, and each address to be fetched, for preview.

    Requires the reporter role.

    Archives and tables come apart into their articles. Raises `Invalid` if nothing is handed in or an address
    is none, `TooLarge` if a file is too large or there are too many. If one single article is handed in and
    cannot be read, raises what reading it raises.
    """
    require(by, UserRole.REPORTER)
    handed_in = list(files)
    urls = list(dict.fromkeys(parse_address(address).url for address in addresses))
    _check_limits(handed_in, urls)

    # Unpacked and read before the transaction begins, because everybody else who writes waits for its end.
    sources = _all_sources(handed_in)
    if len(sources) == 1 and not urls:
        # A single article that cannot be read is better refused at once than previewed.
        _must_be_readable(sources[0])
    return _stored_batch(sources, urls, by, story)


@transaction.atomic
def _stored_batch(
    sources: Sequence[ImportSource], urls: Sequence[str], by: User, story: Story | None
) -> ImportBatch:
    batch = ImportBatch.objects.create(created_by=by, story=story)
    number = _store_items(batch, sources, urls)
    line = HistoryLine(Verb.HANDED_IN, batch, f"handed in {number} for import", story=story)
    record(line, by=by)
    return batch


@transaction.atomic
def correct_item(item: ImportItem, corrections: Mapping[str, Any], *, by: User) -> None:
    """Replace what was corrected in one item. One's own import takes a reporter, another's an editor.

    `corrections` is `{title, outlet, byline, credit, published, url, language, charset, roles, take_back}`.
    """
    may_touch(item.batch, by)
    _lock_item(item)
    _must_wait(item)
    for name, longest in _LONGEST.items():
        value = str(corrections.get(name) or "")
        if len(value) > longest:
            raise Invalid(f"{name.capitalize()}: at most {longest} characters.")

    item.corrections = dict(corrections)
    item.save(update_fields=["corrections"])


@transaction.atomic
def choose_story(
    batch: ImportBatch, positions: Collection[int], story: Story | None, *, by: User
) -> int:
    """Choose the story that some of the items go into, or none.

    Returns how many items there were. One's own import takes a reporter, another's an editor.
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
    """Leave one item of the import out, or take it back in unless `out`.

    What failed can be left out of an import that was started, too.
    """
    may_touch(item.batch, by)
    _lock_item(item)
    started = item.batch.state in (State.RUNNING, State.DONE)
    if not (out and started and item.status == Status.FAILED):
        _must_wait(item)
    item.status = Status.SKIPPED if out else Status.WAITING
    item.save(update_fields=["status"])


@transaction.atomic
def discard_batch(batch: ImportBatch, *, by: User) -> None:
    """Give up the import, or what is left of it. What was handed in stays with the batch, out of sight."""
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

    One's own import takes a reporter, another's an editor.
    """
    require(by, needed_for(batch, by))


def must_be_open(batch: ImportBatch) -> None:
    """Raise `Conflict` if the import was started or finished meanwhile."""
    if batch.state != State.OPEN:
        raise Conflict(
            "This import is under way or finished already. Its page shows what became of each file."
        )


def stated(given: SourceDetails) -> dict[str, Any]:
    """Return the details that say something, as they are stored with an item."""
    values = {}
    for name in _STATED:
        value = getattr(given, name)
        if value not in (None, "", ()):
            values[name] = value
    return values


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
        if len(raw) > LARGEST:
            raise TooLarge(
                f"“{name}” is larger than {LARGEST // 2**20} MB: hand in its text alone, or split it."
            )


def _all_sources(files: Iterable[tuple[str, bytes]]) -> list[ImportSource]:
    """Return what the files hold. All archives together may unpack to `LARGEST_UNPACKED`."""
    sources: list[ImportSource] = []
    unpacked = 0
    for name, raw in files:
        is_archive = PurePosixPath(name).suffix.lower() in ARCHIVES
        for source in _sources(name, raw, most=LARGEST_UNPACKED - unpacked):
            sources.append(source)
            if is_archive:
                unpacked += len(source.raw)
            if len(sources) > MOST_ITEMS:
                raise _too_many()
    return sources


def _sources(name: str, raw: bytes, *, most: int) -> Iterator[ImportSource]:
    """Yield what a file holds; an archive may unpack to `most` bytes.

    Any file except a table or an archive is one article, whatever its name.
    """
    if PurePosixPath(name).suffix.lower() in TABLES | ARCHIVES:
        yield from inside_of(name, io.BytesIO(raw), size=len(raw), archive=most)
    else:
        yield ImportSource(name, raw, name)


def _too_many() -> TooLarge:
    return TooLarge(f"More than {MOST_ITEMS:,} articles at once: split the file.")


def _store_items(batch: ImportBatch, sources: Iterable[ImportSource], urls: Iterable[str]) -> int:
    """Store the items, a few hundred in one query. Returns how many there are."""
    number = 0
    items = _items(batch, sources, urls)
    while part := list(islice(items, _AT_ONCE)):
        for position, item in enumerate(part, start=number):
            item.position = position
        number += len(part)
        if number > MOST_ITEMS:
            raise _too_many()
        ImportItem.objects.bulk_create(part)

    if not number:
        raise Invalid("There is nothing to import in it. Choose another file.")
    return number


def _items(
    batch: ImportBatch, sources: Iterable[ImportSource], urls: Iterable[str]
) -> Iterator[ImportItem]:
    """Yield the items of what was handed in, not stored yet: those of the files, then those of addresses."""
    stories = {story.slug: story for story in Story.objects.all()}
    for source in sources:
        yield _item(batch, source, stories)
    for url in urls:
        yield ImportItem(batch=batch, name=url[:_LONGEST_NAME], address=url)


def _must_be_readable(source: ImportSource) -> None:
    if source.error:
        raise Unreadable(source.error)
    with contained(source.path):
        prepared = read_source(source.raw, name=source.name, given=source.given)
        # An address that is none shows only here, because it is what the article would be known by.
        known_article(prepared, source.given.external_id)


def _item(batch: ImportBatch, source: ImportSource, stories: Mapping[str, Story]) -> ImportItem:
    error = source.error
    if source.story and source.story not in stories:
        slug = source.story[:_LONGEST_SLUG]
        error = f"There is no story “{slug}”: make it first, or leave the column blank."

    name = "".join(filter(str.isprintable, source.name or source.path))
    item = ImportItem(
        batch=batch,
        # The end of a path tells more than its beginning.
        name=name[-_LONGEST_NAME:],
        given=stated(source.given),
        story=stories.get(source.story),
    )
    if error:
        item.status, item.message = Status.FAILED, error
    else:
        item.raw = source.raw
    return item
