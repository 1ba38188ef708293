"""Finding a passage elsewhere, and deciding on what was found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from annotations.actions import candidates as acts
from annotations.forms import candidates as forms
from annotations.logic.finding.dismissals import PassageKey
from annotations.logic.marking.selectors import check
from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Dismissal, Highlight
from annotations.queries.offers import SearchedPassage, offer_candidates
from annotations.queries.panes import Pane, pane_of, standing_at
from annotations.views.cards import spans_of
from annotations.views.events import PageEvent
from annotations.views.highlights import found_highlight, story_of
from newsroom.errors import Invalid
from newsroom.forms.cleaning import cleaned
from newsroom.models import Revision
from newsroom.roles import UserRole, role_required
from newsroom.text.model import Span


@dataclass(frozen=True, slots=True)
class RepaintedPane:
    """A pane on the page in which something was marked, and the blocks that look different now."""

    pane: Pane
    touched_blocks: set[int]


@require_safe
@role_required(UserRole.READER)
def find(request: HttpRequest) -> HttpResponse:
    """`?h=` or `?revision=&start=&end=&quote=`, `&story=&scope=story|all&read=`: who else says so."""
    context = _context(request, request.GET)
    template = "annotations/_candidates_list.html" if request.htmx else "annotations/candidate_list.html"
    return render(request, template, context)


@require_POST
@role_required(UserRole.REPORTER)
def accept(request: HttpRequest) -> HttpResponse:
    """Link with a candidate: both ends are drawn where they are not marked yet."""
    sent = cleaned(forms.AcceptForm(request.POST))
    sought = _sought(request.POST)
    here = sought.highlight or acts.PassageLocation(
        sought.revision, sought.span.start, sought.span.end, sought.quote
    )
    place = acts.PassageLocation(
        _revision(sent["to_revision"]), sent["to_start"], sent["to_end"], sent["to_quote"]
    )
    judged = {name: sent[name] for name in ("aspect", "note")}
    link = acts.accept_candidate(here, place, sent["relation"], by=request.user, **judged)
    if not request.htmx:
        return redirect(link.source)
    context = _context(request, request.POST, highlight=found_highlight(link.source_id)) | {"accepted": link}
    context["repainted"] = _repainted(request, [link.source, link.target])
    response = render(request, "annotations/_candidates_changed.html", context)
    return trigger_client_event(response, PageEvent.LINK_MADE, {"id": str(link.source_id)}, after="settle")


@require_POST
@role_required(UserRole.REPORTER)
def dismiss(request: HttpRequest) -> HttpResponse:
    sent = cleaned(forms.CandidateForm(request.POST))
    sought, revision = _sought(request.POST), _revision(sent["to_revision"])
    quote = check(revision.text, sent["to_start"], sent["to_end"], sent["to_quote"]).quote
    acts.dismiss_candidate(sought.end, PassageKey(revision.article_id, quote), by=request.user)
    return _listed(request)


@require_POST
@role_required(UserRole.REPORTER)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a dismissal back."""
    _sought(request.POST)  # refused before anything is done, not after
    acts.offer_again(get_object_or_404(Dismissal, pk=pk), by=request.user)
    return _listed(request)


def _listed(request: HttpRequest) -> HttpResponse:
    template = "annotations/_candidates_list.html" if request.htmx else "annotations/candidate_list.html"
    return render(request, template, _context(request, request.POST))


def _context(request: HttpRequest, asked: QueryDict, highlight: Highlight | None = None) -> dict[str, Any]:
    sought = _sought(asked, highlight)
    story = story_of(request) or sought.revision.article.stories.first()
    everywhere = asked.get("scope") == "all" or story is None
    return {
        "sought": sought,
        "story": story,
        "everywhere": everywhere,
        "read": asked.get("read", ""),
        "offers": offer_candidates(sought, None if everywhere else story),
        "relations": list(Relation),
        "aspects": list(Aspect),
    }


def _sought(asked: QueryDict, highlight: Highlight | None = None) -> SearchedPassage:
    """What is looked for. Raises `Invalid` where it is neither a standing highlight nor words of a revision."""
    sent = cleaned(forms.SearchForm(asked))
    if highlight or sent["h"]:
        found = highlight or found_highlight(sent["h"])
        anchor = found.anchor
        if anchor.start is None:
            raise Invalid("This passage is not in its article any more: give it a new place first.")
        return SearchedPassage(anchor.revision, Span(anchor.start, anchor.end), anchor.quote, found)
    revision = _revision(sent["revision"])
    selected = check(revision.text, sent["start"], sent["end"], sent["quote"])
    # What is decided on words that are marked already holds for those who select them anew.
    marked = standing_at(revision, selected.start, selected.end)
    return SearchedPassage(revision, Span(selected.start, selected.end), selected.quote, marked)


def _revision(pk: int) -> Revision:
    return get_object_or_404(Revision.objects.select_related("article"), pk=pk)


def _repainted(request: HttpRequest, highlights: Iterable[Highlight]) -> list[RepaintedPane]:
    """Return the panes of those highlights whose articles are open on the page (`read`)."""
    reading = set(request.POST.get("read", "").split(","))
    repainted = []
    for highlight in highlights:
        if str(highlight.article_id) in reading:
            pane = pane_of(highlight.article)
            repainted.append(RepaintedPane(pane, pane.blocks_at(spans_of(highlight))))
    return repainted
