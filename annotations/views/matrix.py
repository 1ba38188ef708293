"""Define the views of the matrix of a story, of its cells, and of the timeline."""

from typing import Any

from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.judgements.silences import state_silence, withdraw_silence
from annotations.forms.matrix import CellForm, MatrixFilter
from annotations.logic.counting.matrix import CellAnswer
from annotations.models import Silence
from annotations.queries import matrix as queries
from annotations.queries.cell_contents import CellContents, contents_of_cell
from annotations.queries.timeline import timeline as story_timeline
from annotations.views.files.export_files import ExportTable, file_response
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Story
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest


@require_safe
@role_required(UserRole.READER)
def matrix(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Show the matrix of a story.

    `?show=&sort=` filter and order the rows, `?outlet=&origin=&read=` filter the columns. `?claim=&article=`
    opens a cell. With htmx, only the open cell is sent.
    """
    story = get_object_or_404(Story, slug=slug)
    form = MatrixFilter(request.GET)
    sent = cleaned_values(form)
    cell = None
    # A cell needs both, and an address can have only one.
    if sent["claim"] and sent["article"]:
        cell = _contents(story, sent)

    context: dict[str, Any] = {
        "story": story,
        "contents": cell,
        "chosen": form.choice,
        "answers": list(CellAnswer),
    }
    # With htmx only the opened cell is replaced.
    if request.htmx and cell:
        return render(request, "annotations/_matrix_passages.html", context)

    context |= {
        "matrix": queries.matrix(story, form.choice),
        "shown": queries.SHOWN,
        "sorts": queries.SORTS,
    }
    return render(request, "annotations/story_matrix.html", context)


@require_safe
@role_required(UserRole.READER)
def matrix_file(
    request: AuthenticatedHttpRequest, slug: str, ending: str
) -> StreamingHttpResponse | FileResponse:
    """Send the matrix of a story as CSV or as a workbook. The filters in the query string are those of the
    page.
    """
    story = get_object_or_404(Story, slug=slug)
    form = MatrixFilter(request.GET)
    # An invalid filter is refused here, before the answer starts.
    cleaned_values(form)
    header, rows = queries.matrix_rows(queries.matrix(story, form.choice))
    return file_response(
        request, ExportTable("matrix", header, rows), ending, f"{story.slug}-matrix"
    )


@require_POST
@role_required(UserRole.REPORTER)
def silence(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """State that an article does not mention a claim, and go back to the cell.

    The filters of the matrix are in the query string, and are kept.
    """
    story = get_object_or_404(Story, slug=slug)
    cell = _contents(story, cleaned_values(CellForm(request.POST)))
    # The address is checked first, so that nothing is stored if it is not valid.
    address = _cell_address(request, story, cell)
    state_silence(cell.claim, cell.article, by=request.user)
    return redirect(address)


@require_POST
@role_required(UserRole.REPORTER)
def silence_withdraw(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Withdraw the statement that an article does not mention a claim, and go back to the cell."""
    story = get_object_or_404(Story, slug=slug)
    cell = _contents(story, cleaned_values(CellForm(request.POST)))
    address = _cell_address(request, story, cell)
    # A silence that somebody else withdrew is not found, so nothing happens twice.
    silence = get_object_or_404(
        Silence,
        claim=cell.claim,
        article=cell.article,
        withdrawn_at=None,
    )
    withdraw_silence(silence, by=request.user)
    return redirect(address)


@require_safe
@role_required(UserRole.READER)
def timeline(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    context = {"story": story, "timeline": story_timeline(story)}
    return render(request, "annotations/story_timeline.html", context)


def _contents(story: Story, cell: dict[str, Any]) -> CellContents:
    """Return the contents of the cell for the ids in `cell`: `claim` and `article`.

    Raises `Http404` if the claim or the article is not in the story, or if the claim is withdrawn.
    """
    claim = get_object_or_404(story.claims.filter(withdrawn_at=None), pk=cell["claim"])
    articles = story.articles.select_related("outlet", "current")
    article = get_object_or_404(articles, pk=cell["article"])
    return contents_of_cell(claim, article)


def _cell_address(
    request: AuthenticatedHttpRequest,
    story: Story,
    cell: CellContents,
) -> str:
    """Return the address of the matrix with this cell open and with the filters of the request."""
    form = MatrixFilter(request.GET)
    cleaned_values(form)
    own_parameters = {"claim": str(cell.claim.pk), "article": str(cell.article.pk)}
    own_query = urlencode(own_parameters)
    query = f"{form.choice.query}&{own_query}" if form.choice.query else own_query
    return f"{reverse('matrix', args=[story.slug])}?{query}#passages"
