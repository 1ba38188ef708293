"""Test that what another desk took back is named here, and withdrawn by the ordinary acts on request."""

import pytest

from annotations.actions.bundles.merging import bring_in, rehearse_bringing
from annotations.actions.claims import settle_claim, withdraw_claim
from annotations.actions.comments import comment_on, withdraw_comment
from annotations.actions.judgements.evidence import withdraw_evidence
from annotations.actions.judgements.independences import withdraw_independence
from annotations.actions.judgements.links import withdraw_link
from annotations.actions.judgements.silences import withdraw_silence
from annotations.actions.passages.highlights import untag_highlight, withdraw_highlight
from annotations.actions.undo.undoing import undo
from annotations.logic.bundles.reports import RowState
from annotations.models import Claim, Evidence, Highlight, Independence, Link, Silence
from newsroom.models import Activity, Story, StoryArticle
from tests import make
from tests.foreign_bundles import bundle_of, from_elsewhere, opened, sorted_tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(rain, curator):
    """Return the story that another desk sent, as it came in here."""
    bring_in(opened(from_elsewhere(bundle_of(rain))), by=curator)
    return Story.objects.get(slug="rain-elsewhere")


def newer(rain):
    """Return the bundle that the other desk sends now."""
    return opened(from_elsewhere(bundle_of(rain)))


def told(report, *states):
    return sorted(line.table for line in report.lines if line.state in states)


def minister(story):
    return Highlight.objects.get(article__places__story=story, anchor__quote="the minister")


def take_evidence_back(rain, by):
    statement = Independence.objects.get(claim__story=rain)
    withdraw_independence(statement, by=by)
    evidence = Evidence.objects.filter(claim=statement.claim).first()
    withdraw_evidence(evidence, by=by)


def take_link_back(rain, by):
    withdraw_link(Link.objects.get(source__article__places__story=rain), by=by)


def take_silence_back(rain, by):
    withdraw_silence(Silence.objects.get(claim__story=rain), by=by)


def take_tag_off(rain, by):
    tagging = Highlight.objects.filter(article__places__story=rain).first().taggings.first()
    untag_highlight(tagging.highlight, tagging.tag, by=by)


def take_comment_back(rain, by):
    claim = Claim.objects.get(story=rain, statement="It rained.")
    withdraw_comment(claim.comments.get(), by=by)


def take_claim_back(rain, by):
    claim = Claim.objects.get(story=rain, statement="It was dry.")
    withdraw_claim(claim, version=claim.version, by=by)


def take_highlight_back(rain, by):
    take_claim_back(rain, by)
    take_link_back(rain, by)
    withdraw_highlight(minister(rain), by=by)


@pytest.mark.parametrize(
    ("take_back", "tables"),
    [
        (take_evidence_back, ["evidence", "independences"]),
        (take_link_back, ["links"]),
        (take_silence_back, ["silences"]),
        (take_tag_off, ["taggings"]),
        (take_comment_back, ["comments"]),
        (take_claim_back, ["claims"]),
        (take_highlight_back, ["claims", "highlights", "links"]),
    ],
)
def test_what_is_gone_there_is_named_and_withdrawn_on_request_alone(rain, here, curator, take_back, tables):
    before = sorted_tables(bundle_of(here))
    take_back(rain, curator)
    report = bring_in(newer(rain), by=curator)
    assert told(report, RowState.GONE) == tables
    assert told(report, RowState.NEW, RowState.CHANGED, RowState.KEPT, RowState.CONFLICT) == []
    assert all("still stands here" in line.reason for line in report.lines_of(RowState.GONE))
    assert sorted_tables(bundle_of(here)) == before

    lines = Activity.objects.count()
    rehearsed = rehearse_bringing(newer(rain), by=curator, gone_too=True)
    assert (Activity.objects.count(), sorted_tables(bundle_of(here))) == (lines, before)
    withdrawn = bring_in(newer(rain), by=curator, gone_too=True)
    assert withdrawn == rehearsed
    assert told(withdrawn, RowState.WITHDRAWN) == tables
    assert told(withdrawn, RowState.GONE) == []
    # Each act has its line, and so has the merge.
    assert Activity.objects.count() == lines + len(tables) + 1
    assert sorted_tables(bundle_of(here)) == sorted_tables(from_elsewhere(bundle_of(rain)))

    again = bring_in(newer(rain), by=curator, gone_too=True)
    assert {line.state for line in again.lines} == {RowState.SAME}
    assert Activity.objects.count() == lines + len(tables) + 1


