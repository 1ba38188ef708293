"""Test the page to which a password link leads."""

import json

import pytest

from newsroom.actions.people.passwords import make_password_link
from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db
NEW = "correct horse battery staple"


@pytest.fixture
def ada() -> User:
    return make.user(username="ada")


@pytest.fixture
def address(ada, curator) -> str:
    return f"/password/{make_password_link(ada, by=curator)}/"


def test_whoever_has_the_link_sets_the_password_and_signs_in(client, ada, address):
    for _ in range(2):  # opening the page does not use up the link
        assert "<strong>ada</strong>" in client.get(address).content.decode()
    answer = client.post(address, {"password": NEW, "again": NEW}, follow=True)
    assert "Sign in as ada" in answer.content.decode()
    assert client.post("/sign-in/", {"username": "ada", "password": NEW}).status_code == 302
    assert client.get(address).status_code == 404


def test_a_weak_password_is_refused_and_the_link_stays(client, ada, address):
    answer = client.post(address, {"password": "password", "again": "password"})
    assert answer.status_code == 422
    assert "too common" in answer.content.decode()
    assert client.get(address).status_code == 200


def test_an_unknown_link_says_what_to_do(client):
    answer = client.get("/password/nothing/")
    assert answer.status_code == 404
    assert "Ask a curator for a new one" in answer.content.decode()


def test_the_page_is_not_stored_and_its_address_is_not_told(client, address, caplog):
    caplog.set_level("INFO", "newsroom.requests")
    answer = client.get(address)
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("no-store", "same-origin")
    assert address.split("/")[2] not in json.dumps([line.__dict__ for line in caplog.records], default=str)
