"""Test that the desk can change the title and the outlet of an article, and not its own words."""

import pytest

from newsroom.actions.articles import rename_article
from newsroom.errors import Forbidden, Invalid
from newsroom.models import Activity
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


def test_title_and_outlet_change_and_the_article_s_own_words_stay(reporter):
    article = make.article(title="Old", outlet="The Courier")
    rename_article(article, "  New\n title ", "The Herald", by=reporter)
    article.refresh_from_db()
    assert (article.title, article.outlet.name, article.current.headline) == (
        "New title",
        "The Herald",
        "Old",
    )
    line = Activity.objects.first()
    assert line.changes == {"title": ["Old", "New title"], "outlet": ["The Courier", "The Herald"]}


def test_the_same_words_again_are_no_change(reporter):
    article = make.article(title="Old", outlet="The Courier")
    before = Activity.objects.count()
    rename_article(article, "Old", "the courier", by=reporter)
    assert Activity.objects.count() == before


def test_an_article_keeps_a_title(reporter):
    with pytest.raises(Invalid):
        rename_article(make.article(), " ", "", by=reporter)


def test_renaming_takes_a_reporter(db):
    with pytest.raises(Forbidden):
        rename_article(make.article(), "x", "", by=make.user(UserRole.READER))
