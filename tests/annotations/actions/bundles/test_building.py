"""Test that rows of a bundle are built with the references of this desk."""

import pytest

from annotations.actions.bundles.building import RowBuilder, UnknownReference
from annotations.logic.bundles.rows import BundleRow
from annotations.logic.bundles.tables import CLAIMS, EVIDENCE
from newsroom.errors import Invalid
from tests.foreign_bundles import bundle_of, edited, from_elsewhere, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(rain):
    return opened(from_elsewhere(bundle_of(rain, originals=True)))


def test_a_row_that_rests_on_one_which_is_not_here_yet_says_on_which(sent, curator):
    build = RowBuilder(sent, curator)
    (row,) = sent.rows["evidence"][:1]
    with pytest.raises(UnknownReference, match=f"rests on {row.values['claim']} in claims"):
        build.columns(EVIDENCE, row)


def test_a_row_that_rests_on_one_which_the_bundle_lacks_is_broken(sent, curator):
    row = sent.rows["evidence"][0]
    other = BundleRow(EVIDENCE, 1, row.values | {"claim": row.key})
    with pytest.raises(Invalid, match="there is no"):
        RowBuilder(sent, curator).columns(EVIDENCE, other)


def test_the_name_of_a_stranger_is_kept_with_the_time_of_what_may_be_done_again(sent, curator):
    build = RowBuilder(sent, curator)
    row = next(row for row in sent.rows["claims"] if row.values["settled_by"])
    names = build.names(CLAIMS, row)
    assert names["created_by"] == {"name": "ann of another desk", "at": None}
    assert names["settled_by"]["at"] == row.values["settled_at"]
    assert build.columns(CLAIMS, row)["created_by_id"] == curator.pk


def test_bytes_that_were_changed_are_refused(rain, curator):
    sent = opened(from_elsewhere(bundle_of(rain, originals=True)))
    row = sent.rows["revisions"][0]
    damaged = dict.fromkeys(sent.originals, b"other")
    build = RowBuilder(type(sent)(sent.rows, sent.texts, damaged), curator)
    with pytest.raises(Invalid, match="bytes of its source were changed"):
        build.original(row)


def test_a_missing_text_is_refused(rain, curator):
    sent = opened(edited(bundle_of(rain), "revisions", lambda row: row | {"number": row["number"] + 7}))
    with pytest.raises(Invalid, match=r"lacks the file texts/"):
        RowBuilder(sent, curator).text(sent.rows["revisions"][0])
