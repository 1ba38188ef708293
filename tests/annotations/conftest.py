"""People at work: a client signed in as an editor, and a way to act as htmx does."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from newsroom.models import User
from newsroom.roles import UserRole
from tests import make


@pytest.fixture
def editor() -> User:
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def signed_in(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


class Acting:
    """Posts to named views as htmx does."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def __call__(self, name: str, *args: Any, **sent: Any) -> HttpResponse:
        return self.client.post(reverse(name, args=args), sent, headers={"HX-Request": "true"})


@pytest.fixture
def act(signed_in: Client) -> Acting:
    return Acting(signed_in)
