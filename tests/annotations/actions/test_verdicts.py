"""Test that a verdict is stored with the statement and the evidence that it was given on."""

import pytest
from django.utils import timezone

from annotations.actions.claims import reword_claim, set_claim_status, settle_claim
from annotations.logic.counting.verdict_changes import NOTHING_SEEN, SeenEvidence
from annotations.logic.counting.weaknesses import WeakClaim
from annotations.models import BasisPassage, Claim, Highlight, VerdictBasis
from annotations.queries.standing import standings
from annotations.queries.verdicts import states_of
from newsroom.errors import Conflict, Forbidden, Invalid
from newsroom.models import Article, Story, User
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line
from tests.forbidden_writes import overwrite

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(story: Story, editor: User) -> Article:
    return make.article(story=story, by=editor)


@pytest.fixture
def passage(article: Article, editor: User) -> Highlight:
    return make.highlight(article, by=editor)


@pytest.fixture
def claim(story: Story, passage: Highlight, editor: User) -> Claim:
    claim = make.claim(story, "The minister left early.", by=editor)
    make.evidence(claim, passage, by=editor)
    return claim


@pytest.fixture
def settled(claim: Claim, editor: User) -> Claim:
    settle_claim(claim, "true", "Seen on film.", version=1, by=editor, seen=make.WEAKNESS_SEEN)
    return claim


def fingerprint(claim: Claim) -> str:
    return states_of([claim], standings([claim]))[claim.pk].fingerprint


def test_a_verdict_keeps_the_words_the_passages_and_the_count(settled: Claim, passage: Highlight) -> None:
    basis = VerdictBasis.objects.get()
    assert (basis.claim, basis.statement) == (settled, "The minister left early.")
    assert (basis.at_least, basis.at_most, basis.contradicting) == (1, 1, 0)
    kept = BasisPassage.objects.values_list("basis", "evidence", "anchor", "relation")
    assert list(kept) == [(basis.pk, settled.evidence.get().pk, passage.anchor_id, "corroborates")]


def test_each_verdict_keeps_its_own(settled: Claim, editor: User) -> None:
    settle_claim(settled, "false", "It was another.", version=2, by=editor)
    assert VerdictBasis.objects.filter(claim=settled).count() == 2


def test_a_settled_claim_is_not_reworded_without_saying_what_becomes_of_the_verdict(
    settled: Claim, editor: User
) -> None:
    for outcome in ("", "keep"):
        with pytest.raises(Invalid, match="given on the old words"):
            reword_claim(settled, "He left late.", version=2, by=editor, outcome=outcome)
    settled.refresh_from_db()
    assert (settled.statement, settled.verdict) == ("The minister left early.", "true")


def test_rewording_opens_a_settled_claim_again(settled: Claim, editor: User) -> None:
    reword_claim(settled, "He left late.", version=2, by=editor, outcome="reopen")
    settled.refresh_from_db()
    assert (settled.statement, settled.status, settled.verdict) == ("He left late.", "open", "")
    assert (settled.rationale, settled.settled_by, settled.settled_at) == ("", None, None)
    line = last_line(settled)
    assert line.summary == "reworded, and so opened again, the claim “He left late.”"
    assert line.changes["statement"] == ["The minister left early.", "He left late."]
    assert line.changes["rationale"] == ["Seen on film.", ""]


def test_or_an_editor_gives_the_verdict_again_for_the_new_words(settled: Claim) -> None:
    other = make.user(UserRole.EDITOR)
    before = settled.settled_at
    reword_claim(
        settled, "The minister left at nine.", version=2, by=other, outcome="restate", seen=make.WEAKNESS_SEEN
    )
    settled.refresh_from_db()
    assert (settled.status, settled.verdict, settled.rationale) == ("settled", "true", "Seen on film.")
    assert (settled.settled_by, settled.settled_at > before) == (other, True)
    assert [basis.statement for basis in settled.verdict_bases.all()] == [
        "The minister left early.",
        "The minister left at nine.",
    ]
    assert last_line(settled).summary.startswith("reworded, with the same verdict, the claim")


def restate(claim: Claim, by: User, seen: SeenEvidence = NOTHING_SEEN, version: int = 2) -> None:
    words = "The minister left at nine."
    reword_claim(claim, words, version=version, by=by, outcome="restate", seen=seen)


def test_keeping_the_verdict_of_a_weak_claim_is_refused_until_it_is_seen(
    settled: Claim, editor: User
) -> None:
    with pytest.raises(WeakClaim) as refusal:
        restate(settled, editor)
    assert refusal.value.weaknesses == ("rests on one source",)
    settled.refresh_from_db()
    assert (settled.statement, settled.version) == ("The minister left early.", 2)
    restate(settled, editor, make.WEAKNESS_SEEN)
    assert settled.statement == "The minister left at nine."


