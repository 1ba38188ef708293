"""Show the page to which a password link leads, where a person sets the password of their account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from newsroom.actions.people.passwords import set_password_by_link
from newsroom.forms.people import NewPasswordForm
from newsroom.queries.password_links import open_link


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def password_link(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the form for a new password, and set it. Opening the page does not use up the link.

    No role is required, because whoever has the link may set the password.
    """
    link = open_link(secret)
    form = NewPasswordForm(request.POST or None, person=link.user)
    if form.is_valid():
        person = set_password_by_link(secret, form.cleaned_data["password"])
        messages.success(request, f"Your password is set. Sign in as {person.username}.")
        return redirect("sign_in")
    status = 422 if form.is_bound else 200
    context = {"form": form, "person": link.user}
    return render(request, "newsroom/password_link.html", context, status=status)
