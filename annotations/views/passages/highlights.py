"""Define the views of one highlight: its card, its permanent page, and the acts on it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_POST, require_safe

from annotations.actions import comments as remarks
from annotations.actions.judgements.evidence import add_evidence, make_claim_with_evidence
from annotations.actions.passages import highlights as acts
from annotations.actions.passages.tellers import name_teller
from annotations.forms import desk as forms
from annotations.models import Claim, Comment, Highlight
from annotations.queries.claims.dossier import anchors_to_show
from annotations.queries.desk.lit_texts import lit_text
from annotations.queries.desk.surroundings import codebook
from annotations.queries.desk.tags import tag_or_successor
from annotations.views.events import PageEvent
from annotations.views.open_desk.conflicts import edges_conflict, note_conflict
from annotations.views.open_desk.descriptions import merge_description
from annotations.views.passages.cards import CardChange, answer_change, card, card_context
from annotations.views.passages.repainting import spans_of
from annotations.views.passages.repeats import card_again
from annotations.views.passages.web_annotations import highlight_annotation
from newsroom.errors import Conflict
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, Story
from newsroom.roles import UserRole, role_required
from newsroom.views.once import acted_once, done_once
from newsroom.views.problems import wants_annotation
from newsroom.views.requests import AuthenticatedHttpRequest


def highlight_or_404(pk: UUID) -> Highlight:
    """Return the highlight with the related rows that its card needs.

    Raises `Http404` if the highlight does not exist.
    """
    related = ("anchor__revision", "article__outlet", "article__current")
    return get_object_or_404(Highlight.objects.select_related(*related), pk=pk)


def story_of(request: AuthenticatedHttpRequest) -> Story | None:
    """Return the story whose slug is the POST or query parameter `story`.

    Returns None if the parameter is missing or no story has this slug.
    """
    slug = request.POST.get("story") or request.GET.get("story")
    if not slug:
        return None
    return Story.objects.filter(slug=slug).first()


def _changed(
    request: AuthenticatedHttpRequest, highlight: Highlight, change: CardChange
) -> HttpResponse:
    return answer_change(request, highlight, story_of(request), change)


def _changed_again(
    request: AuthenticatedHttpRequest,
    line: Activity,
    pk: UUID,
    **_: int,
) -> HttpResponse:
    return card_again(request, highlight_or_404(pk), story_of(request), line)


@require_safe
@role_required(UserRole.READER)
def highlight(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Show the card of a highlight as a fragment. Without htmx, redirect to its permanent page."""
    highlight = highlight_or_404(pk)
    # A fragment alone would be an incomplete page.
    if not request.htmx:
        return redirect("permalink", pk=pk)
    return card(request, highlight, story_of(request))


