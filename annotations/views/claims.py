"""Define the views of claims: the claims of a story, the page of one claim, and the acts on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions import claims as acts
from annotations.actions.comments import comment_on
from annotations.actions.judgements.publishing import publish_verdict, unpublish_verdict
from annotations.forms import stories as forms
from annotations.forms.desk import CommentForm
from annotations.logic.counting.weaknesses import WeakClaim
from annotations.logic.vocabulary import Relation
from annotations.models import Claim
from annotations.queries.claims.dossier import dossier
from annotations.queries.standing import counted_claims
from annotations.views.open_desk.claims import (
    act_in_rail,
    answer_claim,
    claim_again,
    decision_context,
    found_claim,
    reword_in_rail,
)
from newsroom.errors import NewsroomError
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, Story
from newsroom.roles import UserRole, role_required
from newsroom.views.once import acted_once, done_once
from newsroom.views.requests import AuthenticatedHttpRequest


@dataclass(frozen=True, slots=True)
class RefusedJudgement:
    """A change of evidence that was refused.

    `evidence` is the id of the evidence, `sent` are the values that the person sent, and `sentence` is the
    reason for the refusal.
    """

    evidence: UUID
    sent: Mapping[str, str]
    sentence: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a form on the page of a claim was refused: the HTTP status of the answer.

    `is_weak` is true if the editor must say that they have seen why the verdict is weak.
    """

    status: int
    is_weak: bool = False


#: The page is shown without a refused form.
NOT_REFUSED = Refusal(200)


