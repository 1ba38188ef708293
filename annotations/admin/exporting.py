"""Export the selected rows of an admin list as CSV or as a workbook of Excel."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, StreamingHttpResponse

from annotations.queries.exports import rows as exports
from annotations.views.files.export_files import ExportTable, file_response

#: The exports that leave out withdrawn rows, which the name of the action must say.
WITHDRAWABLE = {"annotations", "claims", "comments", "evidence", "links", "silences"}
#: The label of each format.
_LABELS = {"csv": "CSV", "xlsx": "Excel (.xlsx)"}


def export_selected(kind: str, ending: str = "csv") -> Any:
    """Return an admin action that sends the selected rows as the file `<kind>.<ending>`.

    `kind` is the name of an export, such as `links`, and `ending` is `csv` or `xlsx`. Withdrawn rows are left
    out, as in every export. The action raises `KeyError` if there is no export with this name.
    """
    description = f"Export selected as {_LABELS[ending]}"
    if kind in WITHDRAWABLE:
        description += " (standing ones)"

    @admin.action(description=description)
    def export(
        page: admin.ModelAdmin,
        request: HttpRequest,
        chosen: QuerySet[Any],
    ) -> StreamingHttpResponse | FileResponse:
        # Permalinks in a file must contain the host, because the file is read elsewhere.
        base = request.build_absolute_uri("/").rstrip("/")
        chosen_ids = chosen.order_by().values("pk")
        # Only curators open the panel, and they may read lines about accounts.
        rows = exports.rows(kind, {}, base=base, only=chosen_ids, accounts=True)
        return file_response(request, ExportTable(kind, exports.header(kind), rows), ending, kind)

    # Django finds an action by the name of its function.
    if ending != "csv":
        export.__name__ = f"export_{ending}"
    return export


def exports_of(kind: str) -> list[Any]:
    """Return the admin actions that export the selected rows as CSV and as a workbook."""
    return [export_selected(kind, ending) for ending in _LABELS]
