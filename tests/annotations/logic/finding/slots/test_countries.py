"""Test the table of countries."""

from annotations.logic.finding.slots.countries import COUNTRIES


def test_countries_are_in_the_form_in_which_names_are_compared():
    assert {name for name in COUNTRIES if name != name.casefold().strip()} == set()
    assert {"portugal", "south korea", "new zealand"} <= COUNTRIES


def test_no_part_of_the_world_is_a_country():
    assert COUNTRIES.isdisjoint({"europe", "africa", "asia", "scotland", "texas", "georgia"})
