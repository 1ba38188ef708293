"""Write verdicts as ClaimReview of schema.org (https://schema.org/ClaimReview), as JSON-LD."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from annotations.logic.vocabulary import Verdict

CONTEXT = "https://schema.org"


@dataclass(frozen=True, slots=True)
class Appearance:
    """An article in which a claim appears. What is unknown is empty or None."""

    url: str
    headline: str
    outlet: str
    published: date | None


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim with a verdict. `address` is that of its page, and `desk` that of the desk, or empty."""

    address: str
    desk: str
    statement: str
    verdict: str
    rationale: str
    settled_at: datetime
    appearances: Sequence[Appearance]


def claim_review(claim: ReviewedClaim) -> dict[str, Any]:
    """Return the review of a claim. It names no person of the desk.

    The rating is a word. It has no number, because the verdicts stand on no scale: “misleading” is neither
    more nor less true than “partly true”.
    """
    review = {
        "@type": "ClaimReview",
        "url": claim.address,
        "datePublished": claim.settled_at.astimezone(UTC).date().isoformat(),
        "claimReviewed": claim.statement,
        "reviewBody": claim.rationale,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": Verdict(claim.verdict).label,
        },
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [_appearance(each) for each in claim.appearances],
        },
    }
    # A command does not know at which address the desk is served.
    if claim.desk:
        review["author"] = {"@type": "Organization", "url": claim.desk}
    return review


def _appearance(appearance: Appearance) -> dict[str, Any]:
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "url": appearance.url,
        "headline": appearance.headline,
    }
    # An empty name would be an organisation that is called nothing.
    if appearance.outlet:
        article["publisher"] = {"@type": "Organization", "name": appearance.outlet}
    if appearance.published:
        article["datePublished"] = appearance.published.isoformat()
    return {name: value for name, value in article.items() if value}
