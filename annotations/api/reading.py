"""Let programs read every kind of record: one by one, or page by page with the filters of the lists."""

from typing import Annotated, Any
from uuid import UUID

from django.db.models import UUIDField
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Query
from pydantic import BaseModel

from annotations.api import bodies
from annotations.api.answers import ApiRequest, json_response, record_response, viewer_of
from annotations.api.operations import RecordAnswer, router
from annotations.queries.exports.filters import filter_names
from annotations.queries.exports.pages import page_of_records
from annotations.queries.exports.rows import EXPORTS, KINDS
from newsroom.models import Revision
from newsroom.roles import UserRole, require

TAG = "Reading"
#: How many records a page has at most, and how many if the program does not say.
MOST_RECORDS = 500
USUAL_RECORDS = 100
#: Revisions hold whole texts, so a page has fewer of them.
MOST_REVISIONS = 20
_NO_FILTERS = {"cursor", "limit"}


class PageAnswer(BaseModel):
    """A page of records. `next` is the cursor of the next page, or null on the last one."""

    records: list[dict[str, Any]]
    next: str | None


def _list_records(kind: str) -> Any:
    most = MOST_REVISIONS if kind == "revisions" else MOST_RECORDS
    usual = min(most, USUAL_RECORDS)

    def list_records(
        request: ApiRequest,
        cursor: Annotated[str, Query(max_length=2_000)] = "",
        limit: Annotated[int, Query(ge=1, le=most)] = usual,
    ) -> HttpResponse:
        require(request.user, UserRole.READER)
        sent = request.GET.dict()
        filters = {name: text for name, text in sent.items() if name not in _NO_FILTERS}
        page = page_of_records(kind, filters, after=cursor, limit=limit, viewer=viewer_of(request))
        return json_response(request, {"records": page.records, "next": page.cursor or None})

    return list_records


def _read_record(kind: str) -> Any:
    def read(request: HttpRequest, pk: Any) -> HttpResponse:
        require(request.user, UserRole.READER)
        return record_response(request, kind, pk)

    def read_by_uuid(request: ApiRequest, pk: UUID) -> HttpResponse:
        return read(request, pk)

    def read_by_number(request: ApiRequest, pk: bodies.PathId) -> HttpResponse:
        return read(request, pk)

    has_uuid = isinstance(EXPORTS[kind].model._meta.pk, UUIDField)
    return read_by_uuid if has_uuid else read_by_number


def _add_reading(kind: str) -> None:
    meaning = EXPORTS[kind].kind.meaning
    filters = [
        {
            "name": name,
            "in": "query",
            "schema": {"type": "string"},
            "description": "a filter, as in the export of the same name",
        }
        for name in filter_names(EXPORTS[kind].model)
    ]
    router.add_api_operation(
        f"/{kind}",
        ["GET"],
        _list_records(kind),
        response=PageAnswer,
        operation_id=f"list_{kind}",
        summary=f"List {kind}",
        description=f"Each record is {meaning}.",
        tags=[TAG],
        openapi_extra={"parameters": filters},
    )
    router.add_api_operation(
        f"/{kind}/{{pk}}",
        ["GET"],
        _read_record(kind),
        response=RecordAnswer,
        operation_id=f"read_{kind}",
        summary=f"Read one of the {kind}",
        description=f"The record is {meaning}.",
        tags=[TAG],
    )


for _kind in KINDS:
    _add_reading(_kind)


@router.get(
    "/articles/{pk}/revisions/{number}", response=RecordAnswer, summary="Read a text", tags=[TAG]
)
def read_text(request: ApiRequest, pk: bodies.PathId, number: bodies.PathId) -> HttpResponse:
    """Return a revision of an article with its text. All offsets count the code points of this text."""
    require(request.user, UserRole.READER)
    revision = (
        Revision.objects.filter(article=pk, number=number).values_list("pk", flat=True).first()
    )
    if revision is None:
        raise Http404
    return record_response(request, "revisions", revision)
