"""Write the verdicts that the desk has marked as public as ClaimReview."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import IO, Any
from uuid import UUID

from django.db.models import F

from annotations.logic.export.claim_reviews import (
    CONTEXT,
    Appearance,
    ReviewedClaim,
    claim_review,
)
from annotations.logic.export.json_lists import json_list
from annotations.logic.export.packing import encoded
from annotations.logic.vocabulary import SAYING_SO, ClaimStatus
from annotations.models import Claim, Evidence
from annotations.queries.exports.filters import filtered_rows
from annotations.queries.exports.lookups import day_or_time
from newsroom.models import Article

_AT_ONCE = 500


def write_claim_reviews(file: IO[bytes], filters: Mapping[str, str], base: str) -> None:
    """Write the public verdicts among the claims that the filters select, as one document of JSON-LD.

    `base` is the start of addresses. Raises `Invalid` if a filter is not valid.
    """
    # The list may be long, so the object around it is written by hand.
    parts = json_list(_reviews(filters, base))
    file.write(f'{{"@context": {json.dumps(CONTEXT)}, "@graph": '.encode())
    file.writelines(encoded(parts))
    file.write(b"}\n")


def _reviews(filters: Mapping[str, str], base: str) -> Iterator[dict[str, Any]]:
    # A mark counts for the verdict that had it, and not for one that followed.
    public = filtered_rows(Claim, filters).filter(
        status=ClaimStatus.SETTLED,
        public_verdict_at=F("settled_at"),
    )
    iterator = public.iterator(chunk_size=_AT_ONCE)
    while claims := list(islice(iterator, _AT_ONCE)):
        appearances = _appearances([claim.pk for claim in claims])
        for claim in claims:
            reviewed = ReviewedClaim(
                address=f"{base}{claim.get_absolute_url()}",
                desk=base,
                statement=claim.statement,
                verdict=claim.verdict,
                rationale=claim.rationale,
                settled_at=claim.settled_at,
                appearances=appearances.get(claim.pk, []),
            )
            yield claim_review(reviewed)


def _appearances(claims: Iterable[UUID]) -> dict[UUID, list[Appearance]]:
    """Return the articles whose passages say the same as each claim, by claim id, each article once."""
    evidence = (
        Evidence.objects.filter(
            claim__in=claims,
            relation__in=SAYING_SO,
            withdrawn_at=None,
            highlight__withdrawn_at=None,
        )
        .select_related("highlight__article__outlet", "highlight__article__current")
        .defer(
            "highlight__article__current__text",
            "highlight__article__current__blocks",
            "highlight__article__current__marks",
        )
        .order_by("created_at", "pk")
    )
    articles: dict[UUID, dict[int, Appearance]] = {}
    for item in evidence:
        article = item.highlight.article
        # A dict keeps the order of the evidence, and each article once.
        of_claim = articles.setdefault(item.claim_id, {})
        of_claim[article.pk] = _appearance(article)
    return {claim: list(of_claim.values()) for claim, of_claim in articles.items()}


def _appearance(article: Article) -> Appearance:
    revision = article.current
    # Not every article has a known outlet.
    outlet = ""
    if article.outlet:
        outlet = article.outlet.name
    return Appearance(
        url=revision.url,
        headline=revision.headline or article.title,
        outlet=outlet,
        published=day_or_time(revision.published_at, revision.published_on_day),
    )
