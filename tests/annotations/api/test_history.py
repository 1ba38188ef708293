"""Test following the history, and undo, by program."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.utils import timezone

from annotations.actions.passages.highlights import tag_highlight
from annotations.api.history import SETTLING
from newsroom.actions.bulk import act_on_each
from newsroom.models import Activity
from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.api_operations import Program
from tests.forbidden_writes import guards_lowered

pytestmark = pytest.mark.django_db


def settle() -> None:
    """Make all lines of the history old enough for the feed."""
    with guards_lowered():
        Activity.objects.update(at=timezone.now() - SETTLING - timedelta(seconds=1))


def test_the_feed_gives_each_line_once_and_in_order():
    program = Program(make.user(UserRole.READER), TokenScope.READ)
    for title in ("Rain", "Snow", "Wind"):
        make.story(title)
    settle()
    found, since = [], 0
    while True:
        answer = program.get(f"/changes?since={since}&limit=2").json()
        if not answer["records"]:
            break
        found += [record["summary"] for record in answer["records"]]
        since = answer["next"]
    assert found == [f"opened the story “{title}”" for title in ("Rain", "Snow", "Wind")]
    assert answer["next"] == since


def test_on_postgresql_a_line_waits_until_none_can_come_before_it():
    program = Program(make.user(UserRole.READER), TokenScope.READ)
    make.story("Rain")
    settle()
    make.story("Snow")
    records = program.get("/changes").json()["records"]
    assert len(records) == (1 if connection.vendor == "postgresql" else 2)


def test_the_feed_tells_nothing_about_accounts_to_others():
    make.token(make.user())
    settle()
    assert Program(make.user(), TokenScope.READ).get("/changes").json()["records"] == []


@pytest.mark.parametrize("query", ["since=-1", "since=x", "since=99999999999999999999", "limit=501"])
def test_a_feed_that_cannot_be_followed_is_refused(query):
    assert Program(make.user(), TokenScope.READ).get(f"/changes?{query}").status_code == 422


def test_a_program_hears_how_many_rows_it_took_back():
    curator = make.user(UserRole.CURATOR)
    program = Program(curator)
    story = make.story()
    article = make.article("Rain fell on Java.", story=story)
    marks = [make.highlight(article, words, by=curator) for words in ("Rain", "Java")]
    act_on_each(marks, partial(tag_highlight, tag=make.tag(by=curator), by=curator), by=curator)
    for way, word in (("undo", "undone"), ("redo", "redone")):
        words = program.post(f"/stories/{story.pk}/{way}").json()[word]
        assert words.endswith(", and 1 more at once")


def test_a_program_undoes_its_own_act_and_does_it_again():
    program = Program(make.user(UserRole.REPORTER))
    story = make.story()
    article = make.article("Rain fell on Java.", story=story)
    mark = program.post("/annotations", {"article": article.pk, "exact": "Rain"}).json()
    assert "Rain" in program.post(f"/stories/{story.pk}/undo").json()["undone"]
    assert program.get(f"/annotations/{mark['id']}").status_code == 404
    assert program.post(f"/stories/{story.pk}/redo").status_code == 200
    assert program.get(f"/annotations/{mark['id']}").status_code == 200
