"""Test what a curator can change about an article."""

import pytest

from newsroom.models import Article
from tests import make
from tests.admin_panel import Panel, last_line

pytestmark = pytest.mark.django_db


def test_an_article_gets_another_outlet_and_the_history_names_both(panel: Panel):
    article = make.article(outlet="Agence")
    other = make.article(outlet="Bureau").outlet
    panel.send(article, outlet=other.pk)
    assert last_line(article).changes == {"outlet": ["Agence", "Bureau"]}


def test_an_article_of_another_system_keeps_its_name_unique(panel: Panel):
    one, two = make.article(), make.article()
    response = panel.send(two, external_id=one.external_id)
    assert "Another article has this external id." in response.content.decode()
    assert Article.objects.get(pk=two.pk).external_id == two.external_id
