"""What annotations do when articles change."""

from typing import Any

from annotations.actions.reanchoring import reanchor
from newsroom.models import Revision, User


def place_highlights(revision: Revision, previous: Revision | None, by: User, **_: Any) -> None:
    """A new revision of a known article: its highlights are placed in it, within the import's own transaction."""
    if previous is not None:
        reanchor(revision, by=by)
