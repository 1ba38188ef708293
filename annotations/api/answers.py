"""Build the answers of the API: records with their ETag, and the check of `If-Match`."""

import hashlib
import json
from collections.abc import Sequence
from typing import Any, TypeVar

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse

from annotations.models import Claim
from annotations.queries.exports.pages import Record, Viewer, record_of
from annotations.queries.standing import counted_claims
from annotations.queries.verdicts import states_of
from newsroom.actions.seen import as_shown
from newsroom.errors import NothingSeen, Stale
from newsroom.models import User
from newsroom.roles import UserRole, has_role

Row = TypeVar("Row", bound=Model)
CHANGED = (
    "This is no longer as you have seen it, so nothing was changed. Read it again, then decide."
)
SAY_WHAT_WAS_SEEN = (
    "Say which state you have seen: send the ETag of the record as If-Match. It is refused if somebody else "
    "has changed the record since."
)


class ApiRequest(HttpRequest):
    """The type of a request to the API after the middleware. `user` has a role within the token's scope."""

    user: User


def viewer_of(request: HttpRequest) -> Viewer:
    """Return the viewer for whom records are made. Only a curator's viewer sees lines of the history about
    accounts.
    """
    base = request.build_absolute_uri("/").rstrip("/")
    return Viewer(base, accounts=has_role(request.user, UserRole.CURATOR))


def etag_of(record: Any) -> str:
    """Return the entity tag of a record: the first 32 hexadecimal digits of a hash of all its values, in
    quotation marks.
    """
    text = json.dumps(record, ensure_ascii=False, sort_keys=True)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def json_response(request: HttpRequest, value: Any, status: int = 200) -> HttpResponse:
    """Return `value` as JSON with its ETag.

    A GET or HEAD whose `If-None-Match` names this ETag gets 304 without a body.
    """
    tag = etag_of(value)
    if request.method in {"GET", "HEAD"} and _names(request, "If-None-Match", tag):
        response = HttpResponse(status=304)
    else:
        response = JsonResponse(value, status=status, json_dumps_params={"ensure_ascii": False})
    response["ETag"] = tag
    return response


def record_response(
    request: HttpRequest,
    kind: str,
    pk: Any,
    status: int = 200,
) -> HttpResponse:
    """Return the response with the present record of `kind` with this id, and its ETag.

    If there is no such record, or it is withdrawn, a request that writes gets 204 without a body. For GET and
    HEAD, `Http404` is raised.
    """
    record = record_now(request, kind, pk)
    if record is not None:
        return json_response(request, record, status)
    if request.method in {"GET", "HEAD"}:
        raise Http404
    return HttpResponse(status=204)


def row_as_seen(
    request: HttpRequest,
    kind: str,
    model: type[Row],
    pk: Any,
    *related: str,
) -> Row:
    """Return the row that a program wants to change, if `If-Match` names the ETag of its present record.

    Raises `Http404` if there is no such row or it is withdrawn, `NothingSeen` without `If-Match`, and `Stale`
    if the record has changed since the program read it. Nothing is locked. The row is read before the record
    is compared, so the caller can pass the version or the values of the row to the action, which refuses a
    change that came in between.
    """
    row = row_or_404(model, pk, *related)
    if "If-Match" not in request.headers:
        raise NothingSeen(SAY_WHAT_WAS_SEEN)
    record = record_now(request, kind, pk)
    if record is None:
        raise Http404
    if not _names(request, "If-Match", etag_of(record)):
        raise Stale(CHANGED)
    return row


def row_or_404(model: type[Row], pk: Any, *related: str) -> Row:
    """Return the row with this id. Raises `Http404` if there is none."""
    row = model._default_manager.select_related(*related).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def seen_values(row: Model, fields: Sequence[str]) -> dict[str, str]:
    """Return the values of these `fields` of a row as text, in the form in which actions expect what a person
    saw.
    """
    return {field: as_shown(getattr(row, field)) for field in fields}


def record_now(request: HttpRequest, kind: str, pk: Any) -> Record | None:
    """Return the record of `kind` with this id, or None if there is none or it is withdrawn.

    The record of a claim also has the `fingerprint` of its statement, its passages and its count, so its ETag
    changes with each of them.
    """
    record = record_of(kind, pk, viewer_of(request))
    if record is not None and kind == "claims":
        record["fingerprint"] = fingerprint_of(pk)
    return record


def fingerprint_of(claim: Any) -> str:
    """Return the fingerprint of the claim with this id, or an empty string if there is none."""
    for counted in counted_claims(Claim.objects.filter(pk=claim)):
        states = states_of([counted.claim], {counted.claim.pk: counted.standing})
        return states[counted.claim.pk].fingerprint
    return ""


def _names(request: HttpRequest, header: str, tag: str) -> bool:
    """Return whether a header with a list of entity tags contains `tag`, or `*`, which stands for any tag.

    Weak tags (`W/"…"`) count as strong ones.
    """
    sent = [part.strip().removeprefix("W/") for part in request.headers.get(header, "").split(",")]
    return tag in sent or "*" in sent
