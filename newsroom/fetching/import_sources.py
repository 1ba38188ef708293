"""Define the sources of an import, and find the articles in a file that is neither a table nor an archive."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from newsroom.errors import NewsroomError
from newsroom.reading.reader_process import call_in_reader
from newsroom.text.compilations.compiled import CompiledArticle
from newsroom.text.compilations.splitting import split_articles
from newsroom.text.listings.rows import Record
from newsroom.text.pipeline import SourceDetails


@dataclass(frozen=True, slots=True)
class ImportSource:
    """The bytes and details of one article to import, or an `error` that says why it cannot be read.

    `path` says where it was found, such as `archive.zip!reports.csv:12` for line 12. `name` is the name of
    its file, or empty for a record of a table. `details` holds what a record states. `story` is the
    slug of the story that a record names, or empty. `passed_over` says why a file of a folder is not read at
    all, because it is of another kind. If `raw` is empty, `address` is where the article is to be fetched.
    `fetched` is `FetchedPage.as_stored()` if it was, else None. `table` is the index of the handed-in file of
    which it is a row, if that is a table.
    """

    path: str
    raw: bytes = b""
    name: str = ""
    details: SourceDetails = field(default_factory=SourceDetails)
    story: str = ""
    error: str = ""
    passed_over: str = ""
    address: str = ""
    fetched: Mapping[str, Any] | None = None
    table: int | None = None


def sources_in_file(path: str, raw: bytes, name: str) -> Iterator[ImportSource]:
    """Yield the articles in the bytes of a file called `name`: one, or all articles of an export
    or a mailbox.

    The path of an article in an export ends with its number, such as `export.docx:12`.
    """
    try:
        articles = call_in_reader(split_articles, raw, name)
    except NewsroomError as error:
        yield ImportSource(path, error=error.sentence)
        return
    if not articles:
        yield ImportSource(path, raw, name)
    yield from numbered_sources(path, name, articles)


def numbered_sources(
    path: str, name: str, articles: Iterable[CompiledArticle]
) -> Iterator[ImportSource]:
    """Yield the articles of a file called `name` as sources, whose paths end with their numbers."""
    for number, article in enumerate(articles, start=1):
        own_name = f"{name}-{number}{article.suffix}" if article.suffix else ""
        yield ImportSource(f"{path}:{number}", article.raw, own_name, article.details)


def sources_of_records(where: str, records: Iterable[Record]) -> Iterator[ImportSource]:
    """Yield one source for each record of the table at `where`, whose path ends with the record's line.

    A record that could not be read becomes a source with an `error`.
    """
    for record in records:
        path = f"{where}:{record.line}"
        source = ImportSource(path, record.raw, "", record.details, record.story, record.error)
        yield replace(source, address=record.address)
