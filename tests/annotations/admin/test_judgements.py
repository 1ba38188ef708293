"""Test that the panel changes, withdraws and restores evidence, links and silences through
the actions of the desk.
"""

import pytest

from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.judgements.links import withdraw_link
from annotations.actions.passages.highlights import withdraw_highlight
from tests import make
from tests.admin_panel import Panel, last_line, refused_rows

pytestmark = pytest.mark.django_db


def test_evidence_is_withdrawn_and_restored_but_not_twice(panel: Panel, story, highlight):
    claim = make.claim(story)
    evidence = make.evidence(claim, highlight)
    assert panel.do("withdraw", evidence) == ["Withdraw evidence: 1 evidence."]
    assert panel.do("restore", evidence) == ["Restore evidence: 1 evidence."]
    evidence.refresh_from_db()
    assert (evidence.withdrawn_at, last_line(evidence).verb) == (None, "restored")
    withdraw_evidence(evidence, by=panel.curator)
    make.evidence(claim, highlight)
    ((_, sentence),) = refused_rows(panel.show("restore", evidence))
    assert sentence == "This passage is evidence for the claim again already. Change its relation there."


def test_evidence_is_not_restored_on_a_withdrawn_highlight(panel: Panel, story, highlight):
    evidence = make.evidence(make.claim(story), highlight)
    withdraw_evidence(evidence, by=panel.curator)
    withdraw_highlight(highlight, by=panel.curator)
    ((_, sentence),) = refused_rows(panel.show("restore", evidence))
    assert sentence == "This passage's highlight was withdrawn. Restore it first, or choose another."


def test_links_are_withdrawn_and_restored_but_not_beside_a_newer_one(panel: Panel, highlight, bound):
    link = make.link(highlight, bound)
    assert panel.do("withdraw", link) == ["Withdraw links: 1 link."]
    assert panel.do("restore", link) == ["Restore links: 1 link."]
    withdraw_link(link, by=panel.curator)
    make.link(bound, highlight)
    ((_, sentence),) = refused_rows(panel.show("restore", link))
    assert sentence == "These two passages are linked again already. Change that link instead."


def test_a_silence_is_withdrawn_and_a_dismissed_passage_offered_again(panel: Panel, story, highlight, bound):
    silence = make.silence(make.claim(story), highlight.article)
    dismissal = make.dismissal(highlight, bound)
    assert panel.do("withdraw", silence) == ["Withdraw silences: 1 silence."]
    assert panel.do("offer_again", dismissal) == ["Offer again: 1 dismissal."]
    silence.refresh_from_db()
    dismissal.refresh_from_db()
    assert (silence.withdrawn_by, dismissal.withdrawn_by) == (panel.curator, panel.curator)


def test_evidence_changes_its_relation_and_the_history_tells_both_values(panel: Panel, lines):
    story = make.story()
    evidence = make.evidence(make.claim(story), make.highlight(make.article(story=story)))
    lines()
    panel.send(evidence, relation="contradicts")
    assert (lines(), last_line(evidence).changes) == (1, {"relation": ["corroborates", "contradicts"]})


def test_a_link_changes_its_relation_and_the_history_tells_both_values(panel: Panel, lines):
    link = make.link(make.highlight(make.article()), make.highlight(make.article()))
    lines()
    panel.send(link, relation="contradicts", aspect="time")
    assert lines() == 1
    assert last_line(link).changes == {"relation": ["repeats", "contradicts"], "aspect": ["", "time"]}
