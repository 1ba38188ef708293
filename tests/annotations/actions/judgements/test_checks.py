"""Test that evidence is checked in the same way as links."""

import pytest

from annotations.actions.judgements.evidence import add_evidence, change_evidence
from annotations.logic.finding.same_event import EventDoubt
from newsroom.models import Story, User
from tests import make
from tests.annotations.actions.judgements.dated_passages import passage

pytestmark = pytest.mark.django_db


def test_evidence_is_guarded_in_the_same_way(bali: Story, editor: User) -> None:
    claim, late = make.claim(bali, by=editor), passage(bali, "2023-03-02", editor)
    with pytest.raises(EventDoubt):
        add_evidence(claim, late, "corroborates", by=editor)
    evidence = add_evidence(claim, late, "context", by=editor)
    with pytest.raises(EventDoubt):
        change_evidence(evidence, relation="corroborates", note="", by=editor)
    change_evidence(evidence, relation="corroborates", note="", same_event=True, by=editor)
    assert evidence.relation == "corroborates"
