"""Test which sessions a person is shown, and how browsers are named."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from newsroom.queries.sessions import browser_name, sessions_of
from tests import make

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (FIREFOX, "Firefox on Linux"),
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Edg/126.0",
            "Edge on Windows",
        ),
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
            "Chrome on Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Firefox", "Firefox"),
        ("curl/8.0", "an unknown browser"),
        ("", "an unknown browser"),
    ],
)
def test_a_browser_is_named_in_short(user_agent, name):
    assert browser_name(user_agent) == name


@pytest.mark.django_db
def test_a_session_says_when_and_where_it_began_and_the_current_one_comes_first():
    ada = make.user(username="ada")
    here = Client(headers={"User-Agent": FIREFOX})
    for client in (here, Client()):
        client.post("/sign-in/", {"username": "ada", "password": make.PASSWORD})
    mine, other = sessions_of(ada, here.session.session_key)
    assert (mine.is_current, mine.browser) == (True, "Firefox on Linux")
    assert timezone.now() - mine.began_at < timedelta(minutes=1)
    assert (other.is_current, other.browser) == (False, "an unknown browser")
    assert mine.key not in mine.mark


@pytest.mark.django_db
def test_sessions_that_expired_and_those_of_others_are_not_listed():
    ada = make.user(username="ada")
    Client().force_login(make.user())
    Client().force_login(ada)
    assert len(sessions_of(ada)) == 1
    Session.objects.update(expire_date=timezone.now())
    assert sessions_of(ada) == []
