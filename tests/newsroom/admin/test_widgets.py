"""Test that a row among many is found by typing."""

import pytest

from annotations.models import Highlight
from tests import make
from tests.admin_panel import Panel, address

pytestmark = pytest.mark.django_db


@pytest.fixture
def highlight() -> Highlight:
    return make.highlight(make.article(outlet="Agence"))


def test_a_list_does_not_print_the_rows_it_can_be_filtered_by(panel: Panel, highlight):
    for number in range(30):
        make.article(outlet=f"Outlet number {number}", title=f"Title number {number}")
    assert "Outlet number 7" not in panel.client.get(address(Highlight)).content.decode()


def test_the_filter_that_is_set_shows_its_row(panel: Panel, highlight):
    page = panel.client.get(address(Highlight), {"outlet": highlight.article.outlet.pk}).content.decode()
    assert f'<input type="hidden" name="outlet" value="{highlight.article.outlet.pk}">' in page
    assert 'value="Agence"' in page


def test_a_row_is_found_by_typing(panel: Panel, highlight):
    make.article(outlet="Bureau")
    sent = {"app_label": "newsroom", "model_name": "article", "field_name": "outlet", "term": "age"}
    found = panel.client.get("/admin/autocomplete/", sent).json()
    assert found["results"] == [{"id": str(highlight.article.outlet.pk), "text": "Agence"}]
