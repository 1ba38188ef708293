"""One highlight: its card, and everything that can be done to it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions import comments as remarks
from annotations.actions import highlights as acts
from annotations.actions.evidence import add_evidence, claim_from
from annotations.forms import desk as forms
from annotations.models import Claim, Comment, Highlight, Tag
from annotations.queries.desk import codebook
from annotations.queries.dossier import last_seen
from annotations.queries.lit_texts import lit_text
from annotations.views.cards import CardChange, card, card_context, changed, spans_of
from annotations.views.events import PageEvent
from newsroom.forms.cleaning import cleaned
from newsroom.models import Story
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.READER)
def highlight(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the card as a fragment. Without htmx the permalink says the same on a page of its own."""
    if not request.htmx:
        get_object_or_404(Highlight, pk=pk)
        return redirect("permalink", pk=pk)
    return card(request, found_highlight(pk), story_of(request))


@require_safe
@role_required(UserRole.READER)
def permalink(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show the passage lit in the revision it stands in, or was last seen in if it is lost."""
    highlight = found_highlight(pk)
    anchor = last_seen([highlight])[highlight.pk]
    context = card_context(highlight, request.user, story_of(request)) | {
        "revision": anchor.revision,
        "text": lit_text(anchor, f"r{anchor.revision_id}"),
        "stories": list(highlight.article.stories.all()),
        "codebook": codebook(),
    }
    return render(request, "annotations/highlight_detail.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def describe(request: HttpRequest, pk: UUID) -> HttpResponse:
    found, sent = found_highlight(pk), cleaned(forms.DescriptionForm(request.POST))
    acts.describe_highlight(found, by=request.user, **sent)
    return changed(request, found, story_of(request), CardChange(repaint=False))


@require_POST
@role_required(UserRole.REPORTER)
def tag(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Tag with an entry of the codebook, or with a new one."""
    found = found_highlight(pk)
    new = acts.tag_by_path(found, cleaned(forms.TagForm(request.POST))["path"], by=request.user)
    return changed(request, found, story_of(request), CardChange(codebook=new))


@require_POST
@role_required(UserRole.REPORTER)
def untag(request: HttpRequest, pk: UUID, tag: int) -> HttpResponse:
    found = found_highlight(pk)
    acts.untag_highlight(found, get_object_or_404(Tag, pk=tag), by=request.user)
    return changed(request, found, story_of(request), CardChange())


@require_POST
@role_required(UserRole.REPORTER)
def edges(request: HttpRequest, pk: UUID) -> HttpResponse:
    found, sent = found_highlight(pk), cleaned(forms.EdgesForm(request.POST))
    moved_from = tuple(spans_of(found))
    acts.move_edges(found, **sent, by=request.user)
    change = CardChange(PageEvent.HIGHLIGHT_MOVED, moved_from=moved_from)
    return changed(request, found, story_of(request), change)


@require_POST
@role_required(UserRole.REPORTER)
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = found_highlight(pk)
    acts.withdraw_highlight(found, by=request.user)
    return changed(request, found, story_of(request), CardChange())


@require_POST
@role_required(UserRole.REPORTER)
def restore(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = found_highlight(pk)
    acts.restore_highlight(found, by=request.user)
    return changed(request, found, story_of(request), CardChange())


@require_POST
@role_required(UserRole.REPORTER)
def comment(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = found_highlight(pk)
    remarks.comment_on(found, cleaned(forms.CommentForm(request.POST))["body"], by=request.user)
    return changed(request, found, story_of(request), CardChange(repaint=False))


@require_POST
@role_required(UserRole.REPORTER)
def withdraw_comment(request: HttpRequest, pk: UUID, comment: int) -> HttpResponse:
    found = found_highlight(pk)
    remarks.withdraw_comment(get_object_or_404(Comment, pk=comment, highlight=found), by=request.user)
    return changed(request, found, story_of(request), CardChange(repaint=False))


@require_POST
@role_required(UserRole.REPORTER)
def attach(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Make the passage evidence for a claim, or for a new claim stated in the same step."""
    found, sent = found_highlight(pk), cleaned(forms.AttachForm(request.POST))
    judged = {name: sent[name] for name in ("relation", "note", "same_event")}
    if sent["claim"]:
        add_evidence(get_object_or_404(Claim, pk=sent["claim"]), found, by=request.user, **judged)
    else:
        story = get_object_or_404(Story, slug=request.POST.get("story", ""))
        claim_from(found, story, sent["statement"], by=request.user, **judged)
    return changed(request, found, story_of(request), CardChange(PageEvent.CLAIM_CHANGED, repaint=False))


def found_highlight(pk: UUID) -> Highlight:
    """The highlight with what its card needs, or 404."""
    return get_object_or_404(
        Highlight.objects.select_related("anchor__revision", "article__outlet", "article__current"), pk=pk
    )


def story_of(request: HttpRequest) -> Story | None:
    """The story being worked on, as the page says."""
    slug = request.POST.get("story") or request.GET.get("story")
    return Story.objects.filter(slug=slug).first() if slug else None
