"""Test that outlets are distinguished by their names, and by their domains if these are known."""

import pytest

from newsroom.models import Outlet

pytestmark = pytest.mark.django_db


def outlet(name: str, domain: str = "") -> Outlet:
    return Outlet.objects.create(name=name, domain=domain)


def test_outlets_without_a_domain_are_no_rivals():
    outlet("One")
    outlet("Two")
    assert Outlet.objects.filter(domain="").count() == 2


def test_an_outlet_is_shown_by_its_name_and_an_alias_by_its_word():
    alias = outlet("Herald").aliases.create(word="The Daily Herald")
    assert (str(alias.outlet), str(alias)) == ("Herald", "The Daily Herald")
