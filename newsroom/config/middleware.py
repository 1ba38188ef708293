"""What every answer goes through: privacy of pages, and errors turned into sentences."""

import logging
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from newsroom.errors import Missing, NewsroomError, TooLarge
from newsroom.modules import import_map_hash

logger = logging.getLogger("newsroom.requests")
Respond = Callable[[HttpRequest], HttpResponse]


class PrivatePages:
    """Pages for signed-in people are stored nowhere on the way: not by proxies, not by a shared computer's browser.

    And they admit no script but our own files and the import map.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        # What django-csp's own decorator sets; every page prints the one import map.
        response._csp_update = {"script-src": [import_map_hash()]}  # type: ignore[attr-defined]
        return response


class ErrorsAsSentences:
    """Every `NewsroomError` becomes its sentence with its status: a fragment for htmx, else a page."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        error = _understood(exception)
        if error is None:
            return None
        logger.info("%s %s answered %s", request.method, request.path, error.status)
        return sentence_response(request, error.sentence, error.status)


def sentence_response(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """`sentence` as htmx fragment (shown in the page's alert region) or as a page of its own."""
    template = "_error.html" if request.htmx else "error.html"
    response = render(request, template, {"sentence": sentence, "status": status}, status=status)
    if request.htmx:
        response["HX-Retarget"] = "#alerts"
        response["HX-Reswap"] = "innerHTML"
    return response


def _understood(exception: Exception) -> NewsroomError | None:
    if isinstance(exception, NewsroomError):
        return exception
    if isinstance(exception, Http404):
        return Missing("There is nothing at this address, or no longer. Go back, or start from the list of stories.")
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return TooLarge("That is too much at once: at most 50 files of 10 MB each.")
    return None
