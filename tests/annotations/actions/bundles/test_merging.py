"""Test that a bundle is brought in whole, again, changed, and against what stands here."""

import json

import pytest

from annotations.actions.bundles.merging import bring_in, rehearse_bringing
from annotations.logic.bundles.reports import RowState
from annotations.models import Claim, Comment, Highlight, HighlightTag, Tag
from annotations.queries.verifying import findings
from newsroom.errors import Forbidden, Invalid
from newsroom.models import Activity, Article, ForeignRow, Outlet, Story, User
from tests import make
from tests.foreign_bundles import bundle_of, edited, from_elsewhere, opened, sorted_tables

pytestmark = pytest.mark.django_db


def states(report, *tables):
    """Return the states of the rows of these tables, or of all."""
    return {line.state for line in report.lines if not tables or line.table in tables}


@pytest.mark.parametrize("originals", [True, False])
def test_a_story_from_another_desk_comes_in_whole(rain, curator, originals):
    sent = from_elsewhere(bundle_of(rain, originals=originals))
    report = bring_in(opened(sent), by=curator)
    assert states(report) == {RowState.NEW}
    story = Story.objects.get(slug="rain-elsewhere")
    assert sorted_tables(bundle_of(story, originals=originals)) == sorted_tables(sent)
    assert list(findings()) == []


def test_a_second_time_nothing_changes(rain, curator):
    sent = opened(from_elsewhere(bundle_of(rain)))
    bring_in(sent, by=curator)
    lines = Activity.objects.count()
    assert states(bring_in(sent, by=curator)) == {RowState.SAME}
    assert Activity.objects.count() == lines


def test_the_desk_s_own_bundle_is_the_same(rain, curator):
    assert states(bring_in(opened(bundle_of(rain)), by=curator)) == {RowState.SAME}


def test_a_rehearsal_says_the_same_and_changes_nothing(rain, curator):
    sent = opened(from_elsewhere(bundle_of(rain)))
    before = [model.objects.count() for model in (Story, Article, Highlight, Activity, ForeignRow)]
    rehearsed = rehearse_bringing(sent, by=curator)
    after = [model.objects.count() for model in (Story, Article, Highlight, Activity, ForeignRow)]
    assert after == before
    assert bring_in(sent, by=curator) == rehearsed


