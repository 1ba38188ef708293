"""Highlights are locked together with the articles that they stand in.

`newsroom.actions.locking` says in which order acts lock, and why.
"""

from annotations.models import Highlight
from newsroom.actions.locking import keep, lock
from newsroom.models import Article


def lock_highlights(*highlights: Highlight) -> None:
    """Lock the rows of the highlights until the transaction ends, and refresh the given objects from the
    database.

    Their articles cannot be deleted meanwhile.
    """
    # Their articles first, because the history refers to them, and a new revision locks them before it places
    # the highlights.
    keep(*(Article(pk=highlight.article_id) for highlight in highlights))
    lock(*highlights)


def lock_to_move(highlight: Highlight) -> None:
    """Lock a highlight that gets a new anchor, and its article, so that no revision comes meanwhile."""
    lock(highlight.article)
    lock(highlight)
