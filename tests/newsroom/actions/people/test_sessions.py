"""Test ending sessions."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from newsroom.actions.people.sessions import end_other_sessions, end_session, sign_out
from newsroom.models import Activity, User
from newsroom.queries.sessions import sessions_of
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada() -> User:
    return make.user(username="ada")


def begin(user: User) -> str:
    """Sign `user` in with a new browser, and return the key of the session."""
    client = Client()
    client.force_login(user)
    return client.session.session_key


def keys(user: User) -> set[str]:
    return {session.key for session in sessions_of(user)}


def test_one_session_ends_and_the_others_go_on(ada):
    lost, kept = begin(ada), begin(ada)
    marks = {session.key: session.mark for session in sessions_of(ada)}
    end_session(marks[lost], by=ada)
    assert keys(ada) == {kept}
    assert last_line(ada).verb == "signed out"


def test_nobody_ends_a_session_of_somebody_else(ada):
    begin(ada)
    (session,) = sessions_of(ada)
    end_session(session.mark, by=make.user())
    assert keys(ada) == {session.key}
    assert not Activity.objects.exists()


def test_the_other_sessions_end_and_nobody_elses(ada):
    here, _, _ = (begin(ada) for _ in range(3))
    elsewhere = begin(make.user())
    assert end_other_sessions(by=ada, current_key=here) == 2
    assert keys(ada) == {here}
    assert Session.objects.filter(session_key=elsewhere).exists()


def test_ending_no_session_leaves_no_line(ada):
    assert end_other_sessions(by=ada, current_key=begin(ada)) == 0
    assert not Activity.objects.exists()


def test_signing_out_ends_all_sessions_or_all_but_one(ada):
    here, _ = begin(ada), begin(ada)
    sign_out(ada, except_key=here)
    assert keys(ada) == {here}
    sign_out(ada)
    assert keys(ada) == set()
