"""Test which possible contradictions of a story are offered."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.judgements.candidates import dismiss_candidate, offer_again
from annotations.actions.judgements.links import LinkJudgement, link_passages
from annotations.logic.finding.dismissals import PassageKey
from annotations.models import Dismissal
from annotations.queries.contradictions import offered_contradictions
from newsroom.models import Article, Story, User
from tests import make
from tests.sample_reports import FIFTEEN, TWELVE

pytestmark = pytest.mark.django_db

NINE = "Nine people died in the explosion in Karo market."


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [
        make.article(TWELVE, story=story, outlet="Post", by=editor),
        make.article(FIFTEEN, story=story, outlet="Times", by=editor),
    ]


def reasons(story: Story, *among: int) -> list[str]:
    return [offer.proposal.reason for offer in offered_contradictions(story, among)]


def test_both_sentences_are_offered_with_their_slots(story: Story, articles: list[Article]) -> None:
    (offer,) = offered_contradictions(story)
    assert (offer.one.article, offer.other.article) == tuple(articles)
    assert (offer.one.before, offer.one.slot) == ("An explosion in the Karo market killed ", "12")
    assert offer.one.after == " people on Monday."
    assert (offer.other.slot, offer.more) == ("15", 0)


def test_articles_of_one_outlet_or_one_origin_are_not_compared(
    story: Story, articles: list[Article], editor: User
) -> None:
    make.article(NINE, story=story, outlet="Post", by=editor)
    assert reasons(story) == ["12 / 15", "15 / Nine"]
    make.origin(*articles, by=editor)
    assert reasons(story) == []


def test_what_is_linked_is_not_offered_again(story: Story, articles: list[Article], editor: User) -> None:
    one = make.highlight(articles[0], "killed 12", by=editor)
    other = make.highlight(articles[1], "15 dead", by=editor)
    link_passages(other, one, LinkJudgement("contradicts", aspect="number"), by=editor)
    assert reasons(story) == []


def test_what_was_dismissed_is_not_offered_again_until_it_is_taken_back(
    story: Story, articles: list[Article], editor: User
) -> None:
    dismiss_candidate(PassageKey(articles[1].pk, FIFTEEN), PassageKey(articles[0].pk, TWELVE), by=editor)
    assert reasons(story) == []
    offer_again(Dismissal.objects.get(), by=editor)
    assert reasons(story) == ["12 / 15"]


def test_a_decision_holds_for_every_pair_that_differs_in_the_same_words(
    story: Story, articles: list[Article], editor: User
) -> None:
    make.article(f"{FIFTEEN} It rained.", story=story, outlet="Herald", by=editor)
    (offer,) = offered_contradictions(story)
    assert offer.more == 1
    dismiss_candidate(PassageKey(articles[0].pk, TWELVE), PassageKey(articles[1].pk, FIFTEEN), by=editor)
    assert reasons(story) == []


def test_only_the_articles_asked_for_are_compared(
    story: Story, articles: list[Article], editor: User
) -> None:
    third = make.article(NINE, story=story, outlet="Herald", by=editor)
    assert len(reasons(story)) == 3
    assert reasons(story, articles[0].pk, third.pk) == ["12 / Nine"]


def test_a_newer_revision_is_compared_as_it_reads_now(
    story: Story, articles: list[Article], editor: User
) -> None:
    assert reasons(story) == ["12 / 15"]
    make.revision(articles[1], TWELVE.replace("An", "The"), by=editor)
    assert reasons(story) == []


def test_offers_take_the_same_queries_however_many_articles(
    story: Story, articles: list[Article], editor: User
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            offered_contradictions(story)
        return len(queries)

    def add_article() -> None:
        number = make.number()
        make.article(f"{NINE} Note {number}.", story=story, outlet=f"Outlet {number}", by=editor)

    add_article()
    few = asked()
    for _ in range(4):
        add_article()
    assert asked() == few
    # The second call uses the cache.
    assert asked() < few
