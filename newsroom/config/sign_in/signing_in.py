"""Log who signs in and out, and from which IP address wrong passwords come.

The name that was tried with a wrong password is not logged, because people sometimes type their password as
the name.
"""

import logging
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest
from django.utils import timezone

from newsroom.config.sign_in.known_devices import note_sign_in
from newsroom.config.sign_in.throttle import client_address
from newsroom.queries.sessions import BEGAN, BROWSER, browser_name

logger = logging.getLogger("newsroom.signing_in")


def connect_receivers() -> None:
    """Connect the receivers of this module to the sign-in and sign-out signals of Django and django-axes."""
    user_logged_in.connect(signed_in)
    user_logged_in.connect(note_sign_in)
    user_logged_in.connect(note_browser)
    user_logged_out.connect(signed_out)
    user_login_failed.connect(refused)
    user_locked_out.connect(signing_in_paused)


def signed_in(request: HttpRequest, user: Any, **_: Any) -> None:
    fields = {
        "user": str(user.pk),
        "address": client_address(request),
    }
    logger.info("signed in", extra=fields)


def note_browser(request: HttpRequest, **_: Any) -> None:
    """Note in the session when it began and in which browser, for the person's list of sessions."""
    request.session[BEGAN] = timezone.now().isoformat()
    request.session[BROWSER] = browser_name(request.headers.get("User-Agent", ""))


def signed_out(request: HttpRequest, user: Any, **_: Any) -> None:
    # A session that has ended already has no user.
    if user:
        logger.info("signed out", extra={"user": str(user.pk)})


def refused(request: HttpRequest, **_: Any) -> None:
    logger.warning("sign-in refused", extra={"address": client_address(request)})


def signing_in_paused(request: HttpRequest, **_: Any) -> None:
    logger.warning("sign-in rests", extra={"address": client_address(request)})
