"""The history of one claim: who decided what about it and about all that bears on it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from annotations.models import Claim, Evidence, Link, Silence
from newsroom.models import Activity

#: Lines of the history on a claim's page.
MOST_LINES = 200


def claim_history(
    claim: Claim,
    evidence: Sequence[Evidence],
    links: Iterable[Link],
    silences: Iterable[Silence],
) -> list[Activity]:
    """Return the lines of the history that concern the claim, the oldest first.

    If there are more than `MOST_LINES`, the oldest are left out.
    """
    origins: set[UUID] = set()
    for item in evidence:
        origins.update(origin.pk for origin in item.highlight.article.origins.all())

    ids_by_noun: dict[str, Iterable[UUID]] = {
        "claim": [claim.pk],
        # Evidence that was withdrawn has its lines too.
        "evidence": claim.evidence.values_list("pk", flat=True),
        "link": [link.pk for link in links],
        "silence": [silence.pk for silence in silences],
        "origin": origins,
    }
    concerning = Q()
    for noun, ids in ids_by_noun.items():
        concerning |= Q(object_type=noun, object_id__in=[str(pk) for pk in ids])
    lines = Activity.objects.filter(concerning).select_related("actor").order_by("-pk")
    newest = list(lines[:MOST_LINES])
    return newest[::-1]
