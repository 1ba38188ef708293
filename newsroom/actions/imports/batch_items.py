"""Make the items of an import from the files and addresses that were handed in."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from newsroom.errors import Invalid, TooLarge, Unreadable
from newsroom.fetching.files import sources_inside
from newsroom.fetching.import_sources import ImportSource, sources_in_file
from newsroom.fetching.kinds import ARCHIVES, GZIP, RECORDS, TABLES
from newsroom.models import ImportBatch, ImportItem, ImportTable, Story
from newsroom.queries.known_articles import known_article
from newsroom.reading.sources import read_source
from newsroom.text.addresses.network import parse_address
from newsroom.text.pipeline import SourceDetails
from newsroom.trouble.containing import contain_errors

Status = ImportItem.Status
#: The size of all unpacked archives of one import together, in bytes.
LARGEST_UNPACKED = 100 * 1024 * 1024
#: The most articles in the files of one import.
MOST_ITEMS = 10_000
#: The most articles that are fetched from their addresses in one import.
MOST_ADDRESSES = 200
# Only people choose roles and take pieces back in, so these are stored with the corrections.
_STATED = [
    field.name
    for field in fields(SourceDetails)
    if field.name not in ("roles", "take_back", "as_one")
]
#: How many items are stored in one query.
_AT_ONCE = 200
_LONGEST_NAME = 300
#: How many characters of an unknown story's name its error message repeats.
_LONGEST_SLUG = 80


def stored_details(details: SourceDetails) -> dict[str, Any]:
    """Return the details that have a value, as {name: value}, to be stored in `ImportItem.given`.

    `roles`, `take_back` and `as_one` are left out, because only people state them.
    """
    values = {}
    for name in _STATED:
        value = getattr(details, name)
        if value not in (None, "", ()):
            values[name] = value
    return values


def sources_in(files: Iterable[tuple[str, bytes]]) -> list[ImportSource]:
    """Return the sources in `files`, which are pairs `(name, bytes)`.

    Raises `TooLarge` if there are more than `MOST_ITEMS` sources. The limit `LARGEST_UNPACKED` holds for all
    archives together; a larger archive becomes a source with an `error`.
    """
    sources: list[ImportSource] = []
    unpacked = 0
    for index, (name, raw) in enumerate(files):
        is_archive = PurePosixPath(name).suffix.lower() in ARCHIVES | GZIP
        for source in _sources(name, raw, most=LARGEST_UNPACKED - unpacked):
            sources.append(replace(source, table=index) if is_table(name) else source)
            if is_archive:
                unpacked += len(source.raw)
            must_hold(len(sources))
    return sources


def _sources(name: str, raw: bytes, *, most: int) -> Iterator[ImportSource]:
    """Yield the sources in one file.

    An archive may unpack to at most `most` bytes. A file that is neither a table nor an archive
    holds articles, whatever its name is.
    """
    if PurePosixPath(name).suffix.lower() in TABLES | ARCHIVES | GZIP:
        yield from sources_inside(name, io.BytesIO(raw), size=len(raw), archive=most)
    else:
        yield from sources_in_file(name, raw, name)


def must_hold(number: int) -> None:
    """Raise `TooLarge` if an import cannot hold `number` items."""
    if number > MOST_ITEMS:
        raise TooLarge(f"More than {MOST_ITEMS:,} articles at once: split the file.")


def must_fetch(number: int) -> None:
    """Raise `TooLarge` if an import cannot fetch `number` addresses."""
    if number > MOST_ADDRESSES:
        raise TooLarge(f"More than {MOST_ADDRESSES} addresses to fetch at once: split the table.")


def is_table(name: str) -> bool:
    """Return whether a file of this name is a table whose columns a person may assign to fields."""
    return PurePosixPath(name).suffix.lower() in RECORDS


def store_items(
    batch: ImportBatch,
    sources: Iterable[ImportSource],
    urls: Iterable[str],
    tables: Mapping[int, ImportTable] | None = None,
    first: int = 0,
) -> int:
    """Store an item of `batch` for each source and then for each address, and return the number of items.

    `tables` holds the stored tables by the index of their file. The first item gets the position `first`.
    Raises `Invalid` if there are no items, and `TooLarge` if the whole import has more than `MOST_ITEMS`, or
    more than `MOST_ADDRESSES` to fetch.
    """
    # Positions have gaps where a table was read again, so the items are counted.
    number_before = batch.items.count()
    to_fetch = batch.items.exclude(address="").count()
    number = 0
    items = _items(batch, sources, urls, tables or {})
    while part := list(islice(items, _AT_ONCE)):
        for position, item in enumerate(part, start=first + number):
            item.position = position
        number += len(part)
        must_hold(number_before + number)
        to_fetch += sum(bool(item.address) for item in part)
        must_fetch(to_fetch)
        ImportItem.objects.bulk_create(part)

    if not number:
        raise Invalid("There is nothing to import in it. Choose another file.")
    return number


def _items(
    batch: ImportBatch,
    sources: Iterable[ImportSource],
    urls: Iterable[str],
    tables: Mapping[int, ImportTable],
) -> Iterator[ImportItem]:
    """Yield an unsaved item for each of `sources`, then for each of `urls`."""
    stories = {story.slug: story for story in Story.objects.all()}
    for source in sources:
        item = _item(batch, source, stories)
        if source.table is not None:
            item.table = tables.get(source.table)
        yield item
    for url in urls:
        yield ImportItem(batch=batch, name=url[:_LONGEST_NAME], address=url)


def must_be_readable(source: ImportSource) -> None:
    """Raise the `NewsroomError` that reading `source` gives, if it cannot be read as an article."""
    if source.error:
        raise Unreadable(source.error)
    if source.address:
        # Whether its page can be read shows only when it is fetched.
        parse_address(source.address)
        return
    with contain_errors(source.path):
        prepared = read_source(source.raw, name=source.name, details=source.details)
        # A wrong address shows only here, because the article would be recognised by its address.
        known_article(prepared, source.details.external_id)


def _item(batch: ImportBatch, source: ImportSource, stories: Mapping[str, Story]) -> ImportItem:
    error = source.error
    if source.story and source.story not in stories:
        slug = source.story[:_LONGEST_SLUG]
        error = f"There is no story “{slug}”: make it first, or leave the column blank."

    address = ""
    if source.address:
        try:
            address = parse_address(source.address).url
        except Invalid as refusal:
            error = error or refusal.sentence
    name = "".join(filter(str.isprintable, address or source.name or source.path))
    item = ImportItem(
        batch=batch,
        # The end of a path says more than its beginning.
        name=name[-_LONGEST_NAME:],
        given=stored_details(source.details),
        story=stories.get(source.story),
    )
    if error:
        item.status, item.message = Status.FAILED, error
    else:
        item.raw, item.address = source.raw, address
    return item
