"""Test that a verdict becomes a ClaimReview."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from annotations.logic.export.claim_reviews import Appearance, ReviewedClaim, claim_review

CLAIM = ReviewedClaim(
    address="https://desk.example.org/claims/1/",
    desk="https://desk.example.org",
    statement="It rained </script>.",
    verdict="mixed",
    rationale="In *part*.",
    settled_at=datetime(2022, 7, 10, 1, 0, tzinfo=timezone(timedelta(hours=2))),
    appearances=[
        Appearance("https://courier.example.org/rain", "Rain", "Courier", date(2022, 7, 9)),
        Appearance("", "Rain again", "", datetime(2022, 7, 9, 12, 30, tzinfo=UTC)),
    ],
)


def test_a_review_has_what_the_vocabulary_asks_for() -> None:
    assert claim_review(CLAIM) == {
        "@type": "ClaimReview",
        "url": "https://desk.example.org/claims/1/",
        "datePublished": "2022-07-09",
        "claimReviewed": "It rained </script>.",
        "reviewBody": "In *part*.",
        "reviewRating": {"@type": "Rating", "alternateName": "Partly true"},
        "itemReviewed": {
            "@type": "Claim",
            "appearance": [
                {
                    "@type": "NewsArticle",
                    "url": "https://courier.example.org/rain",
                    "headline": "Rain",
                    "publisher": {"@type": "Organization", "name": "Courier"},
                    "datePublished": "2022-07-09",
                },
                {
                    "@type": "NewsArticle",
                    "headline": "Rain again",
                    "datePublished": "2022-07-09T12:30:00+00:00",
                },
            ],
        },
        "author": {"@type": "Organization", "url": "https://desk.example.org"},
    }


def test_without_an_address_of_the_desk_no_author_is_named() -> None:
    assert "author" not in claim_review(replace(CLAIM, desk=""))
