"""Remember the browsers with which a person has signed in before.

Many people of one desk share one IP address. If somebody guesses passwords from this address, the others must
still be able to sign in. So for a browser that has signed in before, only wrong passwords for the same name
from the same address count. OWASP calls this device cookies
(https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies).
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from newsroom.models import User

NAME = "__Host-device" if settings.SESSION_COOKIE_SECURE else "device"
SALT = "newsroom.known-device"
#: How many seconds a browser is remembered: half a year.
KNOWN_FOR = 180 * 24 * 60 * 60
#: The attribute of a request that holds the person who has just signed in.
JUST_SIGNED_IN = "_just_signed_in"


class RememberDevices:
    """A middleware that sets the cookie of `remember` in the response to a successful sign-in."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        user = getattr(request, JUST_SIGNED_IN, None)
        if user is not None:
            remember(response, user)
        return response


def note_sign_in(request: HttpRequest, user: User, **_: Any) -> None:
    """Receive `user_logged_in`, and note the person on the request, so that `RememberDevices` sets the
    cookie.
    """
    setattr(request, JUST_SIGNED_IN, user)


def remember(response: HttpResponse, user: User) -> None:
    """Set a signed cookie that says that `user` has signed in with this browser.

    A new password of the person makes the cookie invalid.
    """
    value = signing.dumps([user.username, user.get_session_auth_hash()], salt=SALT)
    response.set_cookie(
        NAME,
        value,
        max_age=KNOWN_FOR,
        path="/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def is_known(request: HttpRequest, username: str | None) -> bool:
    """Return whether the person called `username` has signed in with this browser before.

    It is False if the person has changed the password since, or if `username` is None or empty.
    """
    cookie = request.COOKIES.get(NAME, "")
    if not cookie or not username:
        return False
    try:
        name, password_hash = signing.loads(cookie, salt=SALT, max_age=KNOWN_FOR)
    except (signing.BadSignature, ValueError):
        return False
    if name != username:
        return False
    user = User.objects.filter(username=username).first()
    return user is not None and constant_time_compare(password_hash, user.get_session_auth_hash())
