"""Who may do what: four roles, each of which may do everything that the role before it may."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponseBase

from newsroom.errors import Forbidden

View = Callable[..., HttpResponseBase]


class UserRole(TextChoices):
    """A reader reads, a reporter marks and imports, an editor settles, a curator works in the admin panel."""

    READER = "reader", "Reader"
    REPORTER = "reporter", "Reporter"
    EDITOR = "editor", "Editor"
    CURATOR = "curator", "Curator"

    @property
    def rank(self) -> int:
        return list(UserRole).index(self)


def reaches(user: Any, role: UserRole) -> bool:
    """Return whether `user` (a User or AnonymousUser) is active and holds `role` or a higher one."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return False
    return UserRole(user.role).rank >= role.rank


def needed_for(made: Any, user: Any) -> UserRole:
    """Return the role that `user` needs to change or take back what a person made.

    One's own takes a reporter, another's an editor. `made` is a row that has `created_by`.
    """
    if made.created_by_id == user.pk:
        return UserRole.REPORTER
    return UserRole.EDITOR


def require(user: Any, role: UserRole) -> None:
    """Raise `Forbidden` with a sentence unless `user` reaches `role`."""
    if not reaches(user, role):
        article = "an" if role is UserRole.EDITOR else "a"
        raise Forbidden(
            f"This takes {article} {role.label.lower()}. Ask a curator to change your role if you need it."
        )


def role_required(role: UserRole) -> Callable[[View], View]:
    """Decorate a view that only people who reach `role` may open.

    The view carries the role as `view.role`, which the test of the table of permissions reads.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            require(request.user, role)
            return view(request, *args, **kwargs)

        guarded.role = role  # type: ignore[attr-defined]  # a function takes any attribute
        return guarded

    return decorate
