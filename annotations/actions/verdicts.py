"""Store what a verdict was based on."""

from annotations.logic.counting.verdict_changes import ClaimState
from annotations.models import BasisPassage, Claim, Evidence, VerdictBasis
from annotations.queries.standing import standings
from annotations.queries.verdicts import states_of
from newsroom.actions.storing import store, store_all
from newsroom.errors import Conflict

EVIDENCE_CHANGED = (
    "What bears on this claim, or its count, changed while you were writing. Your text is still in the form: "
    "look at the passages, then save again if you still mean it."
)


def keep_basis(claim: Claim, *, seen: str = "") -> None:
    """Store the current statement, passages and count of a claim as the basis of its verdict.

    Call this function inside the transaction of the act that gives the verdict, after the act has locked the
    claim. Acts on evidence lock the claim too, so nobody can change the passages before the transaction ends.
    `seen` is the fingerprint of the statement, passages and count that the page showed to the person, or
    empty. Raises `Conflict` if `seen` is given and differs from the current fingerprint.
    """
    state = states_of([claim], standings([claim]))[claim.pk]
    if seen and seen != state.fingerprint:
        raise Conflict(EVIDENCE_CHANGED)
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