@require_safe
@role_required(UserRole.READER)
def permalink(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Show the passage of a highlight in the text of its revision.

    A lost passage is shown in the last revision in which it had a place. A program that asks for JSON-LD gets
    the Web Annotation.
    """
    if wants_annotation(request):
        return highlight_annotation(request, pk)
    highlight = highlight_or_404(pk)
    # A lost passage is shown in the last revision that contains it.
    anchor = anchors_to_show([highlight])[highlight.pk]
    context = card_context(highlight, request.user, story_of(request)) | {
        "revision": anchor.revision,
        "text": lit_text(anchor, f"r{anchor.revision_id}"),
        "stories": list(highlight.article.stories.all()),
        "codebook": codebook(request.user),
    }
    response = render(request, "annotations/highlight_detail.html", context)
    # The same address has two answers, which no cache may confuse.
    patch_vary_headers(response, ["Accept"])
    return response


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def describe(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    highlight = highlight_or_404(pk)
    sent = cleaned_values(forms.DescriptionForm(request.POST))
    try:
        acts.describe_highlight(highlight, by=request.user, **sent)
    except Conflict as conflict:
        merge = merge_description(request, highlight, sent)
        if merge.contested:
            return note_conflict(request, merge, conflict)
        acts.describe_highlight(highlight, by=request.user, **merge.values)
    return _changed(request, highlight, CardChange(repaint=False))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def teller(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Set the tellers of a passage. A guess that is sent unchanged is confirmed."""
    highlight = highlight_or_404(pk)
    sent = cleaned_values(forms.TellerForm(request.POST))
    name_teller(highlight, by=request.user, **sent)
    return _changed(request, highlight, CardChange(PageEvent.CLAIM_CHANGED, repaint=False))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def tag(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Add a tag to a highlight. If the codebook has no tag of a path, the tag is added there first."""
    highlight = highlight_or_404(pk)
    sent = cleaned_values(forms.TagChoiceForm(request.POST))
    if sent["tag"]:
        acts.tag_highlight(highlight, tag_or_successor(sent["tag"]), by=request.user)
        return _changed(request, highlight, CardChange())
    is_new = acts.tag_by_path(highlight, sent["path"], by=request.user)
    return _changed(request, highlight, CardChange(codebook=is_new))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def untag(request: AuthenticatedHttpRequest, pk: UUID, tag: int) -> HttpResponse:
    highlight = highlight_or_404(pk)
    acts.untag_highlight(highlight, tag_or_successor(tag), by=request.user)
    return _changed(request, highlight, CardChange())


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def edges(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    highlight = highlight_or_404(pk)
    sent = cleaned_values(forms.EdgesForm(request.POST))
    # The old place is read before the act, because its blocks must be painted again too.
    moved_from = tuple(spans_of(highlight))
    try:
        acts.move_edges(highlight, **sent, by=request.user)
    except Conflict as conflict:
        return edges_conflict(request, highlight, story_of(request), conflict)
    return _changed(request, highlight, CardChange(moved_from=moved_from))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def withdraw(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    highlight = highlight_or_404(pk)
    acts.withdraw_highlight(highlight, by=request.user)
    return _changed(request, highlight, CardChange())


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def restore(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    highlight = highlight_or_404(pk)
    acts.restore_highlight(highlight, by=request.user)
    return _changed(request, highlight, CardChange())


@require_POST
@role_required(UserRole.REPORTER)
@done_once
@acted_once(_changed_again)
def comment(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    highlight = highlight_or_404(pk)
    sent = cleaned_values(forms.CommentForm(request.POST))
    remarks.comment_on(highlight, sent["body"], by=request.user)
    return _changed(request, highlight, CardChange(repaint=False))


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(_changed_again)
def withdraw_comment(request: AuthenticatedHttpRequest, pk: UUID, comment: int) -> HttpResponse:
    highlight = highlight_or_404(pk)
    # The comment must belong to this highlight, because the card of the highlight is the answer.
    own_comment = get_object_or_404(Comment, pk=comment, highlight=highlight)
    remarks.withdraw_comment(own_comment, by=request.user)
    return _changed(request, highlight, CardChange(repaint=False))


@require_POST
@role_required(UserRole.REPORTER)
@done_once
@acted_once(_changed_again)
def attach(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Add a passage as evidence for an existing claim, or for a new claim that is made first."""
    highlight = highlight_or_404(pk)
    sent = cleaned_values(forms.AttachForm(request.POST))
    judgement = {name: sent[name] for name in ("relation", "note", "same_event")}
    # The form has either an existing claim or the statement of a new one.
    if sent["claim"]:
        claim = get_object_or_404(Claim, pk=sent["claim"])
        add_evidence(claim, highlight, by=request.user, **judgement)
    else:
        story = get_object_or_404(Story, slug=request.POST.get("story", ""))
        make_claim_with_evidence(highlight, story, sent["statement"], by=request.user, **judgement)
    return _changed(request, highlight, CardChange(PageEvent.CLAIM_CHANGED, repaint=False))
