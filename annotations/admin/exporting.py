"""Export the selected rows of an admin list as CSV."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, StreamingHttpResponse

from annotations.logic.export.rows import write_rows
from annotations.queries.exports import rows as exports

#: The exports that leave out withdrawn rows, which the name of the action must say.
WITHDRAWABLE = {"annotations", "evidence", "links"}


def export_selected(kind: str) -> Any:
    """Return an admin action that sends the selected rows as the file `<kind>.csv`.

    `kind` is the name of an export, such as `links`. Withdrawn rows are left out, as in every export. The
    action raises `KeyError` if there is no export with this name.
    """
    description = "Export selected as CSV"
    if kind in WITHDRAWABLE:
        description += " (standing ones)"

    @admin.action(description=description)
    def export(
        page: admin.ModelAdmin,
        request: HttpRequest,
        chosen: QuerySet[Any],
    ) -> StreamingHttpResponse:
        # Permalinks in a file must contain the host, because the file is read elsewhere.
        base = request.build_absolute_uri("/").rstrip("/")
        chosen_ids = chosen.order_by().values("pk")
        # Only curators open the panel, and they may read lines about accounts.
        rows = exports.rows(kind, {}, base=base, only=chosen_ids, accounts=True)
        response = StreamingHttpResponse(
            write_rows(exports.header(kind), rows), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{kind}.csv"'
        return response

    return export
