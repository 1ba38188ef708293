"""What annotations do when `newsroom` sends a signal: articles were imported, or are about to be shown."""

from collections.abc import Sequence
from typing import Any

from annotations.actions.copying import Imported, take_in
from annotations.actions.passages.reanchoring import reanchor
from annotations.queries.origins import remarks_on
from annotations.queries.reviewing import passages_in
from newsroom.models import Revision, User
from newsroom.queries.import_reports import Remark
from newsroom.queries.revisions import MarkedPassage


def place_highlights(imported: Sequence[Imported], by: User, **_: Any) -> None:
    """Place the highlights of known articles in their new revisions, within the import's transaction."""
    for revision, previous in imported:
        if previous is not None:
            reanchor(revision, by=by)


def find_copies(imported: Sequence[Imported], by: User, **_: Any) -> None:
    """Index the new texts and compare them with those that share wording, before anybody counts them."""
    take_in(imported, by=by)


def tell_origins(articles: list[int], **_: Any) -> list[Remark]:
    """Return remarks on imported articles that share their wording with others, or were said to."""
    return remarks_on(articles)


def tell_passages(revision: Revision, **_: Any) -> list[MarkedPassage]:
    """Return the highlights that stand in a revision that is about to be shown."""
    return passages_in(revision)
