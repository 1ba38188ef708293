"""Define the views that show a passage in the copies of its article and mark it there."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.passages.projecting import project_highlight
from annotations.forms.desk import ProjectionForm
from annotations.logic.marking.drift import DriftPart, drift
from annotations.queries.passages.projections import ProjectionOffer, projection_offers, root_of
from annotations.views.passages.cards import CardChange, answer_change
from annotations.views.passages.highlights import highlight_or_404, story_of
from annotations.views.passages.repeats import card_again
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, Article
from newsroom.roles import UserRole, role_required
from newsroom.views.once import acted_once
from newsroom.views.requests import AuthenticatedHttpRequest


@dataclass(frozen=True, slots=True)
class ShownOffer:
    """A copy of an article, and how the words of the passage differ in the copy.

    `parts` is empty if the passage is not in the copy.
    """

    offer: ProjectionOffer
    parts: tuple[DriftPart, ...]


def _project_again(request: AuthenticatedHttpRequest, line: Activity, **_: UUID) -> HttpResponse:
    return card_again(request, highlight_or_404(UUID(line.object_id)), story_of(request), line)


@require_safe
@role_required(UserRole.REPORTER)
def copies(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Show each copy of the highlight's article, with the words that stand there in place of the passage."""
    highlight = highlight_or_404(pk)
    # The words are compared with those of the original highlight, from which all copies were made.
    quote = root_of(highlight).anchor.quote
    offers = [_with_drift(offer, quote) for offer in projection_offers(highlight)]
    context = {
        "highlight": highlight,
        "offers": offers,
        "story": story_of(request),
    }
    template = (
        "annotations/_highlight_copies.html"
        if request.htmx
        else "annotations/highlight_copies.html"
    )
    return render(request, template, context)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_project_again)
def project(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Mark the passage of a highlight in one copy. The response is the card of the new highlight."""
    sent = cleaned_values(ProjectionForm(request.POST))
    article = get_object_or_404(Article, pk=sent["article"])
    projection = project_highlight(highlight_or_404(pk), article, by=request.user)
    return answer_change(request, projection, story_of(request), CardChange())


def _with_drift(offer: ProjectionOffer, quote: str) -> ShownOffer:
    # A copy without the passage has nothing to compare.
    if offer.selector is None:
        return ShownOffer(offer, ())
    return ShownOffer(offer, drift(quote, offer.selector.quote))
