"""Test how what is personal is removed from the history, and that the line stays."""

import pytest

from newsroom.actions.people.redacting import redact_lines
from newsroom.actions.stories import change_story
from newsroom.errors import Forbidden, Missing
from newsroom.models import Activity
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def line() -> Activity:
    story = make.story("Rain", by=make.user(UserRole.EDITOR, "ann"))
    change_story(story, title="What Ana Ejemplo said", by=story.created_by)
    return Activity.objects.first()


def test_the_words_and_the_values_go_and_the_line_stays(line, curator):
    assert redact_lines([line.pk], by=curator) == 1
    redacted = Activity.objects.get(pk=line.pk)
    assert redacted.summary == "changed: the words of this line were removed"
    assert redacted.changes == {}
    assert (redacted.actor.username, redacted.verb, redacted.at) == ("ann", "changed", line.at)
    assert redacted.redacted_by == curator
    assert Activity.objects.count() == 2


def test_a_redacted_line_keeps_the_name_of_who_redacted_it(line, curator):
    redact_lines([line.pk], by=curator)
    assert redact_lines([line.pk], by=make.user(UserRole.CURATOR)) == 0
    assert Activity.objects.get(pk=line.pk).redacted_by == curator


def test_an_unknown_line_is_refused_and_the_known_one_keeps_its_words(line, curator):
    with pytest.raises(Missing, match="The history has no line 999999"):
        redact_lines([line.pk, 999_999], by=curator)
    assert Activity.objects.get(pk=line.pk).changes == line.changes


def test_redacting_takes_a_curator(line):
    with pytest.raises(Forbidden):
        redact_lines([line.pk], by=make.user(UserRole.EDITOR))
