"""Define the views of possible contradictions of a story: the list of proposals, and the
decision on one of them.
"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from annotations.actions.judgements import candidates as acts
from annotations.actions.passages.drawing import PassageLocation
from annotations.forms.candidates import PairForm, PairLinkForm
from annotations.logic.finding.dismissals import PassageKey
from annotations.logic.marking.selectors import check
from annotations.models import Link
from annotations.queries.contradictions import offered_contradictions
from annotations.views.events import PageEvent
from annotations.views.passages.repainting import repainted_if_open, revision_or_404
from annotations.views.passages.repeats import link_of
from newsroom.forms.cleaning import cleaned_values, numbers
from newsroom.models import Activity, Story
from newsroom.roles import UserRole, role_required
from newsroom.views.once import acted_once
from newsroom.views.requests import AuthenticatedHttpRequest


def _link_again(request: AuthenticatedHttpRequest, line: Activity, slug: str) -> HttpResponse:
    return _linked(request, get_object_or_404(Story, slug=slug), link_of(line))


def _dismiss_again(request: AuthenticatedHttpRequest, line: Activity, slug: str) -> HttpResponse:
    return _list(request, get_object_or_404(Story, slug=slug))


@require_safe
@role_required(UserRole.READER)
def contradictions(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """List the possible contradictions between articles of the story.

    With `?read=` (article ids), only those between these articles are listed.
    """
    return _list(request, get_object_or_404(Story, slug=slug))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_link_again)
def link(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Link the two passages of a proposal. A passage that has no highlight yet is highlighted first."""
    story = get_object_or_404(Story, slug=slug)
    sent = cleaned_values(PairLinkForm(request.POST))
    accepted = acts.accept_candidate(
        _location(sent, ""),
        _location(sent, "to_"),
        sent["relation"],
        by=request.user,
        aspect=sent["aspect"],
        note=sent["note"],
    )
    return _linked(request, story, accepted)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_dismiss_again)
def dismiss(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """Dismiss a proposed pair of passages, so that the pair is not offered again."""
    story = get_object_or_404(Story, slug=slug)
    sent = cleaned_values(PairForm(request.POST))
    acts.dismiss_candidate(_key(sent, ""), _key(sent, "to_"), by=request.user)
    if not request.htmx:
        return redirect("contradictions", story.slug)
    return _list(request, story)


def _linked(request: AuthenticatedHttpRequest, story: Story, accepted: Link) -> HttpResponse:
    if not request.htmx:
        return redirect("contradictions", story.slug)
    context = _context(request, story) | {
        "repainted": repainted_if_open(request, [accepted.source, accepted.target])
    }
    response = render(request, "annotations/_contradictions_changed.html", context)
    return trigger_client_event(
        response, PageEvent.LINK_MADE, {"id": str(accepted.source_id)}, after="settle"
    )


def _list(request: AuthenticatedHttpRequest, story: Story) -> HttpResponse:
    template = "annotations/story_contradictions.html"
    if request.htmx:
        template = "annotations/_contradictions_list.html"
    return render(request, template, _context(request, story))


def _context(request: AuthenticatedHttpRequest, story: Story) -> dict[str, Any]:
    reading = numbers((request.POST or request.GET).get("read", "").split(","))
    return {
        "story": story,
        "offers": offered_contradictions(story, reading),
        "read": ",".join(str(article) for article in reading),
    }


def _location(sent: dict[str, Any], prefix: str) -> PassageLocation:
    """Return one of the two passages in a form. `prefix` is empty for the first and `to_` for the second."""
    return PassageLocation(
        revision=revision_or_404(sent[f"{prefix}revision"]),
        start=sent[f"{prefix}start"],
        end=sent[f"{prefix}end"],
        quote=sent[f"{prefix}quote"],
    )


def _key(sent: dict[str, Any], prefix: str) -> PassageKey:
    passage = _location(sent, prefix)
    selector = check(passage.revision.text, passage.start, passage.end, passage.quote)
    return PassageKey(passage.revision.article_id, selector.quote)
