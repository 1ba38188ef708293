"""Test the days of a story, and that its articles stand in the order in which they were added."""

import pytest

from newsroom.actions.stories import add_articles
from newsroom.models import Story
from tests import make
from tests.forbidden_writes import overwrite

pytestmark = pytest.mark.django_db


def test_a_story_of_one_day_is_in_order():
    overwrite(make.story(), starts_on="2022-07-09", ends_on="2022-07-09")
    assert Story.objects.filter(ends_on="2022-07-09").count() == 1


def test_the_articles_of_a_story_stand_in_the_order_in_which_they_were_added():
    story, first, second = make.story(), make.article(), make.article()
    add_articles(story, [second], by=make.user())
    add_articles(story, [first], by=make.user())
    assert [place.article for place in story.places.all()] == [second, first]


def test_a_story_goes_by_the_slug_in_its_address():
    assert Story(slug="rain").get_absolute_url() == "/stories/rain/"
