"""Test what a curator can change about accounts."""

import pytest

from newsroom.actions.people.accounts import change_account
from newsroom.errors import Conflict, Forbidden
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import last_line

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("values", [{"role": "editor"}, {"is_active": False}])
def test_the_last_curator_stays_one(curator, values):
    make.user(UserRole.EDITOR)
    with pytest.raises(Conflict, match="Make someone else a curator first"):
        change_account(curator, values, by=curator)
    curator.refresh_from_db()
    assert (curator.role, curator.is_active) == ("curator", True)


def test_one_curator_of_two_may_go(curator):
    other = make.user(UserRole.CURATOR)
    change_account(other, {"is_active": False}, by=curator)
    assert last_line(other).changes == {"is_active": [True, False]}


def test_an_account_that_another_curator_changed_is_not_overwritten(curator):
    ada = make.user(UserRole.REPORTER)
    seen = {"role": "reporter", "name": ada.name}
    change_account(ada, {"role": "reader"}, by=curator, seen=seen)
    with pytest.raises(Conflict, match="Role: now it is “reader”, and you wrote “editor”"):
        change_account(ada, {"role": "editor"}, by=curator, seen=seen, password="correct horse battery")
    ada.refresh_from_db()
    assert (ada.role, ada.check_password(make.PASSWORD)) == ("reader", True)


def test_the_history_says_that_an_address_changed_and_keeps_none(curator):
    ada = make.user()
    change_account(ada, {"email": "ada@desk.example"}, by=curator)
    change_account(ada, {"email": "", "name": "Ada"}, by=curator)
    assert last_line(ada).changes == {"email": ["not kept", "not kept"], "name": ["", "Ada"]}


def test_changing_an_account_takes_a_curator():
    with pytest.raises(Forbidden):
        change_account(make.user(), {"role": "curator"}, by=make.user(UserRole.EDITOR))
