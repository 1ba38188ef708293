"""Test that the panel tags, describes and withdraws highlights through the actions of the desk."""

import pytest

from annotations.actions.passages.highlights import withdraw_highlight
from newsroom.models import Activity
from tests import make
from tests.admin_panel import Panel, changed_rows, last_line, refused_rows

pytestmark = pytest.mark.django_db


def test_a_tag_is_put_on_those_that_lack_it(panel: Panel, highlight, bound):
    tag = make.tag("claims/number")
    make.highlight(highlight.article, tags=[tag])
    before = Activity.objects.count()
    page = panel.show("tag", highlight, bound, *tag.highlights.all(), tag=tag.pk)
    assert len(changed_rows(page)) == 2
    assert panel.told(panel.press(page)) == ["Add a tag: 2 highlights."]
    assert (tag.highlights.count(), Activity.objects.count() - before) == (3, 2)
    assert last_line(highlight).changes == {"tags": [[], ["claims/number"]]}


def test_a_withdrawn_highlight_gets_no_tag(panel: Panel, highlight):
    withdraw_highlight(highlight, by=panel.curator)
    page = panel.show("tag", highlight, tag=make.tag().pk)
    assert refused_rows(page) == [(str(highlight), "This highlight was withdrawn. Restore it first.")]


def test_a_tag_is_taken_off(panel: Panel, story):
    tag = make.tag("claims/number")
    highlight = make.highlight(make.article(story=story), tags=[tag])
    assert panel.do("untag", highlight, tag=tag.pk) == ["Remove a tag: 1 highlight."]
    assert (tag.highlights.count(), last_line(highlight).changes) == (0, {"tags": [["claims/number"], []]})


def test_a_tag_is_not_taken_off_a_withdrawn_highlight(panel: Panel, story):
    tag = make.tag()
    highlight = make.highlight(make.article(story=story), tags=[tag])
    withdraw_highlight(highlight, by=panel.curator)
    assert refused_rows(panel.show("untag", highlight, tag=tag.pk)) == [
        (str(highlight), "This highlight was withdrawn. Restore it first.")
    ]


def test_highlights_are_withdrawn_and_restored_but_not_those_that_evidence_rests_on(
    panel: Panel, highlight, bound
):
    page = panel.show("withdraw", highlight, bound)
    assert len(changed_rows(page)) == 1
    ((name, sentence),) = refused_rows(page)
    assert (name, "evidence for 1 claim" in sentence) == (str(bound), True)
    assert panel.told(panel.press(page)) == ["Withdraw highlights: 1 highlight."]
    highlight.refresh_from_db()
    bound.refresh_from_db()
    assert (highlight.withdrawn_by, bound.withdrawn_by) == (panel.curator, None)
    assert (last_line(highlight).verb, last_line(highlight).actor) == ("withdrawn", panel.curator)

    assert panel.do("restore", highlight) == ["Restore highlights: 1 highlight."]
    highlight.refresh_from_db()
    assert (highlight.withdrawn_at, last_line(highlight).verb) == (None, "restored")


def test_a_highlight_is_described_and_the_history_tells_both_values(panel: Panel, lines):
    highlight = make.highlight(make.article())
    lines()
    panel.send(highlight, note="Ask again.", attribution="An official")
    highlight.refresh_from_db()
    assert (highlight.note, highlight.attribution, highlight.version) == ("Ask again.", "An official", 2)
    assert lines() == 1
    assert last_line(highlight).changes == {"note": ["", "Ask again."], "attribution": ["", "An official"]}


def test_fields_that_were_not_shown_are_passed_over(panel: Panel):
    highlight = make.highlight(make.article())
    panel.send(highlight, created_by=panel.curator.pk, version=99)
    highlight.refresh_from_db()
    assert (highlight.created_by == panel.curator, highlight.version) == (False, 1)
