"""Provide templates with the permissions of the signed-in person."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from newsroom.roles import UserRole, has_role


@dataclass(frozen=True, slots=True)
class Permissions:
    """The permissions that the role of `user` gives on every page.

    Views pass permissions that depend on one row. Templates read `may.report`, `may.edit` and `may.curate`.
    Each is computed only when it is read, so that a page that does not need the person does not load the
    session.
    """

    user: Any

    @property
    def report(self) -> bool:
        """Return whether the person may import, highlight, claim, link and comment."""
        return has_role(self.user, UserRole.REPORTER)

    @property
    def edit(self) -> bool:
        """Return whether the person may settle claims, decide on origins, and confirm that reports are about
        one event.
        """
        return has_role(self.user, UserRole.EDITOR)

    @property
    def curate(self) -> bool:
        """Return whether the person may use the admin panel."""
        return has_role(self.user, UserRole.CURATOR)


def may(request: HttpRequest) -> dict[str, Permissions]:
    """Return the variable `may` for the context of every template.

    Django calls this context processor for each page.
    """
    # A request that is refused early, for example for its host, has no user yet.
    user = getattr(request, "user", None) or AnonymousUser()
    return {"may": Permissions(user)}
