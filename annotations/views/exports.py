"""CSV from the lists, with their filters."""

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from annotations.logic.export.rows import write_rows
from annotations.queries.exports import rows as exports
from newsroom.errors import Missing
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

#: Characters of a story's slug in the name of a file.
_SLUG_IN_NAME = 60


@require_safe
@role_required(UserRole.READER)
def export(request: AuthenticatedHttpRequest, kind: str) -> StreamingHttpResponse:
    """Send `/export/<kind>.csv?{the list's filters}`. `?bom=1` makes it readable for Excel."""
    if kind not in exports.KINDS:
        raise Missing(f"There is no {kind}.csv. There are: {', '.join(exports.KINDS)}.")

    filters = request.GET.dict()
    base = request.build_absolute_uri("/").rstrip("/")
    lines = write_rows(
        exports.header(kind),
        exports.rows(kind, filters, base=base),
        bom=filters.get("bom") == "1",
    )
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = _file_name(kind, filters.get("story", ""))
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _file_name(kind: str, story: str) -> str:
    """Return a name that every file system takes: letters, digits and hyphens of ASCII."""
    parts = [story[:_SLUG_IN_NAME], kind, f"{timezone.now():%Y-%m-%d}"]
    name = "-".join(part for part in parts if part)
    plain = "".join(character for character in name if character.isalnum() or character == "-")
    ascii_name = plain.encode("ascii", "ignore").decode()
    return f"{ascii_name}.csv"
