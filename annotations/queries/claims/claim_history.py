"""Read the history of a claim: the lines about the claim itself, its evidence, links, silences, statements
of independence and origins.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Evidence, Link
from newsroom.models import Activity

#: Most lines of the history on the page of a claim.
MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the history of a claim. `reason` is the person's full reason, or empty if none was
    given.
    """

    line: Activity
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimHistory:
    """The newest lines of the history of a claim. `decisions` holds them, oldest first.

    `earlier` is the number of older lines that are left out.
    """

    decisions: list[Decision]
    earlier: int


def claim_history(claim: Claim, evidence: Sequence[Evidence]) -> ClaimHistory:
    """Return the newest lines of the history about the claim and everything that bears on it, oldest first.

    That is its evidence, links, silences, statements of independence, and the origins of the articles of
    `evidence`. Lines about withdrawn rows are included, because a withdrawal is a decision too. If there are
    more than `MOST_LINES`, the oldest lines are left out.
    """
    concerning = _lines_concerning(claim, evidence)
    # One more line than needed shows whether older lines exist, so that they are counted only then.
    newest = list(concerning.select_related("actor").order_by("-pk")[: MOST_LINES + 1])
    earlier = 0
    if len(newest) > MOST_LINES:
        earlier = concerning.count() - MOST_LINES
    last_lines = newest[:MOST_LINES]
    return ClaimHistory(
        [Decision(line, _reason_of(line)) for line in reversed(last_lines)], earlier
    )


def _lines_concerning(claim: Claim, evidence: Iterable[Evidence]) -> QuerySet[Activity]:
    """Return the lines of the history about the claim and everything that bears on it, in no set order.

    That is its evidence, silences and statements of independence, also withdrawn ones, the links that
    contradict one of its passages, and the origins of the articles of `evidence`.
    """
    origins: set[UUID] = set()
    for evidence_item in evidence:
        origins.update(origin.pk for origin in evidence_item.highlight.article.origins.all())

    passages = claim.evidence.values("highlight")
    of_passages = Q(source__in=passages) | Q(target__in=passages)
    contradictions = Link.objects.filter(of_passages, relation=Relation.CONTRADICTS)
    ids_by_noun: dict[str, Iterable[UUID]] = {
        "claim": [claim.pk],
        "evidence": claim.evidence.values_list("pk", flat=True),
        "independence": claim.independences.values_list("pk", flat=True),
        "link": contradictions.values_list("pk", flat=True),
        "silence": claim.silences.values_list("pk", flat=True),
        "origin": origins,
    }
    concerning = Q()
    for noun, ids in ids_by_noun.items():
        concerning |= Q(object_type=noun, object_id__in=[str(pk) for pk in ids])
    return Activity.objects.filter(concerning)


def _reason_of(line: Activity) -> str:
    _, reason = line.changes.get("reason", ("", ""))
    return reason or ""
