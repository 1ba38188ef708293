"""Test accounts in the panel: their passwords, their roles, and how they are switched off."""

import pytest

from newsroom.models import User
from newsroom.roles import UserRole
from tests import make
from tests.admin_panel import Panel, last_line

pytestmark = pytest.mark.django_db


PHRASE = "correct horse battery staple"


def test_an_account_is_made_with_its_password(panel: Panel):
    panel.add(
        User, username="ada", name="Ada", email="", role="reporter", is_active="on", new_password=PHRASE
    )
    ada = User.objects.get(username="ada")
    assert (ada.role, ada.check_password(PHRASE)) == ("reporter", True)


def test_an_account_without_a_password_is_not_made(panel: Panel):
    response = panel.add(
        User, username="ada", name="", email="", role="reporter", is_active="on", new_password=""
    )
    assert "A new account needs a password." in response.content.decode()
    assert not User.objects.filter(username="ada").exists()


def test_a_password_that_is_easily_guessed_is_refused(panel: Panel):
    ada = make.user(username="ada-lovelace")
    response = panel.send(ada, new_password="password")
    assert "too common" in response.content.decode()
    ada.refresh_from_db()
    assert ada.check_password(make.PASSWORD)


def test_a_new_password_is_set_and_never_written_down(panel: Panel):
    ada = make.user()
    panel.send(ada, new_password=PHRASE)
    ada.refresh_from_db()
    assert ada.check_password(PHRASE)
    assert last_line(ada).changes == {}
    assert PHRASE not in panel.open(ada).content.decode()
    assert ada.password not in panel.open(ada).content.decode()


def test_an_account_is_switched_off_and_the_history_tells_it(panel: Panel):
    ada = make.user(UserRole.REPORTER)
    panel.send(ada, is_active=False, role="reader")
    assert last_line(ada).changes == {"role": ["reporter", "reader"], "is_active": [True, False]}


def test_people_are_found_by_role_and_activity(panel: Panel):
    reporter = make.user(UserRole.REPORTER)
    gone = make.user(UserRole.READER)
    gone.is_active = False
    gone.save()
    assert panel.rows(User, role="reporter") == [reporter]
    assert panel.rows(User, active="False") == [gone]
