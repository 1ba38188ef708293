"""Let programs undo their acts, and follow what others do."""

from datetime import timedelta
from typing import Annotated, Any

from django.db import connection
from django.http import HttpResponse
from django.utils import timezone
from ninja import Query
from pydantic import BaseModel

from annotations.actions.undo import undoing
from annotations.api import bodies
from annotations.api.answers import ApiRequest, json_response, row_or_404, viewer_of
from annotations.api.operations import acts, router
from annotations.queries.exports.pages import records_of
from newsroom.models import Story
from newsroom.queries.activity import visible_activity
from newsroom.roles import UserRole, require

TAG = "History"
#: The most lines of one answer.
MOST_LINES = 500
#: How long lines wait on PostgreSQL until the feed gives them. A transaction may commit after a later one, so
#: that its lines would be missed by a program that has read further already. SQLite writes one at a time.
SETTLING = timedelta(seconds=30)


class Changes(BaseModel):
    """Lines of the history in their order. `next` is the value of `since` for the next request."""

    records: list[dict[str, Any]]
    next: int


@router.get("/changes", response=Changes, summary="Follow what changes", tags=[TAG])
def changes(
    request: ApiRequest,
    since: Annotated[int, Query(ge=0, le=bodies.LARGEST_ID)] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST_LINES)] = 100,
) -> HttpResponse:
    """Return the lines of the history after the line `since`, oldest first.

    Ask again with `since` set to `next`. No line that you may see is left out. To ensure that, a line appears
    only half a minute after it was written if the database is PostgreSQL.
    """
    require(request.user, UserRole.READER)
    lines = visible_activity(request.user).filter(pk__gt=since).order_by("pk")
    if connection.vendor == "postgresql":
        unsettled = (
            lines.filter(at__gt=timezone.now() - SETTLING).values_list("pk", flat=True).first()
        )
        if unsettled is not None:
            lines = lines.filter(pk__lt=unsettled)
    ids = list(lines.values_list("pk", flat=True)[:limit])
    records = records_of("activity", ids, viewer_of(request))
    return json_response(request, {"records": records, "next": ids[-1] if ids else since})


@acts(TAG, "/stories/{pk}/undo")
def undo(request: ApiRequest, pk: bodies.PathId) -> HttpResponse:
    """Undo your newest act in a story that can be undone. The answer says in words what was undone."""
    reversal = undoing.undo(row_or_404(Story, pk), by=request.user)
    return json_response(request, {"id": pk, "undone": reversal.act.in_words})


@acts(TAG, "/stories/{pk}/redo")
def redo(request: ApiRequest, pk: bodies.PathId) -> HttpResponse:
    """Do again the act in a story that you undid last. The answer says in words what was done again."""
    reversal = undoing.redo(row_or_404(Story, pk), by=request.user)
    return json_response(request, {"id": pk, "redone": reversal.act.in_words})
