"""Decide who may do what. There are four roles, and each may do everything that a lower role may do."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponseBase

from newsroom.errors import Forbidden

View = Callable[..., HttpResponseBase]


class UserRole(TextChoices):
    """The role of a person.

    A reader only reads, a reporter imports and highlights, an editor settles claims, and a curator uses the
    admin panel.
    """

    READER = "reader", "Reader"
    REPORTER = "reporter", "Reporter"
    EDITOR = "editor", "Editor"
    CURATOR = "curator", "Curator"

    @property
    def rank(self) -> int:
        """Return the rank of the role: 0 for a reader, 3 for a curator."""
        return list(UserRole).index(self)


class TokenScope(TextChoices):
    """How far an API token reaches: reading, the acts of the desk, or also those of a curator."""

    READ = "read", "Read"
    WRITE = "write", "Read and write"
    CURATE = "curate", "Read, write and curate"

    @property
    def highest_role(self) -> UserRole:
        """Return the role up to which the token gives the rights of its person."""
        return _HIGHEST_ROLES[self]


_HIGHEST_ROLES = {
    TokenScope.READ: UserRole.READER,
    TokenScope.WRITE: UserRole.EDITOR,
    TokenScope.CURATE: UserRole.CURATOR,
}


def role_within(scope: TokenScope, role: UserRole) -> UserRole:
    """Return the role with which a person with `role` acts by a token with `scope`: the lower one."""
    return min(role, scope.highest_role, key=lambda either: either.rank)


def has_role(user: Any, role: UserRole) -> bool:
    """Return whether `user` (a User or AnonymousUser) is active and has `role` or a higher role."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return False
    return UserRole(user.role).rank >= role.rank


def role_needed_for(row: Any, user: Any) -> UserRole:
    """Return the role that `user` needs to change or take back `row`.

    It is the reporter role if `user` made the row (`row.created_by`), else the editor role.
    """
    if row.created_by_id == user.pk:
        return UserRole.REPORTER
    return UserRole.EDITOR


def require(user: Any, role: UserRole) -> None:
    """Raise `Forbidden` with a sentence unless `user` is active and has `role` or a higher role."""
    if not has_role(user, role):
        article = "an" if role is UserRole.EDITOR else "a"
        raise Forbidden(
            f"This takes {article} {role.label.lower()}. Ask a curator to change your role if you need it."
        )


def role_required(role: UserRole) -> Callable[[View], View]:
    """Return a decorator for a view.

    The decorated view raises `Forbidden` unless the person has `role` or a higher role. It has the attribute
    `role`, because a test compares it with the table of permissions.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            require(request.user, role)
            return view(request, *args, **kwargs)

        guarded.role = role  # type: ignore[attr-defined]  # a function takes any attribute
        return guarded

    return decorate
