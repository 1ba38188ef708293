"""Test that the panel can reword and move claims, and that only the site can settle them."""

import pytest

from annotations.actions.claims import settle_claim
from annotations.models import Claim
from tests import make
from tests.admin_panel import Panel, last_line, refused_rows

pytestmark = pytest.mark.django_db


def test_claims_move_to_another_story_but_not_away_from_their_evidence(panel: Panel, story, bound):
    there = make.story("There")
    held, free = Claim.objects.get(), make.claim(story)
    page = panel.show("move", free, held, into=there.pk)
    ((name, sentence),) = refused_rows(page)
    assert (name, "add that to “There” first" in sentence) == (held.statement, True)
    assert panel.told(panel.press(page)) == ["Move to another story: 1 claim."]
    free.refresh_from_db()
    assert free.story == there


def test_a_claim_is_reworded_and_the_history_tells_both_values(panel: Panel, lines):
    claim = make.claim(make.story(), "He left.")
    lines()
    panel.send(claim, statement="He left early.")
    claim.refresh_from_db()
    assert (claim.statement, claim.version, lines()) == ("He left early.", 2, 1)
    assert last_line(claim).changes == {"statement": ["He left.", "He left early."]}


def test_a_verdict_is_not_given_here(panel: Panel):
    claim = make.claim(make.story())
    panel.send(claim, status="settled", verdict="true", rationale="Because.")
    assert Claim.objects.get().status == "open"


def test_the_words_of_a_settled_claim_are_changed_on_its_page_only(panel: Panel):
    claim = make.claim(make.story(), "He left.")
    settle_claim(claim, "true", "Seen on film.", version=1, by=make.user())
    panel.send(claim, statement="He left early.")
    claim.refresh_from_db()
    assert (claim.statement, claim.status, claim.version) == ("He left.", "settled", 2)
