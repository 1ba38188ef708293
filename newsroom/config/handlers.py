"""Define the views for errors that Django raises outside our own code. Each error is shown as a sentence."""

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from newsroom.config.middleware import (
    BROKEN,
    TOO_MUCH,
    broken_fragment,
    sentence_response,
    unavailable_response,
)
from newsroom.config.sign_in.sessions import SESSION_ENDED, is_of_a_script
from newsroom.trouble.database import database_trouble
from newsroom.views.problems import is_of_the_api, problem_response

NOT_THERE = (
    "There is nothing at this address, or no longer. Go back, or start from the list of stories."
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(
        exception, RequestDataTooBig | TooManyFilesSent
    ):  # raised while the CSRF token is read
        return sentence_response(request, TOO_MUCH, 413)
    return sentence_response(
        request, "The request could not be read. Reload the page and try again.", 400
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sentence_response(request, "This is not open to you.", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sentence_response(request, NOT_THERE, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for unexpected errors (500), made without context processors and database.

    If the exception is trouble of the database, for example while a session is loaded or saved, its sentence
    is shown with status 503. Django calls this handler while it handles the exception.
    """
    exception = sys.exception()
    trouble = database_trouble(exception) if exception else None
    if trouble:
        return unavailable_response(request, trouble)
    if is_of_the_api(request):
        return problem_response(BROKEN, 500)
    if is_of_a_script(request):
        return broken_fragment()
    return HttpResponse(render_to_string("broken.html"), status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the response to a form whose token is not that of the session.

    A script gets the status of an ended session (401), because it can ask for the new token and send again.
    """
    if is_of_a_script(request):
        return sentence_response(request, SESSION_ENDED, 401)
    sentence = (
        "Your session on this page has ended, so nothing was saved. "
        "Copy what you wrote, reload, and try again."
    )
    return sentence_response(request, sentence, 403)