@require_safe
@role_required(UserRole.READER)
def claims_of_story(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """List the claims of a story. `?status=&verdict=` filter the list. All withdrawn claims are listed
    too.
    """
    story = get_object_or_404(Story, slug=slug)
    form = forms.ClaimFilter(request.GET)
    # Empty filters would exclude all claims.
    filters = {field: value for field, value in cleaned_values(form).items() if value}
    not_withdrawn = story.claims.filter(withdrawn_at=None)
    # Withdrawn claims are listed too, because they can be restored.
    withdrawn = story.claims.exclude(withdrawn_at=None)
    context = {
        "story": story,
        "claims": counted_claims(not_withdrawn.filter(**filters)),
        "withdrawn": list(withdrawn.select_related("withdrawn_by")),
        "form": form,
        "filtered": bool(filters),
    }
    return render(request, "annotations/claim_list.html", context)


@require_safe
@role_required(UserRole.READER)
def desk_claims(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    """List the claims of a story in a panel of the desk."""
    story = get_object_or_404(Story, slug=slug)
    claims = counted_claims(story.claims.filter(withdrawn_at=None))
    return render(request, "annotations/_claims_panel.html", {"story": story, "claims": claims})


def _created_again(request: AuthenticatedHttpRequest, line: Activity, slug: str) -> HttpResponse:
    return answer_claim(request, found_claim(UUID(line.object_id)))


@require_POST
@role_required(UserRole.REPORTER)
@done_once
@acted_once(_created_again)
def claim_create(request: AuthenticatedHttpRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    sent = cleaned_values(forms.StatementForm(request.POST))
    claim = acts.make_claim(story, sent["statement"], by=request.user)
    return answer_claim(request, claim)


@require_safe
@role_required(UserRole.READER)
def claim(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    return claim_page(request, found_claim(pk))


@require_POST
@role_required(UserRole.EDITOR)
@acted_once(claim_again)
def settle(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Settle a claim. If this is refused, show the form again with the values that were typed."""
    form = forms.SettleForm(request.POST)
    if request.htmx:
        return act_in_rail(request, pk, acts.settle_claim, form)
    refusal = _refusal(request, pk, acts.settle_claim, form)
    if refusal is None:
        return redirect("claim", pk=pk)
    return claim_page(request, found_claim(pk), settling=form, refusal=refusal)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(claim_again)
def reword(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Change the statement of a claim.

    If the change is refused, show the form again with the text that was typed.
    """
    form = forms.RewordForm(request.POST)
    if request.htmx:
        return reword_in_rail(request, pk, form)
    refusal = _refusal(request, pk, acts.reword_claim, form)
    if refusal is None:
        return redirect("claim", pk=pk)
    return claim_page(request, found_claim(pk), rewording=form, refusal=refusal)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(claim_again)
def set_status(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    return _act(
        request,
        pk,
        acts.set_claim_status,
        forms.ClaimStatusForm(request.POST),
    )


@require_POST
@role_required(UserRole.EDITOR)
@acted_once(claim_again)
def publish(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Mark the verdict of a claim as public if `public` is sent, else take the mark back."""
    claim = found_claim(pk)
    sent = cleaned_values(forms.PublishForm(request.POST))
    act = publish_verdict
    if not sent["public"]:
        act = unpublish_verdict
    act(claim, version=sent["version"], by=request.user)
    return redirect(claim)


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(claim_again)
def withdraw(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    return _act(
        request,
        pk,
        acts.withdraw_claim,
        forms.ClaimVersionForm(request.POST),
    )


@require_POST
@role_required(UserRole.REPORTER)
@acted_once(claim_again)
def restore(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    return _act(
        request,
        pk,
        acts.restore_claim,
        forms.ClaimVersionForm(request.POST),
    )


@require_POST
@role_required(UserRole.REPORTER)
@done_once
@acted_once(claim_again)
def comment(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    claim = found_claim(pk)
    sent = cleaned_values(CommentForm(request.POST))
    comment_on(claim, sent["body"], by=request.user)
    return answer_claim(request, claim)


def _act(
    request: AuthenticatedHttpRequest,
    pk: UUID,
    act: Callable[..., None],
    form: Form,
) -> HttpResponse:
    """Call the action with the values of the form, and return the answer for the rail, or a redirect to the
    page of the claim.

    Raises an error if the form is not valid or the action refuses.
    """
    if request.htmx:
        return act_in_rail(request, pk, act, form)
    claim = found_claim(pk)
    act(claim, by=request.user, **cleaned_values(form))
    return redirect(claim)


def _refusal(
    request: AuthenticatedHttpRequest,
    pk: UUID,
    act: Callable[..., None],
    form: Form,
) -> Refusal | None:
    """Call the action with the values of the form.

    Returns None if the action succeeds. If the form is not valid or the action is refused, adds the reason to
    the form.
    """
    claim = found_claim(pk)
    if not form.is_valid():
        return Refusal(422)
    try:
        act(claim, by=request.user, **form.cleaned_data)
    except NewsroomError as error:
        # The form keeps the typed values, so that nothing has to be typed again.
        form.add_error(None, error.sentence)
        return Refusal(error.status, is_weak=isinstance(error, WeakClaim))
    return None


def claim_page(
    request: AuthenticatedHttpRequest,
    claim: Claim,
    *,
    settling: forms.SettleForm | None = None,
    rewording: forms.RewordForm | None = None,
    judging: RefusedJudgement | None = None,
    refusal: Refusal = NOT_REFUSED,
) -> HttpResponse:
    """Return the page of a claim.

    `settling`, `rewording` or `judging` is a form that was refused. It is shown again with the values that
    were sent. `refusal` says why.
    """
    (counted,) = counted_claims([claim])
    comments = claim.comments.filter(withdrawn_at=None).select_related("created_by")
    context = {
        "claim": claim,
        "counted": counted,
        "story": claim.story,
        "dossier": dossier(counted),
        "comments": list(comments),
        "refused_as_weak": refusal.is_weak,
        "rewording": rewording,
        "judging": judging,
        "relations": list(Relation),
        "base": request.build_absolute_uri("/").rstrip("/"),
        **decision_context(counted, request.user, settling),
    }
    return render(
        request,
        "annotations/claim_detail.html",
        context,
        status=refusal.status,
    )
