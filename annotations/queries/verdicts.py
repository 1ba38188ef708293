"""Find what changed in claims after their verdicts.

The number of queries does not depend on the number of claims.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from annotations.logic.counting.standing import EvidenceCount
from annotations.logic.counting.verdict_changes import (
    ChangedPassage,
    ClaimState,
    PassageState,
    VerdictChanges,
    changes_since,
)
from annotations.logic.vocabulary import AnchorState, ClaimStatus, Relation
from annotations.models import BasisPassage, Claim, Evidence, Highlight, VerdictBasis

#: The passages of each claim or basis, by its id. The inner key is the id of the highlight.
Passages = defaultdict[Any, dict[UUID, PassageState]]


@dataclass(frozen=True, slots=True)
class ChangedQuote:
    """A passage that changed after the verdict: its highlight, and how it changed."""

    highlight: Highlight
    changed: ChangedPassage


def changes_since_verdict(
    claims: Iterable[Claim], standing_of: Mapping[UUID, EvidenceCount]
) -> dict[UUID, VerdictChanges]:
    """Return what changed after the verdict of each settled claim, by claim id.

    Claims that are not settled have no entry. `standing_of` holds the current count of each claim. Three
    queries are needed if any claim is settled, else none.
    """
    settled = [claim for claim in claims if claim.status == ClaimStatus.SETTLED]
    if not settled:
        return {}
    judged = _states_judged(settled)
    now = states_of(settled, standing_of)
    return {claim.pk: changes_since(judged.get(claim.pk), now[claim.pk]) for claim in settled}


def states_of(
    claims: Iterable[Claim], standing_of: Mapping[UUID, EvidenceCount]
) -> dict[UUID, ClaimState]:
    """Return the current statement, passages and count of each claim, by claim id, with one query.

    `standing_of` holds the current count of each claim.
    """
    listed = list(claims)
    passages = _passages_now(listed)
    states = {}
    for claim in listed:
        standing = standing_of[claim.pk]
        states[claim.pk] = ClaimState(
            statement=claim.statement,
            passages=passages[claim.pk],
            at_least=standing.sources.at_least,
            at_most=standing.sources.at_most,
            contradicting=standing.opposing.at_least,
        )
    return states


def changed_quotes(changes: VerdictChanges) -> list[ChangedQuote]:
    """Return the passages among `changes`, each with its highlight.

    The list is empty, and no query is needed, if no passage changed.
    """
    if not changes.passages:
        return []
    ids = [changed.highlight for changed in changes.passages]
    highlights = Highlight.objects.select_related("article__outlet").in_bulk(ids)
    return [ChangedQuote(highlights[changed.highlight], changed) for changed in changes.passages]


def _states_judged(claims: Iterable[Claim]) -> dict[UUID, ClaimState]:
    """Return the statement, passages and count of each claim at its newest verdict, by claim id.

    Claims whose verdict has no stored basis have no entry.
    """
    # Later rows replace earlier ones in the dict.
    bases = {
        basis.claim_id: basis
        for basis in VerdictBasis.objects.filter(claim__in=claims).order_by("pk")
    }
    passages = _passages_judged(bases.values())
    states = {}
    for claim, basis in bases.items():
        states[claim] = ClaimState(
            statement=basis.statement,
            passages=passages[basis.pk],
            at_least=basis.at_least,
            at_most=basis.at_most,
            contradicting=basis.contradicting,
        )
    return states


def _passages_now(claims: Iterable[Claim]) -> Passages:
    standing = Evidence.objects.filter(
        claim__in=claims, withdrawn_at=None, highlight__withdrawn_at=None
    )
    rows = standing.order_by("created_at").values_list(
        "claim_id",
        "highlight_id",
        "relation",
        "highlight__anchor__quote",
        "highlight__anchor__state",
    )
    return _by_owner(rows)


def _passages_judged(bases: Iterable[VerdictBasis]) -> Passages:
    judged = BasisPassage.objects.filter(basis__in=bases)
    rows = judged.order_by("pk").values_list(
        "basis_id", "evidence__highlight_id", "relation", "anchor__quote", "anchor__state"
    )
    return _by_owner(rows)


def _by_owner(rows: Iterable[tuple[Any, UUID, str, str, str]]) -> Passages:
    """Group passages by the claim or the basis to which they belong.

    A row holds the id of the claim or basis, the id of the highlight, the relation, the words and the state.
    """
    passages: Passages = defaultdict(dict)
    for owner, highlight, relation, quote, state in rows:
        passages[owner][highlight] = PassageState(
            relation=Relation(relation),
            quote=quote,
            lost=state == AnchorState.LOST,
        )
    return passages
