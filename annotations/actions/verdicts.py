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
from newsroom.models import Activity, Subject

EVIDENCE_CHANGED = (
    "What bears on this claim, or its count, changed while you were writing. Your text is still in the form: "
    "look at the passages, then save again if you still mean it."
)

BASIS_UNKNOWN = (
    "It is not known on what the earlier verdict was given, so it is not given back. "
    "Settle the claim again."
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


def base_earlier_verdict(claim: Claim) -> None:
    """Make the basis of a verdict that was given back to `claim` the newest one again.

    `settled_at` of the claim is the time of this verdict. Rows never change, so the basis is stored again
    unless it is the newest one already. Raises `Conflict` if the claim has a basis, but none that is known to
    be that of this verdict.
    """
    bases = claim.verdict_bases.order_by("pk")
    newest = bases.last()
    # Claims that were settled before verdicts had a basis have none to store again.
    if newest is None:
        return
    basis = _basis_given_at(claim, str(claim.settled_at))
    if basis is None:
        raise Conflict(BASIS_UNKNOWN)
    if basis == newest:
        return

    copy = _copied_basis(basis)
    passages = []
    for passage in basis.passages.all():
        copied_passage = BasisPassage(
            basis=copy,
            evidence_id=passage.evidence_id,
            anchor_id=passage.anchor_id,
            relation=passage.relation,
        )
        passages.append(copied_passage)
    store_all(passages)


def _basis_given_at(claim: Claim, settled_at: str) -> VerdictBasis | None:
    """Return the basis that was stored with the verdict of the time `settled_at`, or None if it is not
    known. `settled_at` is written as in the history.
    """
    lines = Activity.objects.filter(object_type=Subject.CLAIM, object_id=str(claim.pk))
    decisions = lines.filter(changes__has_key="settled_at").order_by("pk")
    giving = decisions.filter(changes__settled_at__1=settled_at).first()
    if giving is None:
        return None
    # The verdict locks the claim, writes its line and then its basis. The next decision comes after both.
    bases = claim.verdict_bases.filter(created_at__gte=giving.at)
    following = decisions.filter(pk__gt=giving.pk).first()
    if following is not None:
        bases = bases.filter(created_at__lt=following.at)
    return bases.order_by("pk").first()


def _copied_basis(basis: VerdictBasis) -> VerdictBasis:
    copy = VerdictBasis(
        claim_id=basis.claim_id,
        statement=basis.statement,
        at_least=basis.at_least,
        at_most=basis.at_most,
        contradicting=basis.contradicting,
    )
    store(copy)
    return copy


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
