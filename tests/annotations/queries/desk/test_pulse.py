"""Test what tells an open desk that something has happened, and who is there."""

from datetime import timedelta

import pytest
from django.utils import timezone

from annotations.models import Presence
from annotations.queries.desk.pulse import MOST_PEOPLE, PRESENT, REACH, pulse_of
from newsroom.models import Activity, Story, User
from tests import make

pytestmark = pytest.mark.django_db


def write(number: int, story: Story, by: User) -> None:
    line = {"actor": by, "verb": "made", "object_type": "claim", "object_id": "1", "summary": "x"}
    Activity.objects.bulk_create([Activity(story=story, **line) for _ in range(number)])


def test_lines_of_the_story_and_of_its_articles_are_listed_and_no_others() -> None:
    story, other = make.story(), make.story()
    before = pulse_of(story.pk).lines
    highlight = make.highlight(make.article("Rain fell.", story=story), "Rain")
    claim = make.claim(story)
    make.claim(other)
    lines = pulse_of(story.pk).lines
    of_both = Activity.objects.filter(object_id__in=[str(highlight.pk), str(claim.pk)])
    assert set(of_both.values_list("pk", flat=True)) <= set(lines) - set(before)
    assert not Activity.objects.filter(story=other, pk__in=lines).exists()


@pytest.mark.parametrize(("others", "reached"), [(REACH - 1, True), (REACH, False)])
def test_a_pulse_reaches_back_over_the_newest_lines_of_all_stories(others: int, reached: bool) -> None:
    story, other, person = make.story(), make.story(), make.user()
    make.claim(story)
    line = Activity.objects.latest("id").pk
    write(others, other, person)
    pulse = pulse_of(story.pk)
    assert (line in pulse.lines) is reached
    assert (line >= pulse.first) is reached


@pytest.mark.parametrize(("past", "is_here"), [(timedelta(seconds=-2), True), (timedelta(seconds=2), False)])
def test_people_count_as_present_for_a_few_seconds(past: timedelta, is_here: bool) -> None:
    story, person = make.story(), make.user(username="anna")
    Presence.objects.create(story=story, person=person, seen_at=timezone.now() - PRESENT - past)
    assert bool(pulse_of(story.pk).here) is is_here
    assert pulse_of(make.story().pk).here == ()


def test_deactivated_people_are_not_named_and_a_crowd_is_cut() -> None:
    story = make.story()
    people = [make.user() for _ in range(MOST_PEOPLE + 2)]
    now = timezone.now()
    Presence.objects.bulk_create([Presence(story=story, person=one, seen_at=now) for one in people])
    assert len(pulse_of(story.pk).here) == MOST_PEOPLE
    User.objects.exclude(pk=people[0].pk).update(is_active=False)
    assert pulse_of(story.pk).here == ((people[0].pk, people[0].username),)


def test_the_state_differs_if_lines_or_people_differ_and_only_then() -> None:
    story, person = make.story(), make.user()
    first = pulse_of(story.pk).state
    assert pulse_of(story.pk).state == first
    Presence.objects.create(story=story, person=person, seen_at=timezone.now())
    second = pulse_of(story.pk).state
    make.claim(story)
    assert len({first, second, pulse_of(story.pk).state}) == 3


def test_a_pulse_takes_one_query(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    story = make.story()
    with django_assert_num_queries(1):
        pulse_of(story.pk)
