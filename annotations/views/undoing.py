"""Undo and redo on the desk."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST
from django_htmx.http import reswap, trigger_client_event

from annotations.actions import undoing as acts
from annotations.views.cards import changed
from newsroom.models import Story
from newsroom.roles import UserRole, role_required

# What else on the desk has to refresh itself, by what was taken back.
EVENTS = {
    "highlight": "highlight:undone",
    "evidence": "claim:changed",
    "claim": "claim:changed",
    "link": "link:changed",
    "dismissal": "candidate:reconsidered",
}


@require_POST
@role_required(UserRole.REPORTER)
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    return _reversed(request, slug, acts.undo, "Undone: you {}.")


@require_POST
@role_required(UserRole.REPORTER)
def redo(request: HttpRequest, slug: str) -> HttpResponse:
    return _reversed(request, slug, acts.redo, "Done again, after you {}.")


def _reversed(
    request: HttpRequest, slug: str, act: Callable[..., acts.Reversal], sentence: str
) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    done = act(story, by=request.user)
    said = sentence.format(done.line.summary)
    event = EVENTS[done.line.object_type]
    if done.highlight is None:
        return _said(request, said, event) if request.htmx else redirect("desk", slug)
    return changed(request, done.highlight, story, event=event, also=done.before, said=said)


def _said(request: HttpRequest, said: str, event: str) -> HttpResponse:
    """What concerns no card leaves it as it is: the lists of claims and of candidates refresh themselves
    where open.
    """
    response = reswap(render(request, "annotations/_undone.html", {"said": said}), "none")
    return trigger_client_event(response, event)
