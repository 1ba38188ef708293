"""Test that the first page of the panel says what needs a curator, and links to it."""

import pytest
from django.urls import reverse

from annotations.admin.needs import NEEDS as OF_ANNOTATIONS
from annotations.models import Highlight, Origin, Tag
from newsroom.admin.lists import needs
from newsroom.models import Article, ImportItem, Outlet, Story
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db


def test_where_nothing_needs_anyone_the_page_says_so(panel: Panel):
    assert "Nothing at present." in panel.client.get(reverse("admin:index")).content.decode()


def test_articles_that_lack_something_are_counted(panel: Panel):
    make.article(outlet="Agence", story=make.story())
    make.article()
    assert panel.needs() == {
        "article without an outlet": "1",
        "articles without a date": "2",
        "article in no story": "1",
        "outlet without a domain": "1",
    }


def test_outlets_that_may_be_one_are_counted(panel: Panel):
    for number, name in enumerate(("The Courier", "courier.com", "The Herald")):
        Outlet.objects.create(name=name, domain=f"{number}.example")
    assert panel.needs() == {"outlets that may be one another’s doubles": "2"}


def test_each_line_leads_to_the_rows_it_counts(panel: Panel):
    article = make.article()
    make.highlight(article)
    make.tag()
    make.origin(name="AFP")
    listed = {"article": Article, "highlight": Highlight, "tag": Tag, "origin": Origin, "outlet": Outlet}
    for need in panel.client.get(reverse("admin:index")).context["needs"]:
        found = panel.client.get(need.address).context["cl"]
        assert (len(found.result_list), found.model in listed.values()) == (int(need.number), True)


def test_more_than_anyone_counts_is_said_as_more(panel: Panel, monkeypatch):
    monkeypatch.setattr(needs, "FURTHEST", 2)
    for _ in range(3):
        make.tag()
    assert panel.needs()["tags without a definition"] == "more than 2"


def test_stories_of_one_title_are_counted(panel: Panel):
    twins = [make.story(title) for title in ("Ёлка in Bonn", "ёлка  in bonn")]
    make.story("Another")
    assert panel.needs() == {"stories with the title of another": "2"}
    assert sorted(story.pk for story in panel.rows(Story, needs="title")) == [story.pk for story in twins]


def test_every_need_is_a_choice_of_its_lists_filter(panel: Panel):
    for need in (*needs.NEEDS, *OF_ANNOTATIONS):
        assert panel.rows(need.model, needs=need.name) == []
    assert {need.model for need in needs.NEEDS} == {Article, ImportItem, Outlet, Story}
