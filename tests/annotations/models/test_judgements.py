"""Test which writes of evidence, links and silences the database refuses."""

import pytest

from annotations.actions.judgements.evidence import add_evidence, withdraw_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages, withdraw_link
from annotations.models import Evidence, Link, judgements
from tests import make
from tests.annotations.models.attacks import ATTACKS
from tests.annotations.models.forbidden_judgements import evidence, link
from tests.forbidden_writes import guards_lowered, refused_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("rules", "write"), ATTACKS.cases(judgements))
def test_the_database_refuses(rules, write):
    with guards_lowered():
        assert refused_by(write) in rules


def test_a_pair_may_be_linked_anew_once_its_link_is_withdrawn():
    row = link()
    withdraw_link(row, by=make.user())
    link_passages(row.target, row.source, LinkJudgement("updates"), by=make.user())
    assert Link.objects.get(withdrawn_at=None).relation == "updates"


def test_a_passage_may_be_evidence_anew_once_it_was_withdrawn():
    row = evidence()
    withdraw_evidence(row, by=make.user())
    add_evidence(row.claim, row.highlight, "contradicts", by=make.user())
    assert Evidence.objects.get(withdrawn_at=None).relation == "contradicts"
