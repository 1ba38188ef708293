"""Test that an act of a program is done once, and within the scope of its token."""

import pytest

from annotations.models import Claim
from newsroom.models import Activity, Story
from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.api_operations import Program

pytestmark = pytest.mark.django_db


def test_the_same_request_with_the_same_key_is_done_once(program):
    story = make.story()
    body = {"story": story.slug, "statement": "He left early."}
    first, again = (program.post("/claims", body, Idempotency_Key="one") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    assert "Idempotency-Replayed" not in first
    assert again["Idempotency-Replayed"] == "true"
    assert Claim.objects.count() == 1


def test_an_act_that_would_be_refused_the_second_time_is_answered_as_done(program):
    claim = make.claim(make.story())
    seen = program.get(f"/claims/{claim.pk}")["ETag"]
    address, body = f"/claims/{claim.pk}/reword", {"statement": "He left."}
    answers = [program.post(address, body, If_Match=seen, Idempotency_Key="one") for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0]["ETag"] == answers[1]["ETag"]
    assert program.post(address, body, If_Match=seen, Idempotency_Key="two").status_code == 412


def test_withdrawing_twice_is_answered_without_a_record(program):
    link = make.link(*(make.highlight(make.article()) for _ in range(2)))
    for _ in range(2):
        assert program.post(f"/links/{link.pk}/withdraw", Idempotency_Key="one").status_code == 204


def test_a_key_of_another_request_is_refused(program):
    program.post("/stories", {"title": "Rain"}, Idempotency_Key="one")
    refused = program.post("/stories", {"title": "Snow"}, Idempotency_Key="one")
    assert refused.status_code == 422
    assert "new key for each act" in refused.json()["detail"]
    assert Story.objects.count() == 1


def test_two_people_may_choose_the_same_key(program):
    other = Program(make.user(UserRole.EDITOR))
    for each in (program, other):
        assert each.post("/stories", {"title": "Rain"}, Idempotency_Key="one").status_code == 201


def test_without_a_key_each_request_is_an_act(program):
    for _ in range(2):
        assert program.post("/stories", {"title": "Rain"}).status_code == 201


@pytest.mark.parametrize(("length", "status"), [(0, 422), (1, 201), (255, 201), (256, 422)])
def test_a_key_has_a_length(program, length, status):
    assert program.post("/stories", {"title": "Rain"}, Idempotency_Key="k" * length).status_code == status


def test_a_refused_request_may_come_again_with_its_key(program):
    claim = {"story": "no", "statement": "He left."}
    assert program.post("/claims", claim, Idempotency_Key="k").status_code == 404
    assert program.post("/stories", {"title": "Rain"}, Idempotency_Key="k").status_code == 201


def test_a_token_that_only_reads_writes_nothing_and_says_why():
    program = Program(make.user(UserRole.CURATOR), TokenScope.READ)
    before = Activity.objects.count()
    refused = program.post("/stories", {"title": "Rain"})
    assert (refused.status_code, "Make one with the scope “write”" in refused.json()["detail"]) == (403, True)
    assert Activity.objects.count() == before


def test_a_role_that_was_taken_away_counts_for_the_token_too():
    person = make.user(UserRole.EDITOR)
    program = Program(person)
    type(person).objects.filter(pk=person.pk).update(role=UserRole.READER)
    assert program.post("/stories", {"title": "Rain"}).status_code == 403
