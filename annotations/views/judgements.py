"""Links between passages, and evidence for claims, once they exist."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from annotations.actions import evidence as evidence_acts
from annotations.actions import links as link_acts
from annotations.actions.judgements import JUDGED
from annotations.actions.links import LinkJudgement
from annotations.forms import desk as forms
from annotations.logic.marking.drift import alike, drift
from annotations.logic.vocabulary import Aspect, Relation
from annotations.models import Evidence, Highlight, Link
from annotations.queries import desk as queries
from annotations.queries.dossier import changed_verbs
from annotations.queries.same_event import doubts_about_link
from annotations.views.cards import CardChange, changed, links_changed
from annotations.views.events import PageEvent
from annotations.views.highlights import found_highlight, story_of
from newsroom.errors import Missing
from newsroom.forms.cleaning import cleaned, numbers
from newsroom.models import Story
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.REPORTER)
def link_new(request: HttpRequest) -> HttpResponse:
    """`?source=&target=&story=`: both ends side by side, and what they are to each other. Without target:
    choose it.
    """
    source = found_highlight(_uuid(request.GET.get("source")))
    target = found_highlight(_uuid(request.GET["target"])) if request.GET.get("target") else None
    story = story_of(request) or source.article.stories.first()
    parts = drift(source.anchor.quote, target.anchor.quote) if target else ()
    context = {
        "source": source,
        "target": target,
        "story": story,
        "relations": list(Relation),
        "aspects": list(Aspect),
        "drift": parts if alike(parts) else (),
        "verbs": changed_verbs(source, target) if target else None,
        "doubts": doubts_about_link(source, target) if target else (),
        "ends": queries.other_ends(story, source) if story and not target else [],
    }
    template = "annotations/_link_form.html" if request.htmx else "annotations/link_create.html"
    return render(request, template, context)


@require_POST
@role_required(UserRole.REPORTER)
def link_make(request: HttpRequest) -> HttpResponse:
    sent = cleaned(forms.NewLinkForm(request.POST))
    source, target = found_highlight(sent["source"]), found_highlight(sent["target"])
    link_acts.link_passages(source, target, _judgement(sent), by=request.user, same_event=sent["same_event"])
    return links_changed(request, source, story_of(request), event=PageEvent.LINK_MADE)


@require_POST
@role_required(UserRole.REPORTER)
def link_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    link = _link(pk)
    sent = cleaned(forms.LinkForm(request.POST))
    link_acts.change_link(
        link, _judgement(sent), by=request.user, same_event=sent["same_event"], seen=_seen(request)
    )
    return links_changed(request, _seen_from(request, link), story_of(request), event=PageEvent.LINK_CHANGED)


@require_POST
@role_required(UserRole.REPORTER)
def link_withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    link = _link(pk)
    link_acts.withdraw_link(link, by=request.user)
    return links_changed(
        request, _seen_from(request, link), story_of(request), event=PageEvent.LINK_WITHDRAWN
    )


@require_safe
@role_required(UserRole.READER)
def links_list(request: HttpRequest, slug: str) -> HttpResponse:
    """The links between the articles `?read=`, as the list beside the threads."""
    get_object_or_404(Story, slug=slug)
    reading = numbers(request.GET.get("read", "").split(","))
    context = {"links": queries.links_between(reading), "reading": reading, "slug": slug}
    return render(request, "annotations/_links_list.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def evidence_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    evidence = _evidence(pk)
    evidence_acts.change_evidence(
        evidence, by=request.user, seen=_seen(request), **cleaned(forms.JudgementForm(request.POST))
    )
    return _evidence_changed(request, evidence)


@require_POST
@role_required(UserRole.REPORTER)
def evidence_withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    evidence = _evidence(pk)
    evidence_acts.withdraw_evidence(evidence, by=request.user)
    return _evidence_changed(request, evidence)


def _judgement(sent: Mapping[str, Any]) -> LinkJudgement:
    return LinkJudgement(sent["relation"], sent["aspect"], sent["note"])


def _seen(request: HttpRequest) -> dict[str, str]:
    """How the judgement stood on the page the form was on, as far as that says so."""
    return {field: request.POST[f"seen_{field}"] for field in JUDGED if f"seen_{field}" in request.POST}


def _evidence_changed(request: HttpRequest, evidence: Evidence) -> HttpResponse:
    """Back to the page that asked (`next`, this site only), else the card on the desk."""
    back = request.POST.get("next", "")
    if not request.htmx and url_has_allowed_host_and_scheme(
        back, {request.get_host()}, require_https=request.is_secure()
    ):
        return HttpResponseRedirect(back)
    return changed(
        request, evidence.highlight, story_of(request), CardChange(PageEvent.CLAIM_CHANGED, repaint=False)
    )


def _seen_from(request: HttpRequest, link: Link) -> Highlight:
    """The end whose card is open."""
    return link.target if request.POST.get("from") == str(link.target_id) else link.source


def _link(pk: UUID) -> Link:
    ends = ("source__anchor", "target__anchor", "source__article", "target__article")
    return get_object_or_404(Link.objects.select_related(*ends), pk=pk, withdrawn_at=None)


def _evidence(pk: UUID) -> Evidence:
    related = ("claim__story", "highlight__anchor", "highlight__article")
    return get_object_or_404(Evidence.objects.select_related(*related), pk=pk, withdrawn_at=None)


def _uuid(text: str | None) -> UUID:
    try:
        return UUID(text or "")
    except ValueError as error:
        raise Missing("There is no such passage. Choose one on the desk.") from error
