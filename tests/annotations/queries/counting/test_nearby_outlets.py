"""Test which outlets are looked for in an article."""

import pytest

from annotations.queries.counting.nearby_outlets import outlet_names_near
from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db


def test_outlets_of_the_articles_stories_and_agencies_are_known(editor: User) -> None:
    story = make.story(by=editor)
    article = make.article(story=story, outlet="Upland Echo", by=editor)
    make.article(story=story, outlet="Kestrel Post", by=editor)
    make.article(story=make.story(by=editor), outlet="Lake Crier", by=editor)
    names = outlet_names_near(article)
    text = "The Kestrel Post, the Upland Echo, Reuters and the Lake Crier"
    found = [mention.name for mention in names.mentions(text)]
    assert found == ["Kestrel Post", "Upland Echo", "Reuters"]
