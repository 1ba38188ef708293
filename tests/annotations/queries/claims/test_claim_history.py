"""Test which lines the history of a claim holds, and which it leaves out."""

import pytest
from django.test import Client

from annotations.actions.claims import reword_claim, set_claim_status, settle_claim
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.judgements.independences import state_independence, withdraw_independence
from annotations.actions.judgements.links import LinkJudgement, link_passages, withdraw_link
from annotations.actions.judgements.silences import state_silence, withdraw_silence
from annotations.models import Claim
from annotations.queries.claims import claim_history as module
from annotations.queries.claims.claim_history import claim_history
from newsroom.models import User
from tests import make
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(editor: User) -> Claim:
    claim = make.claim(make.story(by=editor), "It rained.", by=editor)
    for number in range(3):
        reword_claim(claim, f"It rained for {number + 1} hours.", version=claim.version, by=editor)
        claim.refresh_from_db()
    return claim


def verbs(claim: Claim) -> list[str]:
    return [decision.line.verb for decision in claim_history(claim, evidence=[]).decisions]


def test_the_oldest_line_comes_first(claim: Claim) -> None:
    assert verbs(claim) == ["made", "reworded", "reworded", "reworded"]


def test_the_newest_lines_are_kept_where_not_all_have_room(
    claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_LINES", 4)
    assert verbs(claim) == ["made", "reworded", "reworded", "reworded"]
    assert claim_history(claim, evidence=[]).earlier == 0
    monkeypatch.setattr(module, "MOST_LINES", 3)
    assert verbs(claim) == ["reworded", "reworded", "reworded"]
    assert claim_history(claim, evidence=[]).earlier == 1


def test_the_page_says_how_many_earlier_lines_there_are(
    signed_in: Client, claim: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_LINES", 2)
    assert "2 earlier lines" in markup(signed_in.get(claim.get_absolute_url()))


def test_what_was_withdrawn_keeps_its_lines(claim: Claim, editor: User) -> None:
    texts = ("Rain fell on Java all day.", "Rain fell on Bali all night.")
    articles = [make.article(text, story=claim.story, by=editor) for text in texts]
    passage, other = [make.highlight(article, "Rain fell", by=editor) for article in articles]
    evidence = make.evidence(claim, passage, by=editor)
    link = link_passages(passage, other, LinkJudgement("contradicts", aspect="place"), by=editor)
    silence = state_silence(claim, articles[1], by=editor)
    withdraw_link(link, by=editor)
    withdraw_silence(silence, by=editor)
    withdraw_evidence(evidence, by=editor)
    assert verbs(claim)[4:] == [
        "attached",
        "linked",
        "stated",
        "withdrawn",
        "withdrawn",
        "withdrawn",
    ]


def test_the_reason_for_opening_a_claim_again_is_shown_whole(
    signed_in: Client, claim: Claim, editor: User
) -> None:
    settle_claim(claim, "mixed", "The hours differ.", version=claim.version, by=editor)
    reason = "A third report contradicts both. " * 14 + "Ask the embassy."
    set_claim_status(claim, "open", version=claim.version, by=editor, reason=reason)
    newest = claim_history(claim, evidence=[]).decisions[-1]
    assert (newest.line.verb, newest.reason) == ("reopened", reason)
    assert f"Reason: {reason}" in markup(signed_in.get(claim.get_absolute_url()))


def test_statements_of_independence_are_lines_with_their_whole_reason_also_withdrawn_ones(
    signed_in: Client, claim: Claim, editor: User
) -> None:
    texts = ("Rain fell on Java all day.", "Rain fell on Bali all night.")
    articles = [make.article(text, story=claim.story, outlet="Post", by=editor) for text in texts]
    for article in articles:
        make.evidence(claim, make.highlight(article, "Rain fell", by=editor), by=editor)
    reason = "Each sent a reporter of its own, and both name the hours. " * 7 + "Both were seen there."
    statement = state_independence(claim, *articles, reason=reason, by=editor)
    withdraw_independence(statement, by=editor)
    lines = [
        (decision.line.verb, decision.reason)
        for decision in claim_history(claim, evidence=[]).decisions
        if decision.line.object_type == "independence"
    ]
    assert lines == [("stated", reason), ("withdrawn", reason)]
    assert markup(signed_in.get(claim.get_absolute_url())).count(f"Reason: {reason}") == 2


def test_a_reason_that_the_line_has_in_whole_is_shown_once(
    signed_in: Client, claim: Claim, editor: User
) -> None:
    settle_claim(claim, "mixed", "The hours differ.", version=claim.version, by=editor)
    set_claim_status(claim, "open", version=claim.version, by=editor, reason="A third report came.")
    page = markup(signed_in.get(claim.get_absolute_url()))
    assert page.count("A third report came.") == 1
