"""Test that each act of the desk which is sent again is done once, and answered both times."""

from uuid import uuid4

import pytest

from newsroom.models import Activity
from newsroom.roles import UserRole
from tests.world import Row, World, rows

pytestmark = pytest.mark.django_db

#: The addresses to which the desk sends acts with an id.
ACTS = [
    row.address
    for row in rows()
    if (row.method, row.floor) == ("POST", UserRole.REPORTER)
    and row.address.startswith(("/highlights/", "/find/", "/links/", "/evidence/"))
]
ACTS += ["/stories/{story}/contradictions/link/", "/stories/{story}/contradictions/dismiss/"]


@pytest.mark.parametrize("address", ACTS)
def test_an_act_that_is_sent_again_is_done_once_and_answered_both_times(world: World, address: str) -> None:
    row = Row("POST", address, "")
    headers = {"HX-Request": "true", "Act-Id": str(uuid4())}
    with world.undone():
        before = Activity.objects.count()
        first = world.send(UserRole.CURATOR, row, headers=headers)
        lines = Activity.objects.count()
        again = world.send(UserRole.CURATOR, row, headers=headers)
        assert (first.status_code, again.status_code) == (200, 200)
        assert before < lines == Activity.objects.count()
        assert again["Act-Id"] == headers["Act-Id"]
        assert again.get("Highlight-Id") == first.get("Highlight-Id")
