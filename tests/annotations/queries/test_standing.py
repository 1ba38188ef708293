"""Test the counts of claims that are read from the rows of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.origins import decide_origin
from annotations.actions.passages.reviewing import confirm_anchor
from annotations.actions.passages.tellers import name_teller
from annotations.logic.counting.chains import Bounds
from annotations.models import Claim, Origin
from annotations.queries.standing import counted_claims
from newsroom.actions.outlets import set_owner
from newsroom.models import Article, OutletAlias, Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(story: Story, editor: User) -> Claim:
    return make.claim(story, by=editor)


@pytest.fixture
def articles(story: Story, claim: Claim, editor: User) -> list[Article]:
    """Return two articles that corroborate the claim."""
    articles = []
    for outlet in ("Post", "Times"):
        article = make.article("Rain fell on Bali.", story=story, outlet=outlet, by=editor)
        make.evidence(claim, make.highlight(article, "Rain", by=editor), by=editor)
        articles.append(article)
    return articles


def sources_of(claim: Claim) -> Bounds:
    (counted,) = counted_claims([claim])
    return counted.standing.sources


def test_two_articles_of_one_origin_count_once(claim: Claim, articles: list[Article], editor: User) -> None:
    assert sources_of(claim) == Bounds(2, 2)
    origin = make.origin(*articles, by=editor)
    assert sources_of(claim) == Bounds(1, 2)
    decide_origin(origin, "confirmed", reason="The same wire text.", by=editor)
    assert sources_of(claim) == Bounds(1, 1)
    decide_origin(origin, "rejected", reason="Each had a reporter there.", by=editor)
    assert sources_of(claim) == Bounds(2, 2)


def test_two_reports_of_one_outlet_are_one_source(claim: Claim, story: Story, editor: User) -> None:
    for text in ("Rain fell on Bali.", "It rained on Bali all day."):
        article = make.article(text, story=story, outlet="Post", by=editor)
        make.evidence(claim, make.highlight(article, by=editor), by=editor)
    assert sources_of(claim) == Bounds(1, 1)


def test_outlets_of_one_owner_are_one_source(claim: Claim, articles: list[Article]) -> None:
    curator = make.user(UserRole.CURATOR)
    owner = make.article(outlet="Nord Media").outlet
    for article in articles:
        set_owner(article.outlet, owner=owner, by=curator)
    assert sources_of(claim) == Bounds(1, 1)


def test_an_origin_of_an_outlets_other_name_is_that_outlet(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    post, times = articles
    OutletAlias.objects.create(outlet=post.outlet, word="Post Online")
    origin = make.origin(times, name="POST online", by=editor)
    decide_origin(origin, "confirmed", reason="It says so.", by=editor)
    assert sources_of(claim) == Bounds(1, 1)


def test_a_guessed_teller_makes_a_range_until_a_person_confirmed_it(
    claim: Claim, story: Story, editor: User
) -> None:
    own = make.article("The bridge fell.", story=story, outlet="Kyodo", by=editor)
    make.evidence(claim, make.highlight(own, by=editor), by=editor)
    citing = make.article("It fell at nine, Kyodo reported.", story=story, outlet="Echo", by=editor)
    passage = make.highlight(citing, by=editor)
    make.evidence(claim, passage, by=editor)
    assert sources_of(claim) == Bounds(1, 2)
    name_teller(passage, "Kyodo", version=1, by=editor)
    assert sources_of(claim) == Bounds(1, 1)
    name_teller(passage, "", version=2, by=editor)
    assert sources_of(claim) == Bounds(2, 2)


def test_a_teller_whom_the_text_does_not_name_adds_nothing_to_the_lower_bound(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    passage = claim.evidence.first().highlight
    name_teller(passage, "?", version=1, by=editor)
    assert sources_of(claim) == Bounds(1, 2)


def test_a_passage_that_a_newer_revision_changed_is_in_doubt_until_somebody_reviewed_it(
    claim: Claim, story: Story, editor: User
) -> None:
    article = make.article(
        "The envoy left the hall at noon on Friday, staff said.", story=story, outlet="Post", by=editor
    )
    highlight = make.highlight(article, "The envoy left the hall at noon on Friday", by=editor)
    make.evidence(claim, highlight, by=editor)
    make.revision(article, "The envoy left the hall at one on Friday, staff said.", by=editor)
    assert sources_of(claim) == Bounds(0, 1, in_doubt=1)
    highlight.refresh_from_db()
    confirm_anchor(highlight.pk, highlight.anchor.pk, by=editor)
    assert sources_of(claim) == Bounds(1, 1)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        (
            "The quarry has closed, Kyodo reported on Monday.\n\nSome forty workers lose their jobs.",
            "Some forty workers lose their jobs",
        ),
        (
            "Der Steinbruch schließt, wie Kyodo meldet.\n\nVierzig Menschen verlieren ihre Stelle.",
            "Vierzig Menschen verlieren ihre Stelle",
        ),
        (
            "La carrière ferme ses portes, rapporte Kyodo.\n\nQuarante personnes perdent leur emploi.",
            "Quarante personnes perdent leur emploi",
        ),
    ],
)
def test_a_rewrite_or_a_translation_that_credits_its_source_may_draw_on_it_and_is_no_copy(
    story: Story, claim: Claim, editor: User, text: str, passage: str
) -> None:
    source = make.article("A quarry has shut. Forty people lose their jobs.", story=story, outlet="Kyodo")
    make.evidence(claim, make.highlight(source, "Forty people lose their jobs", by=editor), by=editor)
    rewrite = make.article(text, story=story, outlet="Hill Tribune", by=editor)
    drawn = make.highlight(rewrite, passage, by=editor)
    make.evidence(claim, drawn, by=editor)
    assert (drawn.teller, drawn.teller_guessed, Origin.objects.get().kind) == ("Kyodo", True, "credit")
    assert sources_of(claim) == Bounds(1, 2)
    name_teller(drawn, "Kyodo", version=1, by=editor)
    assert sources_of(claim) == Bounds(1, 1)


def test_withdrawn_evidence_does_not_count(claim: Claim, articles: list[Article], editor: User) -> None:
    withdraw_evidence(claim.evidence.first(), by=editor)
    assert sources_of(claim) == Bounds(1, 1)


def test_a_lost_passage_does_not_count_and_asks_for_attention(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    make.revision(articles[0], "Grain ships wait in the harbour.", by=editor)
    (counted,) = counted_claims([claim])
    assert counted.weaknesses == ["rests on one source: Times"]
    assert counted.falls_if == "If Times is wrong, nothing corroborates it."
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
