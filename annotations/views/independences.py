"""Define the views of an editor's statement that two articles are independent sources of a claim."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from annotations.actions.judgements.independences import state_independence, withdraw_independence
from annotations.forms.stories import IndependenceForm
from annotations.models import Independence
from annotations.views.open_desk.claims import found_claim
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Article
from newsroom.roles import UserRole, role_required
from newsroom.views.once import done_once
from newsroom.views.requests import AuthenticatedHttpRequest


@require_POST
@role_required(UserRole.EDITOR)
@done_once
def state(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    claim = found_claim(pk)
    sent = cleaned_values(IndependenceForm(request.POST))
    one = get_object_or_404(Article, pk=sent["one"])
    other = get_object_or_404(Article, pk=sent["other"])
    state_independence(claim, one, other, reason=sent["reason"], by=request.user)
    return redirect(claim)


@require_POST
@role_required(UserRole.EDITOR)
def withdraw(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    statement = get_object_or_404(Independence.objects.select_related("claim"), pk=pk)
    withdraw_independence(statement, by=request.user)
    return redirect(statement.claim)
