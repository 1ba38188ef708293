"""Make the accounts that commands need, and change accounts for a curator."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from newsroom.actions.curation import enter
from newsroom.actions.history import HistoryLine, change, record
from newsroom.actions.people.passwords import end_links
from newsroom.actions.people.sessions import sign_out
from newsroom.actions.people.tokens import end_tokens
from newsroom.actions.seen import must_be_as_seen
from newsroom.errors import Conflict
from newsroom.models import User, Verb
from newsroom.roles import UserRole, has_role, require

#: What the history says instead of an e-mail address, because lines of the history stay for ever.
NOT_KEPT = "not kept"
#: The account that imports if no person is named. It has no password, so nobody can sign in to it.
IMPORTER = "import"


@transaction.atomic
def accounts_of_each_role(password: str, *, renew: bool) -> tuple[dict[str, User], list[str]]:
    """Make an account for each role that has none. No role is checked, because only commands call this.

    The name of the account is the role, such as `editor`. Returns the accounts of all roles as {role:
    account}, and the list of those roles whose account was made by this call. New accounts get `password`.
    Existing accounts get it only if `renew` is true.
    """
    existing = User.objects.filter(username__in=UserRole.values)
    accounts = {user.username: user for user in existing}
    if renew:
        for user in accounts.values():
            _set_password(user, password)

    new = [role for role in UserRole.values if role not in accounts]
    for role in new:
        accounts[role] = User.objects.create_user(role, password, role=role)
    return accounts, new


def importer() -> User:
    """Return the account `IMPORTER`, which imports by command if no person is named.

    It is made if it does not exist.
    """
    existing = User.objects.filter(username=IMPORTER).first()
    if existing:
        return existing
    return User.objects.create_user(IMPORTER, name="Import", role=UserRole.REPORTER)


@transaction.atomic
def make_account(
    username: str,
    values: Mapping[str, Any],
    *,
    by: User,
    password: str = "",
) -> User:
    """Make an account with the fields `values`, and return it.

    Requires the curator role. Without a password nobody can sign in until the person has set one by a link.
    Raises `Invalid` if no account can have this name, or if it looks like that of another account.
    """
    user = User(**values)
    user.take_name(username)
    # Django makes a password that never matches if there is none.
    user.set_password(password or None)
    enter(user, by=by)
    return user


@transaction.atomic
def change_account(
    user: User,
    values: Mapping[str, Any],
    *,
    by: User,
    password: str = "",
    seen: Mapping[str, str] | None = None,
) -> None:
    """Change names, role or active state of an account (`values`), and its password if `password` is not
    empty.

    Requires the curator role. Deactivating an account ends its sessions, its tokens and its open password
    link; activating it again does not bring them back. A new password ends an open password link too. The
    history records that a password or an e-mail address was changed, but not its value. `seen` is {field:
    value} as the person's page showed them. Raises `Conflict` if one of these values has changed since, or if
    `user` is the last active curator and would no longer be one, and `Invalid` if no account can have the new
    name, or if it looks like that of another account.
    """
    require(by, UserRole.CURATOR)
    _lock_curators()
    must_be_as_seen(user, seen or {}, values)
    was_curator = has_role(user, UserRole.CURATOR)

    if password:
        _set_password(user, password)
        end_links(user)
        line = HistoryLine(Verb.PASSWORD_SET, user, f"set a new password for “{user}”")
        record(line, by=by)
    changes = change(user, _with_skeleton(values))
    changes.pop("skeleton", None)
    if "email" in changes:
        changes["email"] = (NOT_KEPT, NOT_KEPT)
    if changes:
        line = HistoryLine(Verb.CHANGED, user, f"changed the account “{user}”", changes=changes)
        record(line, by=by)

    is_curator = has_role(user, UserRole.CURATOR)
    if was_curator and not is_curator and not _other_curators(user).exists():
        raise Conflict("This is the last curator. Make someone else a curator first.")
    if not user.is_active:
        end_links(user)
        sign_out(user)
        end_tokens(user)


def _with_skeleton(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return `values` with the skeleton of the new name, if there is one."""
    if "username" not in values:
        return dict(values)
    named = User()
    named.take_name(values["username"])
    return {**values, "skeleton": named.skeleton}


def _lock_curators() -> None:
    """Lock the rows of all active curators until the transaction ends.

    Otherwise two curators could remove each other's role at the same moment.
    """
    curators = User.objects.filter(role=UserRole.CURATOR, is_active=True).order_by("pk")
    list(curators.select_for_update(no_key=True))


def _other_curators(user: User) -> QuerySet[User]:
    return User.objects.filter(role=UserRole.CURATOR, is_active=True).exclude(pk=user.pk)


def _set_password(user: User, password: str) -> None:
    user.set_password(password)
    user.save(update_fields=["password"])
