"""Test that each role may use exactly the addresses and methods that the tables of `tests.addresses` name."""

import pytest
from django.http import HttpResponse
from django.urls import reverse

from newsroom.roles import UserRole
from tests.addresses import SENT
from tests.world import EVERYONE, NO_METHOD, PEOPLE, STRANGER, Row, World, rows

pytestmark = pytest.mark.django_db


def expected(row: Row, role: str) -> str:
    if role == STRANGER and row.floor != EVERYONE and not _open_to_all(row.address):
        return "asked to sign in"
    if row.floor == NO_METHOD:  # which the panel tells to curators only
        panel = row.address.startswith("/admin/")
        return "refused" if panel and role != UserRole.CURATOR else "no such method"
    return "admitted" if row.admits(role) else "refused"


def outcome(response: HttpResponse) -> str:
    doors = (f"{reverse('sign_in')}?next=", f"{reverse('admin:login')}?next=")
    if response.status_code == 302 and response["Location"].startswith(doors):
        return "asked to sign in"
    if (
        response.status_code < 400 or response.status_code == 422
    ):  # let in, to hear that there is nothing to undo
        return "admitted"
    return {403: "refused", 405: "no such method"}.get(response.status_code, str(response.status_code))


def _open_to_all(address: str) -> bool:
    return any(row.floor == EVERYONE for row in rows() if row.address == address)


def test_every_address_is_open_to_those_the_table_names_and_to_nobody_else(world: World):
    wrong = {}
    for row in rows():
        for role in PEOPLE:
            found, wanted = outcome(world.go(role, row)), expected(row, role)
            if found != wanted:
                wrong[f"{row.method} {row.address} as {role}"] = f"{found}, not {wanted}"
    assert wrong == {}


@pytest.mark.parametrize("address", SENT)
def test_what_the_table_sends_is_accepted(world: World, address):
    sender = UserRole.CURATOR if address.startswith("/admin/") else UserRole.EDITOR
    if address == "/sign-in/":
        sender = STRANGER
    assert world.go(sender, Row("POST", address, "")).status_code < 400
