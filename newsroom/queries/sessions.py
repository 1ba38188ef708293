"""Read which sessions a person has: in which browsers they are signed in."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from newsroom.models import User

#: The keys under which a session holds when it began (ISO 8601) and the name of its browser.
BEGAN, BROWSER = "began_at", "browser"
#: The words in a `User-Agent` header that name a browser or a system, the decisive ones first.
_BROWSERS = {
    "Edg": "Edge",
    "OPR": "Opera",
    "Firefox": "Firefox",
    "Chrom": "Chrome",
    "Safari": "Safari",
}
_SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Mac OS": "macOS",
    "Linux": "Linux",
}
_UNKNOWN_BROWSER = "an unknown browser"


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A session of a person.

    `mark` identifies it in forms, because its key is a secret. `began_at` is None if it is unknown. `browser`
    is a name such as “Firefox on Linux”. `is_current` is true for the session in which the person asks.
    """

    key: str
    mark: str
    began_at: datetime | None
    ends_at: datetime
    browser: str
    is_current: bool


def sessions_of(user: User, current_key: str | None = None) -> list[OwnSession]:
    """Return the sessions of `user` that have not expired: the current one first, then those that expire
    last.

    `current_key` is the key of the session in which the person asks, or None.
    """
    sessions = list(_unsorted(user, current_key))
    sessions.sort(key=lambda session: session.ends_at, reverse=True)
    sessions.sort(key=lambda session: not session.is_current)
    return sessions


def _unsorted(user: User, current_key: str | None) -> Iterator[OwnSession]:
    # A session stores the id of its user in encoded form, so every session must be decoded.
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        stored = session.get_decoded()
        if stored.get(SESSION_KEY) != str(user.pk):
            continue
        yield OwnSession(
            key=session.session_key,
            mark=hashlib.sha256(session.session_key.encode()).hexdigest()[:16],
            began_at=parse_datetime(stored.get(BEGAN, "")),
            ends_at=session.expire_date,
            browser=stored.get(BROWSER, _UNKNOWN_BROWSER),
            is_current=session.session_key == current_key,
        )


def browser_name(user_agent: str) -> str:
    """Return a short name of a browser, such as “Firefox on Linux”, from the header `User-Agent`."""
    browser = next((name for word, name in _BROWSERS.items() if word in user_agent), "")
    system = next((name for word, name in _SYSTEMS.items() if word in user_agent), "")
    if not browser:
        return _UNKNOWN_BROWSER
    return f"{browser} on {system}" if system else browser
