"""Provide a reporter, an editor, and a client that is signed in as the reporter."""

import pytest
from django.test import Client

from newsroom.models import User
from newsroom.roles import UserRole
from tests import make


@pytest.fixture
def reporter(db) -> User:
    return make.user(UserRole.REPORTER, "reporter")


@pytest.fixture
def editor(db) -> User:
    return make.user(UserRole.EDITOR, "editor")


@pytest.fixture
def at_work(client: Client, reporter: User) -> Client:
    """Return a client signed in as the reporter."""
    client.force_login(reporter)
    return client
