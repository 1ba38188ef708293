"""Test what changed since a verdict, read from the rows of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from annotations.actions.claims import set_claim_status, settle_claim
from annotations.actions.judgements.evidence import change_evidence, restore_evidence, withdraw_evidence
from annotations.actions.passages.highlights import move_edges
from annotations.models import Claim, Highlight, VerdictBasis
from annotations.models.guards import GUARDS
from annotations.queries.standing import counted_claims
from newsroom.models import Article, Story, User
from newsroom.models.guards import install_guards, remove_guards
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles(story: Story, editor: User) -> list[Article]:
    return [
        make.article("Rain fell on Bali all day.", story=story, outlet=outlet, by=editor)
        for outlet in ("Post", "Times")
    ]


@pytest.fixture
def claim(story: Story, articles: list[Article], editor: User) -> Claim:
    """Return a settled claim, which a passage of the first article corroborates."""
    claim = make.claim(story, by=editor)
    make.evidence(claim, make.highlight(articles[0], "Rain fell", by=editor), by=editor)
    settle_claim(claim, "true", "Seen on film.", version=1, by=editor, seen=make.WEAKNESS_SEEN)
    return claim


def phrases(claim: Claim) -> tuple[str, ...]:
    (counted,) = counted_claims([Claim.objects.get(pk=claim.pk)])
    return counted.verdict_changes.phrases


def test_a_claim_just_settled_has_not_changed(claim: Claim) -> None:
    assert phrases(claim) == ()


def test_a_claim_without_a_verdict_has_not_changed_since_one(claim: Claim, editor: User) -> None:
    withdraw_evidence(claim.evidence.get(), by=editor)
    assert phrases(claim) != ()
    set_claim_status(claim, "open", version=2, by=editor, reason="One passage less.")
    assert phrases(claim) == ()


def test_a_new_verdict_is_compared_with_what_it_was_given_on(claim: Claim, editor: User) -> None:
    withdraw_evidence(claim.evidence.get(), by=editor)
    settle_claim(claim, "unproven", "Nobody saw it.", version=2, by=editor)
    assert phrases(claim) == ()


def test_later_evidence_changes_the_passages_and_the_count(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    make.evidence(claim, make.highlight(articles[1], "Rain fell", by=editor), by=editor)
    assert phrases(claim) == (
        "1 passage added",
        "1 independent source then, 2 independent sources now",
    )


def test_evidence_taken_off_and_put_back_has_not_changed(claim: Claim, editor: User) -> None:
    evidence = claim.evidence.get()
    withdraw_evidence(evidence, by=editor)
    assert phrases(claim) == ("1 passage taken off", "1 independent source then, 0 independent sources now")
    restore_evidence(evidence, by=editor)
    assert phrases(claim) == ()


def test_the_same_passage_attached_anew_has_not_changed(claim: Claim, editor: User) -> None:
    evidence = claim.evidence.get()
    withdraw_evidence(evidence, by=editor)
    make.evidence(claim, evidence.highlight, by=editor)
    assert phrases(claim) == ()


def test_another_relation_is_told(claim: Claim, editor: User) -> None:
    change_evidence(claim.evidence.get(), relation="contradicts", note="", by=editor)
    assert phrases(claim) == (
        "1 passage with another relation",
        "1 independent source then, 0 independent sources now",
        "0 against it then, 1 now",
    )


def test_other_edges_are_other_words(claim: Claim, editor: User) -> None:
    highlight = Highlight.objects.get()
    move_edges(highlight, 0, 4, "Rain", version=highlight.version, by=editor)
    assert phrases(claim) == ("1 passage with other words",)


def test_a_newer_revision_that_keeps_the_words_changes_nothing(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    make.revision(articles[0], "At last: Rain fell on Bali all day.", by=editor)
    assert phrases(claim) == ()


def test_a_passage_lost_in_a_newer_revision_is_told(
    claim: Claim, articles: list[Article], editor: User
) -> None:
    make.revision(articles[0], "Grain ships wait in the harbour.", by=editor)
    assert phrases(claim) == (
        "1 passage lost in a newer revision",
        "1 independent source then, 0 independent sources now",
    )


def test_an_origin_found_later_changes_the_count(claim: Claim, articles: list[Article], editor: User) -> None:
    make.evidence(claim, make.highlight(articles[1], "Rain fell", by=editor), by=editor)
    settle_claim(claim, "true", "Seen by two.", version=2, by=editor, seen=make.WEAKNESS_SEEN)
    make.origin(*articles, by=editor)
    assert phrases(claim) == ("2 independent sources then, 1 to 2 independent sources now",)


def test_a_verdict_given_before_its_basis_was_recorded_is_not_said_to_have_changed(
    claim: Claim, editor: User
) -> None:
    remove_guards(connection, GUARDS)
    claim.verdict_bases.get().passages.all()._raw_delete("default")
    VerdictBasis.objects.all()._raw_delete("default")
    install_guards(connection, GUARDS)
    withdraw_evidence(claim.evidence.get(), by=editor)
    (counted,) = counted_claims([claim])
    assert (counted.verdict_changes.judged, counted.verdict_changes.phrases) == (None, ())


def test_changes_are_read_in_as_many_queries_however_many_claims(
    story: Story, claim: Claim, articles: list[Article], editor: User
) -> None:
    def asked(claims: list[Claim]) -> int:
        with CaptureQueriesContext(connection) as queries:
            counted_claims(claims)
        return len(queries)

    more = [make.claim(story, by=editor) for _ in range(3)]
    for other in more:
        make.evidence(other, make.highlight(articles[1], by=editor), by=editor)
        settle_claim(other, "true", "Seen on film.", version=1, by=editor, seen=make.WEAKNESS_SEEN)
    assert asked([claim]) == asked([claim, *more])
