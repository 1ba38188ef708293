"""Lock the rows of this desk that a bundle may change, before they are compared with those of the bundle."""

from collections.abc import Iterable
from typing import Any

from annotations.actions.bundles.building import MODELS
from annotations.logic.bundles.archives import Bundle
from annotations.logic.bundles.tables import (
    ARTICLES,
    CLAIMS,
    COMMENTS,
    EVIDENCE,
    HIGHLIGHTS,
    INDEPENDENCES,
    LINKS,
    ORIGINS,
    OUTLETS,
    SILENCES,
    STORIES,
    TAGS,
)
from annotations.queries.bundles.counterparts import counterparts
from annotations.queries.bundles.gone_rows import GoneRow

#: The tables whose rows may change, in the order of `newsroom.actions.locking`.
_LOCKED = (
    CLAIMS,
    ARTICLES,
    HIGHLIGHTS,
    STORIES,
    ORIGINS,
    EVIDENCE,
    LINKS,
    SILENCES,
    INDEPENDENCES,
    COMMENTS,
    OUTLETS,
    TAGS,
)
#: Ids that one query looks up.
_AT_ONCE = 900


def lock_counterparts(bundle: Bundle, gone: Iterable[GoneRow]) -> None:
    """Lock all rows here that rows of the bundle are, and the `gone` ones, until the transaction ends.

    What is read after this cannot be changed by others before it is written.
    """
    gone = list(gone)
    for table in _LOCKED:
        rows = counterparts(table.name, bundle.rows[table.name])
        wanted = {row.pk for row in rows.values()}
        wanted.update(each.row.pk for each in gone if each.table is table)
        ids: list[Any] = sorted(wanted)
        here = MODELS[table.name]._default_manager.order_by("pk").select_for_update(no_key=True)
        for start in range(0, len(ids), _AT_ONCE):
            these = ids[start : start + _AT_ONCE]
            list(here.filter(pk__in=these).values_list("pk"))
