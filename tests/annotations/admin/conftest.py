"""Provide fixtures for the tests of the panel's pages of annotations."""

from collections.abc import Callable

import pytest

from annotations.models import Highlight
from newsroom.models import Activity, Story
from tests import make


@pytest.fixture
def story(db: None) -> Story:
    return make.story("Here")


@pytest.fixture
def highlight(story: Story) -> Highlight:
    return make.highlight(make.article(story=story))


@pytest.fixture
def bound(story: Story) -> Highlight:
    """Return a highlight that is evidence for a claim."""
    highlight = make.highlight(make.article(story=story))
    make.evidence(make.claim(story), highlight)
    return highlight


@pytest.fixture
def lines(db: None) -> Callable[[], int]:
    """Return a function that counts the lines of history written since its last call."""
    seen = [Activity.objects.count()]

    def new() -> int:
        seen.append(Activity.objects.count())
        return seen[-1] - seen[-2]

    return new
