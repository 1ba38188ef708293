"""Test the page of a person's own account."""

import pytest
from django.conf import settings
from django.test import Client

from newsroom.models import User
from newsroom.queries.sessions import sessions_of
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
NEW = "correct horse battery staple"


@pytest.fixture
def ada() -> User:
    return make.user(UserRole.READER, "ada")


def signed_in(password: str = make.PASSWORD) -> Client:
    client = Client()
    client.post("/sign-in/", {"username": "ada", "password": password})
    return client


def change(client: Client, old: str = make.PASSWORD, again: str = NEW):
    return client.post("/account/password/", {"old": old, "password": NEW, "again": again})


def test_a_person_changes_the_password_and_stays_signed_in_here_only(ada):
    here, elsewhere = signed_in(), signed_in()
    assert change(here)["Location"] == "/account/"
    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/").status_code == 302
    assert signed_in(NEW).get("/account/").status_code == 200


def test_a_wrong_old_password_changes_nothing(ada):
    here = signed_in()
    answer = change(here, old="wrong")
    assert answer.status_code == 422
    assert "This is not your password" in answer.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(make.PASSWORD)


def test_guessing_the_old_password_is_limited_like_signing_in(ada):
    here = signed_in()
    limit = settings.GUESSES["username", "ip_address"]
    answers = [change(here, old=f"guess {number}").status_code for number in range(limit + 1)]
    assert answers[0] == 422
    assert answers[-1] == 429


def test_a_person_ends_a_session_and_all_others(ada):
    here, second, third = (signed_in() for _ in range(3))
    other = next(session for session in sessions_of(ada) if session.key == second.session.session_key)
    page = here.get("/account/").content.decode()
    assert other.mark in page
    assert other.key not in page
    here.post("/account/sessions/end/", {"session": other.mark})
    assert [client.get("/account/").status_code for client in (here, second, third)] == [200, 302, 200]
    here.post("/account/sessions/end-others/")
    assert [client.get("/account/").status_code for client in (here, third)] == [200, 302]


def test_only_curators_read_in_the_history_what_was_done_to_an_account(ada):
    here = signed_in()
    change(here)
    assert "changed their own password" not in here.get("/activity/").content.decode()
    here.force_login(make.user(UserRole.CURATOR))
    assert "changed their own password" in here.get("/activity/").content.decode()
