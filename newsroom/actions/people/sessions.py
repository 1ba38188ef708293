"""End sessions of a person, so that their browsers are signed out."""

from collections.abc import Iterable

from django.contrib.sessions.models import Session
from django.db import transaction

from newsroom.actions.history import HistoryLine, record
from newsroom.models import User, Verb
from newsroom.queries.sessions import sessions_of


@transaction.atomic
def end_session(mark: str, *, by: User) -> None:
    """End the session of `by` with this mark (`OwnSession.mark`).

    Does nothing if the person has no such session, for example because it ended already.
    """
    keys = [session.key for session in sessions_of(by) if session.mark == mark]
    if keys:
        _delete(keys)
        record(HistoryLine(Verb.SIGNED_OUT, by, "ended one of their sessions"), by=by)


@transaction.atomic
def end_other_sessions(*, by: User, current_key: str | None) -> int:
    """End the sessions of `by` except the one with the key `current_key`, and return how many were ended."""
    keys = [session.key for session in sessions_of(by) if session.key != current_key]
    if keys:
        _delete(keys)
        record(HistoryLine(Verb.SIGNED_OUT, by, "ended their other sessions"), by=by)
    return len(keys)


def sign_out(user: User, *, except_key: str | None = None) -> None:
    """Delete the sessions of `user` except the one with `except_key`. The calling act writes the line of
    history.
    """
    _delete(session.key for session in sessions_of(user) if session.key != except_key)


def _delete(keys: Iterable[str]) -> None:
    Session.objects.filter(session_key__in=list(keys)).delete()
