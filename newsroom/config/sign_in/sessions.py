"""Answer requests of scripts whose session has ended, so that the page can ask the person to sign in again.

A browser that asks for a whole page is led to the sign-in page. A script that got this page would put it into
a part of its own page, so scripts get a sentence with status 401.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse

from newsroom.config.middleware import sentence_response
from newsroom.views.once import ACT_HEADER
from newsroom.views.problems import is_of_the_api

#: The header with the id of the person who acted. An act is never done in the name of somebody else.
PERSON_HEADER = "Act-Person"
SESSION_ENDED = (
    "Your session has ended. Sign in again: what you did is kept in this browser until then."
)
UNKNOWN_PROGRAM = (
    "Send a valid token, as “Authorization: Bearer …”. You make one on the page of your account."
)
ANOTHER_PERSON = (
    "Somebody else is signed in with this browser now, so nothing was done. "
    "What you did is kept in this browser until you sign in again."
)


class SignInMiddleware(LoginRequiredMiddleware):
    """A middleware that lets only people who have signed in see a page, unless its view needs no sign-in."""

    def handle_no_permission(  # type: ignore[override]  # the response need not be a redirect
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponse:
        if is_of_the_api(request):
            refusal = sentence_response(request, UNKNOWN_PROGRAM, 401)
            refusal["WWW-Authenticate"] = "Bearer"
            return refusal
        if is_of_a_script(request):
            return sentence_response(request, SESSION_ENDED, 401)
        response: HttpResponse = super().handle_no_permission(request, view_func)
        return response


class ActsOfPeople:
    """A middleware for acts that a browser keeps until they are answered.

    It refuses an act (401) if another person is signed in than the one who acted, and repeats the id of the
    act in the response, so that the browser can tell our response from that of a proxy.
    """

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        act_id = request.headers.get(ACT_HEADER)
        if act_id:
            response[ACT_HEADER] = act_id
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        person = request.headers.get(PERSON_HEADER)
        # Somebody who has not signed in is asked to by `SignInMiddleware`.
        if person is None or not request.user.is_authenticated or person == str(request.user.pk):
            return None
        return sentence_response(request, ANOTHER_PERSON, 401)


def is_of_a_script(request: HttpRequest) -> bool:
    """Return whether a script of a page sent the request, and not the browser itself."""
    return bool(getattr(request, "htmx", False)) or ACT_HEADER in request.headers
