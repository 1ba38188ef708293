"""What every answer goes through: a line in the log, privacy of pages, and errors turned into sentences."""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict

from newsroom.errors import Missing, NewsroomError, TooLarge, Unavailable
from newsroom.presentation.import_map import import_map_hash
from newsroom.trouble.database import crossed, understood

logger = logging.getLogger("newsroom.requests")
Respond = Callable[[HttpRequest], HttpResponse]
TOO_MUCH = "That is too much at once: at most 50 files of 10 MB each."
NUL = "What was sent holds a NUL character, which no text can hold. Remove it, then try again."


class RequestLines:
    """One line in the log for each request that reached a view: who, what, how it ended, how long it took.

    The page is told by its name and the ids in its address, never by the address itself: a slug is a title,
    and a query is what somebody searched for.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.respond(request)
        if match := request.resolver_match:
            taken = round(1000 * (time.perf_counter() - began), 1)
            ids = {
                f"id_{name}": str(value)
                for name, value in match.kwargs.items()
                if name not in ("slug", "url")
            }
            told = {
                "method": request.method,
                "page": match.view_name,
                "status": response.status_code,
                "ms": taken,
            }
            logger.info("request", extra=told | ids | {"user": _user(request)})
        return response


class PrivatePages:
    """Pages for signed-in people are stored nowhere on the way: not by proxies, not by a shared computer's
    browser.

    And they admit no script but our own files and the import map.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        # What django-csp's own decorator sets; every page prints the one import map.
        response._csp_update = {"script-src": [import_map_hash()]}  # type: ignore[attr-defined]  # of django-csp
        return response


class ErrorsAsSentences:
    """Every `NewsroomError` becomes its sentence with its status: a fragment for htmx, else a page.

    So does a NUL character, before any view sees it: no text can hold it, and PostgreSQL would break off over
    it.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        sent = (request.GET, request.POST, request.FILES)
        if "\0" in request.path_info or any(_holds_nul(fields) for fields in sent):
            return sentence_response(request, NUL, 400)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        match = request.resolver_match
        if match is not None and crossed(exception) and _can_be_repeated(request):
            logger.warning("acts crossed, second try", extra={"page": _page_name(request)})
            try:
                response: HttpResponse = match.func(request, *match.args, **match.kwargs)
                return response
            except (NewsroomError, DatabaseError) as second:
                exception = second

        error = _understood(exception)
        if error is None:
            return None
        if isinstance(error, Unavailable):
            return unavailable_response(request, error)
        return sentence_response(request, error.sentence, error.status)


def _can_be_repeated(request: HttpRequest) -> bool:
    """Whether a view may be called a second time after the database took back its transaction.

    An act is one transaction. Files are read once only, so a request that brings some is not repeated.
    """
    return not request.FILES


def sentence_response(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """`sentence` as htmx fragment (shown in the page's alert region) or as a page of its own."""
    fragment = getattr(
        request, "htmx", False
    )  # a request refused early, such as for its host, has no htmx
    template = "_error.html" if fragment else "error.html"
    response = render(request, template, {"sentence": sentence, "status": status}, status=status)
    if fragment:
        _place_in_alerts(response)
    return response


def _place_in_alerts(response: HttpResponse) -> None:
    """Let htmx put a fragment where alerts are, instead of what was asked for."""
    response["HX-Retarget"] = "#alerts"
    response["HX-Reswap"] = "innerHTML"


def unavailable_response(request: HttpRequest, error: Unavailable) -> HttpResponse:
    """Return the sentence with 503, and when to try again. The page asks the database nothing."""
    logger.error(
        "database trouble", extra={"page": _page_name(request), "sentence": error.sentence}
    )
    if session := getattr(request, "session", None):
        # Django would try to save it on the way out, and wait for the same lock a second time.
        session.modified = False
    # Without the request: context processors ask who is signed in, and that asks the database.
    fragment = getattr(request, "htmx", False)
    template = "_error.html" if fragment else "broken.html"
    response = HttpResponse(
        render_to_string(template, {"sentence": error.sentence}), status=error.status
    )
    if fragment:
        _place_in_alerts(response)
    response["Retry-After"] = str(error.retry_after)
    return response


def _page_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _understood(exception: Exception) -> NewsroomError | None:
    if isinstance(exception, NewsroomError):
        return exception
    if isinstance(exception, Http404):
        return Missing(
            "There is nothing at this address, or no longer. Go back, or start from the list of stories."
        )
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return TooLarge(TOO_MUCH)
    return understood(exception)


def _holds_nul(fields: MultiValueDict[str, Any]) -> bool:
    return any(
        "\0" in name or any("\0" in str(value) for value in values)
        for name, values in fields.lists()
    )


def _user(request: HttpRequest) -> str | None:
    """The id of who is signed in. Asks nothing the view has not asked: a session unread stays unread."""
    session = getattr(request, "session", None)
    return session.get(SESSION_KEY) if session is not None and session.accessed else None
