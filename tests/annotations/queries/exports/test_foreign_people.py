"""Test that exports name the people of other desks, and not those who brought their rows in."""

import pytest

from annotations.actions.bundles.merging import bring_in
from annotations.actions.claims import settle_claim
from annotations.models import Claim
from annotations.queries.exports import rows as exports
from newsroom.roles import UserRole
from tests import make
from tests.foreign_bundles import bundle_of, from_elsewhere, opened, story_of_everything

pytestmark = pytest.mark.django_db
STRANGER = "ann of another desk"


def people(kind, column):
    rows = exports.rows(kind, {"story": "rain-elsewhere", "references": "0"})
    return {exports.as_dict(kind, cells)[column] for cells in rows}


@pytest.fixture
def curator(db):
    curator = make.user(UserRole.CURATOR, "curator")
    bring_in(opened(from_elsewhere(bundle_of(story_of_everything()))), by=curator)
    return curator


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("annotations", "created_by"),
        ("articles", "imported_by"),
        ("claims", "created_by"),
        ("comments", "created_by"),
        ("links", "created_by"),
        ("revisions", "imported_by"),
        ("stories", "created_by"),
        ("tags", "created_by"),
    ],
)
def test_an_export_names_the_person_who_made_a_row_elsewhere(curator, kind, column):
    assert people(kind, column) == {STRANGER}


def test_a_verdict_is_that_of_its_judge(curator):
    (stranger,) = people("claims", "settled_by") - {None}
    assert stranger.endswith("of another desk")
    claim = Claim.objects.filter(story__slug="rain-elsewhere").exclude(settled_at=None).get()
    settle_claim(claim, "false", "No.", version=claim.version, by=curator, seen=make.WEAKNESS_SEEN)
    assert people("claims", "settled_by") - {None} == {"curator"}


def test_rows_of_this_desk_keep_their_people(curator):
    rows = exports.rows("stories", {"story": "rain"})
    assert [exports.as_dict("stories", cells)["created_by"] for cells in rows] == ["ann"]
