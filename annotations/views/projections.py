"""A passage in the copies of its text: where it stands there, and marking it there too."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.projecting import project_highlight
from annotations.forms.desk import ProjectionForm
from annotations.logic.marking.drift import drift
from annotations.queries.projections import projection_offers, root_of
from annotations.views.cards import CardChange, changed
from annotations.views.events import PageEvent
from annotations.views.highlights import found_highlight, story_of
from newsroom.forms.cleaning import cleaned
from newsroom.models import Article
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.REPORTER)
def copies(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Each copy, with the passage as it reads there."""
    found = found_highlight(pk)
    quote = root_of(found).anchor.quote
    told = [
        (offer, drift(quote, offer.selector.quote) if offer.selector else ())
        for offer in projection_offers(found)
    ]
    context = {"highlight": found, "offers": told, "story": story_of(request)}
    template = "annotations/_highlight_copies.html" if request.htmx else "annotations/highlight_copies.html"
    return render(request, template, context)


@require_POST
@role_required(UserRole.REPORTER)
def project(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Mark it in one copy. The answer is the new passage's card, with its blocks where that copy is on the
    desk.
    """
    article = get_object_or_404(Article, pk=cleaned(ProjectionForm(request.POST))["article"])
    made = project_highlight(found_highlight(pk), article, by=request.user)
    return changed(request, made, story_of(request), CardChange(PageEvent.HIGHLIGHT_DRAWN))
