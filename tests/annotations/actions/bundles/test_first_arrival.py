"""Test that rows which were here before a bundle came are remembered: as the same, or as a conflict."""

import pytest

from annotations.actions.bundles.merging import bring_in
from annotations.actions.judgements.links import withdraw_link
from annotations.logic.bundles.reports import RowState
from annotations.models import Claim, Highlight, HighlightTag, Link
from newsroom.models import Activity, ForeignRow
from tests.foreign_bundles import bundle_of, edited, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(rain):
    """Return a bundle of the desk's own story, as another desk sends it back."""
    return bundle_of(rain)


def states(report, table):
    return {line.state for line in report.lines if line.table == table}


def renamed(raw):
    return edited(raw, "claims", lambda row: row | {"statement": f"{row['statement']} So it says."})


def test_a_second_time_nothing_changes_and_nothing_more_is_remembered(sent, curator):
    bring_in(opened(sent), by=curator)
    known, lines = list(ForeignRow.objects.values()), Activity.objects.count()
    report = bring_in(opened(sent), by=curator)
    assert {line.state for line in report.lines} == {RowState.SAME}
    assert (list(ForeignRow.objects.values()), Activity.objects.count()) == (known, lines)


def test_a_later_change_there_of_a_row_that_was_the_same_is_taken(sent, rain, curator):
    assert states(bring_in(opened(sent), by=curator), "claims") == {RowState.SAME}
    assert states(bring_in(opened(renamed(sent)), by=curator), "claims") == {RowState.CHANGED}
    assert all(claim.statement.endswith("So it says.") for claim in rain.claims.all())


def test_a_later_change_here_of_a_row_that_was_the_same_stays(sent, rain, curator):
    bring_in(opened(sent), by=curator)
    Claim.objects.filter(story=rain).update(statement="Ours.")
    assert states(bring_in(opened(sent), by=curator), "claims") == {RowState.KEPT}


@pytest.mark.parametrize(
    "table", ["taggings", "provenances", "evidence", "links", "silences", "independences", "comments"]
)
def test_a_later_withdrawal_there_of_a_row_that_was_the_same_is_named(sent, curator, table):
    bring_in(opened(sent), by=curator)
    without = opened(edited(sent, table, lambda row: None))
    gone = bring_in(without, by=curator).lines_of(RowState.GONE)
    assert {line.key for line in gone if line.table == table} == {row.key for row in opened(sent).rows[table]}
    assert {line.table for line in gone} == {table}


def test_a_later_withdrawal_there_of_a_row_that_differed_is_named_and_stays(sent, curator):
    link = Link.objects.get()
    Link.objects.update(note="Ours.")
    report = bring_in(opened(sent), by=curator)
    assert [line.table for line in report.lines_of(RowState.CONFLICT)] == ["links"]
    # It is a conflict again each time, until one of the desks gives way.
    assert [line.table for line in bring_in(opened(sent), by=curator).lines_of(RowState.CONFLICT)] == [
        "links"
    ]
    without = opened(edited(sent, "links", lambda row: None))
    (line,) = bring_in(without, by=curator, gone_too=True).lines_of(RowState.GONE)
    assert "this desk changed it" in line.reason
    link.refresh_from_db()
    assert link.withdrawn_at is None


def test_what_both_changed_alike_may_be_changed_there_once_more(sent, rain, curator):
    bring_in(opened(sent), by=curator)
    for claim in rain.claims.all():
        Claim.objects.filter(pk=claim.pk).update(statement=f"{claim.statement} So it says.")
    assert states(bring_in(opened(renamed(sent)), by=curator), "claims") == {RowState.SAME}
    report = bring_in(opened(renamed(renamed(sent))), by=curator)
    assert states(report, "claims") == {RowState.CHANGED}


def test_a_row_that_is_withdrawn_here_is_not_called_the_same(sent, curator):
    withdraw_link(Link.objects.get(), by=curator)
    report = bring_in(opened(sent), by=curator)
    assert [(line.table, line.reason) for line in report.kept_for_a_reason] == [
        ("links", "It was withdrawn here, and stays so.")
    ]


def test_a_tag_that_was_put_back_here_is_gone_when_it_is_taken_off_there(sent, curator):
    bring_in(opened(sent), by=curator)
    tagging = Highlight.objects.first().taggings.first()
    tagging.delete()
    HighlightTag.objects.create(highlight=tagging.highlight, tag=tagging.tag, added_by=curator)
    assert not bring_in(opened(sent), by=curator).kept_for_a_reason
    key = f"{tagging.highlight_id}/{tagging.tag.path}"
    without = edited(sent, "taggings", lambda row: None if key == f"{row['highlight']}/{row['tag']}" else row)
    assert [line.key for line in bring_in(opened(without), by=curator).lines_of(RowState.GONE)] == [key]
