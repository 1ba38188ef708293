"""Test who may change a claim or withdraw what somebody made, before and after a verdict."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from annotations.roles import ClaimPermissions, claim_permissions, may_take_back, role_to_change
from newsroom.roles import UserRole

OWNER, OTHER = 1, 2


def person(role: UserRole, pk: int = OTHER) -> SimpleNamespace:
    return SimpleNamespace(pk=pk, role=role, is_active=True)


def claim(status: str = "open", *, withdrawn: bool = False) -> SimpleNamespace:
    moment = datetime(2022, 7, 9, tzinfo=UTC) if withdrawn else None
    return SimpleNamespace(created_by_id=OWNER, status=status, withdrawn_at=moment)


@pytest.mark.parametrize(
    ("status", "role"), [("open", "reporter"), ("checking", "reporter"), ("settled", "editor")]
)
def test_a_settled_claim_is_an_editors_to_change(status, role):
    assert role_to_change(status) == role


def test_a_reporter_takes_back_only_what_they_made():
    assert may_take_back(claim(), person(UserRole.REPORTER, OWNER))
    assert not may_take_back(claim(), person(UserRole.REPORTER))


def test_an_editor_takes_back_what_anybody_made():
    assert may_take_back(claim(), person(UserRole.EDITOR))


def test_who_became_a_reader_takes_back_nothing():
    assert not may_take_back(claim(), person(UserRole.READER, OWNER))


NOTHING = ClaimPermissions(change=False, settle=False, withdraw=False, restore=False)


@pytest.mark.parametrize(
    ("user", "subject", "permissions"),
    [
        (person(UserRole.READER), claim(), NOTHING),
        (person(UserRole.REPORTER), claim(), ClaimPermissions(True, False, False, False)),
        (person(UserRole.REPORTER, OWNER), claim(), ClaimPermissions(True, False, True, False)),
        (person(UserRole.EDITOR), claim(), ClaimPermissions(True, True, True, False)),
        (person(UserRole.REPORTER, OWNER), claim("settled"), NOTHING),
        (person(UserRole.EDITOR), claim("settled"), ClaimPermissions(True, True, False, False)),
        (person(UserRole.REPORTER), claim(withdrawn=True), NOTHING),
        (
            person(UserRole.REPORTER, OWNER),
            claim(withdrawn=True),
            ClaimPermissions(False, False, False, True),
        ),
        (person(UserRole.EDITOR), claim(withdrawn=True), ClaimPermissions(False, False, False, True)),
    ],
)
def test_what_a_page_offers_on_a_claim_is_what_the_acts_take(user, subject, permissions):
    assert claim_permissions(subject, user) == permissions
