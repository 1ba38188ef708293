"""Test what the exports of articles, revisions, outlets, origins and stories write."""

import hashlib

import pytest

from annotations.actions.origins import decide_origin
from newsroom.actions.correcting import correct_article
from newsroom.actions.outlets import set_owner
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_every_revision_comes_with_the_text_that_offsets_point_into(exported_desk, exported, signed_in):
    one = exported_desk["highlights"][0]
    make.revision(exported_desk["articles"][0], "It rained, two officials said.")
    old, new = exported("revisions", f"article={one.article_id}")
    assert (old["revision"], new["revision"]) == ("1", "2")
    assert new["text"] == "It rained, two officials said."
    assert new["sha256"] == hashlib.sha256(new["text"].encode()).hexdigest()
    (row,) = (row for row in exported("annotations") if row["annotation_id"] == str(one.pk))
    assert new["text"][int(row["start"]) : int(row["end"])] == row["exact"]
    assert signed_in.get(new["text_address"]).content.decode() == new["text"]


def test_a_correction_names_the_revision_that_it_corrects(exported_desk, exported, editor):
    article = exported_desk["articles"][0]
    correct_article(article, {"byline": "Ana Berg"}, {}, number=1, by=editor)
    read, corrected = exported("revisions", f"article={article.pk}")
    assert (read["corrects"], corrected["corrects"]) == ("", "1")
    assert (read["byline"], corrected["byline"]) == ("", "Ana Berg")


def test_an_outlet_names_its_owner(exported_desk, exported, editor):
    first, second = (article.outlet for article in exported_desk["articles"])
    set_owner(second, owner=first, by=make.user(UserRole.CURATOR))
    rows = {row["outlet"]: row for row in exported("outlets")}
    assert (rows["Herald"]["owner"], rows["Courier"]["owner"]) == ("Courier", "")
    assert [row["outlet"] for row in exported("outlets", "kind=other&outlet=herald")] == ["Herald"]


def test_an_origin_has_a_row_for_each_article_with_its_reason(exported_desk, exported, editor):
    origin = make.origin(*exported_desk["articles"], name="Kyodo", by=editor)
    decide_origin(origin, "rejected", reason="Another text.", by=editor)
    rows = exported("origins", "origin=kyodo&state=rejected")
    assert [row["article_id"] for row in rows] == [str(article.pk) for article in exported_desk["articles"]]
    assert {(row["reason"], row["decided_by"]) for row in rows} == {("Another text.", "editor")}


def test_a_story_is_written_with_its_title(exported_desk, exported):
    make.story("Hail")
    (row,) = exported("stories", "story=rain")
    assert (row["story"], row["title"]) == ("rain", "Rain")
    assert len(exported("stories", "story=rain&references=0")) == len(exported("stories", "q=ai")) - 1 == 1
