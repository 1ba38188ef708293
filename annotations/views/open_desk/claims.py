"""Show one claim in the rail of the desk, and answer the acts that a person does to it there."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django_htmx.http import trigger_client_event

from annotations.actions.claims import reword_claim
from annotations.forms.stories import SettleForm
from annotations.logic.counting.weaknesses import WeakClaim
from annotations.logic.vocabulary import RewordOutcome
from annotations.models import Claim
from annotations.queries.claims.dossier import evidence_of
from annotations.queries.standing import CountedClaim, counted_claims
from annotations.queries.verdicts import states_of
from annotations.roles import claim_permissions
from annotations.views.events import PageEvent
from annotations.views.open_desk.conflicts import wording_conflict
from annotations.views.passages.cards import VERSION_HEADER
from newsroom.errors import Conflict
from newsroom.forms.cleaning import cleaned_values
from newsroom.models import Activity, User
from newsroom.roles import UserRole, role_required
from newsroom.views.requests import AuthenticatedHttpRequest


def found_claim(pk: UUID) -> Claim:
    """Return the claim with the related rows that its page needs.

    Raises `Http404` if the claim does not exist.
    """
    related = ("story", "settled_by", "created_by", "withdrawn_by")
    return get_object_or_404(Claim.objects.select_related(*related), pk=pk)


@require_safe
@role_required(UserRole.READER)
def claim_card(request: AuthenticatedHttpRequest, pk: UUID) -> HttpResponse:
    """Show a claim as a fragment in the rail. Without htmx, redirect to its page."""
    claim = found_claim(pk)
    if not request.htmx:
        return redirect(claim)
    return render(request, "annotations/_claim_card.html", _card_context(claim, request.user))


def act_in_rail(
    request: AuthenticatedHttpRequest,
    pk: UUID,
    act: Callable[..., None],
    form: Form,
) -> HttpResponse:
    """Call the action with the values of the form, and return the response with the claim as it is then.

    Raises the errors of the form and of the action, except `WeakClaim`: the answer then offers to give the
    verdict all the same.
    """
    claim = found_claim(pk)
    try:
        act(claim, by=request.user, **cleaned_values(form))
    except WeakClaim as refusal:
        context = {"sentence": refusal.sentence}
        return render(request, "annotations/_weak_claim.html", context, status=refusal.status)
    return answer_claim(request, claim)


def reword_in_rail(request: AuthenticatedHttpRequest, pk: UUID, form: Form) -> HttpResponse:
    """Change the statement of a claim as `act_in_rail` does. If somebody else has changed the claim, show
    both wordings.
    """
    try:
        return act_in_rail(request, pk, reword_claim, form)
    except Conflict as conflict:
        return wording_conflict(request, found_claim(pk), form.cleaned_data["statement"], conflict)


def claim_again(request: AuthenticatedHttpRequest, line: Activity, pk: UUID) -> HttpResponse:
    """Return the response to an act on a claim that an earlier request has done. `line` is its line in the
    history.
    """
    response = answer_claim(request, found_claim(pk))
    seen = request.POST.get("version", "")
    if seen.isdecimal():
        # The act was done on the version that the person saw, and left the next one.
        response[VERSION_HEADER] = str(int(seen) + 1)
    return response


def answer_claim(request: AuthenticatedHttpRequest, claim: Claim) -> HttpResponse:
    """Return the response after an act on a claim: with htmx the claim as the rail shows it, else a redirect
    to its page.
    """
    if not request.htmx:
        return redirect(claim)
    response = render(request, "annotations/_claim_card.html", _card_context(claim, request.user))
    response[VERSION_HEADER] = str(claim.version)
    return trigger_client_event(response, PageEvent.CLAIM_CHANGED)


def decision_context(
    counted: CountedClaim,
    user: User,
    settling: SettleForm | None = None,
) -> dict[str, Any]:
    """Return the template context of the forms that decide on a claim (`_claim_decide.html`).

    `settling` is a form for a verdict that was refused. It is shown again with the values that were sent.
    """
    claim = counted.claim
    seen = states_of([claim], {claim.pk: counted.standing})[claim.pk].fingerprint
    return {
        "settling": _as_shown(settling, claim, seen),
        "seen": seen,
        "outcomes": list(RewordOutcome),
        "may_claim": claim_permissions(claim, user),
    }


def _card_context(claim: Claim, user: User) -> dict[str, Any]:
    (counted,) = counted_claims([claim])
    comments = claim.comments.filter(withdrawn_at=None).select_related("created_by")
    return {
        "claim": claim,
        "counted": counted,
        "story": claim.story,
        "evidence": evidence_of(claim),
        "comments": list(comments),
        "in_rail": True,
        **decision_context(counted, user),
    }


def _as_shown(
    settling: SettleForm | None,
    claim: Claim,
    seen: str,
) -> SettleForm:
    """Return the form for a verdict, bound to the claim and the evidence as this page shows them.

    If `settling` was sent from an older page, its version and fingerprint are replaced. Therefore the next
    attempt applies to the claim as this page shows it. Without `settling`, a new form is returned.
    """
    as_seen = {"version": claim.version, "seen": seen}
    if settling is None:
        # The form of a settled claim contains its verdict, so that an editor can give it again in one step.
        present = {"verdict": claim.verdict, "rationale": claim.rationale}
        return SettleForm(initial=present | as_seen)
    settling.data = settling.data.copy()
    for name, value in as_seen.items():
        settling.data[name] = value
    return settling