def test_undo_puts_back_what_was_withdrawn(rain, here, curator):
    take_link_back(rain, curator)
    bring_in(newer(rain), by=curator, gone_too=True)
    link = Link.objects.get(source__article__places__story=here)
    assert link.withdrawn_at is not None
    undo(here, by=curator)
    link.refresh_from_db()
    assert link.withdrawn_at is None


def test_what_was_withdrawn_here_and_is_back_there_is_said(rain, here, curator):
    kept = opened(from_elsewhere(bundle_of(rain)))
    for take_back in (take_evidence_back, take_link_back, take_silence_back, take_comment_back):
        take_back(rain, curator)
    bring_in(newer(rain), by=curator, gone_too=True)
    report = bring_in(kept, by=curator)
    reasons = {line.table: line.reason for line in report.kept_for_a_reason}
    assert set(reasons) == {"evidence", "independences", "links", "silences", "comments"}
    assert set(reasons.values()) == {"It was withdrawn here, and stays so."}


def test_what_this_desk_changed_stays_and_says_why(rain, here, curator):
    Link.objects.filter(source__article__places__story=here).update(note="Ours.")
    take_link_back(rain, curator)
    report = bring_in(newer(rain), by=curator, gone_too=True)
    (line,) = report.lines_of(RowState.GONE)
    assert "this desk changed it or added to it since it came" in line.reason
    assert Link.objects.get(source__article__places__story=here).withdrawn_at is None


def test_what_this_desk_hung_on_a_passage_or_a_claim_keeps_it(rain, here, curator):
    take_highlight_back(rain, curator)
    comment_on(minister(here), "Who is meant?", by=curator)
    comment_on(Claim.objects.get(story=here, statement="It was dry."), "Where?", by=curator)
    report = bring_in(newer(rain), by=curator, gone_too=True)
    stays = {line.table for line in report.lines_of(RowState.GONE) if "added to it" in line.reason}
    assert stays == {"claims", "highlights"}
    assert minister(here).withdrawn_at is None


def test_what_the_ordinary_act_refuses_stays_with_its_reason(rain, here, curator):
    take_highlight_back(rain, curator)
    highlight = minister(here)
    make.evidence(make.claim(here, "It snowed.", by=curator), highlight, by=curator)
    report = bring_in(newer(rain), by=curator, gone_too=True)
    (line,) = report.lines_of(RowState.GONE)
    assert "“the minister”: This highlight is evidence for 1 claim. Remove those first" in line.reason
    highlight.refresh_from_db()
    assert highlight.withdrawn_at is None


def test_a_claim_that_was_settled_here_stays(rain, here, curator):
    take_claim_back(rain, curator)
    claim = Claim.objects.get(story=here, statement="It was dry.")
    seen = make.WEAKNESS_SEEN
    settle_claim(claim, "true", "Both say so.", version=claim.version, by=curator, seen=seen)
    report = bring_in(newer(rain), by=curator, gone_too=True)
    assert told(report, RowState.GONE) == ["claims"]
    claim.refresh_from_db()
    assert claim.withdrawn_at is None


def test_an_article_that_left_the_story_there_is_left_to_a_person(rain, here, curator):
    StoryArticle.objects.filter(story=rain, article__outlet__name="Java").delete()
    report = bring_in(newer(rain), by=curator, gone_too=True)
    reasons = {line.table: line.reason for line in report.lines_of(RowState.GONE)}
    assert "the story there no longer holds the article" in reasons["places"]
    assert here.articles.count() == 2


def test_an_origin_that_an_article_lost_there_is_left_to_a_person(rain, here, curator):
    rain.articles.first().provenances.all().delete()
    report = bring_in(newer(rain), by=curator, gone_too=True)
    (line,) = report.lines_of(RowState.GONE)
    assert (line.table, "decide on the origin's page" in line.reason) == ("provenances", True)
