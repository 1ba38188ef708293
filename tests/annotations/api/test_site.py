"""Test the page of the API, and that nothing which its document allows breaks the server."""

import json

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as of_hypothesis
from hypothesis import strategies as st
from schemathesis import openapi

from annotations.api.site import api
from newsroom.roles import TokenScope, UserRole
from tests import make
from tests.api_operations import Program


@pytest.mark.django_db
def test_people_read_what_programs_can_do(client):
    client.force_login(make.user(UserRole.READER))
    page = client.get("/api/").content.decode()
    assert "POST /api/annotations</code> Highlight a passage" in page
    assert "<code>exact</code> (body, required)" in page
    document = client.get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    assert document["security"] == [{"token": []}]


def _operations():
    document = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/")))
    schema = openapi.from_dict(document)
    return [result.ok() for result in schema.get_all_operations()]


@pytest.mark.slow
@pytest.mark.django_db
@pytest.mark.parametrize("role", UserRole.values)
def test_nothing_that_the_document_allows_breaks_the_server(world, role, settings):
    settings.API_REQUESTS_PER_MINUTE = 1_000_000
    person = world.people[role]
    scope = {"reader": TokenScope.READ, "curator": TokenScope.CURATE}.get(role, TokenScope.WRITE)
    program = Program(person, scope)
    operations = _operations()
    broken = []

    @given(data=st.data())
    @of_hypothesis(max_examples=150, suppress_health_check=list(HealthCheck), database=None)
    def send(data):
        operation = data.draw(st.sampled_from(operations))
        case = data.draw(operation.as_strategy())
        headers = {name.replace("_", "-"): str(value) for name, value in dict(case.headers or {}).items()}
        sent = {name: value for name, value in headers.items() if value.isascii() and value.isprintable()}
        body = json.dumps(case.body) if isinstance(case.body, dict | list | str | int) else ""
        with world.undone():
            answer = program.client.generic(
                case.method.upper(),
                case.formatted_path,
                body,
                content_type="application/json",
                headers={**program._headers({"If_Match": "*"}), **sent},
            )
        if answer.status_code >= 500:
            broken.append((case.method, case.formatted_path, body[:300]))

    send()
    assert broken == []
