"""Correct one item of an import at its preview, and answer what the import asks about an item."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from newsroom.actions.imports import answering, running
from newsroom.actions.imports import batches as acts
from newsroom.forms.articles import AnswerForm, CorrectionsForm
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import ImportBatch, ImportItem, SeveralChoice, UnlikeChoice
from newsroom.queries.previews import previews
from newsroom.roles import UserRole, role_required
from newsroom.text.model import Role
from newsroom.views.imports import batch_for, preview_address, ready_items
from newsroom.views.requests import AuthenticatedHttpRequest


@require_POST
@role_required(UserRole.REPORTER)
def import_item(request: AuthenticatedHttpRequest, pk: UUID, position: int) -> HttpResponse:
    """Save the corrections of an item, or with `act=leave-out` or `act=take-in` exclude or include the item.

    For htmx, returns the new preview of the item; otherwise redirects to the page of the previews.
    """
    item = _item(request, pk, position)
    if request.POST.get("act") in ("leave-out", "take-in"):
        acts.leave_out(item, by=request.user, out=request.POST["act"] == "leave-out")
    else:
        acts.correct_item(item, cleaned_values(CorrectionsForm(request.POST)), by=request.user)
    if not request.htmx:
        return redirect(preview_address(item.batch, item.position))
    (shown,) = previews(item.batch, [item])
    context = {
        "preview": shown,
        "batch": item.batch,
        "roles": list(Role),
        "unlike_choices": UnlikeChoice.choices,
        "saved": True,
        **ready_items(item.batch),
    }
    return render(request, "newsroom/_import_item_changed.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def import_answer(request: AuthenticatedHttpRequest, pk: UUID, position: int) -> HttpResponse:
    """Store what the person answers about an item (`unlike` or `several`), and continue the import if it is
    running.
    """
    item = _item(request, pk, position)
    answer = cleaned_values(AnswerForm(request.POST))
    if answer["several"] == SeveralChoice.SPLIT:
        answering.split_item(item, by=request.user)
    elif answer["several"] == SeveralChoice.ONE:
        answering.take_as_one(item, by=request.user)
    else:
        answering.answer_unlike(item, UnlikeChoice(answer["unlike"]), by=request.user)
    if item.batch.state == ImportBatch.State.OPEN:
        return redirect(preview_address(item.batch, item.position))
    running.work(item.batch, by=request.user)
    return redirect(item.batch)


def _item(request: AuthenticatedHttpRequest, pk: UUID, position: int) -> ImportItem:
    return get_object_or_404(
        ImportItem.objects.select_related("batch", "story"),
        batch=batch_for(pk, request.user),
        position=position,
    )
