"""Reverse acts on claims: stating, withdrawing and deciding them, and comments on claims and highlights."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q

from annotations.actions import claims, comments
from annotations.actions.judgements.decisions import DECIDED, restore_decision
from annotations.actions.undo.reversing import (
    CHANGED_SINCE,
    Reverse,
    changed_values,
    must_be_unchanged,
)
from annotations.models import Claim, Comment, Highlight
from newsroom.errors import Conflict
from newsroom.models import Activity, Subject, User, Verb

#: The fields that the line of a decision can have in `changes`. The reason is not stored on the claim.
OF_DECISION = (*DECIDED, "reason")


def _withdraw_new_claim(claim: Claim, line: Activity, by: User) -> None:
    # Withdrawing the claim would withdraw its evidence too, which colleagues may have added.
    if claim.evidence.filter(withdrawn_at=None).exists():
        raise Conflict(
            "Passages bear on this claim by now: withdraw it on its page, if you mean them too."
        )
    claims.withdraw_claim(claim, version=claim.version, by=by)


def _restore_claim(claim: Claim, line: Activity, by: User) -> None:
    claims.restore_claim(claim, version=claim.version, by=by)


def _decide_as_before(claim: Claim, line: Activity, by: User) -> None:
    before, after = changed_values(line, OF_DECISION)
    # The line holds times and people as text.
    now = {field: claims.readable(getattr(claim, field)) for field in DECIDED}
    for values in (before, after):
        values.pop("reason", None)
    must_be_unchanged(now, after)
    restore_decision(claim, _stored_values(before), version=claim.version, by=by)


def _stored_values(readable: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a claim that a line of the history holds as text, by field.

    Raises `Conflict` if nobody, or more than one person, has the name of the person who settled the claim.
    """
    values = dict(readable)
    if values.get("settled_at"):
        values["settled_at"] = datetime.fromisoformat(values["settled_at"])
    name = values.get("settled_by")
    if name:
        # The line holds the full name of the person, or the username of one without a full name.
        people = list(User.objects.filter(Q(name=name) | Q(name="", username=name))[:2])
        if len(people) != 1:
            raise Conflict(CHANGED_SINCE)
        (values["settled_by"],) = people
    return values


def _withdraw_remark(subject: Highlight | Claim, line: Activity, by: User) -> None:
    # Lines that earlier versions of this program wrote do not say which comment they are about.
    _, uid = line.changes.get("comment", (None, None))
    remark = subject.comments.filter(uid=uid).first() if uid else None
    if remark is None:
        raise Conflict("Withdraw this comment with its own button.")
    comments.withdraw_comment(remark, by=by)


def _withdraw_comment(comment: Comment, line: Activity, by: User) -> None:
    comments.withdraw_comment(comment, by=by)


def _restore_comment(comment: Comment, line: Activity, by: User) -> None:
    comments.restore_comment(comment, by=by)


REVERSALS: dict[tuple[Subject, Verb], Reverse] = {
    (Subject.CLAIM, Verb.MADE): _withdraw_new_claim,
    (Subject.CLAIM, Verb.RESTORED): _withdraw_new_claim,
    (Subject.CLAIM, Verb.WITHDRAWN): _restore_claim,
    (Subject.CLAIM, Verb.REWORDED): _decide_as_before,
    (Subject.CLAIM, Verb.STATUS_SET): _decide_as_before,
    (Subject.CLAIM, Verb.SETTLED): _decide_as_before,
    (Subject.CLAIM, Verb.REOPENED): _decide_as_before,
    (Subject.CLAIM, Verb.COMMENTED): _withdraw_remark,
    (Subject.HIGHLIGHT, Verb.COMMENTED): _withdraw_remark,
    (Subject.COMMENT, Verb.WITHDRAWN): _restore_comment,
    (Subject.COMMENT, Verb.RESTORED): _withdraw_comment,
}
