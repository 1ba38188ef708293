"""Test what the pages of the history show."""

from datetime import date

import pytest

from newsroom.actions.people.accounts import change_account
from newsroom.models import Activity
from newsroom.queries import activity
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("filters", "verbs"),
    [
        ({}, ["added", "imported", "made"]),
        ({"by": "reporter"}, ["added", "imported", "made"]),
        ({"by": "nobody"}, []),
        ({"verb": "made"}, ["made"]),
        ({"type": "story"}, ["made"]),
        ({"story": "rain"}, ["added", "imported", "made"]),
        ({"story": "other"}, []),
        ({"since": date(2000, 1, 1)}, ["added", "imported", "made"]),
        ({"until": date(2000, 1, 1)}, []),
    ],
)
def test_the_history_is_chosen_by_its_filters_newest_first(reporter, filters, verbs):
    make.article(story=make.story("Rain", by=reporter), by=reporter)
    lines = activity.activity_matching(filters, viewer=reporter)
    assert [line.verb for line in lines] == verbs


def test_the_history_can_be_asked_for_what_occurs_in_it(reporter):
    make.story(by=reporter)
    assert activity.activity_words(reporter) == {"by": ["reporter"], "verb": ["made"], "type": ["story"]}
    assert Activity.objects.count() == 1


@pytest.mark.parametrize("role", UserRole.values)
def test_only_curators_read_lines_about_accounts(curator, role):
    change_account(make.user(), {"name": "Ana Ejemplo"}, by=curator)
    make.story(by=curator)
    viewer = make.user(role)
    kinds = ["story", "user"] if role == "curator" else ["story"]
    assert activity.activity_words(viewer)["type"] == kinds
    lines = activity.activity_matching({"type": "user"}, viewer=viewer)
    assert len(lines) == kinds.count("user")
