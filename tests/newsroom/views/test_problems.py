"""Test which addresses belong to programs, and how errors are told to them."""

import json

import pytest
from django.test import RequestFactory

from newsroom.views.problems import is_of_the_api, problem_response


@pytest.mark.parametrize(
    ("address", "is_api"),
    [
        ("/api/stories", True),
        ("/api/nothing", True),
        ("/api/openapi.json/x", True),
        ("/api/", False),
        ("/api/openapi.json", False),
        ("/apiary/", False),
        ("/", False),
    ],
)
def test_programs_use_what_lies_below_the_page_of_the_api(address, is_api):
    assert is_of_the_api(RequestFactory().get(address)) is is_api


def test_a_problem_has_the_members_of_the_standard():
    response = problem_response("Send a token.", 401)
    assert (response.status_code, response["Content-Type"]) == (401, "application/problem+json")
    assert json.loads(response.content) == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Send a token.",
    }
