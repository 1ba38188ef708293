"""Test that rows of a bundle are stored with what belongs to them."""

import pytest
from django.utils import timezone

from annotations.actions.bundles.building import RowBuilder
from annotations.actions.bundles.row_store import RowStore
from annotations.logic.bundles.rows import BundleRow
from annotations.logic.bundles.tables import OUTLETS, TAGS
from annotations.models import Tag
from newsroom.errors import Invalid
from newsroom.models import ForeignRow, Outlet, OutletAlias
from tests import make
from tests.foreign_bundles import bundle_of, from_elsewhere, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(rain, curator):
    return RowStore(RowBuilder(opened(from_elsewhere(bundle_of(rain))), curator))


def outlet_row(*aliases):
    values = {"name": "Post", "domain": "", "kind": "other", "owner": None, "aliases": list(aliases)}
    return BundleRow(OUTLETS, 1, values)


def test_an_outlet_gets_its_other_names_unless_they_are_taken(rows):
    taken = Outlet.objects.create(name="Times")
    OutletAlias.objects.create(outlet=taken, word="The Paper")
    outlet = Outlet(name="Post", created_at=timezone.now())
    assert rows.store(OUTLETS, outlet_row("the paper", "The Post"), outlet) == ""
    assert [alias.word for alias in outlet.aliases.all()] == ["The Post"]


def test_a_row_that_stands_against_one_here_says_why(rows, curator):
    row = rows.build.bundle.rows["tags"][0]
    make.tag(row.values["path"])
    tag = Tag(**rows.build.columns(TAGS, row))
    assert rows.store(TAGS, row, tag) == "The codebook has this tag already."


def test_a_row_that_breaks_a_rule_by_itself_is_refused(rows, curator):
    row = rows.build.bundle.rows["tags"][0]
    with pytest.raises(Invalid, match=r"tables/tags.jsonl, line 1: Colour"):
        rows.store(TAGS, row, Tag(path="x", hue="mud", created_by=curator))


def test_the_identity_of_a_row_is_kept(rows, curator):
    row = rows.build.bundle.rows["tags"][0]
    tag = Tag(**rows.build.columns(TAGS, row))
    rows.store(TAGS, row, tag)
    rows.remember(TAGS, row, tag, "a" * 64)
    rows.remember_all()
    kept = ForeignRow.objects.get()
    assert (kept.source, kept.object_type, kept.object_id) == ("bundle", "tag", str(tag.pk))
    assert kept.foreign_id == row.values["path"]
    rows.remember_anew(TAGS, row, tag, "b" * 64)
    kept.refresh_from_db()
    assert kept.digest == "b" * 64
