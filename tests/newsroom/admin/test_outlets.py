"""Test that outlets are made and changed in the panel, with one line of history that
holds old and new values.
"""

import pytest

from newsroom.models import Activity, Outlet
from tests import make
from tests.admin_panel import Panel, last_line

pytestmark = pytest.mark.django_db


def test_an_outlet_is_entered(panel: Panel):
    panel.add(Outlet, name="Agence", domain="agence.example", kind="agency")
    outlet = Outlet.objects.get()
    assert (outlet.name, outlet.domain, last_line(outlet).verb) == ("Agence", "agence.example", "entered")


def test_an_outlet_changes_and_the_history_tells_both_values(panel: Panel):
    outlet = make.article(outlet="Agence").outlet
    before = Activity.objects.count()
    panel.send(outlet, name="Agence Nouvelle", domain="agence.example")
    line = last_line(outlet)
    assert Activity.objects.count() == before + 1
    assert (line.actor, line.verb) == (panel.curator, "amended")
    assert line.changes == {"name": ["Agence", "Agence Nouvelle"], "domain": ["", "agence.example"]}


def test_a_rule_that_is_broken_is_told_beside_the_form_and_nothing_is_saved(panel: Panel):
    make.article(outlet="Agence")
    outlet = make.article(outlet="Bureau").outlet
    before = Activity.objects.count()
    response = panel.send(outlet, name="agence")
    assert "There is an outlet of this name already." in response.content.decode()
    outlet.refresh_from_db()
    assert (outlet.name, Activity.objects.count()) == ("Bureau", before)
