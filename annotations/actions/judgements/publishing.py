"""Mark the verdicts that the desk shows to the public, as ClaimReview."""

from django.db import transaction

from annotations.actions.claims import CHANGED_MEANWHILE, lock_claim
from annotations.logic.vocabulary import ClaimStatus
from annotations.models import Claim
from newsroom.actions.history import HistoryLine, record
from newsroom.errors import Conflict, Invalid
from newsroom.models import User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def publish_verdict(claim: Claim, *, version: int, by: User) -> None:
    """Mark the verdict of a claim as public. The mark does not hold for a later verdict.

    Requires the editor role. Raises `Invalid` if the claim is not settled, and `Conflict` if the verdict is
    public already, or if someone changed the claim after `version`.
    """
    require(by, UserRole.EDITOR)
    claim = _current(claim, version)
    if claim.status != ClaimStatus.SETTLED:
        raise Invalid("Only a verdict can be public: settle the claim first.")
    if claim.is_public:
        raise Conflict("This verdict is public already.")
    _write(claim, Verb.PUBLISHED, public=True, by=by)


@transaction.atomic
def unpublish_verdict(claim: Claim, *, version: int, by: User) -> None:
    """Take the mark back that the verdict of a claim is public. What was exported before is not taken back.

    Requires the editor role. Raises `Conflict` if the verdict is not public, or if someone changed the claim
    after `version`.
    """
    require(by, UserRole.EDITOR)
    claim = _current(claim, version)
    if not claim.is_public:
        raise Conflict("This verdict is not public.")
    _write(claim, Verb.UNPUBLISHED, public=False, by=by)


def _current(claim: Claim, version: int) -> Claim:
    claim = lock_claim(claim)
    if claim.version != version:
        raise Conflict(CHANGED_MEANWHILE)
    return claim


def _write(claim: Claim, verb: Verb, *, public: bool, by: User) -> None:
    """Store whether the verdict is public, and write one line of the history.

    The version stays, and so does the time of the last change: the claim says the same as before.
    """
    # The mark is the time of the verdict, so it cannot hold for the next one.
    marked_at = claim.settled_at if public else None
    # Django takes the row that `lock_claim` returns for a new one, so it cannot be saved.
    Claim.objects.filter(pk=claim.pk).update(public_verdict_at=marked_at)
    line = HistoryLine(
        verb,
        claim,
        f"{verb} the verdict on the claim “{claim}”",
        story=claim.story,
        changes={"public": (not public, public)},
    )
    record(line, by=by)
