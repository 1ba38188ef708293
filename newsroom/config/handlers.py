"""The last resort for errors Django raises before or around our own: each still ends as a sentence."""

import sys

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from newsroom.config.middleware import TOO_MUCH, sentence_response, unavailable_response
from newsroom.trouble.database import understood

NOT_THERE = (
    "There is nothing at this address, or no longer. Go back, or start from the list of stories."
)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(
        exception, RequestDataTooBig | TooManyFilesSent
    ):  # found while looking for the form's token
        return sentence_response(request, TOO_MUCH, 413)
    return sentence_response(
        request, "The request could not be read. Reload the page and try again.", 400
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sentence_response(request, "This is not open to you.", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sentence_response(request, NOT_THERE, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer what nobody foresaw, without context processors and database, because these may be what broke.

    Trouble of the database can come before any view, such as while a session is read or saved: it is told as
    what it is. Django calls this handler while it handles the exception.
    """
    exception = sys.exception()
    error = understood(exception) if exception else None
    if error:
        return unavailable_response(request, error)
    return HttpResponse(render_to_string("broken.html"), status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    sentence = (
        "Your session on this page has ended, so nothing was saved. "
        "Copy what you wrote, reload, and try again."
    )
    return sentence_response(request, sentence, 403)
