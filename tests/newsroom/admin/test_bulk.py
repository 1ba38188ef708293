"""Test acts on chosen rows: what they ask, what they show before they are done, and what they refuse."""

import pytest

from newsroom.admin import bulk
from newsroom.models import Activity, Outlet
from tests import make
from tests.admin_panel import Panel, changed_rows, last_line, refused_rows
from tests.markup import markup

pytestmark = pytest.mark.django_db


@pytest.fixture
def times():
    return make.article(outlet="The Times").outlet


@pytest.fixture
def double():
    return make.article(outlet="Times").outlet


def test_an_act_first_asks_what_it_needs_to_know(panel: Panel, times, double):
    page = panel.act("merge", times, double)
    assert list(page.context["rows"]) == list(Outlet.objects.all())
    assert page.context["outcome"] is None
    assert "Imports that state one of their names find the one that stays." in page.content.decode()


def test_what_was_asked_and_not_answered_is_asked_again(panel: Panel, double):
    page = panel.show("merge", double, into="")
    assert page.context["form"].errors == {"into": ["Fill this in."]}


def test_outlets_are_merged_as_the_page_before_said(panel: Panel, times, double):
    article = double.articles.get()
    page = panel.show("merge", times, double, into=times.pk)
    assert changed_rows(page) == [
        "merged the outlet “Times” into “The Times” with its 1 article",
        f"changed “{article}”",
    ]
    assert refused_rows(page) == [("The Times", "This is the outlet the others go into: it stays.")]
    assert "This touches 1 article, 1 outlet" in page.content.decode()
    assert Outlet.objects.count() == 2

    assert panel.told(panel.press(page)) == ["Merge outlets: 1 article, 1 outlet."]
    article.refresh_from_db()
    assert (list(Outlet.objects.all()), article.outlet) == ([times], times)
    assert last_line(article).actor == panel.curator


def test_what_someone_changed_meanwhile_is_shown_again_instead_of_done(panel: Panel, times, double):
    page = panel.show("merge", double, into=times.pk)
    make.article(outlet="Times")
    again = panel.press(page)
    assert [str(message) for message in again.context["messages"]] == [
        "Someone changed some of these meanwhile, so nothing was done. This is what would be done now."
    ]
    assert len(changed_rows(again)) == len(changed_rows(page)) + 1
    assert Outlet.objects.count() == 2
    assert panel.told(panel.press(again)) == ["Merge outlets: 2 articles, 1 outlet."]


def test_where_all_is_refused_nothing_can_be_confirmed(panel: Panel, times):
    page = panel.show("merge", times, into=times.pk)
    assert "1 stays as it is" in markup(page)
    assert 'class="default"' not in page.content.decode()


def test_more_than_a_person_can_look_through_is_refused_with_a_sentence(
    panel: Panel, times, double, monkeypatch
):
    monkeypatch.setattr(bulk, "MOST", 1)
    before = Activity.objects.count()
    assert panel.told(panel.act("merge", times, double)) == [
        "Choose at most 1 at a time, so that you can see what happens."
    ]
    assert Activity.objects.count() == before


def test_choosing_nothing_is_told(panel: Panel, times):
    page = panel.client.post("/admin/newsroom/outlet/", {"action": "merge", "index": 0})
    assert "Items must be selected" in panel.told(page)[0]


def test_of_very_many_lines_the_page_prints_some_and_counts_all(panel: Panel, times, double, monkeypatch):
    monkeypatch.setattr(bulk, "PRINTED", 1)
    page = panel.show("merge", double, into=times.pk)
    assert "And 1 more line like these." in page.content.decode()
    assert "This touches 1 article, 1 outlet" in page.content.decode()
