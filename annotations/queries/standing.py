"""What claims stand on, for any number of claims in two queries."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from annotations.logic.counting.independence import CitedPassage, Standing, count, source
from annotations.logic.vocabulary import AnchorState, Relation
from annotations.models import Claim, Evidence, Provenance


def standings(claims: Iterable[Claim]) -> dict[UUID, Standing]:
    """The standing of each claim, by its id.

    What was withdrawn or lost, projections and rejected origins do not count.
    """
    wanted = [claim.pk for claim in claims]
    counting = standing_evidence().filter(claim__in=wanted, highlight__projected_from=None)
    passage = ("highlight__article_id", "highlight__article__outlet__name", "highlight__attribution")
    rows = list(counting.values_list("claim_id", "relation", *passage))
    origins = _origins({article for _, _, article, _, _ in rows})
    vouchers: dict[UUID, list[CitedPassage]] = defaultdict(list)
    for claim, relation, article, outlet, speaker in rows:
        vouchers[claim].append(
            CitedPassage(Relation(relation), article, outlet or "", origins[article], speaker)
        )
    return {claim: count(vouchers[claim]) for claim in wanted}


def standing_evidence() -> QuerySet[Evidence]:
    """Evidence whose passage stands, and stands in the newest revision of its article."""
    standing = Evidence.objects.filter(withdrawn_at=None, highlight__withdrawn_at=None)
    return standing.exclude(highlight__anchor__state=AnchorState.LOST)


def _origins(articles: set[int]) -> defaultdict[int, frozenset[str]]:
    """The standing origins of each article, by what they are counted by."""
    gathered: dict[int, set[str]] = defaultdict(set)
    standing = Provenance.objects.filter(article__in=articles).exclude(origin__state="rejected")
    for article, name in standing.values_list("article_id", "origin__name"):
        gathered[article].add(source(name))
    return defaultdict(frozenset, {article: frozenset(found) for article, found in gathered.items()})
