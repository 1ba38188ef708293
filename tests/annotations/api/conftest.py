"""Provide a program with the token of an editor, for the tests of the API."""

import pytest

from newsroom.roles import UserRole
from tests import make
from tests.api_operations import Program


@pytest.fixture
def program(db) -> Program:  # type: ignore[no-untyped-def]
    return Program(make.user(UserRole.EDITOR))
