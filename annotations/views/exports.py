"""Define the views that export a list as a file, and the page that says what can be exported."""

from collections.abc import Mapping
from tempfile import TemporaryFile
from typing import Any

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from annotations.queries.bundles.records import write_bundle
from annotations.queries.exports import rows as exports
from annotations.queries.exports.files import FORMATS
from annotations.queries.exports.other_tools.documents import DOCUMENTS
from annotations.views.files.export_files import (
    STYLE,
    ExportTable,
    dated_name,
    document_response,
    file_response,
)
from newsroom.errors import Invalid, Missing
from newsroom.models import Story
from newsroom.roles import UserRole, has_role, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

#: The parameters of lists and of this view that select no rows.
_NO_FILTERS = {*STYLE, "page", "sort"}


@require_safe
@role_required(UserRole.READER)
def export(
    request: AuthenticatedHttpRequest, kind: str, ending: str = "csv"
) -> StreamingHttpResponse | FileResponse:
    """Send `<kind>.<ending>` with the rows that the filters in the query string select.

    `codebook.qdc` and the like are documents of other tools' formats. Only curators get lines of the history
    about accounts. Raises `Missing` if there is no such export or format, and `Invalid` for a filter that it
    does not know, or for a parameter of CSV with a document.
    """
    parameters = request.GET.dict()
    filters = {name: value for name, value in parameters.items() if name not in _NO_FILTERS}
    base = request.build_absolute_uri("/").rstrip("/")
    name = dated_name(kind, filters.get("story", ""))
    document = DOCUMENTS.get(f"{kind}.{ending}")
    if document:
        _refuse_style(f"{kind}.{ending}", parameters)
        return document_response(document, filters, base, f"{name}.{ending}")
    # The sentence lists the valid names, because people type such addresses.
    if kind not in exports.KINDS:
        raise Missing(f"There is no {kind}.{ending}. There are: {', '.join(exports.KINDS)}.")
    if ending not in FORMATS:
        raise Missing(f"There is no format {ending}. There are: {', '.join(FORMATS)}.")

    accounts = has_role(request.user, UserRole.CURATOR)
    rows = exports.rows(kind, filters, base=base, accounts=accounts)
    table = ExportTable(kind, exports.header(kind), rows)
    return file_response(request, table, ending, name)


def _refuse_style(name: str, parameters: Mapping[str, str]) -> None:
    for parameter in STYLE:
        if parameters.get(parameter):
            raise Invalid(
                f"{name} is written in one way only: leave out “{parameter}” in the address."
            )


@require_safe
@role_required(UserRole.READER)
def bundle(request: AuthenticatedHttpRequest) -> FileResponse:
    """Send the bundle of the story whose slug is `?story=`, with the bytes of its sources if `?originals=1`.

    Raises `Missing` if there is no such story.
    """
    story = Story.objects.filter(slug=request.GET.get("story", "")).first()
    if story is None:
        raise Missing("There is no such story. Choose one on the page Export.")
    # The response closes the file, and the system then deletes it.
    file = TemporaryFile()  # noqa: SIM115
    write_bundle(file, story, originals=request.GET.get("originals") == "1")
    file.seek(0)
    return FileResponse(
        file, as_attachment=True, filename=f"{dated_name('bundle', story.slug)}.zip"
    )


@require_safe
@role_required(UserRole.READER)
def export_list(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show everything that can be exported, with the meaning of each column.

    `?story=` is the slug of the story whose files the links lead to. Raises `Missing` for an unknown one.
    """
    slug = request.GET.get("story", "")
    chosen = Story.objects.filter(slug=slug).first()
    if slug and not chosen:
        raise Missing("There is no such story. Choose one from the list of stories.")
    # The page shows the columns from the same list that the files are written from.
    kinds = [
        {
            "name": name,
            "kind": export.kind,
            "parameters": exports.parameters(name),
        }
        for name, export in exports.EXPORTS.items()
    ]
    documents = [
        {
            "name": name,
            "address": reverse("export", args=name.split(".", 1)),
            "document": document,
        }
        for name, document in DOCUMENTS.items()
    ]
    context: dict[str, Any] = {
        "kinds": kinds,
        "documents": documents,
        "chosen": chosen,
        "stories": Story.objects.all(),
    }
    if chosen:
        context["query"] = urlencode({"story": chosen.slug})
    return render(request, "annotations/export_list.html", context)
