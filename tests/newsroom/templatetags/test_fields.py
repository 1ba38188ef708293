"""Test the fields that many forms send."""

from types import SimpleNamespace

from newsroom.templatetags.fields import story_field


def test_the_field_names_the_story_being_worked_on():
    field = story_field(SimpleNamespace(slug="the-walk-out"))
    assert field == '<input type="hidden" name="story" value="the-walk-out">'


def test_without_a_story_there_is_no_field():
    assert story_field(None) == ""
    assert story_field("") == ""
