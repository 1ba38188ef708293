"""Test that an editor can state that two articles are independent, and can withdraw the statement."""

import pytest

from annotations.actions.judgements.independences import (
    state_independence,
    withdraw_independence,
)
from annotations.logic.counting.chains import Bounds
from annotations.models import Claim
from annotations.queries.standing import standings
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Activity, Article, Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
REASON = "The second reporter was there."


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    """Return three reports of one outlet."""
    return [make.article(story=story, outlet="Post", by=editor) for _ in range(3)]


@pytest.fixture
def claim(story: Story, articles: list[Article], editor: User) -> Claim:
    return make.reported_claim(story, articles, by=editor)


def sources_of(claim: Claim) -> Bounds:
    return standings([claim])[claim.pk].sources


def test_the_two_count_as_two_until_it_is_taken_back(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    assert sources_of(claim) == Bounds(1, 1)
    statement = state_independence(claim, articles[1], articles[0], reason=REASON, by=editor)
    assert (statement.first, statement.second) == (articles[0], articles[1])
    assert sources_of(claim) == Bounds(2, 2)
    withdraw_independence(statement, by=editor)
    assert sources_of(claim) == Bounds(1, 1)


def test_it_holds_for_its_claim_alone(
    claim: Claim, story: Story, articles: list[Article], editor: User
) -> None:
    other = make.claim(story, by=editor)
    for article in articles:
        make.evidence(other, make.highlight(article, by=editor), by=editor)
    state_independence(claim, *articles[:2], reason=REASON, by=editor)
    assert sources_of(other) == Bounds(1, 1)


def test_the_history_has_the_reason(claim: Claim, articles: list[Article], editor: User) -> None:
    state_independence(claim, *articles[:2], reason=REASON, by=editor)
    line = Activity.objects.latest("pk")
    assert (line.object_type, line.verb, line.story) == ("independence", "stated", claim.story)
    assert line.summary.endswith(f"are independent: {REASON}")
    assert line.changes == {"reason": ["", REASON]}


def test_a_long_reason_is_shortened_in_the_words_of_the_line_alone(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    for length in (120, 121):
        statement = state_independence(claim, *articles[:2], reason="x" * length, by=editor)
        withdraw_independence(statement, by=editor)
    lines = list(Activity.objects.filter(object_type="independence").order_by("pk"))
    assert [line.summary.endswith(f": {'x' * 120}") for line in lines] == [True, True, False, False]
    assert [line.summary.endswith(f": {'x' * 119}…") for line in lines] == [False, False, True, True]
    assert [line.changes["reason"][1] for line in lines] == ["x" * 120] * 2 + ["x" * 121] * 2


def test_only_an_editor_states_it(claim: Claim, articles: list[Article]) -> None:
    with pytest.raises(Forbidden):
        state_independence(claim, *articles[:2], reason=REASON, by=make.user(UserRole.REPORTER))


def test_it_takes_two_reports_that_bear_on_the_claim_and_a_reason(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    stranger = make.article(by=editor)
    for pair, reason in (
        ((articles[0], articles[0]), REASON),
        ((articles[0], stranger), REASON),
        ((articles[0], articles[1]), "  "),
    ):
        with pytest.raises(Invalid):
            state_independence(claim, *pair, reason=reason, by=editor)
    assert sources_of(claim) == Bounds(1, 1)


def test_it_is_stated_once(claim: Claim, articles: list[Article], editor: User) -> None:
    state_independence(claim, *articles[:2], reason=REASON, by=editor)
    with pytest.raises(Conflict, match="already"):
        state_independence(claim, articles[1], articles[0], reason="Again.", by=editor)
