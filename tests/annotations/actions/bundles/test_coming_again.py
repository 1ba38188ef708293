"""Test that a bundle may come again after what it brought was removed, merged or renamed here."""

import pytest

from annotations.actions.bundles.merging import bring_in, rehearse_bringing
from annotations.actions.tags import merge_tag
from annotations.logic.bundles.reports import RowState
from annotations.models import HighlightTag, Provenance, Tag
from newsroom.models import Story, StoryArticle
from tests import make
from tests.foreign_bundles import bundle_of, edited, from_elsewhere, opened

pytestmark = pytest.mark.django_db

REMOVED = "It was removed here, and stays so."
#: The fields with people, by table. With accounts here, no names are kept beside the rows.
KNOWN = {"taggings": "added_by", "places": "added_by"}


@pytest.fixture(params=["strangers", "people with accounts"])
def sent(request, rain, curator):
    """Return a bundle that was brought in already."""
    raw = from_elsewhere(bundle_of(rain))
    if request.param != "strangers":
        for table, field in KNOWN.items():
            raw = edited(raw, table, lambda row, field=field: row | {field: "ann"})
    bring_in(opened(raw), by=curator)
    return raw


def elsewhere():
    return Story.objects.get(slug="rain-elsewhere")


def kept(report):
    """Return the rows with reasons, by table, after making sure that nothing else happened."""
    assert {line.state for line in report.lines} <= {RowState.SAME, RowState.KEPT}
    return [(line.table, line.reason) for line in report.kept_for_a_reason]


def removable(table):
    return {
        "taggings": HighlightTag.objects.filter(highlight__article__places__story=elsewhere()),
        "places": StoryArticle.objects.filter(story=elsewhere()),
        "provenances": Provenance.objects.filter(article__places__story=elsewhere()),
    }[table]


@pytest.mark.parametrize("table", ["taggings", "places", "provenances"])
def test_what_was_removed_here_stays_so_and_is_said(sent, curator, table):
    row = removable(table).first()
    row.delete()
    number = removable(table).count()
    assert kept(rehearse_bringing(opened(sent), by=curator)) == [(table, REMOVED)]
    assert kept(bring_in(opened(sent), by=curator)) == [(table, REMOVED)]
    assert kept(bring_in(opened(sent), by=curator)) == [(table, REMOVED)]
    assert removable(table).count() == number


def test_what_was_removed_and_added_again_here_is_the_same(sent, curator):
    row = removable("taggings").first()
    row.delete()
    HighlightTag.objects.create(highlight=row.highlight, tag=row.tag, added_by=curator)
    assert kept(bring_in(opened(sent), by=curator)) == []


def test_a_tag_that_was_merged_here_stands_for_the_one_it_was_merged_from(sent, curator):
    tag, other = Tag.objects.get(path="people-elsewhere"), make.tag("persons", by=curator)
    merge_tag(tag, into=other, by=curator)
    report = bring_in(opened(sent), by=curator)
    assert kept(report) == [("tags", "It became another row here, which stays.")]
    assert HighlightTag.objects.filter(tag=other).count() == 2
    assert not Tag.objects.filter(path="people-elsewhere").exists()


def test_a_new_use_there_of_a_tag_that_was_merged_here_gets_the_other_tag(rain, curator):
    raw = from_elsewhere(bundle_of(rain))
    without = edited(raw, "taggings", lambda row: None if row["tag"] == "people-elsewhere" else row)
    bring_in(opened(without), by=curator)
    other = make.tag("persons", by=curator)
    # No highlight has the tag, so the bundle left it here from the list of tags alone.
    merge_tag(Tag.objects.get(path="people-elsewhere"), into=other, by=curator)
    report = bring_in(opened(raw), by=curator)
    assert report.counts[RowState.NEW] == 2
    assert HighlightTag.objects.filter(tag=other).count() == 2


def test_the_author_of_a_merged_tag_is_not_that_of_the_other(sent, curator):
    merge_tag(Tag.objects.get(path="people-elsewhere"), into=make.tag("persons", by=curator), by=curator)
    tags = {row.key: row.values for row in opened(bundle_of(elsewhere())).rows["tags"]}
    assert tags["persons"]["created_by"] == curator.username


def test_a_tag_with_another_name_here_is_the_same(sent, curator):
    Tag.objects.filter(path="people-elsewhere").update(path="persons")
    assert kept(bring_in(opened(sent), by=curator)) == []
    assert not Tag.objects.filter(path="people-elsewhere").exists()


def test_a_tag_with_another_name_here_that_both_changed_is_a_conflict(sent, curator):
    Tag.objects.filter(path="people-elsewhere").update(path="persons")

    def described(row):
        return row | {"definition": "All of them."} if row["path"] == "people-elsewhere" else row

    changed = edited(sent, "tags", described)
    report = bring_in(opened(changed), by=curator)
    assert [line.key for line in report.lines_of(RowState.CONFLICT)] == ["people-elsewhere"]
    Tag.objects.filter(path="persons").update(definition="Ours.")
    again = [line.state for line in bring_in(opened(sent), by=curator).lines if line.table == "tags"]
    assert again == [RowState.KEPT, RowState.SAME]


def test_an_article_of_two_stories_keeps_its_place_in_each(rain, curator):
    article = rain.articles.first()
    second = make.story("Snow")
    StoryArticle.objects.create(story=second, article=article, added_by=curator)
    one, two = (from_elsewhere(bundle_of(story)) for story in (rain, second))
    bring_in(opened(one), by=curator)
    report = bring_in(opened(two), by=curator)
    assert not report.lines_of(RowState.CONFLICT)
    assert Story.objects.get(slug="snow-elsewhere").articles.count() == 1
    assert kept(bring_in(opened(one), by=curator)) == []


def test_a_claim_that_went_to_another_story_there_is_said_to_be_in_the_first_one_here(rain, curator):
    bring_in(opened(from_elsewhere(bundle_of(rain))), by=curator)
    snow = make.story("Snow")
    rain.claims.filter(statement="It hailed.").update(story=snow)
    report = bring_in(opened(from_elsewhere(bundle_of(snow))), by=curator)
    reasons = [(line.table, line.reason) for line in report.kept_for_a_reason]
    assert reasons == [("claims", "It is in another story here, and stays there.")]
    gone = bring_in(opened(from_elsewhere(bundle_of(rain))), by=curator).lines_of(RowState.GONE)
    assert [line.table for line in gone] == ["claims"]


def test_a_story_with_another_address_here_takes_changes_from_there(rain, curator):
    sent = edited(from_elsewhere(bundle_of(rain)), "stories", lambda row: row | {"slug": "rain"})
    bring_in(opened(sent), by=curator)
    changed = edited(sent, "stories", lambda row: row | {"title": "Heavy rain"})
    report = bring_in(opened(changed), by=curator)
    assert [line.state for line in report.lines if line.table == "stories"] == [RowState.CHANGED]
    story = Story.objects.get(title="Heavy rain")
    assert story.slug == "rain-2"
