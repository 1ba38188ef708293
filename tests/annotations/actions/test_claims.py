"""Test that a claim is withdrawn and restored together with its evidence and silences."""

import pytest

from annotations.actions.claims import (
    restore_claim,
    reword_claim,
    set_claim_status,
    settle_claim,
    withdraw_claim,
)
from annotations.actions.judgements.evidence import restore_evidence, withdraw_evidence
from annotations.actions.passages.highlights import withdraw_highlight
from annotations.models import Claim, Evidence, Highlight, Silence
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def reporter() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def story(reporter: User) -> Story:
    return make.story(by=reporter)


@pytest.fixture
def claim(story: Story, reporter: User) -> Claim:
    return make.claim(story, "The minister left early.", by=reporter)


@pytest.fixture
def article(story: Story, reporter: User) -> Article:
    return make.article(story=story, by=reporter)


@pytest.fixture
def passage(article: Article, reporter: User) -> Highlight:
    return make.highlight(article, by=reporter)


def standing(claim: Claim) -> tuple[int, int]:
    """Return how many passages and how many silences of the claim are not withdrawn."""
    kinds = (Evidence, Silence)
    return tuple(kind.objects.filter(claim=claim, withdrawn_at=None).count() for kind in kinds)


def test_passages_and_silences_leave_with_their_claim_and_come_back_with_it(claim, passage, story, reporter):
    other = make.article(story=story, by=reporter)
    make.evidence(claim, passage, by=reporter)
    make.silence(claim, other, by=reporter)
    withdraw_claim(claim, version=1, by=reporter)
    assert (claim.withdrawn_by, standing(claim)) == (reporter, (0, 0))
    assert last_line(claim).summary == "withdrew, with 1 passage, the claim “The minister left early.”"
    restore_claim(claim, version=2, by=reporter)
    assert (claim.withdrawn_at, standing(claim)) == (None, (1, 1))
    assert last_line(claim).summary == "put back the claim “The minister left early.”"


def test_what_had_left_the_claim_before_stays_away(claim, passage, article, reporter):
    gone, marked = (
        make.highlight(article, "The minister left", by=reporter),
        make.evidence(claim, passage, by=reporter),
    )
    withdraw_evidence(make.evidence(claim, gone, by=reporter), by=reporter)
    withdraw_claim(claim, version=1, by=reporter)
    withdraw_highlight(passage, by=reporter)
    restore_claim(claim, version=2, by=reporter)
    marked.refresh_from_db()
    assert (marked.withdrawn_at is None, standing(claim)) == (False, (0, 0))


def test_nothing_is_attached_to_a_withdrawn_claim_nor_changed_in_it(claim, passage, article, reporter):
    evidence = make.evidence(claim, passage, by=reporter)
    withdraw_claim(claim, version=1, by=reporter)
    evidence.refresh_from_db()
    for act in (
        lambda: make.evidence(claim, make.highlight(article, "The minister left", by=reporter), by=reporter),
        lambda: make.silence(claim, article, by=reporter),
        lambda: restore_evidence(evidence, by=reporter),
        lambda: reword_claim(claim, "He left late.", version=2, by=reporter),
        lambda: set_claim_status(claim, "checking", version=2, by=reporter),
        lambda: settle_claim(claim, "true", "Seen on film.", version=2, by=make.user()),
        lambda: withdraw_claim(claim, version=2, by=reporter),
    ):
        with pytest.raises(Conflict, match="withdrawn"):
            act()
    claim.refresh_from_db()
    assert (claim.statement, claim.status, standing(claim)) == ("The minister left early.", "open", (0, 0))


def test_a_settled_claim_is_opened_again_first(claim):
    editor = make.user()
    settle_claim(claim, "true", "Seen on film.", version=1, by=editor)
    with pytest.raises(Invalid, match="open it again first"):
        withdraw_claim(claim, version=2, by=editor)
    set_claim_status(claim, "open", version=2, by=editor, reason="Stated twice.")
    withdraw_claim(claim, version=3, by=editor)
    assert claim.withdrawn_by == editor


def test_anothers_claim_is_an_editors_to_withdraw_and_to_put_back(claim):
    colleague, editor = make.user(UserRole.REPORTER, "colleague"), make.user()
    with pytest.raises(Forbidden):
        withdraw_claim(claim, version=1, by=colleague)
    withdraw_claim(claim, version=1, by=editor)
    with pytest.raises(Forbidden):
        restore_claim(claim, version=2, by=colleague)
    restore_claim(claim, version=2, by=editor)
    assert claim.withdrawn_at is None


def test_whoever_was_slower_is_told(claim, reporter):
    seen = Claim.objects.get(pk=claim.pk)
    reword_claim(claim, "The minister left late.", version=1, by=reporter)
    with pytest.raises(Conflict, match="Someone else changed this claim"):
        withdraw_claim(seen, version=1, by=reporter)
    withdraw_claim(claim, version=2, by=reporter)
    restore_claim(claim, version=3, by=reporter)
    with pytest.raises(Conflict, match="nothing to put back"):
        restore_claim(claim, version=4, by=reporter)


def test_a_verdict_given_meanwhile_keeps_reporters_from_its_evidence(claim, passage, reporter):
    stale = Claim.objects.get(pk=claim.pk)
    settle_claim(claim, "true", "Seen on film.", version=1, by=make.user())
    with pytest.raises(Forbidden):
        make.evidence(stale, passage, by=reporter)
