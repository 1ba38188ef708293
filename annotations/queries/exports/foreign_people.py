"""Find the names of people of other desks, which exports show in place of the person who imported the row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from annotations.logic.bundles.rows import plain
from annotations.models import Claim, Comment, Evidence, Highlight, Link, Provenance, Silence, Tag
from annotations.queries.foreign.names import ACTED_AT, foreign_names
from newsroom.models import Article, Revision, Story


@dataclass(frozen=True, slots=True)
class _Authorship:
    """Where to find the people of an export.

    `object_type` and `row_id` give the model and the id of the row that has them. `fields` maps the columns
    of the export to the fields of that row.
    """

    object_type: str
    row_id: Callable[[Any], Any]
    fields: dict[str, str]


def _own_id(item: Any) -> Any:
    return item["pk"] if isinstance(item, dict) else item.pk


_MADE = {"created_by": "created_by"}
_AUTHORSHIPS: dict[type[Model], _Authorship] = {
    Article: _Authorship("revision", lambda item: item.current_id, {"imported_by": "created_by"}),
    Claim: _Authorship("claim", _own_id, {**_MADE, "settled_by": "settled_by"}),
    Comment: _Authorship("comment", _own_id, _MADE),
    Evidence: _Authorship("evidence", _own_id, _MADE),
    Highlight: _Authorship("highlight", _own_id, _MADE),
    Link: _Authorship("link", _own_id, _MADE),
    Provenance: _Authorship("origin", lambda item: item.origin_id, {"decided_by": "decided_by"}),
    Revision: _Authorship("revision", _own_id, {"imported_by": "created_by"}),
    Silence: _Authorship("silence", _own_id, _MADE),
    Story: _Authorship("story", _own_id, _MADE),
    Tag: _Authorship("tag", _own_id, _MADE),
}


def foreign_people(
    header: Sequence[str], model: type[Model], items: Sequence[Any]
) -> list[dict[int, str]]:
    """Return for each item the names of people of other desks, by the position of their column in `header`.

    An item whose people all have accounts here has an empty dict. A person who acted again here since is not
    replaced. One query serves all items.
    """
    authorship = _AUTHORSHIPS.get(model)
    if authorship is None:
        return [{} for _ in items]
    # One query looks all rows of a chunk up.
    known = foreign_names(authorship.object_type, {authorship.row_id(item) for item in items})
    people = []
    for item in items:
        names: dict[int, str] = {}
        stored = known.get(str(authorship.row_id(item)), {})
        for column, field in authorship.fields.items():
            person = stored.get(field)
            if person and person["at"] == _acted_at(item, field):
                names[header.index(column)] = person["name"]
        people.append(names)
    return people


def _acted_at(item: Any, field: str) -> Any:
    """Return the time at which a person acted, in the form of a bundle, or None if this person can never
    change.
    """
    if field not in ACTED_AT:
        return None
    row = item.origin if isinstance(item, Provenance) else item
    return plain(getattr(row, ACTED_AT[field]))
