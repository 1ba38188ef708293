"""Test how rows of the database become rows of a bundle."""

import json

import pytest

from annotations.actions.bundles.merging import bring_in
from annotations.actions.claims import settle_claim
from annotations.logic.bundles.tables import INDEPENDENCES, REVISIONS
from annotations.models import Claim
from annotations.queries.bundles.records import in_canonical_order, values_of, without_original
from newsroom.models import Story
from newsroom.roles import UserRole
from tests import make
from tests.foreign_bundles import bundle_of, from_elsewhere, opened, sorted_tables

pytestmark = pytest.mark.django_db


def test_a_bundle_is_the_same_each_time(rain):
    assert bundle_of(rain) == bundle_of(rain)


def test_sources_come_only_if_they_are_asked_for(rain):
    without, with_them = opened(bundle_of(rain)), opened(bundle_of(rain, originals=True))
    assert without.originals == {}
    assert {row.values["original"] for row in without.rows["revisions"]} == {None}
    assert {row.values["original"] for row in with_them.rows["revisions"]} == set(with_them.originals)


def test_texts_are_those_that_offsets_point_into(rain):
    bundle = opened(bundle_of(rain))
    article_of = {row.key: row.values["article"] for row in bundle.rows["highlights"]}
    for row in bundle.rows["anchors"]:
        anchor = row.values
        text = bundle.texts[f"texts/{article_of[anchor['highlight']]}/{anchor['revision']}.txt"]
        assert text[anchor["start"] : anchor["end"]] == anchor["quote"]


def test_a_revision_tells_how_it_was_fetched(rain):
    captures = [row.values["capture"] for row in opened(bundle_of(rain)).rows["revisions"]]
    assert [capture["status"] for capture in captures if capture] == [200]


def test_a_person_of_another_desk_is_named_until_somebody_here_acts(rain):
    curator = make.user(UserRole.CURATOR, "curator")
    bring_in(opened(from_elsewhere(bundle_of(rain))), by=curator)
    story = Story.objects.get(slug="rain-elsewhere")
    claim = Claim.objects.filter(story=story).exclude(settled_at=None).get()

    def judges():
        rows = map(json.loads, sorted_tables(bundle_of(story))["tables/claims.jsonl"])
        return {row["settled_by"] for row in rows if row["settled_by"]}

    (stranger,) = judges()
    assert stranger.endswith("of another desk")
    settle_claim(claim, "false", "No.", version=claim.version, by=curator, seen=make.WEAKNESS_SEEN)
    assert judges() == {"curator"}


def test_the_articles_of_an_independence_have_one_order_on_every_desk():
    values = in_canonical_order(INDEPENDENCES, {"first": "b", "second": "a"})
    assert values == {"first": "a", "second": "b"}


def test_the_hash_of_a_source_is_left_out_of_revisions_alone(rain):
    (values, *_) = values_of(REVISIONS, [rain.articles.first().current])
    assert values["original"]
    assert without_original(values)["original"] is None
    assert without_original({"path": "a"}) == {"path": "a"}
