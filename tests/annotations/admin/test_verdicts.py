"""Test that the panel finds the basis of a verdict by the words that were judged, and cannot change it."""

import pytest

from annotations.models import BasisPassage, VerdictBasis
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


@pytest.fixture
def basis() -> VerdictBasis:
    story = make.story()
    claim = make.claim(story, "Rain fell.")
    make.evidence(claim, make.highlight(make.article("Rain fell on Bali.", story=story), "Rain fell on Bali"))
    return make.verdict_basis(claim)


def test_a_basis_is_found_by_the_statement_that_was_judged(panel: Panel, basis: VerdictBasis) -> None:
    assert panel.rows(VerdictBasis, q="Rain") == [basis]
    assert panel.rows(VerdictBasis, q="Snow") == []


def test_a_passage_is_found_by_its_words_and_by_its_verdict(panel: Panel, basis: VerdictBasis) -> None:
    passage = BasisPassage.objects.get()
    assert panel.rows(BasisPassage, q="Bali", basis=basis.pk) == [passage]
    assert panel.rows(BasisPassage, q="Java") == []
