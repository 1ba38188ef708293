"""Test what is looked up for the rows of a chunk."""

import pytest

from annotations.queries.exports.row_makers import Chunk, link_rows, outlet_rows, revision_rows
from newsroom.actions.outlets import merge_outlet
from newsroom.models import Outlet
from tests import make

pytestmark = pytest.mark.django_db


def test_a_link_knows_the_stories_of_both_ends(story, editor):
    one = make.highlight(make.article(story=story, by=editor), by=editor)
    other = make.highlight(make.article(by=editor), by=editor)
    (row,) = link_rows(Chunk([make.link(one, other, by=editor)], ""))
    assert (row.from_stories, row.to_stories) == ([story.slug], [])


def test_a_revision_has_the_address_of_its_text(editor):
    revision = make.article(by=editor).current
    (row,) = revision_rows(Chunk([revision], "https://desk.example.org"))
    assert row.text_address == f"https://desk.example.org/articles/{revision.article_id}/v/1/text/"


def test_an_outlet_has_its_other_names(curator):
    kept, merged = (make.article(outlet=name).outlet for name in ("Post", "The Post"))
    merge_outlet(merged, into=kept, by=curator)
    (row,) = outlet_rows(Chunk([Outlet.objects.get(pk=kept.pk)], ""))
    assert row.aliases == ["The Post"]
