"""Test how a password link shows itself."""

from newsroom.models import PasswordLink, User


def test_a_link_names_its_person_and_no_secret():
    assert str(PasswordLink(user=User(username="ada"), secret_hash="0f")) == "password link of ada"
