"""Who may do what: four roles, each reaching everything the one before it reaches."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponseBase

from newsroom.errors import Forbidden

View = Callable[..., HttpResponseBase]


class UserRole(TextChoices):
    """Reader reads, reporter marks and imports, editor settles, curator keeps order in the admin panel."""

    READER = "reader", "Reader"
    REPORTER = "reporter", "Reporter"
    EDITOR = "editor", "Editor"
    CURATOR = "curator", "Curator"

    @property
    def rank(self) -> int:
        return list(UserRole).index(self)


def reaches(user: Any, role: UserRole) -> bool:
    """Whether `user` (a User or AnonymousUser) is active and holds `role` or a higher one."""
    if isinstance(user, AnonymousUser) or not user.is_active:
        return False
    return UserRole(user.role).rank >= role.rank


def needed_for(made: Any, user: Any) -> UserRole:
    """What it takes to change or take back something that a person made: one's own a reporter, another's an
    editor.
    """
    return UserRole.REPORTER if made.created_by_id == user.pk else UserRole.EDITOR


def require(user: Any, role: UserRole) -> None:
    """Raise `Forbidden` with a sentence unless `user` reaches `role`."""
    if not reaches(user, role):
        article = "an" if role is UserRole.EDITOR else "a"
        raise Forbidden(
            f"This takes {article} {role.label.lower()}. Ask a curator to change your role if you need it."
        )


def role_required(role: UserRole) -> Callable[[View], View]:
    """A view only people who reach `role` may open; carries the role as `view.role` for the permission table."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            require(request.user, role)
            return view(request, *args, **kwargs)

        guarded.role = role  # type: ignore[attr-defined]
        return guarded

    return decorate
