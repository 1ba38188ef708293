"""Stating claims, settling them, and taking them back."""

from django.db import transaction
from django.utils import timezone

from annotations.logic.counting import claims as rules
from annotations.logic.vocabulary import ClaimStatus, Verdict
from annotations.models import Claim
from annotations.roles import role_to_change
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import Story, User, Verb
from newsroom.roles import UserRole, needed_for, require
from newsroom.text.language.counted import counted

CHANGED_MEANWHILE = (
    "Someone else changed this claim while you were writing. Your text is still in the form: "
    "look at what they decided, then save again if you still mean it."
)
WITHDRAWN = "This claim was withdrawn. Put it back first, on its page."


@transaction.atomic
def make_claim(story: Story, statement: str, *, by: User) -> Claim:
    """State something to be checked within `story`. Takes a reporter."""
    require(by, UserRole.REPORTER)
    claim = Claim(story=story, statement=" ".join(statement.split()), created_by=by)
    store(claim)
    record(HistoryLine(Verb.MADE, claim, f"stated the claim “{claim}”", story=story), by=by)
    return claim


@transaction.atomic
def reword_claim(claim: Claim, statement: str, *, version: int, by: User) -> None:
    """Put the claim into other words. Takes a reporter, an editor once it is settled."""
    require(by, role_to_change(claim.status))
    _write(claim, Verb.REWORDED, "reworded the claim", version, by, statement=" ".join(statement.split()))


@transaction.atomic
def settle_claim(claim: Claim, verdict: str, rationale: str, *, version: int, by: User) -> None:
    """Give the claim its verdict with the rationale (Markdown). Takes an editor.

    Raises `Invalid` where either is missing, `Conflict` where someone changed the claim since `version`.
    """
    require(by, UserRole.EDITOR)
    rules.settle(verdict, rationale)
    _write(
        claim,
        Verb.SETTLED,
        f"settled as {Verdict(verdict).label.lower()}:",
        version,
        by,
        status=ClaimStatus.SETTLED,
        verdict=verdict,
        rationale=rationale.strip(),
        settled_at=timezone.now(),
        settled_by=by,
    )


@transaction.atomic
def set_claim_status(claim: Claim, status: str, *, version: int, by: User, reason: str = "") -> None:
    """Move a claim between open and checking (a reporter), or reopen a settled one with a reason (an editor)."""
    reopening = claim.status == ClaimStatus.SETTLED
    require(by, role_to_change(claim.status))
    rules.move(ClaimStatus(claim.status), status, reason)
    _write(
        claim,
        Verb.REOPENED if reopening else Verb.STATUS_SET,
        f"reopened ({reason.strip()[:120]}):"
        if reopening
        else f"set to {ClaimStatus(status).label.lower()}:",
        version,
        by,
        status=status,
        verdict="",
        rationale="",
        settled_at=None,
        settled_by=None,
    )


@transaction.atomic
def change_claim_story(claim: Claim, story: Story, *, by: User) -> None:
    """Put the claim into another story. Takes an editor.

    Whatever its evidence: `annotations.actions.moving` asks first.
    """
    require(by, UserRole.EDITOR)
    _write(claim, Verb.MOVED, f"moved from “{claim.story}” to “{story}”:", claim.version, by, story=story)


@transaction.atomic
def withdraw_claim(claim: Claim, *, version: int, by: User) -> None:
    """Take the claim back, with the passages and silences that bear on it. Takes whoever stated it, or an
    editor.

    Raises `Invalid` where it is settled, `Conflict` where someone changed it since `version`.
    """
    require(by, needed_for(claim, by))
    rules.withdraw(ClaimStatus(claim.status))
    taken_back = {"withdrawn_at": timezone.now(), "withdrawn_by": by}
    passages = claim.evidence.filter(withdrawn_at=None).count()
    words = f"withdrew, with {counted(passages, 'passage')}, the claim" if passages else "withdrew the claim"
    _write(claim, Verb.WITHDRAWN, words, version, by, **taken_back)
    for judgements in (claim.evidence, claim.silences):
        judgements.filter(withdrawn_at=None).update(**taken_back)


@transaction.atomic
def restore_claim(claim: Claim, *, version: int, by: User) -> None:
    """Put a withdrawn claim back, with what was withdrawn with it. Takes whoever stated it, or an editor.

    A passage whose highlight was withdrawn meanwhile stays away.
    """
    require(by, needed_for(claim, by))
    at, back = claim.withdrawn_at, {"withdrawn_at": None, "withdrawn_by": None}
    if at is None:
        raise Conflict("This claim stands: there is nothing to put back.")
    _write(claim, Verb.RESTORED, "put back the claim", version, by, **back)
    claim.evidence.filter(withdrawn_at=at, highlight__withdrawn_at=None).update(**back)
    claim.silences.filter(withdrawn_at=at).update(**back)


def locked(claim: Claim) -> Claim:
    """The claim as it is now, so that it is neither settled nor withdrawn meanwhile: within the transaction
    of an act.

    Raises `Conflict` where it was withdrawn.
    """
    now = Claim.objects.select_for_update(no_key=True).get(pk=claim.pk)
    if now.withdrawn_at is not None:
        raise Conflict(WITHDRAWN)
    return now


def _write(claim: Claim, verb: Verb, words: str, version: int, by: User, **values: object) -> None:
    """Change the claim if it still is at `version`; the row is locked by the update itself, so only one of
    two wins.
    """
    changes = {
        field: (getattr(claim, field), value)
        for field, value in values.items()
        if getattr(claim, field) != value
    }
    if claim.withdrawn_at is not None and verb is not Verb.RESTORED:
        raise Conflict(WITHDRAWN)
    if not Claim.objects.filter(pk=claim.pk, version=version).update(version=version + 1):
        raise Conflict(CHANGED_MEANWHILE)
    for field, value in values.items():
        setattr(claim, field, value)
    claim.version = version + 1
    store(claim)
    readable = {field: (str(a) if a else a, str(b) if b else b) for field, (a, b) in changes.items()}
    line = HistoryLine(verb, claim, f"{words} “{claim}”", story=claim.story, changes=readable)
    record(line, by=by)
