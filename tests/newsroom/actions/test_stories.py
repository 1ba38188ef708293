"""Test how stories are made, and how articles are added to them."""

from datetime import date

import pytest

from newsroom.actions.stories import StoryDetails, add_articles, change_story, make_story
from newsroom.errors import Forbidden, Invalid
from newsroom.models import Activity, Story
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_a_story_is_made_with_an_address_of_its_own(reporter):
    first = make_story(
        " G20 walk-out ", StoryDetails(place=" Bali ", starts_on=date(2022, 7, 7)), by=reporter
    )
    second = make_story("G20 walk-out", by=reporter)
    assert (first.title, first.slug, first.place) == ("G20 walk-out", "g20-walk-out", "Bali")
    assert second.slug == "g20-walk-out-2"


@pytest.mark.parametrize("title", ["北京", "—", "!"])
def test_a_title_without_latin_letters_has_an_address_too(reporter, title):
    assert make_story(title, by=reporter).slug == "story"
    assert make_story(title, by=reporter).slug == "story-2"


@pytest.mark.parametrize(
    ("title", "days"),
    [
        (" ", {"starts_on": date(2022, 7, 9)}),
        ("x" * 201, {"starts_on": date(2022, 7, 9)}),
        ("Rain", {"ends_on": date(2022, 7, 9)}),
    ],
)
def test_a_story_that_cannot_be_is_refused(reporter, title, days):
    with pytest.raises(Invalid):
        make_story(title, StoryDetails(**days), by=reporter)
    assert not Story.objects.exists()


def test_the_last_day_cannot_come_before_the_first(reporter):
    days = StoryDetails(starts_on=date(2022, 7, 9), ends_on=date(2022, 7, 8))
    with pytest.raises(Invalid, match="The last day cannot be before the first"):
        make_story("Rain", days, by=reporter)


def test_a_change_is_written_down_with_what_was_before(reporter):
    story = make_story("Rain", by=reporter)
    change_story(story, title="Hail", place="Bali", by=reporter)
    line = Activity.objects.first()
    assert line.verb == "changed"
    assert line.changes == {"title": ["Rain", "Hail"], "place": ["", "Bali"]}


def test_a_change_to_the_same_is_none(reporter):
    story = make_story("Rain", by=reporter)
    change_story(story, title="Rain", by=reporter)
    assert [line.verb for line in Activity.objects.all()] == ["made"]


def test_articles_are_added_once(reporter):
    story, articles = make_story("Rain", by=reporter), [make.article(), make.article()]
    assert add_articles(story, articles, by=reporter) == 2
    assert add_articles(story, articles, by=reporter) == 0
    assert list(story.articles.order_by("pk")) == articles


def test_stories_are_a_reporter_s_work(db):
    reader, story = make.user(UserRole.READER), make.story()
    for act in (
        lambda: make_story("x", by=reader),
        lambda: change_story(story, title="x", by=reader),
        lambda: add_articles(story, [], by=reader),
    ):
        with pytest.raises(Forbidden):
            act()
