"""Check what the editor has seen before a verdict is given, and store what the verdict is based on."""

from collections.abc import Sequence
from dataclasses import replace

from annotations.logic.counting.verdict_changes import ClaimState, SeenEvidence, changes_since
from annotations.logic.counting.weaknesses import CALLED_TRUE, WeakClaim
from annotations.models import BasisPassage, Claim, Evidence, VerdictBasis
from annotations.queries.standing import CountedClaim, counted_claims
from annotations.queries.verdicts import states_of
from newsroom.actions.storing import store, store_all
from newsroom.errors import Conflict

EVIDENCE_CHANGED = (
    "What bears on this claim, or its count, changed while you were writing. Your text is still in the form: "
    "look at the passages, then save again if you still mean it."
)


def base_verdict(claim: Claim, seen: SeenEvidence) -> None:
    """Store the current statement, passages and count of a claim as the basis of its new verdict.

    Call this function inside the transaction of the act that gives the verdict, after the act has locked the
    claim and set the verdict. Acts on evidence lock the claim too, so nobody can change the passages before
    the transaction ends. Raises `Conflict` if `seen` has a fingerprint that differs from the current one, and
    `WeakClaim` if the claim is called true and its weakness was not seen.
    """
    (counted,) = counted_claims([claim])
    state = _state(counted)
    _must_be_current(state, seen)
    _must_be_seen(_weaknesses(counted), seen)
    _store_passages(_store_basis(claim, state))


def base_same_verdict(claim: Claim, seen: SeenEvidence, statement: str) -> None:
    """Store the basis of the verdict of a claim that was reworded and keeps its verdict.

    `statement` is the statement before the change, which the editor saw. Call this function as described for
    `base_verdict`. It raises the same errors, and `WeakClaim` also if passages or the count changed after the
    last verdict and the editor has not seen this.
    """
    (counted,) = counted_claims([claim])
    state = _state(counted)
    _must_be_current(replace(state, statement=statement), seen)
    _must_be_seen([*_weaknesses(counted), *_changes(counted, state)], seen)
    _store_passages(_store_basis(claim, state))


def _state(counted: CountedClaim) -> ClaimState:
    claim = counted.claim
    return states_of([claim], {claim.pk: counted.standing})[claim.pk]


def _must_be_current(state: ClaimState, seen: SeenEvidence) -> None:
    if seen.fingerprint and seen.fingerprint != state.fingerprint:
        raise Conflict(EVIDENCE_CHANGED)


def _must_be_seen(warnings: Sequence[str], seen: SeenEvidence) -> None:
    if warnings and not seen.weakness:
        raise WeakClaim(warnings)


def _weaknesses(counted: CountedClaim) -> list[str]:
    """Return the weaknesses of a claim that is called true. The list is empty for any other verdict."""
    if counted.claim.verdict not in CALLED_TRUE:
        return []
    return counted.weaknesses


def _changes(counted: CountedClaim, state: ClaimState) -> list[str]:
    """Return a list with a phrase about what changed in the passages and the count after the last verdict.

    The list is empty if nothing changed, or if the last verdict has no stored basis.
    """
    judged = counted.verdict_changes.judged
    if judged is None:
        return []
    # The statement was changed by the editor, who knows this.
    changes = changes_since(judged, replace(state, statement=judged.statement))
    if not changes:
        return []
    return [f"has {changes.sentence}"]


def _store_basis(claim: Claim, state: ClaimState) -> VerdictBasis:
    basis = VerdictBasis(
        claim=claim,
        statement=state.statement,
        at_least=state.at_least,
        at_most=state.at_most,
        contradicting=state.contradicting,
    )
    store(basis)
    return basis


def _store_passages(basis: VerdictBasis) -> None:
    standing = Evidence.objects.filter(
        claim=basis.claim, withdrawn_at=None, highlight__withdrawn_at=None
    )
    passages = []
    for item in standing.select_related("highlight").order_by("created_at"):
        passage = BasisPassage(
            basis=basis,
            evidence=item,
            anchor_id=item.highlight.anchor_id,
            relation=item.relation,
        )
        passages.append(passage)
    store_all(passages)
