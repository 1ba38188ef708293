"""Test which rows of this desk are gone from a newer bundle of their story."""

import pytest

from annotations.actions.bundles.merging import bring_in
from annotations.models import Claim, Evidence
from annotations.queries.bundles.gone_rows import gone_rows, is_changed_here
from newsroom.models import ForeignRow, Story
from tests import make
from tests.foreign_bundles import bundle_of, edited, from_elsewhere, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(rain, curator):
    """Return a bundle that was brought in already."""
    raw = from_elsewhere(bundle_of(rain))
    bring_in(opened(raw), by=curator)
    return raw


def gone(raw):
    return {(each.table.name, each.key) for each in gone_rows(opened(raw))}


def keys(raw, table):
    return {(table, row.key) for row in opened(raw).rows[table]}


def elsewhere():
    return Story.objects.get(slug="rain-elsewhere")


def test_of_a_bundle_that_holds_all_nothing_is_gone(sent):
    assert gone(sent) == set()


def test_of_a_story_that_is_not_here_nothing_is_gone(rain):
    assert gone(from_elsewhere(bundle_of(rain))) == set()


@pytest.mark.parametrize(
    "table",
    [
        "provenances",
        "taggings",
        "evidence",
        "links",
        "silences",
        "independences",
        "comments",
    ],
)
def test_what_the_bundle_lacks_is_gone(sent, table):
    assert keys(sent, table)
    assert gone(edited(sent, table, lambda row: None)) == keys(sent, table)


def test_what_rests_on_a_row_that_is_gone_goes_with_it(sent):
    assert gone(edited(sent, "claims", lambda row: None)) == keys(sent, "claims")
    assert gone(edited(sent, "highlights", lambda row: None)) == keys(sent, "highlights")


def test_highlights_of_an_article_that_left_the_story_are_not_gone(sent):
    without = edited(sent, "places", lambda row: None)
    assert gone(edited(without, "highlights", lambda row: None)) == keys(sent, "places")


def test_what_this_desk_made_or_took_back_is_not_gone(sent, curator):
    story = elsewhere()
    make.claim(story, "It snowed.", by=curator)
    Evidence.objects.filter(claim__story=story).update(withdrawn_at=story.created_at, withdrawn_by=curator)
    assert gone(edited(sent, "evidence", lambda row: None)) == set()


def test_what_came_from_another_tool_is_not_gone(sent):
    ForeignRow.objects.update(source="hypothesis")
    assert gone(edited(sent, "evidence", lambda row: None)) == set()


def changed_here(raw, table):
    return {is_changed_here(each) for each in gone_rows(opened(raw)) if each.table.name == table}


def test_a_row_that_this_desk_changed_says_so(sent):
    without = edited(sent, "evidence", lambda row: None)
    assert changed_here(without, "evidence") == {False}
    Evidence.objects.filter(claim__story=elsewhere()).update(note="Ours.")
    assert changed_here(without, "evidence") == {True}


def add_evidence(claim, article, by):
    make.evidence(claim, make.highlight(article, "minister", by=by), "context", by=by)


def add_silence(claim, article, by):
    make.silence(claim, article, by=by)


@pytest.mark.parametrize("add", [add_evidence, add_silence])
def test_a_claim_that_got_evidence_or_a_silence_here_is_changed_here(sent, curator, add):
    without = edited(sent, "claims", lambda row: row if row["statement"] != "It hailed." else None)
    without = edited(edited(without, "silences", lambda row: None), "verdict_bases", lambda row: None)
    assert changed_here(without, "claims") == {False}
    claim = Claim.objects.get(story=elsewhere(), statement="It hailed.")
    add(claim, elsewhere().articles.exclude(silences__claim=claim).first(), curator)
    assert changed_here(without, "claims") == {True}
