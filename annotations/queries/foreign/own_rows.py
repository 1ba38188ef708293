"""Find rows of this desk that a file from outside names, because it was exported here."""

from typing import TypeVar
from uuid import UUID

from annotations.models import Highlight, Link

Row = TypeVar("Row", Highlight, Link)


def own_row(model: type[Row], foreign_id: str) -> Row | None:
    """Return the row with this id, also a withdrawn one, or None if there is none or it is no UUID."""
    try:
        return model.objects.filter(pk=UUID(foreign_id)).first()
    except ValueError:
        return None
