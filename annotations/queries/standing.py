"""Count the independent sources of claims. The number of queries does not depend on the number of claims."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from annotations.logic.counting.chains import Chain
from annotations.logic.counting.claims import Attention
from annotations.logic.counting.desk_chains import PassageProvenance, desk_chain
from annotations.logic.counting.pillars import pillars
from annotations.logic.counting.standing import CitedPassage, EvidenceCount, count
from annotations.logic.counting.verdict_changes import VerdictChanges
from annotations.logic.counting.weaknesses import weaknesses
from annotations.logic.sources.families import OutletFamilies
from annotations.logic.sources.telling.teller_guess import teller_names
from annotations.logic.vocabulary import AnchorState, ClaimStatus, Relation
from annotations.models import Claim, Evidence, Independence
from annotations.queries.counting.chains import families_of, origins_by_article
from annotations.queries.reviewing import attention
from annotations.queries.verdicts import changes_since_verdict

_READ = (
    "claim_id",
    "relation",
    "highlight__article_id",
    "highlight__article__outlet__name",
    "highlight__attribution",
    "highlight__teller",
    "highlight__teller_guessed",
    "highlight__anchor__state",
)


@dataclass(frozen=True, slots=True)
class CountedClaim:
    """A claim with the count of its sources (`standing`).

    `attention` is the number of its passages that newer revisions changed or lost. `verdict_changes` says
    what changed after the verdict; it is empty if the claim is not settled. `families` gives the names of the
    counted sources. `independences` are the statements of independence for the claim.
    """

    claim: Claim
    standing: EvidenceCount
    attention: Attention
    verdict_changes: VerdictChanges
    families: OutletFamilies = field(default_factory=OutletFamilies, compare=False)
    independences: list[Independence] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        return self.claim.status == ClaimStatus.SETTLED

    @property
    def contradicted(self) -> bool:
        return bool(self.standing.contradicting)

    @property
    def weaknesses(self) -> list[str]:
        """Return phrases that say on what alone the claim depends, such as “rests on one source: Kyodo”.

        The list is empty if the claim depends on no single source or voice.
        """
        return weaknesses(self.standing, self.families.label)

    @property
    def falls_if(self) -> str:
        """Return a sentence that names the fewest sources and voices without which nothing corroborates it.

        An example is “If AFP and Ana Berg are wrong, nothing corroborates it.” It is empty if nothing does.
        """
        return pillars(self.standing.backings).sentence(self.families.label)


def counted_claims(claims: Iterable[Claim]) -> list[CountedClaim]:
    """Return the claims in the given order, each with the count of its sources."""
    listed = list(claims)
    statements = _independences(listed)
    families, standing_of = _standings(listed, statements)
    attention_of = attention(listed)
    changes_of = changes_since_verdict(listed, standing_of)
    return [
        CountedClaim(
            claim=claim,
            standing=standing_of[claim.pk],
            attention=attention_of.get(claim.pk, Attention()),
            verdict_changes=changes_of.get(claim.pk, VerdictChanges()),
            families=families,
            independences=statements[claim.pk],
        )
        for claim in listed
    ]


def standings(claims: Iterable[Claim]) -> dict[UUID, EvidenceCount]:
    """Return the count of the sources of each claim, by claim id.

    Withdrawn evidence, lost passages, projections and rejected origins do not count.
    """
    listed = list(claims)
    _, standing_of = _standings(listed, _independences(listed))
    return standing_of


def standing_evidence() -> QuerySet[Evidence]:
    """Return the evidence that is not withdrawn and whose passage is neither withdrawn nor lost."""
    standing = Evidence.objects.filter(withdrawn_at=None, highlight__withdrawn_at=None)
    return standing.exclude(highlight__anchor__state=AnchorState.LOST)


def _independences(claims: list[Claim]) -> defaultdict[UUID, list[Independence]]:
    """Return the statements of independence for each claim, by claim id, with one query.

    Withdrawn statements are left out. A claim without statements has an empty list.
    """
    related = ("first__outlet", "second__outlet", "created_by")
    # The texts of the articles are not in these rows.
    standing = Independence.objects.filter(claim__in=claims, withdrawn_at=None)
    statements: defaultdict[UUID, list[Independence]] = defaultdict(list)
    for statement in standing.select_related(*related):
        statements[statement.claim_id].append(statement)
    return statements


def _standings(
    claims: list[Claim], statements: Mapping[UUID, list[Independence]]
) -> tuple[OutletFamilies, dict[UUID, EvidenceCount]]:
    """Return the families of the outlets, and the count of each claim by claim id, with three queries.

    `statements` holds the statements of independence by claim id.
    """
    wanted = [claim.pk for claim in claims]
    counting = standing_evidence().filter(claim__in=wanted, highlight__projected_from=None)
    rows = list(counting.values_list(*_READ))
    origins_of = origins_by_article({article for _, _, article, *_ in rows})
    names = {teller for *_, tellers, _, _ in rows for teller in teller_names(tellers)}
    for origins in origins_of.values():
        names |= origins.names
    families = families_of(names)

    # Many passages are in the same article and have the same chain, so each chain is made once.
    chain_of: dict[PassageProvenance, Chain] = {}
    passages: dict[UUID, list[CitedPassage]] = defaultdict(list)
    for claim, relation, article, outlet, speaker, teller, teller_guessed, state in rows:
        origins = origins_of[article]
        provenance = PassageProvenance(
            outlet=outlet or "",
            confirmed=origins.confirmed,
            proposed=origins.proposed,
            teller=teller,
            teller_guessed=teller_guessed,
        )
        if provenance not in chain_of:
            chain_of[provenance] = desk_chain(provenance, families)
        passage = CitedPassage(
            relation=Relation(relation),
            article=article,
            chain=chain_of[provenance],
            outlet=outlet or "",
            speaker=speaker,
            in_doubt=state == AnchorState.CHANGED,
        )
        passages[claim].append(passage)
    standing_of = {}
    for claim in wanted:
        standing_of[claim] = count(passages[claim], _pairs(statements.get(claim, [])))
    return families, standing_of


def _pairs(statements: Iterable[Independence]) -> set[frozenset[int]]:
    """Return the pairs of article ids that the statements declare to be independent."""
    return {frozenset({statement.first_id, statement.second_id}) for statement in statements}
