"""Check what the editor has seen before a verdict is given, and store what the verdict is based on."""

from annotations.logic.counting.verdict_changes import ClaimState, SeenEvidence
from annotations.logic.counting.weaknesses import CALLED_TRUE, WeakClaim
from annotations.models import BasisPassage, Claim, Evidence, VerdictBasis
from annotations.queries.standing import counted_claims, standings
from annotations.queries.verdicts import states_of
from newsroom.actions.storing import store, store_all
from newsroom.errors import Conflict

EVIDENCE_CHANGED = (
    "What bears on this claim, or its count, changed while you were writing. Your text is still in the form: "
    "look at the passages, then save again if you still mean it."
)


def must_be_seen(claim: Claim, seen: SeenEvidence) -> None:
    """Raise an error if the editor has not seen what the claim rests on now.

    Call this function after the verdict is set, inside the transaction of the act that gives it. Raises
    `Conflict` if `seen` has a fingerprint that differs from the current one, and `WeakClaim` if the claim is
    called true and its weakness was not seen.
    """
    (counted,) = counted_claims([claim])
    state = states_of([claim], {claim.pk: counted.standing})[claim.pk]
    if seen.fingerprint and seen.fingerprint != state.fingerprint:
        raise Conflict(EVIDENCE_CHANGED)
    if claim.verdict in CALLED_TRUE and counted.weaknesses and not seen.weakness:
        raise WeakClaim(counted.weaknesses)


def keep_basis(claim: Claim) -> None:
    """Store the current statement, passages and count of a claim as the basis of its verdict.

    Call this function inside the transaction of the act that gives the verdict, after the act has locked the
    claim. Acts on evidence lock the claim too, so nobody can change the passages before the transaction ends.
    """
    state = states_of([claim], standings([claim]))[claim.pk]
    basis = _store_basis(claim, state)
    _store_passages(basis)


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
