"""Count the independent sources of claims. The number of queries does not depend on the number of claims."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from annotations.logic.counting.claims import Attention
from annotations.logic.counting.independence import CitedPassage, Standing, count, source
from annotations.logic.counting.verdict_changes import VerdictChanges
from annotations.logic.vocabulary import AnchorState, ClaimStatus, OriginState, Relation
from annotations.models import Claim, Evidence, Provenance
from annotations.queries.reviewing import attention
from annotations.queries.verdicts import changes_since_verdict


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A claim with its count, and with the number of passages that newer revisions changed or lost.

    `verdict_changes` says what changed since the verdict, if the claim is settled.
    """

    claim: Claim
    standing: Standing
    attention: Attention
    verdict_changes: VerdictChanges

    @property
    def settled(self) -> bool:
        return self.claim.status == ClaimStatus.SETTLED

    @property
    def contradicted(self) -> bool:
        return bool(self.standing.contradicting)

    @property
    def rests_on_one_origin(self) -> bool:
        return self.standing.independent_origins == 1


def counted_claims(claims: Iterable[Claim]) -> list[CountedClaim]:
    """Return the claims in the given order, each with its count."""
    listed = list(claims)
    standing_of = standings(listed)
    attention_of = attention(listed)
    changes_of = changes_since_verdict(listed, standing_of)
    return [
        CountedClaim(
            claim=claim,
            standing=standing_of[claim.pk],
            attention=attention_of.get(claim.pk, Attention()),
            verdict_changes=changes_of.get(claim.pk, VerdictChanges()),
        )
        for claim in listed
    ]


def standings(claims: Iterable[Claim]) -> dict[UUID, Standing]:
    """Return the count of each claim, by the id of the claim.

    Withdrawn evidence, lost passages, projections and rejected origins do not count.
    """
    wanted = [claim.pk for claim in claims]
    counting = standing_evidence().filter(claim__in=wanted, highlight__projected_from=None)
    rows = list(
        counting.values_list(
            "claim_id",
            "relation",
            "highlight__article_id",
            "highlight__article__outlet__name",
            "highlight__attribution",
        )
    )
    articles = {article for _, _, article, _, _ in rows}
    origins_of = _standing_origins(articles)

    passages: dict[UUID, list[CitedPassage]] = defaultdict(list)
    for claim, relation, article, outlet, speaker in rows:
        passage = CitedPassage(
            relation=Relation(relation),
            article=article,
            outlet=outlet or "",
            origins=frozenset(origins_of[article]),
            speaker=speaker,
        )
        passages[claim].append(passage)
    return {claim: count(passages[claim]) for claim in wanted}


def standing_evidence() -> QuerySet[Evidence]:
    """Return the evidence that is not withdrawn and whose passage is neither withdrawn nor lost."""
    standing = Evidence.objects.filter(withdrawn_at=None, highlight__withdrawn_at=None)
    return standing.exclude(highlight__anchor__state=AnchorState.LOST)


def _standing_origins(articles: set[int]) -> defaultdict[int, set[str]]:
    """Return for each article the keys of its origins, without rejected origins."""
    standing = Provenance.objects.filter(article__in=articles).exclude(
        origin__state=OriginState.REJECTED
    )
    origins: defaultdict[int, set[str]] = defaultdict(set)
    for article, name in standing.values_list("article_id", "origin__name"):
        origins[article].add(source(name))
    return origins
