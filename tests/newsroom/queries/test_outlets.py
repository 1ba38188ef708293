"""Test how outlets are found by name, and which of them seem to be the same."""

import pytest

from newsroom.models import Outlet
from newsroom.queries.outlets import outlet_names, outlets_with_equal_names

pytestmark = pytest.mark.django_db


def test_the_outlets_to_choose_from_stand_in_the_order_of_their_names():
    for name in ("Herald", "Courier"):
        Outlet.objects.create(name=name)
    assert outlet_names() == ["Courier", "Herald"]


def test_outlets_are_alike_whose_names_differ_by_chance_only():
    names = ["The Herald", "Herald", "Courier", "The Gazette"]
    ids = {name: Outlet.objects.create(name=name).pk for name in names}
    assert sorted(outlets_with_equal_names()) == sorted([ids["The Herald"], ids["Herald"]])


@pytest.mark.parametrize("other", ["thegazette.com", "Gаzette", "GAZETTE"])
def test_addresses_and_letters_of_other_alphabets_are_alike(other):
    ids = [Outlet.objects.create(name=name).pk for name in ("The Gazette", other)]
    Outlet.objects.create(name="The Herald")
    assert sorted(outlets_with_equal_names()) == ids


@pytest.mark.parametrize("other", ["The", "Gazettes", "The Gazette of Bonn"])
def test_other_names_are_not(other):
    for name in ("The Gazette", other):
        Outlet.objects.create(name=name)
    assert outlets_with_equal_names() == []


def test_a_single_outlet_is_like_no_other():
    Outlet.objects.create(name="Herald")
    assert outlets_with_equal_names() == []
