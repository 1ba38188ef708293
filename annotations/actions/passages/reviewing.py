"""Review what a new revision did to a passage: accept its new place, choose another one, or withdraw it."""

from uuid import UUID

from django.db import transaction

from annotations.actions.locking import lock_to_move
from annotations.actions.passages.highlights import move_edges, withdraw_highlight
from annotations.logic.vocabulary import AnchorState
from annotations.models import Anchor, Highlight
from newsroom.actions.history import HistoryLine, record
from newsroom.errors import Conflict, Invalid
from newsroom.models import User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def confirm_anchor(pk: UUID, seen: UUID, *, by: User) -> Anchor:
    """Confirm the automatic place of a highlight, and return the new anchor with the state `confirmed`.

    Later revisions place the passage from this anchor. `pk` is the id of the highlight, and `seen` is the id
    of the anchor that the person looked at. Requires the reporter role. Raises `Conflict` if the highlight
    has another anchor now or is withdrawn, and `Invalid` if the passage is lost.
    """
    require(by, UserRole.REPORTER)
    highlight = _locked_as_seen(pk, seen)
    before = highlight.anchor
    if before.state == AnchorState.LOST:
        raise Invalid(
            "This passage is lost: there is no place to accept. Select it again, or withdraw it."
        )
    # Anchors never change, so the confirmed place is a new row.
    anchor = Anchor(
        highlight=highlight,
        revision_id=before.revision_id,
        start=before.start,
        end=before.end,
        quote=before.quote,
        prefix=before.prefix,
        suffix=before.suffix,
        state=AnchorState.CONFIRMED,
        created_by=by,
    )
    anchor.save(force_insert=True)
    highlight.anchor = anchor
    # The version grows, because an edit of the old anchor would now be wrong.
    highlight.version += 1
    highlight.save(update_fields=["anchor", "version", "updated_at"])
    summary = f"accepted “{anchor.quote}” as what was marked"
    changes = {"state": (before.state, anchor.state)}
    line = HistoryLine(
        Verb.CONFIRMED, highlight, summary, article=highlight.article, changes=changes
    )
    record(line, by=by)
    return anchor


@transaction.atomic
def move_reviewed(
    pk: UUID,
    seen: UUID,
    start: int,
    end: int,
    quote: str,
    *,
    by: User,
) -> Anchor:
    """Move a highlight under review to the passage that a person selected in the newest revision.

    Returns the new anchor. The passage is at `start..end` (code points), and its text is `quote`. Requires
    the reporter role. Raises `Conflict` like `confirm_anchor`, and the errors of `move_edges`.
    """
    highlight = _locked_as_seen(pk, seen)
    return move_edges(
        highlight,
        start,
        end,
        quote,
        version=highlight.version,
        by=by,
    )


@transaction.atomic
def withdraw_reviewed(pk: UUID, seen: UUID, *, by: User) -> None:
    """Withdraw the highlight with the id `pk`, which is under review.

    `seen` is the id of the anchor that the person looked at. Requires the role that `withdraw_highlight`
    requires. Raises `Conflict` like `confirm_anchor`, and the errors of `withdraw_highlight`.
    """
    withdraw_highlight(_locked_as_seen(pk, seen), by=by)


def _locked_as_seen(pk: UUID, seen: UUID) -> Highlight:
    """Lock the highlight with the id `pk` until the transaction ends, and return it.

    Raises `Conflict` if its current anchor is not the one with the id `seen`, or if the highlight is
    withdrawn.
    """
    highlight = Highlight.objects.select_related("anchor", "article__current").get(pk=pk)
    lock_to_move(highlight)
    if highlight.anchor_id != seen or highlight.withdrawn_at is not None:
        raise Conflict("Someone else has answered this one meanwhile. The list shows what is left.")
    return highlight
