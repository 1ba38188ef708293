"""Claims: those of a story, one of them, and what can be done with it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from annotations.actions import claims as acts
from annotations.actions.comments import comment_on
from annotations.forms import stories as forms
from annotations.forms.desk import CommentForm
from annotations.logic.vocabulary import Relation
from annotations.models import Claim
from annotations.queries import stories as queries
from annotations.queries.dossier import dossier
from annotations.roles import claim_permissions
from newsroom.errors import NewsroomError
from newsroom.forms.cleaning import cleaned
from newsroom.models import Story
from newsroom.roles import UserRole, role_required


@require_safe
@role_required(UserRole.READER)
def claims_of_story(request: HttpRequest, slug: str) -> HttpResponse:
    """`?status=&verdict=` choose."""
    story = get_object_or_404(Story, slug=slug)
    form = forms.ClaimFilter(request.GET)
    chosen = {field: value for field, value in cleaned(form).items() if value}
    claims = queries.claims_with_standing(story.claims.filter(withdrawn_at=None, **chosen))
    context = {
        "story": story,
        "claims": claims,
        "withdrawn": list(story.claims.exclude(withdrawn_at=None).select_related("withdrawn_by")),
        "form": form,
        "filtered": bool(chosen),
    }
    return render(request, "annotations/claim_list.html", context)


@require_safe
@role_required(UserRole.READER)
def desk_claims(request: HttpRequest, slug: str) -> HttpResponse:
    """The claims as a panel of the desk."""
    story = get_object_or_404(Story, slug=slug)
    context = {"story": story, "claims": queries.claims_with_standing(story.claims.filter(withdrawn_at=None))}
    return render(request, "annotations/_claims_panel.html", context)


@require_POST
@role_required(UserRole.REPORTER)
def claim_create(request: HttpRequest, slug: str) -> HttpResponse:
    story = get_object_or_404(Story, slug=slug)
    return redirect(
        acts.make_claim(story, cleaned(forms.StatementForm(request.POST))["statement"], by=request.user)
    )


@require_safe
@role_required(UserRole.READER)
def claim(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, _found(pk))


@require_POST
@role_required(UserRole.EDITOR)
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Give the verdict. What was typed comes back in the form where it cannot be taken."""
    found, form = _found(pk), forms.SettleForm(request.POST)
    if not form.is_valid():
        return _page(request, found, settling=form, status=422)
    try:
        acts.settle_claim(found, by=request.user, **form.cleaned_data)
    except NewsroomError as error:
        form.add_error(None, error.sentence)
        return _page(request, _found(pk), settling=form, status=error.status)
    return redirect(found)


@require_POST
@role_required(UserRole.REPORTER)
def set_status(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(pk)
    acts.set_claim_status(found, by=request.user, **cleaned(forms.ClaimStatusForm(request.POST)))
    return redirect(found)


@require_POST
@role_required(UserRole.REPORTER)
def reword(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Other words for it. What was typed comes back in the form where it cannot be taken."""
    found, form = _found(pk), forms.RewordForm(request.POST)
    if not form.is_valid():
        return _page(request, found, rewording=form, status=422)
    try:
        acts.reword_claim(found, by=request.user, **form.cleaned_data)
    except NewsroomError as error:
        form.add_error(None, error.sentence)
        return _page(request, _found(pk), rewording=form, status=error.status)
    return redirect(found)


@require_POST
@role_required(UserRole.REPORTER)
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(pk)
    acts.withdraw_claim(found, by=request.user, **cleaned(forms.ClaimVersionForm(request.POST)))
    return redirect(found)


@require_POST
@role_required(UserRole.REPORTER)
def restore(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(pk)
    acts.restore_claim(found, by=request.user, **cleaned(forms.ClaimVersionForm(request.POST)))
    return redirect(found)


@require_POST
@role_required(UserRole.REPORTER)
def comment(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = _found(pk)
    comment_on(found, cleaned(CommentForm(request.POST))["body"], by=request.user)
    return redirect(found)


def _found(pk: UUID) -> Claim:
    return get_object_or_404(
        Claim.objects.select_related("story", "settled_by", "created_by", "withdrawn_by"), pk=pk
    )


def _page(
    request: HttpRequest,
    found: Claim,
    *,
    settling: forms.SettleForm | None = None,
    rewording: forms.RewordForm | None = None,
    status: int = 200,
) -> HttpResponse:
    (found,) = queries.claims_with_standing([found])
    context = {
        "claim": found,
        "story": found.story,
        "dossier": dossier(found),
        "comments": list(found.comments.filter(withdrawn_at=None).select_related("created_by")),
        "settling": settling or forms.SettleForm(initial={"version": found.version}),
        "rewording": rewording,
        "relations": list(Relation),
        "may_claim": claim_permissions(found, request.user),
        "base": request.build_absolute_uri("/").rstrip("/"),
    }
    if settling:
        # The version seen was somebody's older one: what is saved next is saved over what is on this page.
        settling.data = settling.data.copy()
        settling.data["version"] = found.version
    return render(request, "annotations/claim_detail.html", context, status=status)
