"""What the database refuses of highlights, claims and judgements, whoever writes it."""

import pytest

from annotations.actions.judgements.evidence import add_evidence, withdraw_evidence
from annotations.actions.judgements.links import LinkJudgement, link_passages, withdraw_link
from annotations.models import Anchor, Evidence, Link
from tests import make
from tests.annotations.models import forbidden_dismissals, forbidden_judgements, forbidden_passages
from tests.annotations.models.forbidden_judgements import evidence, link
from tests.annotations.models.forbidden_passages import anchor
from tests.forbidden_writes import (
    Attacks,
    again,
    guards_lowered,
    not_in_the_database,
    refused_by,
    rules_of,
    without_a_sentence,
)

pytestmark = pytest.mark.django_db
attacks = Attacks(forbidden_passages.attacks, forbidden_judgements.attacks, forbidden_dismissals.attacks)


@pytest.mark.parametrize(("rules", "write"), attacks.cases())
def test_the_database_refuses(rules, write):
    with guards_lowered():
        assert refused_by(write) in rules


def test_every_rule_is_attacked():
    assert rules_of("annotations") == attacks.rules


def test_every_rule_stands_in_the_database_and_speaks_in_a_sentence():
    assert not_in_the_database("annotations") == []
    assert without_a_sentence("annotations") == []


def test_a_lost_passage_has_no_span():
    placed = anchor()
    assert len(placed.span) == len(placed.quote)
    with pytest.raises(ValueError, match="no span"):
        _ = again(placed, state="lost", start=None, end=None).span


def test_a_lost_passage_keeps_its_words_and_no_place():
    lost = again(anchor(), state="lost", start=None, end=None)
    assert Anchor.objects.values_list("start", "end", "quote").get(pk=lost.pk) == (None, None, lost.quote)


def test_a_quote_is_counted_in_code_points():
    found = make.highlight(make.article("🌾 grain for e\u0301veryone"), "🌾 grain").anchor
    assert (found.start, found.end, found.quote) == (0, 7, "🌾 grain")


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
