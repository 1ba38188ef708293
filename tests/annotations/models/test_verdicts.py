"""Test that the basis of a verdict stays as it was when its passages change."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.actions.judgements.evidence import change_evidence
from annotations.actions.passages.highlights import move_edges
from annotations.models import BasisPassage, VerdictBasis, verdicts
from newsroom.models import User
from tests import make
from tests.annotations.models.attacks import ATTACKS
from tests.forbidden_writes import guards_lowered, refused_by

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("rules", "write"), ATTACKS.cases(verdicts))
def test_the_database_refuses(rules, write):
    with guards_lowered():
        assert refused_by(write) in rules


def test_the_words_and_the_relation_that_were_judged_are_kept(editor: User) -> None:
    story = make.story(by=editor)
    passage = make.highlight(make.article("Rain fell all day.", story=story), "Rain fell", by=editor)
    claim = make.claim(story, "It rained.", by=editor)
    evidence = make.evidence(claim, passage, by=editor)
    settle_claim(claim, "true", "Seen on film.", version=1, by=editor, seen=make.WEAKNESS_SEEN)

    move_edges(passage, 0, 4, "Rain", version=passage.version, by=editor)
    change_evidence(evidence, relation="context", note="", by=editor)
    kept = BasisPassage.objects.get()
    assert (kept.anchor.quote, kept.relation) == ("Rain fell", "corroborates")
    assert str(kept) == "Corroborates: It rained."


def test_the_newest_basis_comes_last(editor: User) -> None:
    claim = make.claim(make.story(by=editor), "It rained.", by=editor)
    for verdict in ("true", "false"):
        settle_claim(
            claim, verdict, "Seen on film.", version=claim.version, by=editor, seen=make.WEAKNESS_SEEN
        )
    first, second = VerdictBasis.objects.all()
    assert first.created_at < second.created_at
    assert str(second) == "It rained."
