"""Look up the names of people of other desks and tools who have no account here."""

from collections.abc import Collection
from typing import Any

from newsroom.models import ForeignRow

#: For each field with a person who may change, the field with the time at which the person acted.
ACTED_AT = {"settled_by": "settled_at", "decided_by": "decided_at", "withdrawn_by": "withdrawn_at"}
#: Ids that one query looks up.
_AT_ONCE = 900

#: {field: {name, at}} of one row, as `ForeignRow.names` holds it.
Names = dict[str, dict[str, Any]]


def foreign_names(object_type: str | None, ids: Collection[Any]) -> dict[str, Names]:
    """Return the people of other desks whom rows of one model name, by the ids of the rows as text.

    `object_type` is the name of the model, as the history has it.
    """
    found: dict[str, Names] = {}
    texts = sorted(map(str, ids))
    for start in range(0, len(texts), _AT_ONCE):
        rows = ForeignRow.objects.filter(
            object_type=object_type, object_id__in=texts[start : start + _AT_ONCE]
        )
        found |= dict(rows.exclude(names={}).values_list("object_id", "names"))
    return found
