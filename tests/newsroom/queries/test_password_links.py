"""Test which password links lead somewhere."""

import pytest

from newsroom.actions.people.passwords import make_password_link
from newsroom.errors import Missing
from newsroom.queries.password_links import hash_of, open_link
from tests import make

pytestmark = pytest.mark.django_db


def test_a_link_leads_to_its_person(curator):
    ada = make.user()
    assert open_link(make_password_link(ada, by=curator)).user == ada


@pytest.mark.parametrize("secret", ["", "x" * 10_000, "\ud800"])
def test_another_secret_leads_nowhere(curator, secret):
    make_password_link(make.user(), by=curator)
    with pytest.raises(Missing, match="Ask a curator for a new one"):
        open_link(secret)


def test_the_hash_of_a_secret_is_another_text():
    assert len(hash_of("secret")) == 64
    assert "secret" not in hash_of("secret")
