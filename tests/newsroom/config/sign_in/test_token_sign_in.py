"""Test who is let in by a token, and what the log and the database keep of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from newsroom.actions.people.accounts import change_account
from newsroom.actions.people.tokens import revoke_token
from newsroom.models import ApiToken, User
from newsroom.roles import TokenScope, UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return make.user(UserRole.CURATOR)


def status(authorization: str) -> int:
    return Client().get("/api/stories", headers={"Authorization": authorization}).status_code


def test_a_token_lets_its_person_in_whatever_the_case_of_the_scheme(person):
    _, secret = make.token(person)
    assert [status(f"Bearer {secret}"), status(f"bearer  {secret}")] == [200, 200]


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer ", "Basic {0}", "{0}", "Bearer {0}x", "Bearer " + "x" * 5_000]
)
def test_anything_else_lets_nobody_in(person, authorization):
    _, secret = make.token(person)
    answer = Client().get("/api/stories", headers={"Authorization": authorization.replace("{0}", secret)})
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")


def test_a_token_that_ended_lets_nobody_in(person):
    token, secret = make.token(person)
    ApiToken.objects.filter(pk=token.pk).update(expires_at=timezone.now() + timedelta(minutes=1))
    assert status(f"Bearer {secret}") == 200
    ApiToken.objects.filter(pk=token.pk).update(expires_at=timezone.now())
    assert status(f"Bearer {secret}") == 401
    other, secret = make.token(person)
    revoke_token(other, by=person)
    assert status(f"Bearer {secret}") == 401


def test_an_account_that_was_switched_off_and_on_again_has_no_tokens(person, curator):
    _, secret = make.token(person)
    change_account(person, {"is_active": False}, by=curator)
    assert status(f"Bearer {secret}") == 401
    change_account(person, {"is_active": True}, by=curator)
    assert status(f"Bearer {secret}") == 401


def test_the_role_of_the_person_stays_what_it_is(person):
    _, secret = make.token(person, TokenScope.WRITE)
    Client().post(
        "/api/stories",
        {"title": "Rain"},
        content_type="application/json",
        headers={"Authorization": f"Bearer {secret}"},
    )
    person.refresh_from_db()
    assert person.role == UserRole.CURATOR


def test_the_last_use_is_noted_and_not_at_each_request(person):
    token, secret = make.token(person)
    status(f"Bearer {secret}")
    token.refresh_from_db()
    first = token.last_used_at
    assert timezone.now() - first < timedelta(minutes=1)
    status(f"Bearer {secret}")
    token.refresh_from_db()
    assert token.last_used_at == first


def test_too_many_requests_wait(person, settings):
    settings.API_REQUESTS_PER_MINUTE = 0
    _, secret = make.token(person)
    answer = Client().get("/api/stories", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 429
    assert 0 < int(answer["Retry-After"]) <= 60
    assert answer["Content-Type"] == "application/problem+json"


def test_the_log_names_the_person_and_no_secret(person, caplog):
    caplog.set_level("INFO", "newsroom.requests")
    _, secret = make.token(person)
    status(f"Bearer {secret}")
    (line,) = [record for record in caplog.records if record.name == "newsroom.requests"]
    assert line.user == str(person.pk)
    assert secret not in str(line.__dict__)


def test_a_token_opens_no_page(person):
    _, secret = make.token(person)
    for page in ("/", "/account/", "/api/", "/admin/"):
        answer = Client().get(page, headers={"Authorization": f"Bearer {secret}"})
        assert answer.status_code == 302
