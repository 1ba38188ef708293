"""Test accounts in the panel: their passwords, their roles, and how they are switched off."""

import pytest
from django.urls import reverse

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


def added(panel: Panel, username: str, new_password: str = ""):
    return panel.add(
        User,
        username=username,
        name="",
        email="",
        role="reporter",
        is_active="on",
        new_password=new_password,
    )


def test_an_account_without_a_password_leads_to_the_link_that_sets_one(panel: Panel):
    response = added(panel, "ada")
    ada = User.objects.get(username="ada")
    assert not ada.has_usable_password()
    assert response["Location"] == reverse("admin:newsroom_user_link", args=[ada.pk])


def test_a_link_is_shown_once_and_sets_a_password(panel: Panel, client):
    ada = make.user(UserRole.REPORTER)
    page = reverse("admin:newsroom_user_link", args=[ada.pk])
    address = client.post(page).context["address"]
    assert "/password/" not in client.get(page).content.decode()
    client.logout()
    client.post(address, {"password": PHRASE, "again": PHRASE})
    ada.refresh_from_db()
    assert ada.check_password(PHRASE)


def test_no_link_is_made_for_an_account_that_is_switched_off(panel: Panel, client):
    ada = make.user()
    panel.send(ada, is_active=False)
    response = client.post(reverse("admin:newsroom_user_link", args=[ada.pk]))
    assert response.status_code == 409
    assert "Switch it on first" in response.content.decode()


@pytest.mark.parametrize("name", ["<b>x</b>", "admin\u202egnp", "аna"])
def test_a_name_that_hides_something_is_refused(panel: Panel, name):
    response = added(panel, name)
    assert response.context["adminform"].form.errors["username"]
    assert not User.objects.filter(username=name).exists()


@pytest.mark.parametrize("name", ["ADA", "Ada"])
def test_a_name_that_looks_like_another_one_is_refused(panel: Panel, name):
    make.user(username="ada")
    response = added(panel, name)
    assert response.status_code == 422
    assert "looks like that of another account" in response.content.decode()


def test_an_account_from_before_keeps_its_name_until_it_gets_another(panel: Panel):
    old = make.user(username="ada")
    User.objects.filter(pk=old.pk).update(username="bad name!", skeleton=None)
    old.refresh_from_db()
    panel.send(old, role="reader")
    old.refresh_from_db()
    assert (old.role, old.skeleton) == ("reader", None)
    panel.send(old, username="Ada")
    old.refresh_from_db()
    assert (old.username, old.skeleton) == ("Ada", "ada")
    assert last_line(old).changes == {"username": ["bad name!", "Ada"]}


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
