"""What claims stand on, as it is read from the rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.origins import decide_origin
from annotations.models import Claim
from annotations.queries.standing import counted_claims
from newsroom.models import Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(editor: User) -> Story:
    return make.story(by=editor)


@pytest.fixture
def claim(story: Story, editor: User) -> Claim:
    return make.claim(story, by=editor)


@pytest.fixture
def articles(story: Story, claim: Claim, editor: User) -> list[Article]:
    """Two articles that corroborate the claim."""
    articles = []
    for outlet in ("Post", "Times"):
        article = make.article("Rain fell on Bali.", story=story, outlet=outlet, by=editor)
        make.evidence(claim, make.highlight(article, "Rain", by=editor), by=editor)
        articles.append(article)
    return articles


def origins_of(claim: Claim) -> int:
    (counted,) = counted_claims([claim])
    return counted.standing.independent_origins


def test_two_articles_of_one_origin_count_once(claim: Claim, articles: list[Article], editor: User) -> None:
    assert origins_of(claim) == 2
    origin = make.origin(*articles, by=editor)
    assert origins_of(claim) == 1
    decide_origin(origin, "rejected", reason="Each had a reporter there.", by=editor)
    assert origins_of(claim) == 2


def test_withdrawn_evidence_does_not_count(claim: Claim, articles: list[Article], editor: User) -> None:
    withdraw_evidence(claim.evidence.first(), by=editor)
    assert origins_of(claim) == 1


def test_a_lost_passage_does_not_count_and_asks_for_attention(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    make.revision(articles[0], "Grain ships wait in the harbour.", by=editor)
    (counted,) = counted_claims([claim])
    assert counted.rests_on_one_origin
    assert (counted.attention.changed, counted.attention.lost) == (0, 1)


def test_a_claim_without_evidence_stands_on_nothing(claim: Claim) -> None:
    (counted,) = counted_claims([claim])
    assert (counted.standing.passages, counted.contradicted, counted.settled) == (0, False, False)
    assert not counted.attention


def test_claims_are_counted_in_as_many_queries_however_many(
    story: Story, claim: Claim, articles: list[Article], editor: User
) -> None:
    def asked(claims: list[Claim]) -> int:
        with CaptureQueriesContext(connection) as queries:
            counted_claims(claims)
        return len(queries)

    more = [make.claim(story, by=editor) for _ in range(3)]
    for other in more:
        make.evidence(other, make.highlight(articles[0], by=editor), by=editor)
    assert asked([claim]) == asked([claim, *more])
