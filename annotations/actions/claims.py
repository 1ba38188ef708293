"""Make, reword, settle, reopen, withdraw and restore claims."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from annotations.actions.locking import lock_highlights
from annotations.actions.verdicts import base_same_verdict, base_verdict
from annotations.logic.counting import claims as rules
from annotations.logic.counting.verdict_changes import NOTHING_SEEN, SeenEvidence
from annotations.logic.vocabulary import ClaimStatus, RewordOutcome, Verdict
from annotations.models import Claim, Highlight
from annotations.roles import role_to_change
from newsroom.actions.history import HistoryLine, differences, record, shortened
from newsroom.actions.locking import lock
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import Story, User, Verb
from newsroom.roles import UserRole, require, role_needed_for
from newsroom.text.language.counted import counted

#: The sentence for a person whose version of the claim is not the newest one.
CHANGED_MEANWHILE = (
    "Someone else changed this claim while you were writing. Your text is still in the form: "
    "look at what they decided, then save again if you still mean it."
)
#: Longest part of a reason in the summary of a line, in code points. The changes of the line hold the whole
#: reason.
LONGEST_REASON = 120
#: The sentence for an act on a withdrawn claim.
WITHDRAWN = "This claim was withdrawn. Put it back first, on its page."


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One change of a claim, as `write_change` stores it and records it in the history.

    `values` maps the changed fields to their new values. `verb` and `words` go into the line of the history:
    `words` begin its summary. `reason` is the person's reason in full length, or empty if the change needs
    none.
    """

    verb: Verb
    words: str
    values: Mapping[str, object]
    reason: str = ""


@transaction.atomic
def make_claim(story: Story, statement: str, *, by: User) -> Claim:
    """Add an open claim to `story`, record it in the history, and return it. Requires the reporter role."""
    require(by, UserRole.REPORTER)
    claim = Claim(
        story=story,
        statement=" ".join(statement.split()),
        created_by=by,
    )
    store(claim)
    record(HistoryLine(Verb.MADE, claim, f"stated the claim “{claim}”", story=story), by=by)
    return claim


@transaction.atomic
def reword_claim(
    claim: Claim,
    statement: str,
    *,
    version: int,
    by: User,
    outcome: str = "",
    seen: SeenEvidence = NOTHING_SEEN,
) -> None:
    """Change the statement of a claim.

    The verdict of a settled claim was given on the old statement. `outcome` (a `RewordOutcome`) therefore
    says whether the claim is reopened or whether the editor gives the same verdict on the new statement, and
    `seen` what the editor has seen of the evidence. Requires the reporter role, or the editor role if the
    claim is settled. Raises `Invalid` if a settled claim has no `outcome`, `Conflict` if someone changed the
    claim after `version`, and the errors of `base_same_verdict` if the verdict is kept.
    """
    require(by, role_to_change(claim.status))
    # Line breaks of the form field have no meaning in a statement.
    statement = " ".join(statement.split())
    if claim.status != ClaimStatus.SETTLED:
        change = ClaimChange(Verb.REWORDED, "reworded the claim", {"statement": statement})
        write_change(claim, change, version, by)
        return

    rules.reword_settled(outcome)
    if outcome == RewordOutcome.REOPEN:
        reopened = {"statement": statement, **_undecided(ClaimStatus.OPEN)}
        words = "reworded, and so opened again, the claim"
        write_change(claim, ClaimChange(Verb.REWORDED, words, reopened), version, by)
        return

    # The verdict is given again, so its time and its editor are new.
    judged_statement = claim.statement
    restated = {"statement": statement, "settled_at": timezone.now(), "settled_by": by}
    words = "reworded, with the same verdict, the claim"
    write_change(claim, ClaimChange(Verb.REWORDED, words, restated), version, by)
    base_same_verdict(claim, seen, judged_statement)


@transaction.atomic
def settle_claim(
    claim: Claim,
    verdict: str,
    rationale: str,
    *,
    version: int,
    by: User,
    seen: SeenEvidence = NOTHING_SEEN,
) -> None:
    """Settle a claim with a verdict and a rationale (Markdown).

    `seen` is what the editor has seen of the evidence. Requires the editor role. Raises `Invalid` if verdict
    or rationale is missing, `WeakClaim` if a claim that rests on one source or one unnamed voice is called
    true and the editor has not seen this, and `Conflict` if someone changed the claim after `version` or if
    the evidence or the count differs from what the editor saw.
    """
    require(by, UserRole.EDITOR)
    rules.settle(verdict, rationale)

    decision = {
        "status": ClaimStatus.SETTLED,
        "verdict": verdict,
        "rationale": rationale.strip(),
        "settled_at": timezone.now(),
        "settled_by": by,
    }
    words = f"settled as {Verdict(verdict).label.lower()}:"
    write_change(claim, ClaimChange(Verb.SETTLED, words, decision), version, by)
    base_verdict(claim, seen)


@transaction.atomic
def set_claim_status(
    claim: Claim,
    status: str,
    *,
    version: int,
    by: User,
    reason: str = "",
) -> None:
    """Set a claim to open or being checked. A settled claim is reopened, which needs a reason.

    Requires the reporter role, or the editor role if the claim is settled. Raises `Invalid` if the claim
    cannot get this status, and `Conflict` if it has the status already or someone changed the claim after
    `version`.
    """
    require(by, role_to_change(claim.status))
    rules.move(ClaimStatus(claim.status), status, reason)

    undecided = _undecided(ClaimStatus(status))
    if claim.status != ClaimStatus.SETTLED:
        words = f"set to {ClaimStatus(status).label.lower()}:"
        write_change(claim, ClaimChange(Verb.STATUS_SET, words, undecided), version, by)
        return

    reason = reason.strip()
    words = f"reopened ({shortened(reason, LONGEST_REASON)}):"
    write_change(claim, ClaimChange(Verb.REOPENED, words, undecided, reason), version, by)


