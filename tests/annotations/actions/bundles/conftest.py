"""Provide a story to send to another desk."""

import pytest

from newsroom.models import Story
from tests.foreign_bundles import story_of_everything


@pytest.fixture
def rain(db: None) -> Story:
    return story_of_everything()
