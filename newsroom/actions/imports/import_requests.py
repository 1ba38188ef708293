"""Describe a source that is to be imported, and build the rows that importing it stores."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from newsroom.actions.outlets import outlet_for
from newsroom.models import Article, Capture, Original, Outlet, Revision, Story, User
from newsroom.reading.sources import read_source
from newsroom.text.addresses.article_addresses import article_address
from newsroom.text.addresses.canonical import domain
from newsroom.text.analysis import TextAnalysis
from newsroom.text.changes.corrections import carry_metadata, carry_roles, differences
from newsroom.text.language.indexing.index_entries import IndexEntries
from newsroom.text.model import Document, Metadata
from newsroom.text.normalise import VERSION
from newsroom.text.pipeline import PreparedSource, SourceDetails

#: The field by which an article without id and address is recognised.
TEXT_KEY = "current__sha256"
#: The name of a field by which articles are recognised, and its value.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Preparation:
    """The results of the slow work that was done for one source before the transaction of its import.

    `entries` are the entries of its text in the search index. `answers` holds one result of each receiver of
    `revisions_expected`.
    """

    entries: IndexEntries
    answers: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A source that was read and is to be imported.

    `raw` are its bytes, `name` is the name of its file, and `prepared` is the result of reading it. `details`
    holds the details that a person or a record states. `story` is the story that its article goes into, or
    None. `fetched` is `FetchedPage.as_stored()` if the bytes were fetched, else None or empty. `preparation`
    is None if no slow work was done in advance. `analysis` is what the reader process found out about its
    text, or None. `unlike` is a value of `UnlikeChoice`: what a person says
    about a text that has hardly a word in common with its article. It is empty if nobody was asked.
    """

    raw: bytes
    prepared: PreparedSource
    name: str = ""
    details: SourceDetails = field(default_factory=SourceDetails)
    story: Story | None = None
    fetched: Mapping[str, Any] | None = None
    preparation: Preparation | None = None
    unlike: str = ""
    analysis: TextAnalysis | None = None

    @property
    def metadata(self) -> Metadata:
        return self.prepared.metadata

    @property
    def entries(self) -> IndexEntries | None:
        """Return the search index entries that were computed in advance, or None if there are none."""
        return self.preparation.entries if self.preparation else None

    @property
    def answers(self) -> tuple[object, ...]:
        """Return the results that the receivers of `revisions_expected` computed in advance, or an empty
        tuple.
        """
        return self.preparation.answers if self.preparation else ()


def read_request(
    raw: bytes,
    *,
    name: str = "",
    details: SourceDetails | None = None,
    story: Story | None = None,
    fetched: Mapping[str, Any] | None = None,
    unlike: str = "",
) -> ImportRequest:
    """Read the source `raw`, and return it as a request to import it. Raises the errors of `read_source`."""
    details = details or SourceDetails()
    prepared = read_source(raw, name=name, details=details)
    return ImportRequest(raw, prepared, name, details, story, fetched, unlike=unlike)


def keys_of(request: ImportRequest) -> list[Key]:
    """Return all keys, as `(field, value)`, by which the article of a source can be recognised.

    The key of its text (`current__sha256`) is always there and comes last.
    """
    keys = [
        ("external_id", request.details.external_id),
        ("address", article_address(request.metadata.url)),
        (TEXT_KEY, request.prepared.sha256),
    ]
    return [(field, value) for field, value in keys if value]


def names_of(requests: Iterable[ImportRequest]) -> list[str]:
    """Return the keys of all sources as strings.

    `one_at_a_time` uses them to let imports of the same article wait for each other.
    """
    names: list[str] = []
    for request in requests:
        names.extend(f"{field} {value}" for field, value in keys_of(request))
    return names


def outlets_of(requests: Sequence[ImportRequest], *, by: User) -> list[Outlet | None]:
    """Find or make the outlet of each request, and return the outlets in the order of the requests.

    The outlet is None if the source leads to no outlet. An outlet that several requests name is searched
    once.
    """
    outlet_of_key: dict[tuple[str, str, bool], Outlet | None] = {}
    outlets = []
    for request in requests:
        metadata = request.metadata
        # The name that a page states may differ from page to page. A name that a person or a record states is
        # deliberate.
        stated = metadata.outlet != request.prepared.draft.metadata.outlet
        key = (metadata.outlet, domain(metadata.url), stated)
        if key not in outlet_of_key:
            outlet_of_key[key] = outlet_for(metadata.outlet, metadata.url, by=by, stated=stated)
            if metadata.outlet:
                # This may be a new outlet with a domain that had no outlet before, so outlets that were not
                # found are searched again.
                outlet_of_key = {each: outlet for each, outlet in outlet_of_key.items() if outlet}
        outlets.append(outlet_of_key.get(key))
    return outlets


