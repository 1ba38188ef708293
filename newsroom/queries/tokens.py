"""Find API tokens that can still be used."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from newsroom.models import ApiToken, User
from newsroom.queries.password_links import hash_of


def usable_token(secret: str) -> ApiToken | None:
    """Return the token with this secret, with its person loaded.

    Returns None if there is none, if it has expired or was revoked, or if the account is not active.
    """
    tokens = _usable(timezone.now()).select_related("user")
    return tokens.filter(secret_hash=hash_of(secret), user__is_active=True).first()


def usable_tokens_of(user: User) -> QuerySet[ApiToken]:
    """Return the tokens of `user` that have neither expired nor been revoked, newest first."""
    return _usable(timezone.now()).filter(user=user).order_by("-pk")


def _usable(now: datetime) -> QuerySet[ApiToken]:
    return ApiToken.objects.filter(revoked_at=None, expires_at__gt=now)
