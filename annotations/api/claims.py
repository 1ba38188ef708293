"""Let programs state claims, and decide on them."""

from uuid import UUID

from django.http import HttpResponse

from annotations.actions import claims as claim_acts
from annotations.actions.comments import comment_on
from annotations.api import bodies
from annotations.api.answers import (
    ApiRequest,
    fingerprint_of,
    record_response,
    row_as_seen,
    row_or_404,
)
from annotations.api.operations import acts
from annotations.logic.counting.verdict_changes import SeenEvidence
from annotations.models import Claim
from newsroom.errors import Missing
from newsroom.models import Story
from newsroom.roles import UserRole

TAG = "Claims"
_KIND = "claims"


@acts(TAG, "/claims")
def state_a_claim(request: ApiRequest, sent: bodies.NewClaimBody) -> HttpResponse:
    story = Story.objects.filter(slug=sent.story).first()
    if story is None:
        raise Missing(f"There is no story “{sent.story}”.")
    claim = claim_acts.make_claim(story, sent.statement, by=request.user)
    return record_response(request, _KIND, claim.pk, 201)


@acts(TAG, "/claims/{pk}/reword", if_match=True)
def reword_a_claim(request: ApiRequest, pk: UUID, sent: bodies.WordingBody) -> HttpResponse:
    """Change the statement of a claim. If the claim is settled, `outcome` must say what becomes of its
    verdict.
    """
    seen = SeenEvidence(fingerprint_of(pk))
    claim = row_as_seen(request, _KIND, Claim, pk, "story")
    claim_acts.reword_claim(
        claim,
        sent.statement,
        version=claim.version,
        outcome=sent.outcome or "",
        seen=seen,
        by=request.user,
    )
    return record_response(request, _KIND, pk)


@acts(TAG, "/claims/{pk}/settle", role=UserRole.EDITOR, if_match=True)
def settle_a_claim(request: ApiRequest, pk: UUID, sent: bodies.VerdictBody) -> HttpResponse:
    """Give a claim a verdict, with reasons. The verdict holds only for the evidence in the record whose ETag
    you send.
    """
    # The fingerprint is read first: if the evidence changes after that, the action refuses the verdict.
    seen = SeenEvidence(fingerprint_of(pk), sent.all_the_same)
    claim = row_as_seen(request, _KIND, Claim, pk, "story")
    claim_acts.settle_claim(
        claim,
        sent.verdict,
        sent.rationale,
        version=claim.version,
        seen=seen,
        by=request.user,
    )
    return record_response(request, _KIND, pk)


@acts(TAG, "/claims/{pk}/status", if_match=True)
def set_the_status(request: ApiRequest, pk: UUID, sent: bodies.StatusBody) -> HttpResponse:
    """Set the status of a claim. Opening a settled claim again needs a reason."""
    claim = row_as_seen(request, _KIND, Claim, pk, "story")
    claim_acts.set_claim_status(
        claim, sent.status, version=claim.version, reason=sent.reason.strip(), by=request.user
    )
    return record_response(request, _KIND, pk)


@acts(TAG, "/claims/{pk}/withdraw", if_match=True)
def withdraw_a_claim(request: ApiRequest, pk: UUID) -> HttpResponse:
    claim = row_as_seen(request, _KIND, Claim, pk, "story")
    claim_acts.withdraw_claim(claim, version=claim.version, by=request.user)
    return record_response(request, _KIND, pk)


@acts(TAG, "/claims/{pk}/restore")
def restore_a_claim(request: ApiRequest, pk: UUID) -> HttpResponse:
    claim = row_or_404(Claim, pk, "story")
    claim_acts.restore_claim(claim, version=claim.version, by=request.user)
    return record_response(request, _KIND, pk)


@acts(TAG, "/claims/{pk}/comments")
def comment_on_a_claim(request: ApiRequest, pk: UUID, sent: bodies.RemarkBody) -> HttpResponse:
    comment = comment_on(row_or_404(Claim, pk, "story"), sent.body, by=request.user)
    return record_response(request, "comments", comment.pk, 201)
