"""What annotations do when articles change."""

from collections.abc import Sequence
from typing import Any

from annotations.actions.copying import Imported, take_in
from annotations.actions.reanchoring import reanchor
from annotations.queries.origins import remarks_on
from annotations.queries.reviewing import passages_in
from newsroom.models import Revision, User
from newsroom.queries.import_reports import Remark
from newsroom.queries.revisions import MarkedPassage


def place_highlights(imported: Sequence[Imported], by: User, **_: Any) -> None:
    """New revisions of known articles: their highlights are placed in them, within the import's own
    transaction.
    """
    for revision, previous in imported:
        if previous is not None:
            reanchor(revision, by=by)


def find_copies(imported: Sequence[Imported], by: User, **_: Any) -> None:
    """The texts are indexed, and compared with those that share wording with them, before anybody counts
    them.
    """
    take_in(imported, by=by)


def tell_origins(articles: list[int], **_: Any) -> list[Remark]:
    """Articles were imported: these share their wording with others, or were said to."""
    return remarks_on(articles)


def tell_passages(revision: Revision, **_: Any) -> list[MarkedPassage]:
    """A revision is about to be shown: these highlights stand in it."""
    return passages_in(revision)
