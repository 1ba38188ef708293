"""Test the forms with which people set their passwords."""

import pytest
from django.test import RequestFactory

from newsroom.forms.people import LONGEST_PASSWORD, NewPasswordForm, OwnPasswordForm
from newsroom.models import User
from tests import make

pytestmark = pytest.mark.django_db
NEW = "correct horse battery staple"


def errors(password: str, again: str) -> dict[str, list[str]]:
    form = NewPasswordForm({"password": password, "again": again}, person=User(username="ada-lovelace"))
    return dict(form.errors)


def test_a_password_written_twice_is_accepted_with_its_white_space():
    form = NewPasswordForm({"password": f" {NEW} ", "again": f" {NEW} "}, person=make.user())
    assert form.is_valid()
    assert form.cleaned_data["password"] == f" {NEW} "


def test_two_passwords_that_differ_are_refused():
    assert errors(NEW, NEW + "!") == {"again": ["The two passwords differ. Type the new one twice."]}


@pytest.mark.parametrize("password", ["password", "short", "ada-lovelace", ""])
def test_a_password_that_is_easily_guessed_is_refused(password):
    assert "password" in errors(password, password)


def test_a_password_has_a_longest_length():
    longest = ("long " * LONGEST_PASSWORD)[:LONGEST_PASSWORD]
    assert errors(longest, longest) == {}
    assert "password" in errors(longest + "x", longest + "x")


def test_changing_ones_own_password_takes_the_old_one():
    ada = make.user(username="ada")
    request = RequestFactory().post("/account/password/")
    sent = {"password": NEW, "again": NEW}
    assert OwnPasswordForm({**sent, "old": make.PASSWORD}, request=request, person=ada).is_valid()
    wrong = OwnPasswordForm({**sent, "old": "wrong"}, request=request, person=ada)
    assert wrong.errors["old"] == ["This is not your password. Type it once more."]
