"""How much a request may bring, decided before its body is read."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from newsroom.config.middleware import TOO_MUCH, sentence_response


class BodyLimits:
    """Refuses a body by its stated length: a small one from strangers, a larger one from who is signed in.

    It stands before the check of the form's token, which would read the body. A body without a stated length
    is never read (PEP 3333).
    """

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Django looks at the header again when it reads a form, and breaks off over what is no number.
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
    """Return the length in bytes that the request states for its body; 0 if it states none."""
    stated = request.META.get("CONTENT_LENGTH", "")
    return int(stated) if stated.isascii() and stated.isdecimal() else 0