def new_article(request: ImportRequest, outlet: Outlet | None, *, by: User) -> Article:
    """Return the article of a source that belongs to no known article. It is not stored yet."""
    return Article(
        title=request.prepared.title,
        outlet=outlet,
        external_id=request.details.external_id,
        address=article_address(request.metadata.url),
        created_by=by,
    )


def next_revision(article: Article, request: ImportRequest, original: int, *, by: User) -> Revision:
    """Return the next revision of `article`, made from a source.

    It is not stored yet. It keeps valid corrections of the current revision, and masthead fields that the
    source leaves empty. `original` is the id of the stored bytes (`Original`).
    """
    prepared = request.prepared
    current = article.current
    if current is None:
        number, corrected = 1, {}
        metadata, document = prepared.metadata, prepared.document
    else:
        number = current.number + 1
        metadata, document = _with_corrections(current, prepared)
        metadata = _masthead(metadata, current)
        corrected = differences(prepared.metadata, prepared.document, metadata, document)

    revision = Revision(
        article=article,
        number=number,
        headline=metadata.title,
        byline=metadata.byline,
        credit=metadata.credit,
        published_at=metadata.published_at and metadata.published_at.astimezone(UTC),
        published_on_day=metadata.published_on_day,
        url=metadata.url,
        language=metadata.language,
        text=document.text,
        blocks=[[block.start, block.end, block.role] for block in document.blocks],
        marks=[[mark.start, mark.end, mark.kind, mark.value] for mark in document.marks],
        sha256=prepared.sha256,
        words=prepared.words,
        normaliser=VERSION,
        original_id=original,
        original_name=request.name,
        format=prepared.draft.format,
        charset=prepared.charset,
        kept_lines=list(metadata.lines),
        read=corrected,
        created_by=by,
    )
    # The document is known already, and building it again from the columns of a long text takes time.
    revision.document = document
    return revision


def capture_of(revision: Revision, fetched: Mapping[str, Any]) -> Capture:
    """Return the record of how the bytes of `revision` were fetched.

    It is not stored yet. `fetched` is `FetchedPage.as_stored()`.
    """
    values = {**fetched, "at": datetime.fromisoformat(fetched["at"])}
    return Capture(revision=revision, **values)


def stored_originals(raws: Sequence[bytes]) -> list[int]:
    """Store the bytes of each source, and return the ids of the `Original` rows, in the order of `raws`.

    Equal bytes are stored only once.
    """
    sums = [hashlib.sha256(raw).hexdigest() for raw in raws]
    originals = {}
    for sha256, raw in zip(sums, raws, strict=True):
        originals[sha256] = Original(sha256=sha256, raw=raw, size=len(raw))

    # Somebody else may store the same bytes at this moment. Then those stay, and the query below finds them.
    Original.objects.bulk_create(originals.values(), ignore_conflicts=True)
    ids = dict(Original.objects.filter(sha256__in=originals).values_list("sha256", "pk"))
    return [ids[sha256] for sha256 in sums]


def _with_corrections(current: Revision, prepared: PreparedSource) -> tuple[Metadata, Document]:
    """Return the masthead and the document of a newer source, with those corrections of the current revision
    that are still valid.
    """
    if not current.read:
        return prepared.metadata, prepared.document
    metadata = carry_metadata(current.metadata_as_read, current.metadata, prepared.metadata)
    document = carry_roles(current.document_as_read, current.document, prepared.document)
    return metadata, document


def _masthead(metadata: Metadata, previous: Revision) -> Metadata:
    """Return a copy of `metadata` in which empty fields have the values of the previous revision."""
    filled = replace(
        metadata,
        title=metadata.title or previous.headline,
        byline=metadata.byline or previous.byline,
        credit=metadata.credit or previous.credit,
        url=metadata.url or previous.url,
        language=metadata.language or previous.language,
    )
    if filled.published_at is not None:
        return filled
    return replace(
        filled, published_at=previous.published_at, published_on_day=previous.published_on_day
    )
