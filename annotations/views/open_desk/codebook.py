"""Define the page of the codebook, and the view with which a person gives digits to tags."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.tags import pin_tag
from annotations.forms.desk import PinForm
from annotations.models import Tag
from annotations.queries.codebooks.entries import codebook_lines
from annotations.queries.desk.surroundings import codebook
from newsroom.errors import Missing
from newsroom.forms.cleaning import cleaned_values
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest

NO_SUCH_TAG = "The codebook has no such tag: choose one of the list."


@require_safe
@role_required(UserRole.READER)
def codebook_page(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show all tags with their definitions, examples and use, and what a curator should look at."""
    lines = codebook_lines(request.user)
    to_look_at = (
        ("Nearly equal, perhaps one tag", [line for line in lines if line.alike]),
        ("Not used", [line for line in lines if not line.is_used]),
        ("Without a definition", [line for line in lines if not line.entry.tag.definition]),
    )
    context = {"lines": lines, "to_look_at": [group for group in to_look_at if group[1]]}
    return render(request, "annotations/codebook.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def pin(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Give a tag a digit on the person's own desk, or take its digit away, and answer with the codebook.

    Raises `Missing` if the codebook has no tag with the sent path. Without htmx, redirect to the list of
    stories.
    """
    sent = cleaned_values(PinForm(request.POST))
    tag = Tag.objects.filter(path__iexact=sent["path"].strip()).first()
    if tag is None:
        raise Missing(NO_SUCH_TAG)
    pin_tag(tag, sent["digit"], by=request.user)
    if not request.htmx:
        return redirect("stories")
    context = {"codebook": codebook(request.user), "swap": True}
    return render(request, "annotations/_codebook.html", context)
