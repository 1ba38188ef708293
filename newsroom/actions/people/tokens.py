"""Make and revoke API tokens."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import ApiToken, User, Verb
from newsroom.queries.password_links import hash_of
from newsroom.queries.tokens import usable_tokens_of
from newsroom.roles import TokenScope, UserRole, require

#: The first characters of each secret, by which programs that look for leaked secrets find it.
PREFIX = "newsroom_"
_SECRET_BYTES = 32
#: The most tokens that a person may have at a time.
MOST_TOKENS = 20
#: How exact the time of the last use is. A write for each request would make reading slow.
_USE_NOTED = timedelta(minutes=1)
#: The lowest role of a person who may make a token with a scope.
_LOWEST_ROLES = {
    TokenScope.READ: UserRole.READER,
    TokenScope.WRITE: UserRole.REPORTER,
    TokenScope.CURATE: UserRole.CURATOR,
}


@transaction.atomic
def make_token(
    name: str,
    scope: TokenScope,
    *,
    days: int,
    by: User,
) -> tuple[ApiToken, str]:
    """Make a token of `by` that is valid for `days` days, and return it with its secret, which is stored
    nowhere.

    The scope `read` requires the reader role, `write` the reporter role, and `curate` the curator role.
    Raises `Conflict` if the person has `MOST_TOKENS` usable tokens already.
    """
    require(by, _LOWEST_ROLES[scope])
    if usable_tokens_of(by).count() >= MOST_TOKENS:
        raise Conflict(f"You have {MOST_TOKENS} tokens already. Revoke one that you do not need.")
    secret = PREFIX + secrets.token_urlsafe(_SECRET_BYTES)
    token = ApiToken(
        user=by,
        name=name,
        scope=scope,
        secret_hash=hash_of(secret),
        expires_at=timezone.now() + timedelta(days=days),
    )
    store(token)
    record(HistoryLine(Verb.GRANTED, by, f"made the API token “{name}” ({scope})"), by=by)
    return token, secret


@transaction.atomic
def revoke_token(token: ApiToken, *, by: User) -> None:
    """Revoke a token, so that it no longer works. Nothing happens if it is revoked already.

    People may revoke their own tokens; to revoke those of others requires the curator role.
    """
    require(by, UserRole.READER if token.user_id == by.pk else UserRole.CURATOR)
    ended = ApiToken.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now())
    if ended:
        words = f"revoked the API token “{token.name}”"
        record(HistoryLine(Verb.REVOKED, token.user, words), by=by)


def end_tokens(user: User) -> None:
    """Revoke all tokens of `user`. The calling act checks the role and writes the line of history."""
    ApiToken.objects.filter(user=user, revoked_at=None).update(revoked_at=timezone.now())


def note_use(token: ApiToken, now: datetime) -> None:
    """Store that the token was used at `now`, unless a use less than a minute before is stored already."""
    before = now - _USE_NOTED
    if token.last_used_at is None or token.last_used_at < before:
        unnoted = Q(last_used_at=None) | Q(last_used_at__lt=before)
        ApiToken.objects.filter(unnoted, pk=token.pk).update(last_used_at=now)
