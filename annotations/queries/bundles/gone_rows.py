"""Find the rows of this desk that came in an earlier bundle of a story, and that a newer one lacks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from annotations.logic.bundles.archives import Bundle
from annotations.logic.bundles.fields import BundleTable
from annotations.logic.bundles.rows import digest_of
from annotations.logic.bundles.tables import (
    CLAIMS,
    COMMENTS,
    EVIDENCE,
    HIGHLIGHTS,
    INDEPENDENCES,
    PLACES,
    SILENCES,
    STORIES,
    TAGGINGS,
)
from annotations.models.withdrawing import STANDING
from annotations.queries.bundles.contents import related_rows
from annotations.queries.bundles.counterparts import counterparts, foreign_id_of
from annotations.queries.bundles.gone_kinds import KINDS, GoneKind, scope_of
from annotations.queries.bundles.records import SOURCE, values_of
from newsroom.models import ForeignRow, Story

#: What leaves the desk together with a row of these tables: its table, and its relation to the row.
_WITHDRAWN_WITH = {
    CLAIMS.name: (
        (EVIDENCE, "evidence"),
        (SILENCES, "silences"),
        (COMMENTS, "comments"),
        (INDEPENDENCES, "independences"),
    ),
    HIGHLIGHTS.name: ((COMMENTS, "comments"), (TAGGINGS, "taggings")),
}
#: Ids that one query looks up.
_AT_ONCE = 900


@dataclass(frozen=True, slots=True)
class GoneRow:
    """A row that came in a bundle and stands here, while the newer bundle does not hold it.

    `key` is its key on the other desk.
    """

    table: BundleTable
    key: str
    row: Any


def gone_rows(bundle: Bundle) -> list[GoneRow]:
    """Return the rows of the bundle's story that stand here, came in an earlier bundle, and are not in this
    one.

    A desk does not say in a bundle who it is, so a row that came from a third desk is among them too. Returns
    an empty list if the story is not here.
    """
    stories = counterparts(STORIES.name, bundle.rows[STORIES.name])
    gone: list[GoneRow] = []
    if not stories:
        return gone
    (story,) = stories.values()
    scope = scope_of(bundle)
    for kind in KINDS:
        for row in _absent_rows(kind, bundle, story):
            if kind.is_held(row.row, scope):
                gone.append(row)
    return gone


def _absent_rows(
    kind: GoneKind,
    bundle: Bundle,
    story: Story,
) -> Iterator[GoneRow]:
    """Yield the rows of a kind that came in a bundle, and are not in this one."""
    table = kind.table
    there = set()
    for row in bundle.rows[table.name]:
        there.add(foreign_id_of(bundle, table, row.key))
    standing = kind.standing(story)
    ids = {str(pk): pk for pk in standing.values_list("pk", flat=True)}
    came = _arrivals(kind.model, ids)
    absent = []
    for pk, known in came.items():
        # A row into which others were merged here stands for each of them.
        if there.isdisjoint(known):
            absent.append(ids[pk])
    for row in related_rows(kind.model, "pk", absent, *kind.related):
        key = min(came[str(row.pk)])
        if table is PLACES:
            # The id of a place begins with that of its story.
            _, _, key = key.partition("/")
        yield GoneRow(table, key, row)


def _arrivals(
    model: type[Model],
    ids: Collection[str],
) -> dict[str, dict[str, str]]:
    """Return the rows of `model` among `ids` that came in bundles: for each its ids there, with the digest
    with which it came.
    """
    name = model._meta.model_name
    of_model = ForeignRow.objects.filter(source=SOURCE, object_type=name)
    came: defaultdict[str, dict[str, str]] = defaultdict(dict)
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_ONCE):
        these = wanted[start : start + _AT_ONCE]
        for known in of_model.filter(object_id__in=these):
            came[known.object_id][known.foreign_id] = known.digest
    return came


def is_changed_here(gone: GoneRow) -> bool:
    """Return whether this desk changed the row since it came.

    For a claim or a highlight, also return true if this desk changed or added what leaves the desk with it:
    comments, evidence, silences and statements of independence of a claim, comments and tags of a highlight.
    """
    table, row = gone.table, gone.row
    if table.fixed:
        return False
    if _differ_from_arrival(table, [row]):
        return True
    for of_row, relation in _WITHDRAWN_WITH.get(table.name, ()):
        rows = getattr(row, relation).all()
        if of_row is not TAGGINGS:
            rows = rows.filter(STANDING)
        if _differ_from_arrival(of_row, rows):
            return True
    return False


def _differ_from_arrival(
    table: BundleTable,
    rows: Iterable[Any],
) -> bool:
    """Return whether one of the rows did not come in a bundle, or is not as it came."""
    listed = list(rows)
    if not listed:
        return False
    ids = {str(row.pk) for row in listed}
    came = _arrivals(type(listed[0]), ids)
    values = values_of(table, listed)
    for row, here in zip(listed, values, strict=True):
        digests = came[str(row.pk)].values()
        if digest_of(here) not in digests:
            return True
    return False