def test_people_without_an_account_keep_their_names_and_get_none(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    accounts = User.objects.count()
    report = bring_in(opened(sent), by=curator)
    assert "ann of another desk" in report.strangers
    assert User.objects.count() == accounts
    story = Story.objects.get(slug="rain-elsewhere")
    assert story.created_by == curator
    (line,) = sorted_tables(bundle_of(story))["tables/stories.jsonl"]
    assert json.loads(line)["created_by"] == "ann of another desk"


def test_people_with_an_account_are_known_by_its_name(rain, curator):
    sent = edited(from_elsewhere(bundle_of(rain)), "stories", lambda row: row | {"created_by": "ann"})
    bring_in(opened(sent), by=curator)
    assert Story.objects.get(slug="rain-elsewhere").created_by.username == "ann"


def test_one_line_of_the_history_says_what_came(rain, curator):
    bring_in(opened(from_elsewhere(bundle_of(rain))), by=curator)
    line = Activity.objects.latest("pk")
    assert (line.verb, line.object_type, line.actor) == ("imported", "story", curator)
    assert "brought the story “Rain” in from a bundle" in line.summary


def test_what_only_the_other_desk_changed_is_changed_here(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    bring_in(opened(sent), by=curator)
    changed = edited(sent, "claims", lambda row: row | {"statement": row["statement"].upper()})
    report = bring_in(opened(changed), by=curator)
    assert states(report, "claims") == {RowState.CHANGED}
    story = Story.objects.get(slug="rain-elsewhere")
    assert sorted_tables(bundle_of(story)) == sorted_tables(changed)


def test_what_only_this_desk_changed_stays(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    bring_in(opened(sent), by=curator)
    story = Story.objects.get(slug="rain-elsewhere")
    Claim.objects.filter(story=story).update(statement="Ours.")
    report = bring_in(opened(sent), by=curator)
    assert states(report, "claims") == {RowState.KEPT}
    assert set(story.claims.values_list("statement", flat=True)) == {"Ours."}


def test_what_both_changed_is_a_conflict_and_stays(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    bring_in(opened(sent), by=curator)
    story = Story.objects.get(slug="rain-elsewhere")
    Claim.objects.filter(story=story).update(statement="Ours.")
    theirs = edited(sent, "claims", lambda row: row | {"statement": "Theirs."})
    report = bring_in(opened(theirs), by=curator)
    assert states(report, "claims") == {RowState.CONFLICT}
    assert {line.reason for line in report.lines_of(RowState.CONFLICT)} == {
        "It is here too, and differs in statement: it stays as it is here."
    }
    assert set(story.claims.values_list("statement", flat=True)) == {"Ours."}


def test_a_new_comment_there_joins_what_is_here(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    without = edited(sent, "comments", lambda row: None)
    bring_in(opened(without), by=curator)
    report = bring_in(opened(sent), by=curator)
    assert report.counts[RowState.NEW] == 2
    assert Comment.objects.filter(claim__story__slug="rain-elsewhere").count() == 1


def test_a_tag_of_the_same_path_is_the_same_tag_whatever_its_case(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    tag = make.tag("PEOPLE-ELSEWHERE", by=curator)
    report = bring_in(opened(sent), by=curator)
    assert [line.key for line in report.lines_of(RowState.CONFLICT)] == ["people-elsewhere"]
    assert HighlightTag.objects.filter(tag=tag).count() == 2
    assert Tag.objects.filter(path__iexact="people-elsewhere").count() == 1


def test_an_outlet_of_the_same_name_is_the_same_outlet(rain, curator):
    outlet = make.article(outlet="Bali-elsewhere").outlet
    bring_in(opened(from_elsewhere(bundle_of(rain))), by=curator)
    assert Article.objects.filter(outlet=outlet).count() == 2
    assert Outlet.objects.filter(name__iexact="bali-elsewhere").count() == 1


def test_an_article_with_the_same_id_elsewhere_and_the_same_text_is_the_same(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    article = Article.objects.filter(places__story=rain).first()
    same = edited(
        sent, "articles", lambda row: row | {"external_id": row["external_id"].removesuffix("-elsewhere")}
    )
    bring_in(opened(same), by=curator)
    assert Highlight.objects.filter(article=article).count() == 2
    assert Article.objects.count() == 2


def test_an_article_with_another_text_here_is_a_conflict_with_all_that_rests_on_it(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    article = Article.objects.filter(places__story=rain).earliest("pk")

    def at_ours(row):
        if row["external_id"] == f"{article.external_id}-elsewhere":
            row["external_id"] = article.external_id
        return row

    make.revision(article, "Rain fell, and then it stopped for good.")
    other = edited(edited(sent, "articles", at_ours), "comments", lambda row: None)
    report = bring_in(opened(other), by=curator)
    assert {line.table for line in report.lines_of(RowState.CONFLICT)} >= {"highlights"}
    assert any("newer text here" in line.reason for line in report.lines_of(RowState.CONFLICT))
    assert Highlight.objects.filter(article=article).count() == 1


def test_a_newer_text_there_is_a_conflict(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    bring_in(opened(sent), by=curator)
    article = Article.objects.filter(places__story=rain).earliest("pk")
    make.revision(article, "Rain fell on Bali, the minister said again.")
    report = bring_in(opened(from_elsewhere(bundle_of(rain))), by=curator)
    reasons = {line.reason for line in report.lines_of(RowState.CONFLICT) if line.table == "articles"}
    assert reasons == {"The article has a newer text there: import that text here first."}
    assert any("which is not brought in" in line.reason for line in report.lines_of(RowState.CONFLICT))


def test_a_story_whose_address_is_taken_gets_another(rain, curator):
    sent = edited(from_elsewhere(bundle_of(rain)), "stories", lambda row: row | {"slug": "rain"})
    report = bring_in(opened(sent), by=curator)
    assert not report.lines_of(RowState.CONFLICT)
    assert list(Story.objects.order_by("pk").values_list("slug", flat=True)) == ["rain", "rain-2"]
    assert states(bring_in(opened(sent), by=curator), "stories") == {RowState.SAME}


@pytest.mark.parametrize(
    ("table", "edit", "said"),
    [
        ("claims", {"verdict": "maybe"}, "tables/claims.jsonl, line 1: Verdict"),
        ("tags", {"hue": "mud"}, "tables/tags.jsonl, line 1: Colour"),
        ("stories", {"title": ""}, "tables/stories.jsonl, line 1: Title"),
        (
            "highlights",
            {"anchor": "00000000-0000-0000-0000-000000000000"},
            "hold no anchor of this highlight",
        ),
        ("evidence", {"claim": "00000000-0000-0000-0000-000000000000"}, "in the bundle's claims"),
        ("anchors", {"quote": "snow"}, "the text does not say “snow” at this place"),
        ("revisions", {"sha256": "0" * 64}, "its text was changed"),
        ("revisions", {"original": "0" * 64}, "the bundle lacks the file originals/"),
        ("revisions", {"capture": {"asked": 1}}, "“capture” is no record of fetching"),
        ("verdict_bases", {"passages": [{}]}, "“passages” are no passages of a basis"),
    ],
)
def test_a_broken_row_is_told_with_its_line_and_nothing_is_stored(rain, curator, table, edit, said):
    sent = edited(from_elsewhere(bundle_of(rain)), table, lambda row: row | edit)
    stories, articles = Story.objects.count(), Article.objects.count()
    with pytest.raises(Invalid) as refused:
        bring_in(opened(sent), by=curator)
    assert said in refused.value.sentence
    assert (Story.objects.count(), Article.objects.count()) == (stories, articles)


def test_a_bundle_of_no_story_is_refused(rain, curator):
    with pytest.raises(Invalid, match="exactly one story"):
        bring_in(opened(edited(bundle_of(rain), "stories", lambda row: None)), by=curator)


def test_an_article_without_a_text_is_refused(rain, curator):
    sent = from_elsewhere(bundle_of(rain))
    without = edited(edited(sent, "anchors", lambda row: None), "revisions", lambda row: None)
    with pytest.raises(Invalid, match="no revision in the bundle"):
        bring_in(opened(without), by=curator)


def test_an_editor_may_not_bring_a_bundle_in(rain):
    for act in (bring_in, rehearse_bringing):
        with pytest.raises(Forbidden):
            act(opened(bundle_of(rain)), by=make.user())
