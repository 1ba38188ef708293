"""Accounts: those that commands need, and what a curator changes about them."""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction

from newsroom.actions.history import HistoryLine, change, record
from newsroom.errors import Conflict
from newsroom.models import User, Verb
from newsroom.roles import UserRole, reaches, require

#: Who imports where nobody is named: an account without password, so that nobody can sign in to it.
IMPORTER = "import"


@transaction.atomic
def accounts_of_each_role(password: str, *, renew: bool) -> tuple[dict[str, User], list[str]]:
    """An account for each role, called as it, with the roles whose account was made now.

    New accounts get `password`. Accounts that exist keep theirs unless `renew`.
    """
    people = {user.username: user for user in User.objects.filter(username__in=UserRole.values)}
    new = [role for role in UserRole.values if role not in people]
    if renew:
        for user in people.values():
            user.set_password(password)
            user.save(update_fields=["password"])
    people |= {role: User.objects.create_user(role, password, role=role) for role in new}
    return people, new


def importer() -> User:
    """The account that imports by command, made where there is none."""
    existing = User.objects.filter(username=IMPORTER).first()
    return existing or User.objects.create_user(IMPORTER, name="Import", role=UserRole.REPORTER)


@transaction.atomic
def change_account(user: User, values: Mapping[str, Any], *, by: User, password: str = "") -> None:
    """Change names, role or activity, and set a new password where one is given. Takes a curator.

    An account that is deactivated is signed out everywhere, and stays so when it is active again. The history
    tells that a password was set, and nothing of what it is. Raises `Conflict` where nobody would be left
    to open the panel.
    """
    require(by, UserRole.CURATOR)
    others = (
        User.objects.select_for_update().filter(role=UserRole.CURATOR, is_active=True).exclude(pk=user.pk)
    )
    led = reaches(user, UserRole.CURATOR)
    if password:
        user.set_password(password)
        user.save(update_fields=["password"])
        record(HistoryLine(Verb.PASSWORD_SET, user, f"set a new password for “{user}”"), by=by)
    if changes := change(user, values):
        record(HistoryLine(Verb.CHANGED, user, f"changed the account “{user}”", changes=changes), by=by)
    if led and not reaches(user, UserRole.CURATOR) and not others.exists():
        raise Conflict("This is the last curator. Make someone else a curator first.")
    if not user.is_active:
        _sign_out(user)


def _sign_out(user: User) -> None:
    for session in Session.objects.iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
