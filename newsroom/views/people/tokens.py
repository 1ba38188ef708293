"""Let people make API tokens and revoke them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from newsroom.actions.people import tokens as acts
from newsroom.forms.cleaning import cleaned_values
from newsroom.forms.tokens import TokenForm
from newsroom.models import ApiToken
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest


@require_POST
@role_required(UserRole.READER)
def token_make(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Make a token, and show its secret, which cannot be shown again."""
    sent = cleaned_values(TokenForm(request.POST))
    token, secret = acts.make_token(sent["name"], sent["scope"], days=sent["days"], by=request.user)
    context = {"token": token, "secret": secret}
    return render(request, "newsroom/token_made.html", context, status=201)


@require_POST
@role_required(UserRole.READER)
def token_revoke(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    token = get_object_or_404(ApiToken.objects.select_related("user"), pk=pk)
    acts.revoke_token(token, by=request.user)
    messages.success(request, f"The token “{token}” does not work any more.")
    return redirect("own_account")
