"""Limit the size of a request before its body is read."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from newsroom.config.middleware import TOO_MUCH, sentence_response


class BodyLimits:
    """A middleware that refuses a request with status 413 if its stated length is too large.

    The limit in bytes is `STRANGERS_BODY_LIMIT` for people who are not signed in, else `BODY_LIMIT`. The
    middleware comes before the check of the CSRF token, which would read the body. Servers never read a body
    without a stated length (PEP 3333).
    """

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Django reads the header again when it parses a form, and fails if it is not a number.
        request.META["CONTENT_LENGTH"] = str(stated_length(request))
        return self.respond(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        length = stated_length(request)
        if length <= settings.STRANGERS_BODY_LIMIT:
            return None
        if length > settings.BODY_LIMIT or not request.user.is_authenticated:
            return sentence_response(request, TOO_MUCH, 413)
        return None


def stated_length(request: HttpRequest) -> int:
    """Return the length in bytes that the request states for its body.

    Returns 0 if it states none or no number.
    """
    stated = request.META.get("CONTENT_LENGTH", "")
    return int(stated) if stated.isascii() and stated.isdecimal() else 0
