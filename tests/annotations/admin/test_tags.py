"""Test that the panel makes, changes and merges tags through the actions of the desk."""

import pytest

from annotations.models import Tag
from tests import make
from tests.admin_panel import Panel, changed_rows, last_line, refused_rows

pytestmark = pytest.mark.django_db


def test_tags_are_merged_and_those_under_them_follow(panel: Panel, story):
    for path in ("old", "old/number", "new"):
        make.tag(path)
    old, new = Tag.objects.get(path="old"), Tag.objects.get(path="new")
    highlight = make.highlight(make.article(story=story), tags=[old])
    page = panel.show("merge", old, into=new.pk)
    assert changed_rows(page) == [
        "changed the tag new/number",
        "merged the tag old into new on 1 highlight",
        "retagged a highlight new",
    ]
    assert panel.told(panel.press(page)) == ["Merge tags: 1 highlight, 2 tags."]
    assert sorted(Tag.objects.values_list("path", flat=True)) == ["new", "new/number"]
    assert [tag.path for tag in highlight.tags.all()] == ["new"]


def test_a_tag_is_not_merged_into_one_under_it(panel: Panel):
    parent, child = make.tag("claims"), make.tag("claims/number")
    assert refused_rows(panel.show("merge", parent, into=child.pk)) == [
        ("claims", "claims/number stands under claims: a tag cannot go into one that would follow it.")
    ]


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


def test_saving_without_a_change_writes_no_history(panel: Panel, lines):
    tag = make.tag()
    lines()
    panel.send(tag)
    assert lines() == 0


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
