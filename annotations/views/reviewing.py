"""Reviewing what new revisions did to passages, one after the other."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from annotations.actions import reviewing as acts
from annotations.forms.reviewing import ACCEPT, PLACE, ReviewForm
from annotations.models import Highlight
from annotations.queries import reviewing as queries
from newsroom.errors import Invalid, NewsroomError
from newsroom.forms.cleaning import cleaned
from newsroom.models import Story
from newsroom.roles import UserRole, role_required

#: Passages listed beside the one under review.
LISTED = 100


@require_safe
@role_required(UserRole.READER)
def review(request: HttpRequest, slug: str = "") -> HttpResponse:
    """What waits in one story, or everywhere. `?h=`: the passage looked at, else the first."""
    story = get_object_or_404(Story, slug=slug) if slug else None
    found = queries.waiting(story)
    listed = list(found[:LISTED])
    at = next((i for i, item in enumerate(listed) if str(item.pk) == request.GET.get("h")), 0)
    context = {
        "story": story,
        "total": found.count() if len(listed) == LISTED else len(listed),
        "listed": listed,
        "question": queries.question(listed[at]) if listed else None,
        "before": listed[at - 1] if at else None,
        "after": listed[at + 1] if at + 1 < len(listed) else None,
    }
    return render(request, "annotations/review.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Accept, place anew or withdraw, and go on to the next one."""
    get_object_or_404(Highlight, pk=pk)
    sent = cleaned(ReviewForm(request.POST))
    story = get_object_or_404(Story, slug=sent["story"]) if sent["story"] else None
    waiting = list(queries.waiting(story).values_list("pk", flat=True))
    here = waiting.index(pk) if pk in waiting else -1
    following = waiting[here + 1] if here + 1 < len(waiting) else None
    try:
        messages.success(request, _done(pk, sent, request))
    except NewsroomError as error:
        messages.error(request, error.sentence)
        following = pk
    address = reverse("review_of_story", args=[story.slug]) if story else reverse("review")
    return redirect(f"{address}?h={following}" if following else address)


def _done(pk: UUID, sent: dict, request: HttpRequest) -> str:  # type: ignore[type-arg]
    if sent["act"] == ACCEPT:
        acts.confirm_anchor(pk, sent["anchor"], by=request.user)
        return "Accepted: later revisions start from this place."
    if sent["act"] == PLACE:
        if sent["start"] is None or sent["end"] is None:
            raise Invalid("Select the passage in the new text first.")
        acts.place_anew(pk, sent["anchor"], sent["start"], sent["end"], sent["quote"], by=request.user)
        return "Placed anew."
    acts.withdraw_reviewed(pk, sent["anchor"], by=request.user)
    return "Withdrawn: the highlight is kept in the history."
