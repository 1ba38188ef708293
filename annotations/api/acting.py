"""Check the token, the role and the `Idempotency-Key` of a request that writes, and do its act once."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from annotations.api.answers import record_response
from newsroom.actions.history import sent_once
from newsroom.errors import Forbidden, Invalid, NewsroomError
from newsroom.models import Activity, Subject
from newsroom.roles import TokenScope, UserRole, require

Act = Callable[..., HttpResponse]
#: The header with which a program says that two requests are one act.
KEY_HEADER = "Idempotency-Key"
#: The header of an answer to an act that was done by an earlier request.
REPLAYED = "Idempotency-Replayed"
#: Longest value of that header, in characters.
LONGEST_KEY = 255
#: Hexadecimal digits of a form key that stand for the person and the key. The others stand for the request.
_KEY_DIGITS = 32
_USED = f"This {KEY_HEADER} belongs to another request of yours. Use a new key for each act."
#: The kinds of records that answer an act which was done before.
_KINDS = {
    Subject.HIGHLIGHT: "annotations",
    Subject.CLAIM: "claims",
    Subject.EVIDENCE: "evidence",
    Subject.LINK: "links",
    Subject.STORY: "stories",
    Subject.ARTICLE: "articles",
    Subject.TAG: "tags",
    Subject.COMMENT: "comments",
    Subject.SILENCE: "silences",
    Subject.OUTLET: "outlets",
}


def act(scope: TokenScope, role: UserRole) -> Callable[[Act], Act]:
    """Return a decorator for a function of the API that writes.

    The token must have `scope` or more, and the person `role` or more; otherwise `Forbidden` is raised. A
    request with an `Idempotency-Key` is done once: if the same request comes again, nothing is written, and
    the answer is the present record of what was done. Raises `Invalid` if the key is empty, too long, or was
    used for another request.
    """

    def decorate(function: Act) -> Act:
        @wraps(function)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            _must_reach(request, scope)
            require(request.user, role)
            key = request.headers.get(KEY_HEADER)
            if key is None:
                return function(request, *args, **kwargs)
            return _once(request, key, lambda: function(request, *args, **kwargs))

        guarded.scope, guarded.role = scope, role  # type: ignore[attr-defined]  # for the table of permissions
        return guarded

    return decorate


def _must_reach(request: HttpRequest, scope: TokenScope) -> None:
    scopes = list(TokenScope)
    token = TokenScope(request.api_token.scope)  # type: ignore[attr-defined]  # set by the middleware
    if scopes.index(token) < scopes.index(scope):
        raise Forbidden(f"This token may not do this. Make one with the scope “{scope}”.")


def _once(request: HttpRequest, key: str, do: Callable[[], HttpResponse]) -> HttpResponse:
    if not key or len(key) > LONGEST_KEY:
        raise Invalid(f"An {KEY_HEADER} has 1 to {LONGEST_KEY} characters.")
    of_person = _digits(f"api {request.user.pk} {key}".encode())
    form_key = of_person + _digits(_request_bytes(request))
    _must_not_be_used(of_person, form_key)
    # What an act did is often the reason why it is refused the second time, so the history decides.
    try:
        with sent_once(form_key):
            return do()
    except (NewsroomError, Http404):
        line = Activity.objects.filter(form_key=form_key).first()
        if line is None:
            raise
    return _present_state(request, line)


def _present_state(request: HttpRequest, line: Activity) -> HttpResponse:
    """Return the record of the object of the history line `line` as it is now.

    The answer is 204 without a body if the object is of a kind without records, or is withdrawn.
    """
    kind = _KINDS.get(Subject(line.object_type))
    response = HttpResponse(status=204)
    if kind:
        response = record_response(request, kind, line.object_id)
    response[REPLAYED] = "true"
    return response


def _must_not_be_used(of_person: str, form_key: str) -> None:
    # Every form key with these first digits lies in this range, which the index of form keys finds.
    used = Activity.objects.filter(form_key__gte=of_person, form_key__lt=f"{of_person}g")
    other = used.exclude(form_key="").exclude(form_key=form_key)
    if other.exists():
        raise Invalid(_USED)


def _request_bytes(request: HttpRequest) -> bytes:
    address = f"{request.method} {request.get_full_path()}\n"
    return address.encode() + request.body


def _digits(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()[:_KEY_DIGITS]
