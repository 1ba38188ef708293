"""Test that every address has its row in the tables of who may go where."""

import pytest
from django.urls import resolve

from tests.world import World, routes, rows

PAGES = {"api/", "api/openapi.json"}
pytestmark = pytest.mark.django_db


#: The panel's pattern for all other addresses, which answers only curators.
CATCH_ALL = "admin/(?P<url>.*)$"


def test_every_address_has_its_row(world: World):
    walked = {resolve(world.fill(row.address).partition("?")[0]).route for row in rows()}
    found = {route.replace("/^", "/") for route in routes()} - {CATCH_ALL}
    # `tests.api_operations` has the rows of the API.
    found -= {route for route in found if route.startswith("api/")} - PAGES
    assert sorted(found - walked) == []
    assert sorted(walked - found) == []
