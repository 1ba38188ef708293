"""Test that the panel finds the basis of a verdict by the words that were judged, and cannot change it."""

import pytest

from annotations.actions.passages.highlights import move_edges
from annotations.models import BasisPassage, Claim, VerdictBasis
from tests import make
from tests.admin_panel import Panel, address
from tests.markup import markup

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
    assert panel.rows(BasisPassage, claim=basis.claim_id, passage=passage.evidence.highlight_id) == [passage]
    assert panel.rows(BasisPassage, q="Java") == []


def test_the_page_of_a_passage_shows_its_words_then_and_now(panel: Panel, basis: VerdictBasis) -> None:
    passage = BasisPassage.objects.get()
    highlight = passage.evidence.highlight
    move_edges(highlight, 0, 4, "Rain", version=highlight.version, by=panel.curator)
    page = markup(panel.open(passage))
    assert "Rain fell on Bali" in page
    assert f'<a href="{highlight.get_absolute_url()}">Rain</a>' in page
    assert f'<a href="{passage.anchor.revision.get_absolute_url()}">Revision 1</a>' in page


def test_a_claim_counts_its_verdicts_and_a_verdict_its_passages(panel: Panel, basis: VerdictBasis) -> None:
    assert f'?claim={basis.claim_id}">1</a>' in markup(panel.client.get(address(Claim)))
    assert f'?basis={basis.pk}">1</a>' in markup(panel.client.get(address(VerdictBasis)))
