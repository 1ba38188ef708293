"""Define the views of links between passages, and of changes to evidence."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions.judgements import evidence as evidence_acts
from annotations.actions.judgements import links as link_acts
from annotations.actions.judgements.checks import JUDGED, JUDGED_OF_EVIDENCE
from annotations.actions.judgements.links import LinkJudgement
from annotations.forms import desk as forms
from annotations.logic.marking.drift import DriftPart, alike, drift
from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Evidence, Highlight, Link
from annotations.queries.claims.dossier import changed_verbs
from annotations.queries.desk import surroundings as queries
from annotations.queries.same_event import doubts_about_link
from annotations.views.claims import Refusal, RefusedJudgement, claim_page
from annotations.views.events import PageEvent
from annotations.views.open_desk.claims import found_claim
from annotations.views.passages.cards import CardChange, answer_change, answer_link_change
from annotations.views.passages.highlights import highlight_or_404, story_of
from annotations.views.passages.repeats import card_again, link_of
from annotations.views.redirects import back_to_asking_page
from newsroom.errors import Missing, NewsroomError
from newsroom.forms.cleaning import cleaned_values, numbers, seen_values
from newsroom.models import Activity, Story
from newsroom.roles import UserRole, role_required
from newsroom.views.once import acted_once
from newsroom.views.requests import AuthenticatedHttpRequest


def _link_again(request: AuthenticatedHttpRequest, line: Activity, **_: UUID) -> HttpResponse:
    highlight = highlight_or_404(_open_end(request, link_of(line)).pk)
    return card_again(request, highlight, story_of(request), line)


def _evidence_again(request: AuthenticatedHttpRequest, line: Activity, **_: UUID) -> HttpResponse:
    evidence = Evidence.objects.get(pk=line.object_id)
    highlight = highlight_or_404(evidence.highlight_id)
    return card_again(request, highlight, story_of(request), line)


@require_safe
@role_required(UserRole.REPORTER)
def link_new(request: AuthenticatedHttpRequest) -> HttpResponse:
    """Show two passages side by side with the form of a new link.

    `?source=&target=` are the ids of the highlights and `&story=` is the slug of the story. Without a target,
    the page lists the passages that can be the target.
    """
    source = highlight_or_404(_uuid(request.GET.get("source")))
    story = story_of(request) or source.article.stories.first()
    context: dict[str, Any] = {
        "source": source,
        "target": None,
        "story": story,
        "relations": list(Relation),
        "aspects": list(Aspect),
    }
    # Without a target the person still has to choose one.
    target_id = request.GET.get("target")
    if target_id:
        target = highlight_or_404(_uuid(target_id))
        context |= {
            "target": target,
            "drift": _drift(source, target),
            "verbs": changed_verbs(source, target),
            "doubts": doubts_about_link(source, target),
        }
    elif story:
        context["ends"] = queries.other_ends(story, source)

    template = "annotations/_link_form.html" if request.htmx else "annotations/link_create.html"
    return render(request, template, context)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_link_again)
def link_make(request: AuthenticatedHttpRequest) -> HttpResponse:
    sent = cleaned_values(forms.NewLinkForm(request.POST))
    source = highlight_or_404(sent["source"])
    target = highlight_or_404(sent["target"])
    judgement = _link_judgement(sent)
    link_acts.link_passages(
        source, target, judgement, by=request.user, same_event=sent["same_event"]
    )
    return answer_link_change(
        request,
        source,
        story_of(request),
        event=PageEvent.LINK_MADE,
    )


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_link_again)
def link_change(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    link = _link(pk)
    sent = cleaned_values(forms.LinkForm(request.POST))
    link_acts.change_link(
        link,
        _link_judgement(sent),
        by=request.user,
        same_event=sent["same_event"],
        seen=seen_values(request.POST, JUDGED),
    )
    return answer_link_change(
        request, _open_end(request, link), story_of(request), event=PageEvent.LINK_CHANGED
    )


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_link_again)
def link_withdraw(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    link = _link(pk)
    link_acts.withdraw_link(link, by=request.user)
    return answer_link_change(
        request, _open_end(request, link), story_of(request), event=PageEvent.LINK_WITHDRAWN
    )


@require_safe
@role_required(UserRole.READER)
def links_list(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """List the links between the articles that are open on the desk. `?read=` lists the ids of the
    articles.
    """
    story = get_object_or_404(Story, slug=slug)
    reading = numbers(request.GET.get("read", "").split(","))
    context = {
        "links": queries.links_between(reading),
        "reading": reading,
        "story": story,
    }
    return render(request, "annotations/_links_list.html", context)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_evidence_again)
def evidence_change(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Change the relation or the note of evidence.

    If the change is refused and was sent from the page of a claim without htmx, this page is shown again with
    the values that were sent. Otherwise the error is raised.
    """
    evidence = _evidence(pk)
    try:
        sent = cleaned_values(forms.JudgementForm(request.POST))
        seen = seen_values(request.POST, JUDGED_OF_EVIDENCE)
        evidence_acts.change_evidence(
            evidence,
            by=request.user,
            seen=seen,
            **sent,
        )
    except NewsroomError as error:
        if request.htmx or request.POST.get("next") != evidence.claim.get_absolute_url():
            raise
        refused = RefusedJudgement(pk, request.POST, error.sentence)
        return claim_page(
            request,
            found_claim(evidence.claim_id),
            judging=refused,
            refusal=Refusal(error.status),
        )
    return _evidence_changed(request, evidence)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_evidence_again)
