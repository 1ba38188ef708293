"""Provide fixtures: a story that has days, and a reporter who works beside the editor."""

from datetime import date

import pytest

from newsroom.actions.stories import StoryDetails, make_story
from newsroom.models import Story, User
from newsroom.roles import UserRole
from tests import make


@pytest.fixture
def reporter() -> User:
    return make.user(UserRole.REPORTER)


@pytest.fixture
def bali(editor: User) -> Story:
    return make_story("Bali", StoryDetails(starts_on=date(2022, 7, 7), ends_on=date(2022, 7, 9)), by=editor)
