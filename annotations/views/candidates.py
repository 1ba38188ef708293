"""Define the views to search for candidates and to decide on them."""

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import trigger_client_event

from annotations.actions.judgements import candidates as acts
from annotations.actions.passages.drawing import PassageLocation
from annotations.forms import candidates as forms
from annotations.logic.finding.dismissals import PassageKey
from annotations.logic.marking.selectors import check
from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Dismissal, Highlight, Link
from annotations.queries.desk.panes import standing_at
from annotations.queries.offers import SearchedPassage, offer_candidates
from annotations.views.events import PageEvent
from annotations.views.passages.highlights import highlight_or_404, story_of
from annotations.views.passages.repainting import repainted_if_open, revision_or_404
from annotations.views.passages.repeats import link_of
from newsroom.errors import Invalid
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity
from newsroom.roles import UserRole, role_required
from newsroom.text.model import Span
from newsroom.views.once import acted_once
from newsroom.views.requests import AuthenticatedHttpRequest


def _accepted_again(request: AuthenticatedHttpRequest, line: Activity) -> HttpResponse:
    return _accepted(request, link_of(line))


def _list_again(request: AuthenticatedHttpRequest, line: Activity, **_: int) -> HttpResponse:
    return _list_page(request, request.POST)


@require_safe
@role_required(UserRole.READER)
def find(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show the candidates for a passage, as a whole page or with htmx as a list.

    The passage is a highlight (`?h=`) or selected words (`?revision=&start=&end=&quote=`).
    `&story=&scope=story|all` chooses the articles to search, and `&read=` lists the articles that are open on
    the desk.
    """
    return _list_page(request, request.GET)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_accepted_again)
def accept(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Link the searched passage with a candidate. A passage that has no highlight yet is highlighted
    first.
    """
    sent = cleaned_values(forms.AcceptForm(request.POST))
    sought = _sought_passage(request.POST)
    target = PassageLocation(
        revision=revision_or_404(sent["to_revision"]),
        start=sent["to_start"],
        end=sent["to_end"],
        quote=sent["to_quote"],
    )
    link = acts.accept_candidate(
        sought.highlight or _location(sought),
        target,
        sent["relation"],
        by=request.user,
        aspect=sent["aspect"],
        note=sent["note"],
    )
    return _accepted(request, link)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_list_again)
def dismiss(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Dismiss a candidate, and show the candidates that are left."""
    sent = cleaned_values(forms.CandidateForm(request.POST))
    sought = _sought_passage(request.POST)
    revision = revision_or_404(sent["to_revision"])
    # The place is checked against the text, because the page can be outdated.
    candidate = check(
        revision.text,
        sent["to_start"],
        sent["to_end"],
        sent["to_quote"],
    )
    acts.dismiss_candidate(
        sought.end, PassageKey(revision.article_id, candidate.quote), by=request.user
    )
    return _list_page(request, request.POST)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_list_again)
def again(request: AuthenticatedHttpRequest, pk: int) -> HttpResponse:
    """Withdraw the dismissal with the id `pk`, so that its candidate is offered again, and show the
    candidates.
    """
    # The form is checked first, so that nothing is stored if it is not valid.
    _sought_passage(request.POST)
    acts.offer_again(get_object_or_404(Dismissal, pk=pk), by=request.user)
    return _list_page(request, request.POST)


def _accepted(request: AuthenticatedHttpRequest, link: Link) -> HttpResponse:
    # Without htmx the page of the source shows the new link.
    if not request.htmx:
        return redirect(link.source)

    # The source is a highlight now, even if the person searched for selected words.
    source = highlight_or_404(link.source_id)
    context = _context(request, request.POST, _highlighted_passage(source)) | {
        "accepted": link,
        "repainted": repainted_if_open(request, [link.source, link.target]),
    }
    response = render(request, "annotations/_candidates_changed.html", context)
    return trigger_client_event(
        response, PageEvent.LINK_MADE, {"id": str(link.source_id)}, after="settle"
    )


def _list_page(request: AuthenticatedHttpRequest, sent: QueryDict) -> HttpResponse:
    context = _context(request, sent, _sought_passage(sent))
    # With htmx only the list is replaced. Without htmx a whole page is needed.
    template = (
        "annotations/_candidates_list.html" if request.htmx else "annotations/candidate_list.html"
    )
    return render(request, template, context)


def _context(
    request: AuthenticatedHttpRequest,
    sent: QueryDict,
    sought: SearchedPassage,
) -> dict[str, Any]:
    story = story_of(request) or sought.revision.article.stories.first()
    # An article outside all stories can only be compared with all articles.
    everywhere = sent.get("scope") == "all" or story is None
    return {
        "sought": sought,
        "story": story,
        "everywhere": everywhere,
        "read": sent.get("read", ""),
        "offers": offer_candidates(sought, None if everywhere else story),
        "relations": list(Relation),
        "aspects": list(Aspect),
    }


def _sought_passage(sent: QueryDict) -> SearchedPassage:
    """Return the passage to search for, as the values `sent` describe it.

    Raises `Invalid` if the values are not valid or the passage of the highlight is lost.
    """
    fields = cleaned_values(forms.SearchForm(sent))
    if fields["h"]:
        return _highlighted_passage(highlight_or_404(fields["h"]))

    revision = revision_or_404(fields["revision"])
    selector = check(
        revision.text,
        fields["start"],
        fields["end"],
        fields["quote"],
    )
    span = Span(selector.start, selector.end)
    # If the selected words are highlighted, the links and dismissals of that highlight apply to them too.
    highlight = standing_at(revision, selector.start, selector.end)
    return SearchedPassage(revision, span, selector.quote, highlight)


def _highlighted_passage(highlight: Highlight) -> SearchedPassage:
    anchor = highlight.anchor
    if anchor.start is None:
        raise Invalid("This passage is not in its article any more: give it a new place first.")
    return SearchedPassage(anchor.revision, anchor.span, anchor.quote, highlight)


def _location(sought: SearchedPassage) -> PassageLocation:
    return PassageLocation(
        revision=sought.revision,
        start=sought.span.start,
        end=sought.span.end,
        quote=sought.quote,
    )
