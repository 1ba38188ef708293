"""Signing in, told to the log: who came and went, and from where a guess was made.

The name that was tried is not logged, because people type their password there by mistake.
"""

import logging
from typing import Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest

from newsroom.config.sign_in.known_devices import note_sign_in
from newsroom.config.sign_in.throttle import client_address

logger = logging.getLogger("newsroom.signing_in")


def tell() -> None:
    """Listen from now on."""
    user_logged_in.connect(signed_in)
    user_logged_in.connect(note_sign_in)
    user_logged_out.connect(signed_out)
    user_login_failed.connect(refused)
    user_locked_out.connect(rests)


def signed_in(request: HttpRequest, user: Any, **_: Any) -> None:
    logger.info("signed in", extra={"user": str(user.pk), "address": client_address(request)})


def signed_out(request: HttpRequest, user: Any, **_: Any) -> None:
    if user:
        logger.info("signed out", extra={"user": str(user.pk)})


def refused(request: HttpRequest, **_: Any) -> None:
    logger.warning("sign-in refused", extra={"address": client_address(request)})


def rests(request: HttpRequest, **_: Any) -> None:
    logger.warning("sign-in rests", extra={"address": client_address(request)})
