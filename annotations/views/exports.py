"""CSV from the lists, with their filters."""

from django.http import HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from annotations.logic.export.rows import write_rows
from annotations.queries import exports
from newsroom.errors import Missing
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.READER)
def export(request: HttpRequest, kind: str) -> StreamingHttpResponse:
    """`/export/<kind>.csv?{the list's filters}`; `?bom=1` for Excel."""
    if kind not in exports.KINDS:
        raise Missing(f"There is no {kind}.csv. There are: {', '.join(exports.KINDS)}.")
    filters = request.GET.dict()
    found = exports.rows(kind, filters, base=request.build_absolute_uri("/").rstrip("/"))
    response = StreamingHttpResponse(
        write_rows(exports.header(kind), found, bom=filters.get("bom") == "1"),
        content_type="text/csv; charset=utf-8",
    )
    name = "-".join(filter(None, [filters.get("story", "")[:60], kind, f"{timezone.now():%Y-%m-%d}"]))
    safe = "".join(character for character in name if character.isalnum() or character == "-")
    response["Content-Disposition"] = f'attachment; filename="{safe.encode("ascii", "ignore").decode()}.csv"'
    return response
