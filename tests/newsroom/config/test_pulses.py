"""Test that pulses are answered before everything else, and other requests are not."""

import pytest
from django.test import Client

from annotations.views.open_desk.pulse import token_for
from tests import make

pytestmark = pytest.mark.django_db


def test_a_pulse_asks_for_no_session(client: Client, django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    token = token_for(make.story(), make.user())
    with django_assert_num_queries(1):
        answer = client.post("/desk/pulse/", headers={"Desk-Token": token})
    assert answer.status_code == 200
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_pulse_is_a_post(client: Client) -> None:
    assert client.get("/desk/pulse/").status_code == 405


def test_another_address_goes_on_to_the_site(client: Client) -> None:
    assert client.get("/desk/pulse/more/").status_code in {302, 404}
