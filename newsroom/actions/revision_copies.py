"""Build a revision that has the text and the masthead of another one."""

from typing import Any

from newsroom.models import Revision
from newsroom.text.changes.corrections import FIELDS
from newsroom.text.model import Metadata

#: The fields that a copy never takes over, because they say which revision it is and who stored it.
_OWN = {"id", "number", "corrects", "parted_from", "created_by", "created_at", "article"}


def copy_of(revision: Revision, **values: Any) -> Revision:
    """Return a copy of `revision` with the fields `values`, which hold at least `article`, `number` and
    `created_by`.

    It is not stored yet.
    """
    copied = {}
    for field in Revision._meta.fields:
        if field.name not in _OWN:
            copied[field.attname] = getattr(revision, field.attname)
    return Revision(**(copied | values))


def masthead_columns(metadata: Metadata) -> dict[str, Any]:
    """Return the values of the columns of a revision that hold its masthead, as {column: value}."""
    columns = {}
    for name in FIELDS:
        column = "headline" if name == "title" else name
        columns[column] = getattr(metadata, name)
    return columns
