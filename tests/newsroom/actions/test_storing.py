"""Test that a broken rule of a model becomes a sentence for people."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from newsroom.actions import storing
from newsroom.actions.storing import store, store_as_it_came
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, Outlet, StoryArticle
from tests import make

pytestmark = pytest.mark.django_db


def test_each_broken_rule_is_a_sentence_with_its_field_before_it():
    with pytest.raises(Invalid) as refusal:
        store(Outlet(name="x" * 121, domain="y" * 121))
    assert str(refusal.value).startswith("Name: Shorten this to 120 characters: it has 121. Domain: ")


def test_a_rule_of_the_row_stands_alone():
    store(Outlet(name="The Courier"))
    with pytest.raises(Invalid, match=r"^There is an outlet of this name already\.$"):
        store(Outlet(name="THE COURIER"))


def test_a_row_that_someone_else_wrote_meanwhile_breaks_the_rule_it_breaks(reporter):
    story, article = make.story(), make.article()
    late = StoryArticle(story=story, article=article, added_by=reporter)
    StoryArticle.objects.create(story=story, article=article, added_by=reporter)
    with pytest.raises(Invalid, match=r"^The story holds this article already\.$"):
        store(late)
    assert Article.objects.count() == 1


def test_what_a_guard_refuses_and_no_rule_explains_is_a_conflict():
    revision = make.article().current
    revision.headline = "Another headline"
    with pytest.raises(Conflict) as refusal:
        store(revision)
    assert str(refusal.value) == storing.FASTER


def test_rules_that_the_database_keeps_are_not_asked_about_beforehand(django_assert_num_queries):
    with django_assert_num_queries(3):  # a savepoint, the row, and the savepoint's end
        store(Outlet(name="The Courier", domain="courier.example"))


def test_a_row_of_another_desk_keeps_the_time_that_it_has_there():
    before = datetime(2022, 7, 9, tzinfo=UTC)
    outlet = Outlet(name="Herald", created_at=before)
    store_as_it_came(outlet)
    outlet.refresh_from_db()
    assert outlet.created_at == before
    outlet.name = "The Herald"
    store_as_it_came(outlet)
    assert Outlet.objects.get().name == "The Herald"


def test_a_row_of_another_desk_breaks_the_same_rules():
    with pytest.raises(Invalid, match="Kind"):
        store_as_it_came(Outlet(name="Herald", kind="pamphlet", created_at=timezone.now()))
    Outlet.objects.create(name="Herald")
    with pytest.raises(Invalid, match="There is an outlet of this name already") as refused:
        store_as_it_came(Outlet(name="HERALD", created_at=timezone.now()))
    assert isinstance(refused.value.__cause__, IntegrityError)
