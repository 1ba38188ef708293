"""Test that a curator's change of a record keeps the rules of the record, and writes one line of history."""

import pytest

from newsroom.actions.curation import amend, enter
from newsroom.actions.stories import change_story
from newsroom.errors import Conflict, Invalid
from newsroom.models import Activity, Outlet, Story
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator():
    return make.user(UserRole.CURATOR)


def test_a_record_is_amended_with_both_values_in_the_history(curator):
    outlet = Outlet.objects.create(name="Herald")
    amend(outlet, {"name": "The Herald", "domain": ""}, by=curator)
    line = Activity.objects.get()
    assert (line.verb, line.summary) == ("amended", "amended the outlet “The Herald”")
    assert line.changes == {"name": ["Herald", "The Herald"]}


def test_nothing_changed_is_nothing_written(curator):
    amend(Outlet.objects.create(name="Herald"), {"name": "Herald"}, by=curator)
    assert not Activity.objects.exists()


def test_a_rule_that_is_broken_leaves_the_record_and_the_history_as_they_were(curator):
    Outlet.objects.create(name="Courier")
    outlet = Outlet.objects.create(name="Herald")
    with pytest.raises(Invalid, match="There is an outlet of this name already"):
        amend(outlet, {"name": "courier"}, by=curator)
    assert not Activity.objects.exists()


def test_who_enters_a_record_has_made_it_unless_another_is_named(curator):
    other = make.user()
    enter(Story(title="Rain", slug="rain"), by=curator)
    enter(Story(title="Hail", slug="hail", created_by=other), by=curator)
    assert {story.slug: story.created_by for story in Story.objects.all()} == {"rain": curator, "hail": other}
    assert [line.summary for line in Activity.objects.all()] == [
        "entered the story “Hail”",
        "entered the story “Rain”",
    ]


def test_a_record_that_keeps_no_maker_is_entered_all_the_same(curator):
    enter(Outlet(name="Herald"), by=curator)
    assert Outlet.objects.get().name == "Herald"


def test_what_the_site_saved_after_the_form_was_checked_is_not_overwritten(curator):
    story = make.story("Rain")
    checked = Story.objects.get(pk=story.pk)
    change_story(story, title="Heavy rain", by=make.user())
    with pytest.raises(Conflict, match="now it is “Heavy rain”, and you wrote “Hail”"):
        amend(checked, {"title": "Hail"}, seen={"title": "Rain"}, by=curator)
    assert Story.objects.get().title == "Heavy rain"

    # A change of another field of the same record is no conflict.
    amend(checked, {"place": "Bali"}, seen={"place": ""}, by=curator)
    assert (Story.objects.get().title, Story.objects.get().place) == ("Heavy rain", "Bali")
