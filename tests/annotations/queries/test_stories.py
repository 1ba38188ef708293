"""Test what the pages of stories show."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.models import Claim
from annotations.queries.standing import counted_claims
from annotations.queries.stories import (
    StoryCounts,
    articles_not_in,
    listed_articles,
    progress,
    recent_activity,
    stories,
    to_do,
)
from newsroom.models import Article, Story, User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article(story=story, outlet="Post", by=editor)


@pytest.fixture
def contradicted(story: Story, article: Article, editor: User) -> Claim:
    claim = make.claim(story, by=editor)
    make.evidence(claim, make.highlight(article, by=editor), "contradicts", by=editor)
    return claim


def test_an_empty_story_is_listed_with_nothing_in_it(story: Story) -> None:
    assert [(line.story, line.counts) for line in stories()] == [(story, StoryCounts())]


def test_articles_are_listed_with_origins_and_standing_highlights(
    story: Story, article: Article, editor: User
) -> None:
    make.highlight(article, by=editor)
    origin = make.origin(article, by=editor)
    (line,) = listed_articles(story)
    assert (line.article, line.origins, line.highlights) == (article, [origin], 1)


def test_what_is_settled_is_no_open_contradiction(story: Story, contradicted: Claim, editor: User) -> None:
    def far(claim: Claim) -> tuple[int, int, int]:
        reached = progress(counted_claims([claim]))
        return reached.claims, reached.settled, reached.contradictions

    assert far(contradicted) == (1, 0, 1)
    settle_claim(contradicted, "false", "Nobody saw it.", version=1, by=editor)
    contradicted.refresh_from_db()
    assert far(contradicted) == (1, 1, 0)


def test_a_claim_on_one_source_is_left_to_do(story: Story, article: Article, editor: User) -> None:
    claim = make.claim(story, by=editor)
    make.evidence(claim, make.highlight(article, by=editor), by=editor)
    left = to_do(story, counted_claims([claim]), [article])
    assert [counted.claim for counted in left.single] == [claim]
    assert left


def test_a_second_source_leaves_nothing_to_do(story: Story, article: Article, editor: User) -> None:
    claim = make.claim(story, by=editor)
    second = make.article("Snow fell.", story=story, outlet="Times", by=editor)
    for report in (article, second):
        make.evidence(claim, make.highlight(report, by=editor), by=editor)
    assert not to_do(story, counted_claims([claim]), [article, second])


def test_a_verdict_about_which_something_changed_is_left_to_do(
    story: Story, article: Article, editor: User
) -> None:
    claim = make.claim(story, by=editor)
    evidence = make.evidence(claim, make.highlight(article, by=editor), "context", by=editor)
    settle_claim(claim, "unproven", "Nobody saw it.", version=1, by=editor)
    assert not to_do(story, counted_claims([claim]), [article])
    withdraw_evidence(evidence, by=editor)
    left = to_do(story, counted_claims([claim]), [article])
    assert [counted.claim for counted in left.outdated] == [claim]
    assert left


def test_articles_are_offered_that_the_story_does_not_hold(
    story: Story, article: Article, editor: User
) -> None:
    other = make.article("Snow fell.", outlet="Times", by=editor)
    assert articles_not_in(story, "") == [other]
    assert articles_not_in(story, "times") == [other]
    assert articles_not_in(story, "nothing of this") == []


def test_twelve_lines_of_the_history_are_shown_and_no_more(story: Story, editor: User) -> None:
    for _ in range(13):
        make.claim(story, by=editor)
    assert len(recent_activity(story)) == 12
