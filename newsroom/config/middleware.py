"""Define the middleware: log each request, keep pages private, and show errors as sentences."""

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
from django.urls import ResolverMatch
from django.utils.datastructures import MultiValueDict

from newsroom.errors import Missing, NewsroomError, TooLarge, Unavailable
from newsroom.presentation.import_map import import_map_hash
from newsroom.trouble.database import database_trouble, is_collision
from newsroom.views.problems import is_of_the_api, problem_response

logger = logging.getLogger("newsroom.requests")
Respond = Callable[[HttpRequest], HttpResponse]
#: Parts of an address that are not logged, because a slug is a title, and a secret opens an account.
_PRIVATE_PARTS = ("slug", "url", "secret")
TOO_MUCH = "That is too much at once: at most 50 files of 10 MB each."
BROKEN = (
    "Something broke on our side, and nothing was half-saved. Try once more; if it happens again, tell "
    "whoever runs this Newsroom at what time you saw this."
)
NUL = "What was sent holds a NUL character, which no text can hold. Remove it, then try again."


class RequestLines:
    """A middleware that logs one line for each request for which a view was found.

    The line holds the id of the person, the page, the status and the duration in milliseconds. The page is
    logged as the name of its URL pattern and the ids in its address. The address itself is never logged,
    because a slug is a title and a query is what somebody searched for.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.respond(request)
        match = request.resolver_match
        if match:
            milliseconds = round(1000 * (time.perf_counter() - began), 1)
            fields: dict[str, Any] = {
                "method": request.method,
                "page": match.view_name,
                "status": response.status_code,
                "ms": milliseconds,
                "user": _user(request),
                **_logged_ids(match),
            }
            logger.info("request", extra=fields)
        return response


def _logged_ids(match: ResolverMatch) -> dict[str, str]:
    """Return the values in the address of a page, except slugs and URLs, as {"id_name": value}."""
    ids = {}
    for name, value in match.kwargs.items():
        if name not in _PRIVATE_PARTS:
            ids[f"id_{name}"] = str(value)
    return ids


class PrivatePages:
    """A middleware that forbids browsers and proxies to store pages, unless a view sets `Cache-Control`
    itself.

    It also adds the hash of the import map to the content security policy, so that browsers accept this
    inline script.
    """

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.respond(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store"
        # django-csp's own decorator sets this attribute too. Every page prints the same import map.
        response._csp_update = {"script-src": [import_map_hash()]}  # type: ignore[attr-defined]  # of django-csp
        return response


class ErrorsAsSentences:
    """A middleware that shows every `NewsroomError` as its sentence: in a fragment for htmx, else in a page.

    Missing pages, requests that are too large, and trouble of the database are shown in the same way. If two
    transactions collided, the view is called a second time. NUL characters are refused before any view,
    because PostgreSQL cannot store them.
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
        if match is not None and is_collision(exception) and _can_be_repeated(request):
            logger.warning("acts crossed, second try", extra={"page": _page_name(request)})
            try:
                response: HttpResponse = match.func(request, *match.args, **match.kwargs)
                return response
            except (NewsroomError, DatabaseError) as second:
                exception = second

        error = _newsroom_error(exception)
        if error is None:
            return None
        if isinstance(error, Unavailable):
            return unavailable_response(request, error)
        return sentence_response(request, error.sentence, error.status)


def _can_be_repeated(request: HttpRequest) -> bool:
    """Return whether the view may be called again after the database has rolled back its transaction.

    A request with files is not repeated, because uploaded files can be read only once.
    """
    return not request.FILES


def sentence_response(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    """Return a response that shows `sentence` with `status`.

    For a request of htmx it is a fragment for the alert region of the page, for one to the API problem
    details, else a whole page.
    """
    if is_of_the_api(request):
        return problem_response(sentence, status)
    fragment = getattr(
        request, "htmx", False
    )  # a request that is refused early, for example for its host, has no htmx
    template = "_error.html" if fragment else "error.html"
    response = render(request, template, {"sentence": sentence, "status": status}, status=status)
    if fragment:
        _place_in_alerts(response)
    return response


def _place_in_alerts(response: HttpResponse) -> None:
    """Tell htmx by headers to put the fragment into the alert region, and not where the request asked for."""
    response["HX-Retarget"] = "#alerts"
    response["HX-Reswap"] = "innerHTML"


def unavailable_response(request: HttpRequest, error: Unavailable) -> HttpResponse:
    """Return a response with the sentence and the status (503) of `error`, and its waiting time as
    `Retry-After`.

    It is rendered without the database.
    """
    logger.error(
        "database trouble", extra={"page": _page_name(request), "sentence": error.sentence}
    )
    session = getattr(request, "session", None)
    if session:
        # Django would try to save the session after the response, and wait for the same lock a second time.
        session.modified = False
    if is_of_the_api(request):
        answer = problem_response(error.sentence, error.status)
        answer["Retry-After"] = str(error.retry_after)
        return answer
    # The request is not passed, because context processors would ask the database who is signed in.
    fragment = getattr(request, "htmx", False)
    template = "_error.html" if fragment else "broken.html"
    response = HttpResponse(
        render_to_string(template, {"sentence": error.sentence}), status=error.status
    )
    if fragment:
        _place_in_alerts(response)
    response["Retry-After"] = str(error.retry_after)
    return response


def broken_fragment() -> HttpResponse:
    """Return the fragment for an unexpected error (500) that a script meets, made without the database."""
    response = HttpResponse(render_to_string("_error.html", {"sentence": BROKEN}), status=500)
    _place_in_alerts(response)
    return response


def _page_name(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""


def _newsroom_error(exception: Exception) -> NewsroomError | None:
    if isinstance(exception, NewsroomError):
        return exception
    if isinstance(exception, Http404):
        return Missing(
            "There is nothing at this address, or no longer. Go back, or start from the list of stories."
        )
    if isinstance(exception, RequestDataTooBig | TooManyFilesSent):
        return TooLarge(TOO_MUCH)
    return database_trouble(exception)


def _holds_nul(fields: MultiValueDict[str, Any]) -> bool:
    for name, values in fields.lists():
        texts = (name, *map(str, values))
        if any("\0" in text for text in texts):
            return True
    return False


def _user(request: HttpRequest) -> str | None:
    """Return the id of the signed-in person, or None.

    It is also None if the view did not use the session, because the session is not loaded only for the log.
    """
    token = getattr(request, "api_token", None)
    if token is not None:
        return str(token.user_id)
    session = getattr(request, "session", None)
    if session is None or not session.accessed:
        return None
    user: str | None = session.get(SESSION_KEY)
    return user
