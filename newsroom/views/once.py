"""Ensure that a request that is sent twice is done once. A double click, a slow network or a restart can
repeat it.

A form of a page is recognised by the token printed in it and by its values. An act of the desk has an id,
which the browser made when the person acted.
"""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from newsroom.actions.history import SentTwice, collect_lines, sent_once
from newsroom.errors import Invalid, NewsroomError
from newsroom.models import Activity

View = Callable[..., HttpResponseBase]
#: A function that answers an act which was done by an earlier request. It gets the request, the line of the
#: history that the act wrote, and the arguments of the view.
AnswerAgain = Callable[..., HttpResponse]

#: The header with the id of an act, a UUID. Answers repeat it, so that the browser knows them as ours.
ACT_HEADER = "Act-Id"
#: The header with the ids of the lines that an act wrote. The page that shows the answer knows them then.
LINES_HEADER = "Act-Lines"
#: The field of Django's token against forged requests. It is another one each time a form is printed.
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105  (the name of a field)


def done_once(view: View) -> View:
    """Return the view, guarded so that the second of two equal forms does nothing.

    For htmx the second response is then empty (204), because the first response has changed the page;
    otherwise it redirects to what was made. Two forms are equal if one person sent the same values from the
    same printed form to the same address. Requests without the token of a printed form are never equal. Acts
    with an id are left to `acted_once`.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        printed = request.method == "POST" and request.POST.get(_TOKEN)
        if not printed or ACT_HEADER in request.headers:
            return view(request, *args, **kwargs)
        try:
            with sent_once(_form_key(request)):
                return view(request, *args, **kwargs)
        except SentTwice as repeated:
            return _repeated_response(request, repeated.line)

    return guarded


def acted_once(answer_again: AnswerAgain) -> Callable[[View], View]:
    """Return a decorator for a view of an act that a browser sends again until it gets an answer.

    If an earlier request did the act, `answer_again` returns the response, which shows the present state. Two
    requests are one act if one person sent them with the same id in the header `Act-Id`. Requests without an
    id are never equal. The response to a new act lists the history lines that it wrote in `Act-Lines`.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            act_id = act_id_of(request)
            if act_id is None:
                return view(request, *args, **kwargs)
            key = _act_key(request, act_id)
            # What the act did is often the reason why it is refused the second time: a note has a newer
            # version by then, and a link is gone. So the history decides what a refusal means.
            try:
                with sent_once(key), collect_lines() as written:
                    response = view(request, *args, **kwargs)
            except (NewsroomError, Http404):
                line = _line_of(key)
                if line is None:
                    raise
            else:
                is_refusal = response.status_code >= HTTPStatus.BAD_REQUEST
                line = _line_of(key) if is_refusal else None
                if line is None:
                    # A view that leaves it to the pulse to tell the page of its lines has named none.
                    if LINES_HEADER not in response:
                        response[LINES_HEADER] = ",".join(str(one.pk) for one in written)
                    return response
            return answer_again(request, line, *args, **kwargs)

        return guarded

    return decorate


def act_id_of(request: HttpRequest) -> UUID | None:
    """Return the id of the act that was sent, or None if the request has none.

    Raises `Invalid` if the header is not a UUID.
    """
    text = request.headers.get(ACT_HEADER)
    if text is None:
        return None
    try:
        return UUID(text)
    except ValueError as error:
        raise Invalid(
            "The id of this act is not valid, so nothing was done. Reload the page."
        ) from error


def _line_of(key: str) -> Activity | None:
    return Activity.objects.filter(form_key=key).first()


def _act_key(request: HttpRequest, act_id: UUID) -> str:
    # The id belongs to one person, so that nobody can claim an act of somebody else.
    return hashlib.sha256(f"act {request.user.pk} {act_id}".encode()).hexdigest()


def _form_key(request: HttpRequest) -> str:
    files = [
        (name, [(file.name, file.size) for file in request.FILES.getlist(name)])
        for name in request.FILES
    ]
    sent = [request.user.pk, request.path, sorted(request.POST.lists()), files]
    return hashlib.sha256(json.dumps(sent).encode()).hexdigest()


def _repeated_response(request: HttpRequest, line: Activity) -> HttpResponse:
    if getattr(request, "htmx", False):
        return HttpResponse(status=204)
    return redirect(_address_of(line) or _address_before(request))


def _address_of(line: Activity) -> str:
    """Return the address of the thing that `line` is about, or an empty string if it has no page."""
    for model in apps.get_models():
        if model._meta.model_name != line.object_type:
            continue
        row = model._default_manager.filter(pk=line.object_id).first()
        if row is not None and hasattr(row, "get_absolute_url"):
            address: str = row.get_absolute_url()
            return address
    return ""


def _address_before(request: HttpRequest) -> str:
    """Return the path of the page from which the form was sent, or `/` if the browser does not tell it."""
    parts = urlsplit(request.headers.get("Referer", ""))
    # Two slashes would begin the address of another host.
    return "/" + parts.path.lstrip("/")
