"""Test that who is at a desk is noted once and forgotten soon."""

from datetime import timedelta

import pytest
from django.utils import timezone

from annotations.actions.presences import KEPT, note_presence
from annotations.models import Presence
from newsroom.models import Activity
from tests import make


@pytest.mark.django_db
def test_a_person_is_noted_once_with_the_latest_time_and_without_history() -> None:
    person, story = make.user(), make.story()
    lines = Activity.objects.count()
    note_presence(story.pk, person.pk)
    first = Presence.objects.get().seen_at
    assert note_presence(story.pk, person.pk) is True
    assert Presence.objects.get().seen_at > first
    assert Activity.objects.count() == lines


@pytest.mark.django_db
@pytest.mark.parametrize(("past", "number"), [(timedelta(seconds=-5), 2), (timedelta(seconds=5), 1)])
def test_who_left_long_ago_is_forgotten(past: timedelta, number: int) -> None:
    story = make.story()
    Presence.objects.create(story=story, person=make.user(), seen_at=timezone.now() - KEPT - past)
    note_presence(story.pk, make.user().pk)
    assert Presence.objects.count() == number
