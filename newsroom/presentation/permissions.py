"""Tell every template what the role of the signed-in person allows."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from newsroom.roles import UserRole, has_role


@dataclass(frozen=True, slots=True)
class Permissions:
    """The permissions that a person's role gives everywhere. Views pass those that depend on one thing.

    Templates read `may.report`, `may.edit` and `may.curate`. Each is computed only when it is read, because a
    page that does not use the person must not load the session.
    """

    user: Any

    @property
    def report(self) -> bool:
        """Return whether the person may import, mark, claim, link and comment."""
        return has_role(self.user, UserRole.REPORTER)

    @property
    def edit(self) -> bool:
        """Return whether the person may settle claims, decide on origins, and confirm that reports are of one
        event.
        """
        return has_role(self.user, UserRole.EDITOR)

    @property
    def curate(self) -> bool:
        """Return whether the person may use the admin panel."""
        return has_role(self.user, UserRole.CURATOR)


def may(request: HttpRequest) -> dict[str, Permissions]:
    """Return `may` for the context of every template. This is a context processor."""
    # A request that is refused early, for example for its host, has no user yet.
    user = getattr(request, "user", None) or AnonymousUser()
    return {"may": Permissions(user)}
