"""The matrix of a story, its cells, and the timeline."""

from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.silences import state_silence, withdraw_silence
from annotations.forms.matrix import CellForm, MatrixFilter
from annotations.logic.counting.matrix import CellAnswer
from annotations.logic.export.rows import write_rows
from annotations.models import Silence
from annotations.queries import matrix as queries
from newsroom.forms.cleaning import cleaned
from newsroom.models import Story
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.READER)
def matrix(request: HttpRequest, slug: str) -> HttpResponse:
    """`?show=&sort=` choose and order the rows, `?outlet=&origin=&read=` the columns.

    `?claim=&article=` opens the passages of one cell.
    """
    story = get_object_or_404(Story, slug=slug)
    form = MatrixFilter(request.GET)
    asked = cleaned(form)
    opened = _told(story, asked) if asked["claim"] and asked["article"] else None
    context = {"story": story, "told": opened, "chosen": form.choice, "answers": list(CellAnswer)}
    if request.htmx and opened:
        return render(request, "annotations/_matrix_passages.html", context)
    context |= {"matrix": queries.matrix(story, form.choice), "shown": queries.SHOWN, "sorts": queries.SORTS}
    return render(request, "annotations/story_matrix.html", context)


@require_safe
@role_required(UserRole.READER)
def matrix_csv(request: HttpRequest, slug: str) -> StreamingHttpResponse:
    """The matrix as it is shown, as CSV."""
    story = get_object_or_404(Story, slug=slug)
    form = MatrixFilter(request.GET)
    cleaned(form)
    header, rows = queries.matrix_rows(queries.matrix(story, form.choice))
    lines = write_rows(header, rows, bom=request.GET.get("bom") == "1")
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{story.slug}-matrix.csv"'
    return response


@require_POST
@role_required(UserRole.REPORTER)
def silence(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that the article does not mention the claim. The address carries how the matrix is shown."""
    story = get_object_or_404(Story, slug=slug)
    told = _told(story, cleaned(CellForm(request.POST)))
    back = _address(request, story, told)
    state_silence(told.claim, told.article, by=request.user)
    return redirect(back)


@require_POST
@role_required(UserRole.REPORTER)
def silence_withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take that back: the cell is open again."""
    story = get_object_or_404(Story, slug=slug)
    told = _told(story, cleaned(CellForm(request.POST)))
    back = _address(request, story, told)
    withdraw_silence(
        get_object_or_404(Silence, claim=told.claim, article=told.article, withdrawn_at=None), by=request.user
    )
    return redirect(back)


@require_safe
@role_required(UserRole.READER)
def timeline(request: HttpRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    return render(
        request, "annotations/story_timeline.html", {"story": story, "timeline": queries.timeline(story)}
    )


def _told(story: Story, cell: dict[str, Any]) -> queries.CellContents:
    claim = get_object_or_404(story.claims.filter(withdrawn_at=None), pk=cell["claim"])
    return queries.told(
        claim, get_object_or_404(story.articles.select_related("outlet", "current"), pk=cell["article"])
    )


def _address(request: HttpRequest, story: Story, told: queries.CellContents) -> str:
    """Of the cell, in the matrix as it is shown."""
    form = MatrixFilter(request.GET)
    cleaned(form)
    cell = urlencode({"claim": told.claim.pk, "article": told.article.pk})
    asked = "&".join(part for part in (form.choice.query, cell) if part)
    return f"{reverse('matrix', args=[story.slug])}?{asked}#passages"
