"""Test that the site answers every odd request in every role without an error of its own.

The long run is `python -m tests.fuzz.requests`.
"""

import pytest
from django.http import HttpResponse

from tests.fuzz.asking import ask_all, faults_of
from tests.fuzz.odd_requests import OddRequests
from tests.world import PEOPLE, World, rows

pytestmark = pytest.mark.django_db
SEED, RUNS = 7, 400


@pytest.mark.slow
def test_no_odd_request_is_answered_by_a_server_error(world: World) -> None:
    outcome = ask_all(world, SEED, range(RUNS))
    assert outcome.statuses.total() == RUNS
    assert outcome.faults == {}


def test_the_same_seed_asks_the_same_and_another_one_asks_otherwise(world: World) -> None:
    requests = [OddRequests(world, seed, {}).make(3) for seed in (1, 1, 2)]
    assert requests[0] == requests[1]
    assert requests[0] != requests[2]


def test_every_address_is_asked_by_every_role(world: World) -> None:
    requests = OddRequests(world, SEED, {})
    wanted = {(row.address, role) for row in rows() for role in PEOPLE}
    # The pairs are drawn at random, so that a few for each would leave some out.
    made = [requests.make(number) for number in range(30 * len(wanted))]
    assert {(request.page, request.role) for request in made} == wanted


def test_a_server_error_and_a_traceback_are_told() -> None:
    page = HttpResponse(b"Traceback (most recent call last):", status=500)
    assert list(faults_of(page, [ValueError("odd")])) == ["500 ValueError", "shows a traceback"]
    assert list(faults_of(HttpResponse(b"Nothing here.", status=404), [])) == []
