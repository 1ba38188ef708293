"""List the acts on claims, comments, silences and statements of independence that can be undone."""

from annotations.actions.claims import reword_claim, set_claim_status, settle_claim
from annotations.actions.comments import comment_on, restore_comment, withdraw_comment
from annotations.actions.judgements.independences import (
    restore_independence,
    state_independence,
    withdraw_independence,
)
from annotations.actions.judgements.silences import restore_silence, state_silence, withdraw_silence
from annotations.logic.counting.verdict_changes import SeenEvidence
from annotations.models import Claim, Independence, Silence
from newsroom.models import Subject, Verb
from tests import make
from tests.annotations.actions.undo.reversal_cases import Desk, ReversalCase

#: The fields that every verdict changes.
VERDICT = ("status", "verdict", "rationale", "settled_at", "settled_by")
#: What an editor has seen who gives a verdict on one source.
SEEN = SeenEvidence(weakness=True)


def now(claim: Claim) -> Claim:
    return Claim.objects.get(pk=claim.pk)


def settle(desk: Desk, verdict: str = "true") -> None:
    claim = now(desk.claim)
    settle_claim(claim, verdict, f"It is {verdict}.", version=claim.version, by=desk.by, seen=SEEN)


def reopen(desk: Desk) -> None:
    claim = now(desk.claim)
    set_claim_status(claim, "open", version=claim.version, reason="One took it back.", by=desk.by)


def reword(desk: Desk, statement: str, outcome: str = "") -> None:
    claim = now(desk.claim)
    reword_claim(claim, statement, version=claim.version, by=desk.by, outcome=outcome, seen=SEEN)


def settle_and_reopen(desk: Desk) -> None:
    settle(desk)
    reopen(desk)


def settle_twice(desk: Desk) -> None:
    settle(desk)
    make.evidence(now(desk.claim), desk.elsewhere, "context", by=desk.by)
    settle(desk, "false")


def settle_and_reword(desk: Desk, outcome: str) -> None:
    settle(desk)
    reword(desk, "He left early.", outcome)


def silence_of(desk: Desk) -> Silence:
    claim = make.claim(desk.story, by=desk.by)
    return state_silence(claim, desk.second, by=desk.by)


def withdraw_a_silence(desk: Desk) -> Silence:
    silence = silence_of(desk)
    withdraw_silence(silence, by=desk.by)
    return silence


def independence_of(desk: Desk) -> Independence:
    claim = now(desk.claim)
    make.evidence(claim, desk.elsewhere, "context", by=desk.by)
    return state_independence(claim, desk.article, desk.second, reason="Seen by both.", by=desk.by)


def withdraw_an_independence(desk: Desk) -> Independence:
    statement = independence_of(desk)
    withdraw_independence(statement, by=desk.by)
    return statement


def withdraw_a_comment(desk: Desk) -> None:
    withdraw_comment(comment_on(desk.passage, "Sure?", by=desk.by), by=desk.by)


def restore_a_comment(desk: Desk) -> None:
    comment = comment_on(desk.claim, "Sure?", by=desk.by)
    withdraw_comment(comment, by=desk.by)
    restore_comment(comment, by=desk.by)


CLAIM_CASES = [
    ReversalCase(Subject.CLAIM, Verb.SETTLED, VERDICT, settle),
    ReversalCase(Subject.CLAIM, Verb.SETTLED, ("verdict", "rationale", "settled_at"), settle_twice),
    ReversalCase(Subject.CLAIM, Verb.REOPENED, (*VERDICT, "reason"), settle_and_reopen),
    ReversalCase(
        Subject.CLAIM,
        Verb.STATUS_SET,
        ("status",),
        lambda desk: set_claim_status(now(desk.claim), "checking", version=1, by=desk.by),
    ),
    ReversalCase(Subject.CLAIM, Verb.REWORDED, ("statement",), lambda desk: reword(desk, "He left early.")),
    ReversalCase(
        Subject.CLAIM,
        Verb.REWORDED,
        ("statement", "settled_at"),
        lambda desk: settle_and_reword(desk, "restate"),
    ),
    ReversalCase(
        Subject.CLAIM,
        Verb.REWORDED,
        ("statement", *VERDICT),
        lambda desk: settle_and_reword(desk, "reopen"),
    ),
    ReversalCase(
        Subject.CLAIM,
        Verb.COMMENTED,
        ("comment",),
        lambda desk: comment_on(desk.claim, "Sure?", by=desk.by),
    ),
    ReversalCase(
        Subject.HIGHLIGHT,
        Verb.COMMENTED,
        ("comment",),
        lambda desk: comment_on(desk.passage, "Sure?", by=desk.by),
    ),
    ReversalCase(Subject.COMMENT, Verb.WITHDRAWN, (), withdraw_a_comment),
    ReversalCase(Subject.COMMENT, Verb.RESTORED, (), restore_a_comment),
    ReversalCase(Subject.SILENCE, Verb.STATED, (), silence_of),
    ReversalCase(Subject.SILENCE, Verb.WITHDRAWN, (), withdraw_a_silence),
    ReversalCase(
        Subject.SILENCE,
        Verb.RESTORED,
        (),
        lambda desk: restore_silence(withdraw_a_silence(desk), by=desk.by),
    ),
    ReversalCase(Subject.INDEPENDENCE, Verb.STATED, ("reason",), independence_of),
    ReversalCase(Subject.INDEPENDENCE, Verb.WITHDRAWN, ("reason",), withdraw_an_independence),
    ReversalCase(
        Subject.INDEPENDENCE,
        Verb.RESTORED,
        ("reason",),
        lambda desk: restore_independence(withdraw_an_independence(desk), by=desk.by),
    ),
]
