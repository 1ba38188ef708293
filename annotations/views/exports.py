"""Define the view that exports a list as CSV, with the filters that the list has."""

from django.http import StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from annotations.logic.export.rows import write_rows
from annotations.queries.exports import rows as exports
from newsroom.errors import Missing
from newsroom.roles import UserRole, has_role, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

#: The parameters of lists and of this view that select no rows.
_NO_FILTERS = {"bom", "page", "sort"}
#: Longest part of a story's slug in the name of a file, in code points.
_SLUG_IN_NAME = 60


@require_safe
@role_required(UserRole.READER)
def export(request: AuthenticatedHttpRequest, kind: str) -> StreamingHttpResponse:
    """Send `<kind>.csv` with the rows that the filters in the query string select.

    `?bom=1` adds a byte order mark, which helps Excel to read UTF-8. Raises `Missing` if there is no such
    export, and `Invalid` if it has no filter of a name.
    """
    # The sentence lists the valid names, because people type such addresses.
    if kind not in exports.KINDS:
        raise Missing(f"There is no {kind}.csv. There are: {', '.join(exports.KINDS)}.")

    parameters = request.GET.dict()
    filters = {name: value for name, value in parameters.items() if name not in _NO_FILTERS}
    base = request.build_absolute_uri("/").rstrip("/")
    lines = write_rows(
        exports.header(kind),
        exports.rows(kind, filters, base=base, accounts=has_role(request.user, UserRole.CURATOR)),
        bom=parameters.get("bom") == "1",
    )
    # The rows are streamed, so that a large export does not fill the memory.
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = _file_name(kind, filters.get("story", ""))
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _file_name(kind: str, story: str) -> str:
    """Return the file name: the story's slug, the kind and the current date.

    It has only ASCII letters, digits and hyphens before `.csv`, so that it is valid on every system.
    """
    parts = [story[:_SLUG_IN_NAME], kind, f"{timezone.now():%Y-%m-%d}"]
    name = "-".join(part for part in parts if part)
    # Some systems do not accept other characters in the name of a file.
    plain = "".join(character for character in name if character.isalnum() or character == "-")
    ascii_name = plain.encode("ascii", "ignore").decode()
    return f"{ascii_name}.csv"
