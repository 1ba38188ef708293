"""What the person at the page may do at all, for every template."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from newsroom.roles import UserRole, reaches


@dataclass(frozen=True, slots=True)
class Permissions:
    """What a person's role allows anywhere. What depends on one thing is told by the view that shows it.

    Templates read `may.report`, `may.edit` and `may.curate`. Each is asked only when it is read, because a
    page that asks for no person must not open the session.
    """

    user: Any

    @property
    def report(self) -> bool:
        """Import, mark, claim, link and comment."""
        return reaches(self.user, UserRole.REPORTER)

    @property
    def edit(self) -> bool:
        """Settle claims, decide on origins, vouch that two reports are of one event."""
        return reaches(self.user, UserRole.EDITOR)

    @property
    def curate(self) -> bool:
        """Keep order in the admin panel."""
        return reaches(self.user, UserRole.CURATOR)


def may(request: HttpRequest) -> dict[str, Permissions]:
    """Return `may` for the context of every template (a context processor)."""
    # A request that is refused early, such as for its host, has no user yet.
    user = getattr(request, "user", None) or AnonymousUser()
    return {"may": Permissions(user)}
