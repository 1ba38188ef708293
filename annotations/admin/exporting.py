"""The chosen rows of a list as CSV."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse

from annotations.logic.export.rows import write_rows
from annotations.queries import exports

WITHDRAWABLE = {"annotations", "evidence", "links"}


def export_selected(kind: str) -> Any:
    """The panel's action that streams the chosen rows as `<kind>.csv`, withdrawn ones left out as in every
    export.
    """

    @admin.action(
        description="Export selected as CSV (standing ones)"
        if kind in WITHDRAWABLE
        else "Export selected as CSV"
    )
    def export(page: admin.ModelAdmin, request: HttpRequest, chosen: QuerySet[Any]) -> StreamingHttpResponse:
        base = request.build_absolute_uri("/").rstrip("/")
        found = exports.rows(kind, {}, base=base, only=chosen.order_by().values("pk"))
        response = StreamingHttpResponse(
            write_rows(exports.header(kind), found), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{kind}.csv"'
        return response

    return export
