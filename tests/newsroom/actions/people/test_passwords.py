"""Test changing one's own password, and setting one by a link."""

from datetime import timedelta

import pytest
from django.utils import timezone

from newsroom.actions.people.accounts import change_account
from newsroom.actions.people.passwords import (
    VALID_FOR,
    change_own_password,
    make_password_link,
    set_password_by_link,
)
from newsroom.errors import Conflict, Missing
from newsroom.models import PasswordLink, User
from newsroom.queries.sessions import sessions_of
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line
from tests.newsroom.actions.people.test_sessions import begin, keys

pytestmark = pytest.mark.django_db
NEW = "correct horse battery staple"


@pytest.fixture
def ada() -> User:
    return make.user(UserRole.REPORTER, "ada")


def test_a_new_password_of_ones_own_ends_the_other_sessions(ada):
    here, _ = begin(ada), begin(ada)
    change_own_password(NEW, by=ada, current_key=here)
    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert keys(ada) == {here}
    assert (last_line(ada).verb, last_line(ada).actor, last_line(ada).changes) == ("password set", ada, {})


def test_a_link_sets_a_password_once(ada, curator):
    begin(ada)
    secret = make_password_link(ada, by=curator)
    assert set_password_by_link(secret, NEW) == ada
    ada.refresh_from_db()
    assert ada.check_password(NEW)
    assert sessions_of(ada) == []
    with pytest.raises(Missing, match="Ask a curator"):
        set_password_by_link(secret, make.PASSWORD)


def test_the_old_password_stays_valid_until_the_link_is_used(ada, curator):
    make_password_link(ada, by=curator)
    ada.refresh_from_db()
    assert ada.check_password(make.PASSWORD)


def test_the_secret_is_stored_nowhere(ada, curator):
    secret = make_password_link(ada, by=curator)
    link = PasswordLink.objects.get()
    assert secret not in link.secret_hash
    line = last_line(ada)
    assert (line.verb, line.actor, line.changes) == ("invited", curator, {})
    assert secret not in line.summary


def test_a_newer_link_ends_the_older_one(ada, curator):
    older, newer = (make_password_link(ada, by=curator) for _ in range(2))
    with pytest.raises(Missing):
        set_password_by_link(older, NEW)
    set_password_by_link(newer, NEW)


@pytest.mark.parametrize(("age", "works"), [(VALID_FOR - timedelta(minutes=1), True), (VALID_FOR, False)])
def test_a_link_ends_after_its_time(ada, curator, age, works):
    secret = make_password_link(ada, by=curator)
    PasswordLink.objects.update(expires_at=timezone.now() + VALID_FOR - age)
    if works:
        set_password_by_link(secret, NEW)
    else:
        with pytest.raises(Missing):
            set_password_by_link(secret, NEW)
    ada.refresh_from_db()
    assert ada.check_password(NEW) is works


def test_a_password_that_was_changed_meanwhile_ends_the_link(ada, curator):
    secret = make_password_link(ada, by=curator)
    change_own_password(NEW, by=ada, current_key=None)
    with pytest.raises(Missing):
        set_password_by_link(secret, make.PASSWORD)


def test_no_link_opens_an_account_that_is_switched_off(ada, curator):
    secret = make_password_link(ada, by=curator)
    change_account(ada, {"is_active": False}, by=curator)
    with pytest.raises(Missing):
        set_password_by_link(secret, NEW)
    with pytest.raises(Conflict, match="Switch it on first"):
        make_password_link(ada, by=curator)


@pytest.mark.parametrize(
    ("values", "password"),
    [({}, make.PASSWORD), ({"is_active": False}, "")],
    ids=["new password", "switched off"],
)
def test_a_link_does_not_outlive_what_a_curator_decided_later(ada, curator, values, password):
    secret = make_password_link(ada, by=curator)
    change_account(ada, values, by=curator, password=password)
    change_account(ada, {"is_active": True}, by=curator)
    with pytest.raises(Missing, match="Ask a curator"):
        set_password_by_link(secret, NEW)
