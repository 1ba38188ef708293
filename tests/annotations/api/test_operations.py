"""Test which tokens may use which operation of the API: every role, every scope, no token, a session."""

import pytest
from django.test import Client

from annotations.api.site import api
from newsroom.models import User
from newsroom.roles import TokenScope, UserRole
from tests.api_operations import BODIES, Program, operations, send
from tests.world import World

pytestmark = pytest.mark.django_db
REFUSED = {401: "no token", 403: "refused"}


def outcome(response) -> str:
    """Return `admitted` also for a refusal by a rule, which only those who were let in hear."""
    status = response.status_code
    return "admitted" if status < 400 or status in {409, 422} else REFUSED.get(status, str(status))


@pytest.fixture(scope="module")
def programs(world: World) -> dict[tuple[UserRole, TokenScope], Program]:
    """Return a program of each person of the world with each scope, also with one that the role is too low
    for: the person may have had a higher role when the token was made.
    """
    programs = {}
    for role in UserRole:
        person = world.people[role]
        before = User(pk=person.pk, username=person.username, role=UserRole.CURATOR)
        for scope in TokenScope:
            programs[role, scope] = Program(before, scope)
    return programs


def test_an_operation_is_open_to_the_roles_and_scopes_of_the_table_and_to_nobody_else(
    world, programs, settings
):
    settings.API_REQUESTS_PER_MINUTE = 10_000
    wrong = {}
    for operation in operations():
        for (role, scope), program in programs.items():
            found = outcome(send(world, program, operation))
            wanted = "admitted" if operation.admits(role, scope) else "refused"
            if found != wanted:
                wrong[f"{operation.address} as {role} with {scope}"] = f"{found}, not {wanted}"
    assert wrong == {}


def test_without_a_token_nobody_is_let_in_not_even_with_a_session(world):
    signed_in = Client()
    signed_in.force_login(world.people["curator"])
    for operation in operations():
        answer = signed_in.post(f"/api{world.fill(operation.address)}", {}, content_type="application/json")
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
        assert answer["Content-Type"] == "application/problem+json"


#: Operations whose body of the table is refused by a rule, with the status.
REFUSED_BY_A_RULE = {
    "/stories/{newsroom.story}/undo": 422,
    "/stories/{newsroom.story}/redo": 422,
    "/evidence/{evidence}/restore": 409,
    "/links/{link}/restore": 409,
    "/tags/{tag}/merge": 422,
    "/outlets/{newsroom.outlet}/merge": 422,
}


def test_what_the_table_sends_is_accepted(world, settings):
    settings.API_REQUESTS_PER_MINUTE = 10_000
    program = Program(world.people["curator"], TokenScope.CURATE)
    found = {operation.address: send(world, program, operation) for operation in operations()}
    wrong = {
        address: (answer.status_code, answer.content.decode()[:300])
        for address, answer in found.items()
        if answer.status_code >= 400 and answer.status_code != REFUSED_BY_A_RULE.get(address)
    }
    assert wrong == {}
    assert set(BODIES) <= set(found)


def general(address: str) -> str:
    """Return an address with `{pk}` in place of the name of a row, as the document has it."""
    parts = address.split("/")
    return "/".join("{pk}" if part.startswith("{") else part for part in parts)


def test_every_operation_that_writes_has_its_row(world):
    document = api.get_openapi_schema(path_prefix="/")
    written = {address for address, methods in document["paths"].items() if "post" in methods}
    assert {general(operation.address) for operation in operations()} == written
    methods = {method for methods in document["paths"].values() for method in methods}
    assert methods == {"get", "post"}


def test_the_document_says_what_an_operation_takes():
    document = api.get_openapi_schema(path_prefix="/")
    told = {general(operation.address): operation for operation in operations()}
    for address, methods in document["paths"].items():
        if "post" in methods:
            row = told[address]
            assert (methods["post"]["x-role"], methods["post"]["x-scope"]) == (row.role, row.scope)
