"""Read pages from archives of the web: WARC files (ISO 28500), and WACZ packages that hold such files.

If a page was recorded several times, its oldest recording comes first, so that its recordings become
revisions in order.
"""

import io
import json
import zipfile
import zlib
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import IO

from newsroom.errors import TooLarge, Unreadable
from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.compilations.warc_records import (
    DAMAGED,
    GZIP,
    LARGEST_PAGE,
    VERSION,
    RecordedPage,
    recorded_pages,
)
from newsroom.text.language.counted import counted
from newsroom.text.pipeline import SourceDetails
from newsroom.text.readers.office.packages import DAMAGED as DAMAGED_ZIP
from newsroom.text.readers.office.packages import MAGIC

_MB = 2**20
#: The largest size of all pages together, in bytes, and the most pages.
LARGEST_ALL, MOST_PAGES = 64 * _MB, 2_000
#: The largest WARC file in a package, in bytes.
LARGEST_RECORDS = 200 * _MB
_LOOKED_AT = 512
_TO_END_OF_HEADER = 16 + zlib.MAX_WBITS
_RECORDS, _LIST, _PACKAGE = "archive/", "pages/pages.jsonl", "datapackage.json"
#: The kinds of answers that are articles, with the endings of their file names.
_SUFFIX_OF_KIND = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
}
_SCHEMES = ("http://", "https://")
_BROKEN = (*DAMAGED, *DAMAGED_ZIP)
_DAMAGED = (
    "This archive of the web is damaged: record the page again, or save it from your browser."
)


def is_web_records(file: IO[bytes]) -> bool:
    """Return whether a file is a WARC file, packed or not, or a WACZ package. The file must allow seeking; it
    is read from its start.
    """
    file.seek(0)
    head = file.read(_LOOKED_AT)
    if head.startswith(MAGIC):
        return _is_wacz(file)
    if head.startswith(GZIP):
        try:
            head = zlib.decompressobj(_TO_END_OF_HEADER).decompress(head, len(VERSION))
        except zlib.error:
            return False
    return head.startswith(VERSION)


def read_web_records(file: IO[bytes]) -> list[CompiledArticle]:
    """Return the pages in a WARC file or a WACZ package, as articles.

    Of a package only the pages that it lists are returned, or all if it lists none. If the archive breaks off
    after some pages, these are returned with a note. Raises `Unreadable` if it is damaged before the first
    page or holds no page, and `TooLarge` if it holds too many or too large pages.
    """
    notes: list[str] = []
    pages: list[RecordedPage] = []
    try:
        for page in _all_pages(file, notes):
            pages.append(page)
            _refuse_many(pages)
    except _BROKEN as error:
        if not pages:
            raise Unreadable(_DAMAGED) from error
        notes.append(f"The archive breaks off after {counted(len(pages), 'page')}: it is damaged.")
    if not pages:
        reason = f" {notes[0]}" if notes else ""
        raise Unreadable(f"This archive of the web holds no page.{reason}")

    articles = [_article(page) for page in _in_order(pages)]
    # What is said of the whole archive is said with its first article.
    first = articles[0]
    details = replace(first.details, notes=tuple(notes))
    articles[0] = replace(first, details=details)
    return articles


def _all_pages(file: IO[bytes], notes: list[str]) -> Iterator[RecordedPage]:
    file.seek(0)
    if not file.read(len(MAGIC)).startswith(MAGIC):
        file.seek(0)
        yield from _pages(file, (), notes)
        return
    with zipfile.ZipFile(file) as package:
        listed = _listed_pages(package)
        for name in package.namelist():
            if name.startswith(_RECORDS) and not name.endswith("/"):
                if package.getinfo(name).file_size > LARGEST_RECORDS:
                    raise TooLarge(
                        f"A part of this archive is larger than {LARGEST_RECORDS // _MB} MB: split it."
                    )
                yield from _pages(io.BytesIO(package.read(name)), listed, notes)


def _pages(
    file: IO[bytes],
    listed: Collection[str],
    notes: list[str],
) -> Iterator[RecordedPage]:
    """Yield the pages of a WARC file, only those at the addresses in `listed` unless it is empty.

    `notes` gets a sentence about pages that could not be unpacked.
    """
    unknown = 0
    for page in recorded_pages(file):
        is_article = page.kind in _SUFFIX_OF_KIND and page.address.startswith(_SCHEMES)
        if not is_article or not page.raw.strip() or (listed and page.address not in listed):
            continue
        if page.packing:
            unknown += 1
        else:
            yield page
    if unknown:
        pages = counted(unknown, "page")
        notes.append(f"Left out: {pages} packed in an unknown way, or damaged.")


def _listed_pages(package: zipfile.ZipFile) -> frozenset[str]:
    """Return the addresses of the pages that a package lists: those that the person who recorded it visited.
    Empty without a list.
    """
    if _LIST not in package.namelist():
        return frozenset()
    addresses = set()
    if package.getinfo(_LIST).file_size > LARGEST_PAGE:
        raise TooLarge("The list of pages of this archive is too large: split it.")
    for line in package.read(_LIST).splitlines():
        try:
            page = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            addresses.add(page["url"])
    return frozenset(addresses)


def _is_wacz(file: IO[bytes]) -> bool:
    try:
        with zipfile.ZipFile(file) as package:
            names = package.namelist()
    except _BROKEN:
        return False
    has_records = any(name.startswith(_RECORDS) for name in names)
    return has_records and _PACKAGE in names


def _refuse_many(pages: list[RecordedPage]) -> None:
    if len(pages) > MOST_PAGES:
        raise TooLarge(f"More than {MOST_PAGES:,} pages in one archive: split it.")
    if sum(len(page.raw) for page in pages) > LARGEST_ALL:
        raise TooLarge(
            f"The pages of this archive have more than {LARGEST_ALL // _MB} MB: split it."
        )


def _in_order(pages: list[RecordedPage]) -> list[RecordedPage]:
    """Return the pages so that those of one address follow each other, the earliest recording first."""
    places: dict[str, int] = {}
    for page in pages:
        places.setdefault(page.address, len(places))
    return sorted(pages, key=lambda page: (places[page.address], page.recorded))


def _article(page: RecordedPage) -> CompiledArticle:
    details = SourceDetails(address=page.address, charset=page.charset)
    return CompiledArticle(page.raw, details, _SUFFIX_OF_KIND[page.kind])
