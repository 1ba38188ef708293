"""Show people their own account: their password, their sessions, and their API tokens."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from newsroom.actions.people import sessions as acts
from newsroom.actions.people.passwords import change_own_password
from newsroom.forms.people import OwnPasswordForm
from newsroom.forms.tokens import TokenForm
from newsroom.queries.sessions import sessions_of
from newsroom.queries.tokens import usable_tokens_of
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest


@require_safe
@role_required(UserRole.READER)
def own_account(request: AuthenticatedHttpRequest) -> HttpResponse:
    form = OwnPasswordForm(request=request, person=request.user)
    return _page(request, form)


@require_POST
@role_required(UserRole.READER)
def change_password(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Change the password of the person, and end all their sessions except this one."""
    form = OwnPasswordForm(request.POST, request=request, person=request.user)
    if not form.is_valid():
        return _page(request, form, status=422)
    current_key = request.session.session_key
    change_own_password(form.cleaned_data["password"], by=request.user, current_key=current_key)
    # Sessions that began with another password are not accepted, so this one must know the new password.
    update_session_auth_hash(request, request.user)
    messages.success(request, "Your password is changed, and your other sessions have ended.")
    return redirect("own_account")


@require_POST
@role_required(UserRole.READER)
def end_session(request: AuthenticatedHttpRequest) -> HttpResponse:
    acts.end_session(request.POST.get("session", ""), by=request.user)
    messages.success(request, "The session has ended.")
    return redirect("own_account")


@require_POST
@role_required(UserRole.READER)
def end_other_sessions(request: AuthenticatedHttpRequest) -> HttpResponse:
    acts.end_other_sessions(by=request.user, current_key=request.session.session_key)
    messages.success(request, "All your other sessions have ended.")
    return redirect("own_account")


def _page(
    request: AuthenticatedHttpRequest, form: OwnPasswordForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "sessions": sessions_of(request.user, request.session.session_key),
        "tokens": list(usable_tokens_of(request.user)),
        "token_form": TokenForm(),
    }
    return render(request, "newsroom/account_detail.html", context, status=status)
