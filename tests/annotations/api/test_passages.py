"""Test highlighting by program: the quote decides, and is never guessed."""

import pytest

from annotations.models import Highlight
from newsroom.roles import UserRole
from tests import make
from tests.api_operations import Program

pytestmark = pytest.mark.django_db
TEXT = "Rain fell on Java. Nobody left. Rain fell on Bali."


def mark(program: Program, **body):
    return program.post("/annotations", {"article": make.article(TEXT).pk, **body})


def test_a_passage_is_highlighted_by_its_words_with_tags_and_a_note(program):
    record = mark(program, exact="Nobody left", tags=["claims/time", "event"], note="So.").json()
    assert (record["exact"], record["note"]) == ("Nobody left", "So.")
    assert record["tags"] == ["claims/time", "event"]
    assert record["start"] == TEXT.index("Nobody")


@pytest.mark.parametrize(
    ("where", "start"),
    [({"prefix": "left. "}, 32), ({"suffix": " on Java"}, 0), ({"start": 32}, 32)],
)
def test_words_that_stand_twice_need_their_surroundings(program, where, start):
    refused = mark(program, exact="Rain fell")
    assert (refused.status_code, "stand 2 times" in refused.json()["detail"]) == (422, True)
    assert mark(program, exact="Rain fell", **where).json()["start"] == start


@pytest.mark.parametrize("where", [{}, {"start": 3}, {"prefix": "x"}])
def test_words_that_do_not_stand_there_are_refused(program, where):
    exact = "rain" if not where else "Nobody"
    assert mark(program, exact=exact, **where).status_code == 422
    assert Highlight.objects.count() == 0


def test_the_same_words_of_ones_own_are_marked_once_and_those_of_another_on_demand(program):
    article = make.article(TEXT)
    body = {"article": article.pk, "exact": "Nobody left"}
    first, again = (program.post("/annotations", body) for _ in range(2))
    assert (first.status_code, again.status_code, first.json()["id"]) == (201, 200, again.json()["id"])
    other = Program(make.user(UserRole.REPORTER))
    assert other.post("/annotations", body).status_code == 409
    assert other.post("/annotations", {**body, "beside_others": True}).status_code == 201


def test_what_is_not_sent_of_a_description_stays(program):
    record = mark(program, exact="Nobody left", note="So.").json()
    address = f"/annotations/{record['id']}/description"
    described = program.post(address, {"attribution": "an official"}, If_Match="*").json()
    assert (described["note"], described["attribution"]) == ("So.", "an official")
    assert program.post(address, {"note": "Why?"}, If_Match="*").json()["attribution"] == "an official"


def test_a_tag_is_taken_off_by_its_path(program):
    record = mark(program, exact="Nobody", tags=["event"]).json()
    answer = program.post(f"/annotations/{record['id']}/untag", {"tag": "EVENT"})
    assert answer.json()["tags"] == []
    assert program.post(f"/annotations/{record['id']}/untag", {"tag": "zebra"}).status_code == 404
