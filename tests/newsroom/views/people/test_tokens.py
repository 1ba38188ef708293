"""Test how a person makes and revokes tokens on pages."""

import pytest

from newsroom.models import ApiToken
from newsroom.queries.tokens import usable_token
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_a_token_is_made_shown_once_listed_and_revoked(client):
    ada = make.user(UserRole.REPORTER)
    client.force_login(ada)
    made = client.post("/account/tokens/", {"name": "My feed", "scope": "write", "days": "30"})
    assert made.status_code == 201
    assert usable_token(made.context["secret"]).user == ada
    page = client.get("/account/").content.decode()
    assert "My feed" in page
    assert made.context["secret"] not in page
    token = ApiToken.objects.get()
    assert client.post(f"/account/tokens/{token.pk}/revoke/").status_code == 302
    assert usable_token(made.context["secret"]) is None
    assert "My feed" not in client.get("/account/").content.decode().split("tokens-heading")[1]


@pytest.mark.parametrize(
    "sent", [{}, {"name": "F", "scope": "all", "days": "1"}, {"name": "F", "scope": "read"}]
)
def test_a_token_that_nobody_described_is_not_made(client, sent):
    client.force_login(make.user())
    assert client.post("/account/tokens/", sent).status_code == 422
    assert not ApiToken.objects.exists()


def test_a_reader_makes_no_token_that_writes(client):
    client.force_login(make.user(UserRole.READER))
    answer = client.post("/account/tokens/", {"name": "F", "scope": "write", "days": "1"})
    assert answer.status_code == 403
