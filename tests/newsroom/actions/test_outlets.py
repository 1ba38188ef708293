"""Which outlet an import names."""

import pytest

from newsroom.actions.outlets import outlet_for
from newsroom.models import Activity, Outlet

pytestmark = pytest.mark.django_db


def test_an_outlet_that_is_not_known_is_made_with_its_domain(reporter):
    outlet = outlet_for(" The Courier ", "https://www.courier.example/a", by=reporter)
    assert (outlet.name, outlet.domain) == ("The Courier", "courier.example")
    assert Activity.objects.get().summary == "added the outlet “The Courier”"


def test_a_known_name_is_found_in_any_case_and_nothing_is_made(reporter):
    known = outlet_for("The Courier", by=reporter)
    assert outlet_for("THE COURIER", "https://elsewhere.example/", by=reporter) == known
    assert Outlet.objects.count() == 1


def test_a_known_domain_names_the_outlet(reporter):
    known = outlet_for("The Courier", "https://courier.example/", by=reporter)
    assert outlet_for("", "https://www.courier.example/b", by=reporter) == known


def test_another_name_at_a_known_domain_is_that_outlet(reporter):
    known = outlet_for("The Courier", "https://courier.example/", by=reporter)
    assert outlet_for("Courier Online", "https://courier.example/b", by=reporter) == known


def test_where_nothing_is_said_there_is_no_outlet(reporter):
    assert outlet_for("", "https://unknown.example/", by=reporter) is None
    assert outlet_for("  ", by=reporter) is None
    assert not Outlet.objects.exists()
