"""Test who may change the evidence of a claim, when, and that nobody overwrites another person's change."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import add_evidence, change_evidence, withdraw_evidence
from annotations.logic.finding.same_event import EventDoubt
from annotations.models import Evidence
from newsroom.errors import Conflict, Forbidden
from newsroom.models import Story, User
from tests import make
from tests.annotations.actions.judgements.dated_passages import passage

pytestmark = pytest.mark.django_db


def test_a_report_without_a_date_corroborates_nothing_of_a_dated_story_until_an_editor_vouches(
    bali: Story, editor: User, reporter: User
) -> None:
    claim, undated = (
        make.claim(bali, by=editor),
        make.highlight(make.article(story=bali, by=editor), by=editor),
    )
    with pytest.raises(EventDoubt, match="has no date"):
        add_evidence(claim, undated, "corroborates", by=reporter)
    add_evidence(claim, undated, "corroborates", by=editor, same_event=True)


def test_what_someone_judged_anew_meanwhile_is_not_overwritten(
    bali: Story, editor: User, reporter: User
) -> None:
    evidence = make.evidence(make.claim(bali, by=editor), passage(bali, "2022-07-08", editor), by=editor)
    stale, seen = Evidence.objects.get(), {"relation": evidence.relation, "note": ""}
    change_evidence(evidence, relation="context", note="A", by=editor, seen=seen)
    with pytest.raises(Conflict, match="judged this again meanwhile: it gives context"):
        change_evidence(stale, relation="repeats", note="C", by=reporter, seen=seen)
    withdraw_evidence(evidence, by=editor)
    with pytest.raises(Conflict, match="removed this meanwhile"):
        change_evidence(stale, relation="repeats", note="C", by=reporter)
    left = Evidence.objects.get()
    assert (left.relation, left.note, left.withdrawn_at is None) == ("context", "A", False)


def test_what_a_settled_claim_rests_on_is_an_editors_to_change(
    bali: Story, editor: User, reporter: User
) -> None:
    claim, first, second = (
        make.claim(bali, by=editor),
        *(passage(bali, f"2022-07-0{n}", editor) for n in (8, 9)),
    )
    evidence = add_evidence(claim, first, "corroborates", by=reporter)
    settle_claim(claim, "true", "Both say so.", version=claim.version, by=editor, seen=make.WEAKNESS_SEEN)
    for act in (
        lambda by: add_evidence(claim, second, "context", by=by),
        lambda by: change_evidence(evidence, relation="context", note="", by=by),
        lambda by: withdraw_evidence(evidence, by=by),
    ):
        with pytest.raises(Forbidden):
            act(reporter)
        act(editor)
