"""Let people set passwords: their own when signed in, or by a link that a curator made for them."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from newsroom.actions.history import HistoryLine, record
from newsroom.actions.locking import lock
from newsroom.actions.people.sessions import sign_out
from newsroom.actions.storing import store
from newsroom.errors import Conflict, Missing
from newsroom.models import PasswordLink, User, Verb
from newsroom.queries.password_links import NO_LINK, hash_of, open_link
from newsroom.roles import UserRole, require

#: How long a password link leads somewhere.
VALID_FOR = timedelta(days=7)
#: The number of random bytes in the secret of a link.
_SECRET_BYTES = 32


@transaction.atomic
def change_own_password(password: str, *, by: User, current_key: str | None) -> None:
    """Set the password of `by`, and end their other sessions and their open password link.

    The session with the key `current_key` stays. The caller has checked the old password and the rules for
    new ones.
    """
    _set_password(by, password, except_key=current_key)
    record(HistoryLine(Verb.PASSWORD_SET, by, "changed their own password"), by=by)


@transaction.atomic
def make_password_link(user: User, *, by: User) -> str:
    """Make a link with which `user` can set a password once, and return its secret, which is stored nowhere.

    Requires the curator role. The link is valid for `VALID_FOR`, and an older link of the person ends. The
    old password stays valid until the link is used. Raises `Conflict` if the account is not active.
    """
    require(by, UserRole.CURATOR)
    lock(user)
    if not user.is_active:
        raise Conflict("This account is switched off. Switch it on first.")
    end_links(user)
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    link = PasswordLink(
        user=user,
        secret_hash=hash_of(secret),
        expires_at=timezone.now() + VALID_FOR,
        created_by=by,
    )
    store(link)
    summary = f"made a link by which “{user}” sets a password"
    record(HistoryLine(Verb.INVITED, user, summary), by=by)
    return secret


@transaction.atomic
def set_password_by_link(secret: str, password: str) -> User:
    """Set the password of the person for whom the link was made, and end the link and all their sessions.

    Returns the person. The caller has checked the rules for passwords. Raises `Missing` if the link has ended
    or expired, or its account is switched off.
    """
    link = open_link(secret)
    user = link.user
    lock(user)
    # Somebody else may have used or replaced the link, or switched off the account, before it was locked.
    lock(link)
    if link.ended_at is not None or not user.is_active:
        raise Missing(NO_LINK)
    _set_password(user, password)
    record(HistoryLine(Verb.PASSWORD_SET, user, "set a password by a link"), by=user)
    return user


def _set_password(user: User, password: str, *, except_key: str | None = None) -> None:
    user.set_password(password)
    user.save(update_fields=["password"])
    end_links(user)
    sign_out(user, except_key=except_key)


def end_links(user: User) -> None:
    """End the open password link of `user`, if there is one. The calling act checks the role and writes the
    line of history.
    """
    PasswordLink.objects.filter(user=user, ended_at=None).update(ended_at=timezone.now())