def evidence_withdraw(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    evidence = _evidence(pk)
    evidence_acts.withdraw_evidence(evidence, by=request.user)
    return _evidence_changed(request, evidence)


def _link_judgement(sent: Mapping[str, Any]) -> LinkJudgement:
    return LinkJudgement(sent["relation"], sent["aspect"], sent["note"])


def _drift(source: Highlight, target: Highlight) -> tuple[DriftPart, ...]:
    """Return how the wordings of two passages differ. The tuple is empty if they have too few words in
    common.
    """
    parts = drift(source.anchor.quote, target.anchor.quote)
    return parts if alike(parts) else ()


def _evidence_changed(request: AuthenticatedHttpRequest, evidence: Evidence) -> HttpResponse:
    """Return the response after a change of evidence.

    With htmx it is the card of the highlight. Without htmx it is a redirect to the page that the form names,
    or to the desk if the form names none.
    """
    # The form is on the card and on the page of the claim, so the answer depends on where it was sent from.
    if not request.htmx:
        asking_page = back_to_asking_page(request)
        if asking_page:
            return asking_page

    change = CardChange(PageEvent.CLAIM_CHANGED, repaint=False)
    return answer_change(request, evidence.highlight, story_of(request), change)


def _open_end(request: AuthenticatedHttpRequest, link: Link) -> Highlight:
    """Return the highlight at the end of the link whose card is open on the page.

    The form names it in the field `from`. Without this field it is the source of the link.
    """
    if request.POST.get("from") == str(link.target_id):
        return link.target
    return link.source


def _link(pk: UUID) -> Link:
    ends = ("source__anchor", "target__anchor", "source__article", "target__article")
    # A withdrawn link cannot be changed, so it is not found.
    return get_object_or_404(Link.objects.select_related(*ends), pk=pk, withdrawn_at=None)


def _evidence(pk: UUID) -> Evidence:
    related = ("claim__story", "highlight__anchor", "highlight__article")
    return get_object_or_404(Evidence.objects.select_related(*related), pk=pk, withdrawn_at=None)


def _uuid(text: str | None) -> UUID:
    try:
        return UUID(text or "")
    # An id that is not valid and an id that does not exist get the same answer.
    except ValueError as error:
        raise Missing("There is no such passage. Choose one on the desk.") from error
