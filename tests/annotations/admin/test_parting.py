"""Test the page of the panel on which a curator parts two articles."""

import pytest
from django.urls import reverse
from lxml.html import document_fromstring

from annotations.models import Highlight
from newsroom.models import Article
from tests import make
from tests.admin_panel import Panel

pytestmark = pytest.mark.django_db
HARBOUR = "The harbour was closed on Monday after a ship struck the quay."
BUDGET = "The council passed its budget late at night. Taxes on houses rise by two percent."


@pytest.fixture
def merged() -> Article:
    return make.revision(make.article(HARBOUR, title="Harbour"), BUDGET)


def page_of(article: Article) -> str:
    return reverse("admin:newsroom_article_part", args=[article.pk])


def confirmed(panel: Panel, page):
    """Send the form of the page that says what will happen."""
    (form,) = (form for form in document_fromstring(page.content).forms if "parting" in form.classes)
    return panel.client.post(page.request["PATH_INFO"], dict(form.form_values()))


def test_a_curator_chooses_sees_what_will_happen_and_confirms(panel: Panel, merged: Article):
    passage = make.highlight(merged, "rise by two percent")
    shown = panel.client.get(page_of(merged)).content.decode()
    assert HARBOUR in shown
    assert BUDGET in shown

    rehearsed = panel.client.post(page_of(merged), {"number": ["2"], "title": "Budget"})
    assert "rise by two percent" in rehearsed.content.decode()
    assert Article.objects.count() == 1

    answer = confirmed(panel, rehearsed)
    new = Article.objects.get(title="Budget")
    assert answer["Location"] == new.get_absolute_url()
    assert Highlight.objects.get(pk=passage.pk).article == new


def test_a_form_that_is_sent_twice_parts_once(panel: Panel, merged: Article):
    rehearsed = panel.client.post(page_of(merged), {"number": ["2"]})
    confirmed(panel, rehearsed)
    assert "went to" in confirmed(panel, rehearsed).content.decode()
    assert Article.objects.count() == 2


def test_what_changed_meanwhile_is_shown_before_anything_is_done(panel: Panel, merged: Article):
    rehearsed = panel.client.post(page_of(merged), {"number": ["2"]})
    make.highlight(merged, "rise by two percent")
    again = confirmed(panel, rehearsed)
    assert Article.objects.count() == 1
    assert "Someone changed this article meanwhile" in again.content.decode()
    assert "rise by two percent" in again.content.decode()


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [([], "Choose the revisions"), (["1", "2"], "Leave at least one revision"), (["7"], "no revision 7")],
)
def test_a_choice_that_parts_nothing_gets_a_sentence(
    panel: Panel, merged: Article, numbers: list[str], sentence: str
):
    page = panel.client.post(page_of(merged), {"number": numbers, "title": "Budget"})
    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert 'value="Budget"' in page.content.decode()


def test_the_page_of_an_article_leads_a_curator_there(panel: Panel, merged: Article):
    assert page_of(merged) in panel.client.get(merged.get_absolute_url()).content.decode()
    once = make.article(HARBOUR)
    assert page_of(once) not in panel.client.get(once.get_absolute_url()).content.decode()


def test_the_pages_of_both_articles_say_where_a_text_went(panel: Panel, merged: Article):
    confirmed(panel, panel.client.post(page_of(merged), {"number": ["2"], "title": "Budget"}))
    new = Article.objects.get(title="Budget")
    old_text = panel.client.get(reverse("revision", args=[merged.pk, 2])).content.decode()
    assert "This text is another article" in old_text
    assert new.current.get_absolute_url() in old_text
    assert "revision 2 of Harbour" in panel.client.get(new.get_absolute_url()).content.decode()