@transaction.atomic
def change_claim_story(claim: Claim, story: Story, *, by: User) -> None:
    """Move a claim to another story without looking at its evidence. Requires the editor role.

    Call `annotations.actions.moving.move_claim` instead, which checks the evidence first.
    """
    require(by, UserRole.EDITOR)
    words = f"moved from “{claim.story}” to “{story}”:"
    write_change(claim, ClaimChange(Verb.MOVED, words, {"story": story}), claim.version, by)


@transaction.atomic
def withdraw_claim(claim: Claim, *, version: int, by: User) -> None:
    """Withdraw a claim together with its evidence and silences.

    Requires the reporter role for one's own claim, and the editor role for another person's. Raises `Invalid`
    if the claim is settled, and `Conflict` if it is withdrawn already or someone changed it after `version`.
    """
    require(by, role_needed_for(claim, by))
    rules.withdraw(ClaimStatus(claim.status))

    words = "withdrew the claim"
    # The summary names the number, because colleagues may have added this evidence.
    passages = claim.evidence.filter(withdrawn_at=None).count()
    if passages:
        words = f"withdrew, with {counted(passages, 'passage')}, the claim"

    # All rows get the same time, because `restore_claim` finds the rows to restore by it.
    withdrawal = {"withdrawn_at": timezone.now(), "withdrawn_by": by}
    write_change(claim, ClaimChange(Verb.WITHDRAWN, words, withdrawal), version, by)
    claim.evidence.filter(withdrawn_at=None).update(**withdrawal)
    claim.silences.filter(withdrawn_at=None).update(**withdrawal)


@transaction.atomic
def restore_claim(claim: Claim, *, version: int, by: User) -> None:
    """Restore a withdrawn claim, and the evidence and silences that were withdrawn together with it.

    Evidence stays withdrawn if its highlight was withdrawn after the claim. Requires the same role as
    `withdraw_claim`. Raises `Conflict` if the claim is not withdrawn, or if someone changed it after
    `version`.
    """
    require(by, role_needed_for(claim, by))
    withdrawn_at = claim.withdrawn_at
    if withdrawn_at is None:
        raise Conflict("This claim stands: there is nothing to put back.")

    not_withdrawn = {"withdrawn_at": None, "withdrawn_by": None}
    change = ClaimChange(Verb.RESTORED, "put back the claim", not_withdrawn)
    write_change(claim, change, version, by)
    evidence = claim.evidence.filter(withdrawn_at=withdrawn_at)
    passages = list(Highlight.objects.filter(evidence__in=evidence))
    if passages:
        # The lock prevents that somebody withdraws one of these highlights at the same time.
        lock_highlights(*passages)
    # A highlight can have been withdrawn after its claim. Evidence must not refer to such a highlight.
    evidence.filter(highlight__withdrawn_at=None).update(**not_withdrawn)
    claim.silences.filter(withdrawn_at=withdrawn_at).update(**not_withdrawn)


def lock_claim(claim: Claim) -> Claim:
    """Lock a claim until the transaction ends, so that nobody settles or withdraws it at the same time.

    Call this function within a transaction. Returns the claim with its current values. Raises `Conflict` if
    the claim is withdrawn.
    """
    current_claim = Claim(pk=claim.pk)
    lock(current_claim)
    if current_claim.withdrawn_at is not None:
        raise Conflict(WITHDRAWN)
    return current_claim


def _undecided(status: ClaimStatus) -> dict[str, object]:
    """Return the values of a claim without a verdict, by field: the given `status`, and all others
    empty or None.
    """
    return {
        "status": status,
        "verdict": "",
        "rationale": "",
        "settled_at": None,
        "settled_by": None,
    }


def write_change(
    claim: Claim,
    change: ClaimChange,
    version: int,
    by: User,
) -> None:
    """Store `change` on the claim, raise the version of the claim by one, and write one line of the history.

    A change of the verdict ends the mark that the verdict is public. Raises `Conflict` if someone changed the
    claim after `version`, or if the claim is withdrawn and `change` does not restore it.
    """
    if claim.withdrawn_at is not None and change.verb is not Verb.RESTORED:
        raise Conflict(WITHDRAWN)
    changes = differences(claim, change.values)

    # The update locks the row. If two people saw the same version, only one of them can increase it.
    if not Claim.objects.filter(pk=claim.pk, version=version).update(version=version + 1):
        raise Conflict(CHANGED_MEANWHILE)
    for field, value in change.values.items():
        setattr(claim, field, value)
    claim.version = version + 1
    stored = {*change.values, "version", "updated_at"}
    if "settled_at" in change.values:
        # The mark is the time of a verdict, so it would hold again if undo brought this verdict back.
        claim.public_verdict_at = None
        stored.add("public_verdict_at")
    # Publishing does not raise the version, so a mark that somebody set meanwhile must stay.
    store(claim, stored)

    texts = {
        field: (readable(before), readable(after)) for field, (before, after) in changes.items()
    }
    if change.reason:
        texts["reason"] = ("", change.reason)
    summary = f"{change.words} “{claim}”"
    record(HistoryLine(change.verb, claim, summary, story=claim.story, changes=texts), by=by)


def readable(value: object) -> object:
    """Return a value as text for the history. Empty values and None are returned unchanged."""
    return str(value) if value else value
