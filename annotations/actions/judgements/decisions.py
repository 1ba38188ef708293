"""Bring back an earlier decision on a claim: its wording, its status or its verdict."""

from collections.abc import Mapping

from django.db import transaction

from annotations.actions.claims import ClaimChange, write_change
from annotations.actions.verdicts import base_earlier_verdict
from annotations.logic.vocabulary import ClaimStatus, Verdict
from annotations.models import Claim
from annotations.roles import role_to_change
from newsroom.models import User, Verb
from newsroom.roles import require

#: The fields that a decision on a claim can change.
DECIDED = ("statement", "status", "verdict", "rationale", "settled_at", "settled_by")


@transaction.atomic
def restore_decision(
    claim: Claim,
    earlier: Mapping[str, object],
    *,
    version: int,
    by: User,
) -> None:
    """Give fields of a claim the values that they had before a decision.

    `earlier` maps some of the fields in `DECIDED` to these values. An earlier verdict is the verdict of the
    editor who gave it, at its time and on the passages of its time, and it is not public until an editor
    marks it again. Requires the reporter role, or the editor role if the claim is settled before or
    afterwards. Raises `Conflict` if someone changed the claim after `version`, if it is withdrawn, or if it
    is not known what the earlier verdict was based on.
    """
    status = ClaimStatus(str(earlier.get("status", claim.status)))
    require(by, role_to_change(claim.status))
    require(by, role_to_change(status))

    verb, words = _in_words(claim, earlier, status)
    write_change(claim, ClaimChange(verb, words, earlier), version, by)
    if status is ClaimStatus.SETTLED:
        base_earlier_verdict(claim)


def _in_words(
    claim: Claim,
    earlier: Mapping[str, object],
    status: ClaimStatus,
) -> tuple[Verb, str]:
    """Return the verb of the line of the history, and the words before the statement of the claim."""
    if "statement" in earlier:
        return Verb.REWORDED, "went back to the wording"
    if status is ClaimStatus.SETTLED:
        verdict = Verdict(str(earlier.get("verdict", claim.verdict)))
        return Verb.SETTLED, f"went back to the verdict {verdict.label.lower()}:"
    if claim.status == ClaimStatus.SETTLED:
        return Verb.REOPENED, "took back the verdict:"
    return Verb.STATUS_SET, f"set back to {status.label.lower()}:"
