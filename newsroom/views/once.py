"""Make sure that a form which is sent twice, by a double click or on a slow network, does
nothing the second time.
"""

import hashlib
import json
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from newsroom.actions.history import SentTwice, sent_once
from newsroom.models import Activity

View = Callable[..., HttpResponseBase]
#: The field of Django's token against forged requests. It is another one each time a form is printed.
_TOKEN = "csrfmiddlewaretoken"  # noqa: S105  (the name of a field)


def done_once(view: View) -> View:
    """Decorate a view that makes something from a sent form.

    The second of two equal forms does nothing. For htmx the response is then empty (204), because the first
    response has changed the page; otherwise it redirects to what was made. Two forms are equal if one person
    sent the same values from the same printed form to the same address. Requests without the token of a
    printed form are never equal.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST" or not request.POST.get(_TOKEN):
            return view(request, *args, **kwargs)
        try:
            with sent_once(_form_key(request)):
                return view(request, *args, **kwargs)
        except SentTwice as repeated:
            return _repeated_response(request, repeated.line)

    return guarded


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
    """Return the path of the page from which the form was sent, or that of the front page if
    the browser does not say.
    """
    parts = urlsplit(request.headers.get("Referer", ""))
    # Two slashes would begin the address of another host.
    return "/" + parts.path.lstrip("/")
