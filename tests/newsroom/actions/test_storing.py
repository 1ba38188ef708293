"""A model's own rules, spoken as sentences."""

import pytest

from newsroom.actions import storing
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Invalid
from newsroom.models import Article, Outlet, StoryArticle
from tests import make

pytestmark = pytest.mark.django_db


def test_each_broken_rule_is_a_sentence_with_its_field_before_it():
    with pytest.raises(Invalid) as refusal:
        store(Outlet(name="x" * 121, domain="y" * 121))
    assert str(refusal.value).startswith("Name: Ensure this value has at most 120 characters (it has 121). Domain: ")


def test_a_rule_of_the_row_stands_alone():
    store(Outlet(name="The Courier"))
    with pytest.raises(Invalid, match=r"^There is an outlet of this name already\.$"):
        store(Outlet(name="THE COURIER"))


def test_a_write_that_came_between_is_a_conflict(reporter):
    story, article = make.story(), make.article()
    StoryArticle.objects.create(story=story, article=article, added_by=reporter)
    late = StoryArticle(story=story, article=article, added_by=reporter)
    late.full_clean = lambda: None  # it was checked before the other's write
    with pytest.raises(Conflict) as refusal:
        store(late)
    assert str(refusal.value) == storing.FASTER
    assert Article.objects.count() == 1
