"""Define the page that imports highlights of other tools."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from annotations.actions.foreign_annotations import bring_annotations, rehearse_annotations
from annotations.logic.interchange.formats import READERS, read_file
from newsroom.errors import Invalid
from newsroom.fetching.kinds import refuse_large
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

#: The most annotations without a place that the page lists.
_MOST_LISTED = 200
#: The most annotations that one request brings in, because nobody else can write meanwhile.
MOST_ANNOTATIONS = 500


@require_http_methods(["GET", "HEAD", "POST"])
@role_required(UserRole.REPORTER)
def import_annotations(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show the form, or the report on the annotations in the file that was sent.

    `act=bring` imports them; any other value shows what would become of them and changes nothing. With htmx,
    only the report is sent, so that the chosen file stays in the form. Requires the reporter role. Raises
    `Invalid` if no file was sent, if the format is unknown, or if the file has more than `MOST_ANNOTATIONS`,
    and the errors of `read_file`.
    """
    context: dict[str, Any] = {"formats": list(READERS)}
    if request.method != "POST":
        return render(request, "annotations/import_annotations.html", context)
    name, raw = _sent(request)
    wanted = request.POST.get("format", "")
    if wanted and wanted not in READERS:
        raise Invalid(f"There is no such format. There are: {', '.join(READERS)}.")
    foreign = read_file(name, raw, wanted)
    number = len(foreign.annotations)
    if number > MOST_ANNOTATIONS:
        raise Invalid(
            f"This file has {number:,} annotations, and the page takes {MOST_ANNOTATIONS} at once. "
            "Send it in parts, or ask for the command import_annotations."
        )
    done = request.POST.get("act") == "bring"
    act = bring_annotations if done else rehearse_annotations
    report = act(foreign, by=request.user)
    context |= {
        "report": report,
        "done": done,
        "tool": foreign.tool,
        "left_out": report.left_out[:_MOST_LISTED],
        "remarks": report.remarks[:_MOST_LISTED],
        # A longer list says how much of it is not shown.
        "more": max(0, len(report.left_out) - _MOST_LISTED),
        "more_remarks": max(0, len(report.remarks) - _MOST_LISTED),
    }
    template = "annotations/import_annotations.html"
    if request.htmx:
        template = "annotations/_annotations_report.html"
    return render(request, template, context)


def _sent(request: AuthenticatedHttpRequest) -> tuple[str, bytes]:
    """Return the name and the bytes of the file or the pasted text that a person sent.

    Raises `Invalid` if nothing was sent, and `TooLarge` if the file is too large.
    """
    file = request.FILES.get("file")
    if file:
        refuse_large(file.size or 0, str(file.name))
        return str(file.name), file.read()
    text = request.POST.get("text", "").strip()
    if not text:
        raise Invalid("Nothing was sent. Choose a file, or paste a table.")
    # A pasted text has no name that tells its format.
    name = "pasted.json" if text.startswith(("{", "[")) else "pasted.csv"
    return name, text.encode("utf-8", "replace")
