"""Test that an earlier decision on a claim is brought back with what its verdict was based on."""

from datetime import UTC, datetime

import pytest

from annotations.actions.claims import set_claim_status, settle_claim
from annotations.actions.judgements.decisions import restore_decision
from annotations.actions.judgements.publishing import publish_verdict
from annotations.actions.undo.undoing import undo
from annotations.logic.counting.verdict_changes import SeenEvidence
from annotations.models import Claim, VerdictBasis
from annotations.queries.standing import counted_claims
from newsroom.errors import Conflict
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db

SEEN = SeenEvidence(weakness=True)


@pytest.fixture
def claim(bali: Story, editor: User) -> Claim:
    return make.claim(bali, by=editor)


def settle(claim: Claim, verdict: str, by: User) -> None:
    claim.refresh_from_db()
    settle_claim(claim, verdict, "Read the passages.", version=claim.version, by=by, seen=SEEN)


def reopen(claim: Claim, by: User) -> None:
    claim.refresh_from_db()
    set_claim_status(claim, "open", version=claim.version, reason="Look again.", by=by)


def add_passage(claim: Claim, by: User) -> None:
    article = make.article(story=claim.story, by=by)
    make.evidence(Claim.objects.get(pk=claim.pk), make.highlight(article, by=by), "context", by=by)


def changes_since_verdict(claim: Claim) -> str:
    (counted,) = counted_claims([Claim.objects.get(pk=claim.pk)])
    return counted.verdict_changes.sentence


def test_a_verdict_that_comes_back_rests_on_the_passages_on_which_it_was_given(
    claim: Claim, bali: Story, editor: User
) -> None:
    add_passage(claim, editor)
    settle(claim, "true", editor)
    reopen(claim, editor)
    add_passage(claim, editor)
    undoer = make.user(UserRole.EDITOR)
    settle(claim, "false", undoer)
    assert changes_since_verdict(claim) == ""

    undo(bali, by=undoer)
    # The newest acts of the editor are the evidence, its highlight, and the reopening.
    undo(bali, by=editor)
    undo(bali, by=editor)
    claim.refresh_from_db()
    assert claim.status == "open"
    undo(bali, by=editor)
    claim.refresh_from_db()
    assert (claim.verdict, claim.settled_by) == ("true", editor)
    assert changes_since_verdict(claim) == ""


def test_what_changed_after_an_earlier_verdict_is_said_when_it_comes_back(
    claim: Claim, bali: Story, editor: User
) -> None:
    settle(claim, "true", make.user(UserRole.EDITOR))
    add_passage(claim, make.user(UserRole.EDITOR))
    settle(claim, "false", editor)
    undo(bali, by=editor)
    claim.refresh_from_db()
    assert claim.verdict == "true"
    assert changes_since_verdict(claim) == "changed since the verdict: 1 passage added"


def test_the_editor_and_the_time_of_an_earlier_verdict_are_kept(
    claim: Claim, bali: Story, editor: User
) -> None:
    first = make.user(UserRole.EDITOR)
    settle(claim, "true", first)
    settled_at = Claim.objects.get(pk=claim.pk).settled_at
    settle(claim, "false", editor)
    undo(bali, by=editor)
    claim.refresh_from_db()
    assert (claim.settled_by, claim.settled_at) == (first, settled_at)


def test_a_verdict_whose_basis_is_not_known_does_not_come_back(claim: Claim, editor: User) -> None:
    settle(claim, "true", editor)
    reopen(claim, editor)
    claim.refresh_from_db()
    verdict = {
        "status": "settled",
        "verdict": "false",
        "rationale": "So.",
        "settled_at": datetime(2022, 7, 8, tzinfo=UTC),
        "settled_by": editor,
    }
    with pytest.raises(Conflict, match="It is not known on what the earlier verdict was given"):
        restore_decision(claim, verdict, version=claim.version, by=editor)
    assert Claim.objects.get(pk=claim.pk).status == "open"
    assert VerdictBasis.objects.count() == 1


def test_a_verdict_given_again_by_somebody_else_is_not_taken_back(
    claim: Claim, bali: Story, editor: User
) -> None:
    settle(claim, "true", editor)
    settle(claim, "false", make.user(UserRole.EDITOR))
    with pytest.raises(Conflict, match="Someone changed this since"):
        undo(bali, by=editor)


@pytest.mark.parametrize("name", ["Ada Lovelace", ""])
def test_a_verdict_comes_back_with_its_editor_who_may_have_a_full_name(
    claim: Claim, bali: Story, editor: User, name: str
) -> None:
    User.objects.filter(pk=editor.pk).update(name=name)
    editor.refresh_from_db()
    settle(claim, "true", editor)
    colleague = make.user(UserRole.EDITOR)
    settle(claim, "false", colleague)
    undo(bali, by=colleague)
    claim.refresh_from_db()
    assert (claim.verdict, claim.settled_by) == ("true", editor)


def test_a_verdict_of_one_of_two_people_of_one_name_does_not_come_back(
    claim: Claim, bali: Story, editor: User
) -> None:
    colleague = make.user(UserRole.EDITOR)
    User.objects.update(name="Ada Lovelace")
    editor.refresh_from_db()
    settle(claim, "true", editor)
    settle(claim, "false", colleague)
    with pytest.raises(Conflict, match="changed this since"):
        undo(bali, by=colleague)


def test_a_verdict_that_comes_back_is_not_public_until_it_is_marked_again(
    claim: Claim, bali: Story, editor: User
) -> None:
    settle(claim, "true", editor)
    claim.refresh_from_db()
    publish_verdict(claim, version=claim.version, by=editor)
    colleague = make.user(UserRole.EDITOR)
    settle(claim, "false", colleague)
    undo(bali, by=colleague)
    claim.refresh_from_db()
    assert (claim.verdict, claim.is_public) == ("true", False)
    publish_verdict(claim, version=claim.version, by=colleague)
    assert Claim.objects.get(pk=claim.pk).is_public


def test_a_verdict_that_comes_back_after_the_claim_was_reopened_is_not_public(
    claim: Claim, bali: Story, editor: User
) -> None:
    settle(claim, "true", editor)
    claim.refresh_from_db()
    publish_verdict(claim, version=claim.version, by=editor)
    reopen(claim, editor)
    undo(bali, by=editor)
    claim.refresh_from_db()
    assert (claim.verdict, claim.is_public) == ("true", False)
