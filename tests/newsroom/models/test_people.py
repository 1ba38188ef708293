"""Test what the role of an account allows."""

import pytest
from django.core.exceptions import ValidationError

from newsroom.models import User
from newsroom.roles import UserRole
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "opens"),
    [
        (UserRole.READER, False),
        (UserRole.REPORTER, False),
        (UserRole.EDITOR, False),
        (UserRole.CURATOR, True),
    ],
)
def test_the_admin_panel_is_open_to_curators_only(role, opens):
    person = make.user(role)
    assert person.is_staff == opens
    assert person.has_perm("newsroom.change_story") == opens
    assert person.has_perms(["newsroom.change_story"]) == opens
    assert person.has_module_perms("newsroom") == opens


def test_the_panel_is_closed_to_an_account_that_is_switched_off():
    person = make.user(UserRole.CURATOR)
    person.is_active = False
    assert not person.is_staff


def test_a_superuser_is_a_curator_whatever_role_is_named():
    assert User.objects.create_superuser("ada", make.PASSWORD, role="reader").role == "curator"


def test_an_account_needs_no_password_and_then_nobody_signs_in_to_it():
    assert not User.objects.create_user("robot").has_usable_password()


def test_no_two_accounts_have_one_name():
    make.user(username="ada")
    with pytest.raises(ValidationError, match="This name is taken already"):
        make.user(username="ada")


@pytest.mark.parametrize(("name", "shown"), [("Ada Byron", "Ada Byron"), ("", "ada")])
def test_a_person_is_shown_by_the_full_name_if_it_is_known(name, shown):
    assert str(User(username="ada", name=name)) == shown
