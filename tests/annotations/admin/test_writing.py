"""What is saved in the panel goes through the acts: the rules hold, and one line of history tells old and
new.
"""

import pytest

from annotations.models import Claim, Tag
from newsroom.models import Activity
from tests import make
from tests.admin_panel import Panel, last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    """How many lines of history there are more than at the last question."""
    seen = [Activity.objects.count()]

    def new() -> int:
        seen.append(Activity.objects.count())
        return seen[-1] - seen[-2]

    return new


def test_a_tag_is_made_as_on_the_desk(panel: Panel, lines):
    panel.add(Tag, path=" claims / number ", hue="teal", definition="Figures.")
    tag = Tag.objects.get()
    assert (tag.path, tag.hue, tag.definition, tag.created_by) == (
        "claims/number",
        "teal",
        "Figures.",
        panel.curator,
    )
    assert (lines(), last_line(tag).verb) == (1, "made")


def test_a_tag_changes_and_the_history_tells_both_values(panel: Panel, lines):
    tag = make.tag("claims/number")
    lines()
    panel.send(tag, definition="Figures.")
    line = last_line(tag)
    assert (lines(), line.actor, line.changes) == (1, panel.curator, {"definition": ["", "Figures."]})


def test_a_highlight_is_described_and_the_history_tells_both_values(panel: Panel, lines):
    highlight = make.highlight(make.article())
    lines()
    panel.send(highlight, note="Ask again.", attribution="An official")
    highlight.refresh_from_db()
    assert (highlight.note, highlight.attribution, highlight.version) == ("Ask again.", "An official", 2)
    assert lines() == 1
    assert last_line(highlight).changes == {"note": ["", "Ask again."], "attribution": ["", "An official"]}


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


def test_an_origin_is_renamed_and_the_history_tells_both_values(panel: Panel, lines):
    origin = make.origin(make.article(), name="AFP")
    lines()
    panel.send(origin, name="Agence France-Presse")
    assert (lines(), last_line(origin).changes) == (1, {"name": ["AFP", "Agence France-Presse"]})


def test_saving_without_a_change_writes_no_history(panel: Panel, lines):
    tag = make.tag()
    lines()
    panel.send(tag)
    assert lines() == 0


def test_fields_that_were_not_shown_are_passed_over(panel: Panel):
    highlight = make.highlight(make.article())
    panel.send(highlight, created_by=panel.curator.pk, version=99)
    highlight.refresh_from_db()
    assert (highlight.created_by == panel.curator, highlight.version) == (False, 1)


def test_the_history_page_tells_who_changed_what_from_what_to_what(panel: Panel):
    tag = make.tag("claims/number")
    panel.send(tag, path="claims/figure")
    page = panel.open(tag, "history")
    assert [(line.actor, line.verb) for line in page.context["lines"]] == [
        (panel.curator, "changed"),
        (tag.created_by, "made"),
    ]
    assert "claims/number" in page.content.decode()
    assert "claims/figure" in page.content.decode()
