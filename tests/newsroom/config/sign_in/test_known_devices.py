"""Test that a browser which has signed in before is not blocked by wrong guesses from its network address."""

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.config.sign_in.known_devices import NAME
from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db
ADDRESS = {"REMOTE_ADDR": "203.0.113.7"}
AT_ONE_ADDRESS = 25


def sign_in(client: Client, username: str = "vera", password: str = make.PASSWORD) -> int:
    sent = {"username": username, "password": password}
    return client.post(reverse("sign_in"), sent, **ADDRESS).status_code


@pytest.fixture
def vera() -> User:
    return make.user(UserRole.EDITOR, "vera")


@pytest.fixture
def known(vera: User) -> Client:
    """Return a browser in which Vera has signed in and out."""
    browser = Client()
    assert sign_in(browser) == 302
    browser.post(reverse("sign_out"))
    return browser


def guess_at_many_names() -> None:
    for number in range(AT_ONE_ADDRESS):
        sign_in(Client(), f"name-{number}", "wrong")


def test_a_guesser_at_the_address_locks_out_new_browsers_and_no_known_one(known: Client):
    guess_at_many_names()
    assert sign_in(Client()) == 429
    assert sign_in(known) == 302


def test_a_known_browser_is_known_for_one_name_only(known: Client):
    make.user(UserRole.EDITOR, "otto")
    guess_at_many_names()
    assert sign_in(known, "otto") == 429


def test_guesses_at_ones_own_name_from_ones_own_address_count_for_a_known_browser_too(known: Client):
    for _ in range(5):
        sign_in(known, password="wrong")
    assert sign_in(known) == 429


def test_a_new_password_makes_every_browser_unknown(known: Client, vera: User):
    vera.set_password("another long password")
    vera.save()
    guess_at_many_names()
    assert sign_in(known, password="another long password") == 429


@pytest.mark.parametrize("forged", ["", "vera", "WyJ2ZXJhIiwiIl0:1tXxXx:signature"])
def test_a_forged_cookie_is_no_known_browser(vera: User, forged: str):
    browser = Client()
    browser.cookies[NAME] = forged
    guess_at_many_names()
    assert sign_in(browser) == 429
