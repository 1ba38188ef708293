"""Turn the rows of the database into the rows of a bundle, and write the bundle of a story."""

from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model

from annotations.logic.bundles.archives import (
    MANIFEST,
    README,
    manifest,
    original_name,
    pack,
    readme,
    text_name,
)
from annotations.logic.bundles.fields import BundleField, BundleTable
from annotations.logic.bundles.rows import Values, line_of, plain
from annotations.logic.bundles.tables import INDEPENDENCES, TABLES
from annotations.models import VerdictBasis
from annotations.queries.bundles.contents import Contents, contents_of
from annotations.queries.foreign.names import ACTED_AT, foreign_names
from newsroom.models import Original, Outlet, Revision, Story

#: The value of `ForeignRow.source` for rows that came in a bundle.
SOURCE = "bundle"


def write_bundle(file: IO[bytes], story: Story, *, originals: bool = False) -> None:
    """Write the bundle of `story` into `file`, with the bytes of the sources if `originals` is true."""
    pack(file, _entries(story, contents_of(story), originals))


def _entries(story: Story, contents: Contents, originals: bool) -> Iterator[tuple[str, bytes]]:
    counts = {table.name: len(contents[table.name]) for table in TABLES}
    yield MANIFEST, manifest(story.slug, counts)
    yield README, readme()
    for table in TABLES:
        lines = []
        # Without its bytes, the hash of a source would lead nowhere.
        for values in values_of(table, contents[table.name]):
            if not originals:
                values = without_original(values)
            lines.append(f"{line_of(values)}\n")
        yield table.file, "".join(lines).encode()
    # Several revisions may come from the same bytes.
    hashes: dict[str, int] = {}
    for revision in contents["revisions"]:
        yield text_name(str(revision.article.uid), revision.number), revision.text.encode()
        hashes[revision.original.sha256] = revision.original_id
    if originals:
        for sha256 in sorted(hashes):
            raw = Original.objects.get(pk=hashes[sha256]).raw
            yield original_name(sha256), bytes(raw)


def without_original(values: Values) -> Values:
    """Return the values of a row, without the hash of its source if it is a revision."""
    return values | {"original": None} if "original" in values else values


def values_of(table: BundleTable, rows: Iterable[Model]) -> Iterator[Values]:
    """Yield the values of each row as a bundle has them."""
    listed = list(rows)
    names = foreign_names(listed[0]._meta.model_name, {row.pk for row in listed}) if listed else {}
    for row in listed:
        values = {field.name: _value(table, field, row) for field in table.fields}
        for field, person in names.get(str(row.pk), {}).items():
            moment = values.get(ACTED_AT.get(field, ""))
            # Somebody of this desk may have acted since, such as given another verdict.
            if moment == person["at"]:
                values[field] = person["name"]
        yield in_canonical_order(table, values)


def in_canonical_order(table: BundleTable, values: Values) -> Values:
    """Return the values of a row, with the two articles of an independence in the order of their uids."""
    if table is INDEPENDENCES:
        # The database sorts the two by their ids, which differ from desk to desk.
        first, second = sorted((values["first"], values["second"]))
        return values | {"first": first, "second": second}
    return values


def _value(table: BundleTable, field: BundleField, row: Any) -> Any:
    special = _SPECIAL.get((table.name, field.name))
    if special:
        return special(row)
    value: Any = row
    for attribute in (field.path or field.name).split("."):
        value = getattr(value, attribute)
        if value is None:
            return None
    return plain(value)


def _aliases(outlet: Outlet) -> list[str]:
    return sorted(alias.word for alias in outlet.aliases.all())


def _capture(revision: Revision) -> Values | None:
    try:
        capture = revision.capture
    except ObjectDoesNotExist:
        return None
    return {
        "address": capture.address,
        "asked": capture.asked,
        "at": plain(capture.at),
        "headers": capture.headers,
        "status": capture.status,
    }


def _passages(basis: VerdictBasis) -> list[Values]:
    passages = []
    for passage in basis.passages.all():
        passages.append(
            {
                "evidence": str(passage.evidence_id),
                "anchor": str(passage.anchor_id),
                "relation": passage.relation,
            }
        )
    return sorted(passages, key=lambda passage: passage["evidence"])


_SPECIAL: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("outlets", "aliases"): _aliases,
    ("revisions", "original"): lambda revision: revision.original.sha256,
    ("revisions", "capture"): _capture,
    ("verdict_bases", "passages"): _passages,
}
