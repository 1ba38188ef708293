"""Define how the API reads the body of a request, and how it answers one that it cannot read."""

import json
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

from newsroom.errors import Invalid, NewsroomError
from newsroom.views.problems import problem_response

#: How deep lists and objects of a body may lie in each other. No body of the API needs more than three.
DEEPEST = 20
_NOT_JSON = "The body is no JSON that could be read: send one JSON object in UTF-8."


class StrictParser(Parser):
    """A parser of bodies that accepts one JSON object in UTF-8.

    Raises `Invalid` for any other body, and for texts that the database cannot store or JSON that is nested
    more deeply than `DEEPEST`.
    """

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        try:
            body = json.loads(request.body, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            raise Invalid(_NOT_JSON) from error
        if not isinstance(body, dict):
            raise Invalid(_NOT_JSON)
        _check_value(body)
        return body


class DeskApi(NinjaAPI):
    """The API. The errors of `newsroom/errors.py` pass through to the middleware, which answers them as it
    does for pages.
    """

    def set_default_exception_handlers(self) -> None:
        self.add_exception_handler(ValidationError, refuse_values)
        self.add_exception_handler(HttpError, refuse_request)
        self.add_exception_handler(RequestDataTooBig, refuse_size)


def refuse_values(request: HttpRequest, error: Any) -> HttpResponse:
    """Return problem details (422) whose `errors` name the field and the mistake of each wrong value."""
    mistakes = []
    for mistake in error.errors:
        place = [str(part) for part in mistake["loc"][1:] if part != "sent"]
        mistakes.append({"field": ".".join(place), "message": mistake["msg"]})
    sentence = " ".join(f"{mistake['field']}: {mistake['message']}." for mistake in mistakes)
    return problem_response(sentence, 422, errors=mistakes)


def refuse_size(request: HttpRequest, error: Any) -> HttpResponse:
    """Return problem details (413) for a body that is larger than the settings let Django read."""
    return problem_response("The body is too large: at most 11 MB.", 413)


def refuse_request(request: HttpRequest, error: Any) -> HttpResponse:
    """Return problem details for a request that could not be read.

    If one of our own errors caused it, its sentence and status are the answer.
    """
    cause = error.__cause__
    if isinstance(cause, NewsroomError):
        return problem_response(cause.sentence, cause.status)
    return problem_response(str(error), error.status_code)


def _check_value(value: Any, depth: int = 0) -> None:
    """Raise `Invalid` if a text in `value` cannot be stored, or if `value` is nested more deeply than
    `DEEPEST`.
    """
    if depth > DEEPEST:
        raise Invalid("The lists and objects of the body lie too deep in each other.")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, list):
        for part in value:
            _check_value(part, depth + 1)
    elif isinstance(value, dict):
        for name, part in value.items():
            _check_text(name)
            _check_value(part, depth + 1)


def _check_text(text: str) -> None:
    if "\0" in text:
        raise Invalid("A text holds a NUL character, which no text can hold. Remove it.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Invalid(
            "A text holds half of a character (a lone surrogate). Send the whole one."
        ) from error


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)