def test_keeping_a_verdict_is_refused_until_what_changed_since_it_is_seen(
    claim: Claim, story: Story, editor: User
) -> None:
    settle_claim(claim, "false", "Nobody saw it.", version=1, by=editor)
    other = make.article(story=story, outlet="Times", by=editor)
    make.evidence(claim, make.highlight(other, by=editor), "contradicts", by=editor)
    with pytest.raises(WeakClaim, match="has changed since the verdict: 1 passage added; 0 against it then"):
        restate(claim, editor)
    assert VerdictBasis.objects.count() == 1
    restate(claim, editor, make.WEAKNESS_SEEN)
    # The verdict now rests on the passage that was added, so nothing is left to ask.
    restate(claim, editor, version=3)
    assert VerdictBasis.objects.count() == 3


def test_keeping_a_verdict_on_evidence_that_changed_meanwhile_is_refused(
    settled: Claim, article: Article, editor: User
) -> None:
    seen = SeenEvidence(fingerprint(settled), weakness=True)
    make.evidence(settled, make.highlight(article, "The minister left", by=editor), by=editor)
    with pytest.raises(Conflict, match="changed while you were writing"):
        restate(settled, editor, seen)
    settled.refresh_from_db()
    restate(settled, editor, SeenEvidence(fingerprint(settled), weakness=True))
    assert VerdictBasis.objects.count() == 2


def test_a_verdict_that_nobody_recorded_is_kept_without_asking_what_changed(
    claim: Claim, editor: User
) -> None:
    decided = {"settled_at": timezone.now(), "settled_by": editor}
    overwrite(claim, status="settled", verdict="false", rationale="Seen on film.", **decided)
    claim.refresh_from_db()
    restate(claim, editor, version=1)
    assert VerdictBasis.objects.count() == 1


@pytest.mark.parametrize("outcome", ["reopen", "restate"])
def test_rewording_a_settled_claim_takes_the_right_to_settle(settled: Claim, outcome: str) -> None:
    with pytest.raises(Forbidden):
        reword_claim(settled, "He.", version=2, by=make.user(UserRole.REPORTER), outcome=outcome)


def test_a_claim_without_a_verdict_is_reworded_as_before(claim: Claim, editor: User) -> None:
    reword_claim(claim, "He left late.", version=1, by=editor)
    assert (claim.statement, claim.status, claim.verdict_bases.count()) == ("He left late.", "open", 0)


def test_a_verdict_on_evidence_that_changed_meanwhile_is_refused(
    claim: Claim, article: Article, editor: User
) -> None:
    seen = fingerprint(claim)
    make.evidence(claim, make.highlight(article, "The minister left", by=editor), "contradicts", by=editor)
    with pytest.raises(Conflict, match="changed while you were writing"):
        settle_claim(
            claim, "true", "Seen on film.", version=1, by=editor, seen=SeenEvidence(seen, weakness=True)
        )
    claim.refresh_from_db()
    assert (claim.status, VerdictBasis.objects.count()) == ("open", 0)
    settle_claim(
        claim,
        "true",
        "Seen on film.",
        version=1,
        by=editor,
        seen=SeenEvidence(fingerprint(claim), weakness=True),
    )
    assert VerdictBasis.objects.count() == 1


@pytest.mark.parametrize("verdict", ["true", "mostly-true"])
def test_calling_a_claim_true_that_rests_on_one_source_is_refused_until_it_is_seen(
    claim: Claim, editor: User, verdict: str
) -> None:
    with pytest.raises(WeakClaim, match="The claim rests on one source") as refusal:
        settle_claim(claim, verdict, "Seen on film.", version=1, by=editor)
    assert refusal.value.weaknesses == ("rests on one source",)
    claim.refresh_from_db()
    assert (claim.status, claim.version, VerdictBasis.objects.count()) == ("open", 1, 0)
    settle_claim(claim, verdict, "Seen on film.", version=1, by=editor, seen=make.WEAKNESS_SEEN)
    assert (claim.status, claim.verdict) == ("settled", verdict)


@pytest.mark.parametrize("verdict", ["mixed", "misleading", "false", "unproven"])
def test_other_verdicts_on_a_claim_that_rests_on_one_source_need_no_second_look(
    claim: Claim, editor: User, verdict: str
) -> None:
    settle_claim(claim, verdict, "Nobody saw it.", version=1, by=editor)
    assert claim.verdict == verdict


def test_a_claim_that_rests_on_two_sources_is_called_true_at_once(
    story: Story, claim: Claim, editor: User
) -> None:
    for outlet in ("Post", "Times"):
        article = make.article(story=story, outlet=outlet, by=editor)
        make.evidence(claim, make.highlight(article, by=editor), by=editor)
    settle_claim(claim, "true", "Two saw it.", version=1, by=editor)
    assert claim.verdict == "true"


def test_changed_evidence_is_told_before_a_weakness(claim: Claim, article: Article, editor: User) -> None:
    seen = SeenEvidence(fingerprint(claim))
    make.evidence(claim, make.highlight(article, "The minister left", by=editor), by=editor)
    with pytest.raises(Conflict, match="changed while you were writing"):
        settle_claim(claim, "true", "Seen on film.", version=1, by=editor, seen=seen)


def test_the_reason_for_opening_a_claim_again_is_kept_whole(settled: Claim, editor: User) -> None:
    reason = "A third report contradicts both. " * 14 + "Ask the embassy."
    set_claim_status(settled, "open", version=2, by=editor, reason=f" {reason} ")
    assert last_line(settled).changes["reason"] == ["", reason]
