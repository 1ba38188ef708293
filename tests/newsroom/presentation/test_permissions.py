"""Test which permissions templates get for the person at the page."""

from types import SimpleNamespace

import pytest
from django.test import RequestFactory

from newsroom.presentation.permissions import may
from newsroom.roles import UserRole


def facts(user):
    request = RequestFactory().get("/")
    request.user = user
    permissions = may(request)["may"]
    return permissions.report, permissions.edit, permissions.curate


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (UserRole.READER, (False, False, False)),
        (UserRole.REPORTER, (True, False, False)),
        (UserRole.EDITOR, (True, True, False)),
        (UserRole.CURATOR, (True, True, True)),
    ],
)
def test_each_role_may_what_the_one_before_it_may_and_more(role, expected):
    assert facts(SimpleNamespace(role=role, is_active=True)) == expected


def test_whose_account_is_switched_off_may_nothing():
    assert facts(SimpleNamespace(role=UserRole.CURATOR, is_active=False)) == (False, False, False)


def test_a_request_that_was_refused_before_anybody_was_known_may_nothing():
    permissions = may(RequestFactory().get("/"))["may"]
    assert (permissions.report, permissions.edit, permissions.curate) == (False, False, False)
