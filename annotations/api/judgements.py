"""Let programs attach evidence, link passages, and state silences and independence."""

from uuid import UUID

from django.http import HttpResponse

from annotations.actions.judgements import evidence as evidence_acts
from annotations.actions.judgements import links as link_acts
from annotations.actions.judgements.independences import state_independence
from annotations.actions.judgements.links import LinkJudgement
from annotations.actions.judgements.silences import state_silence, withdraw_silence
from annotations.api import bodies
from annotations.api.answers import (
    ApiRequest,
    record_response,
    row_as_seen,
    row_or_404,
    seen_values,
)
from annotations.api.operations import acts
from annotations.logic.vocabulary import Relation
from annotations.models import Claim, Evidence, Highlight, Link, Silence
from newsroom.errors import Invalid
from newsroom.models import Article
from newsroom.roles import UserRole

TAG = "Evidence and links"
_OF_EVIDENCE = ("claim__story", "highlight__article", "highlight__anchor")
_OF_LINK = ("source__article", "source__anchor", "target__article", "target__anchor")


@acts(TAG, "/evidence")
def attach_evidence(request: ApiRequest, sent: bodies.NewEvidenceBody) -> HttpResponse:
    """Attach a highlight to a claim, with its relation."""
    claim = row_or_404(Claim, sent.claim, "story")
    evidence = evidence_acts.add_evidence(
        claim,
        _highlight(sent.annotation),
        sent.relation,
        note=sent.note,
        same_event=sent.same_event,
        by=request.user,
    )
    return record_response(request, "evidence", evidence.pk, 201)


@acts(TAG, "/evidence/{pk}/change", if_match=True)
def change_evidence(request: ApiRequest, pk: UUID, sent: bodies.JudgementBody) -> HttpResponse:
    evidence = row_as_seen(request, "evidence", Evidence, pk, *_OF_EVIDENCE)
    evidence_acts.change_evidence(
        evidence,
        relation=sent.relation,
        note=sent.given("note", evidence.note),
        same_event=sent.same_event,
        seen=seen_values(evidence, ("relation", "note")),
        by=request.user,
    )
    return record_response(request, "evidence", pk)


@acts(TAG, "/evidence/{pk}/withdraw")
def withdraw_evidence(request: ApiRequest, pk: UUID) -> HttpResponse:
    evidence_acts.withdraw_evidence(row_or_404(Evidence, pk, *_OF_EVIDENCE), by=request.user)
    return record_response(request, "evidence", pk)


@acts(TAG, "/evidence/{pk}/restore")
def restore_evidence(request: ApiRequest, pk: UUID) -> HttpResponse:
    evidence_acts.restore_evidence(row_or_404(Evidence, pk, *_OF_EVIDENCE), by=request.user)
    return record_response(request, "evidence", pk)


@acts(TAG, "/links")
def link_two_passages(request: ApiRequest, sent: bodies.NewLinkBody) -> HttpResponse:
    """Link highlights of two articles. The relation `contradicts` needs an aspect; other relations have
    none.
    """
    link = link_acts.link_passages(
        _highlight(sent.source),
        _highlight(sent.target),
        _judgement(sent),
        same_event=sent.same_event,
        by=request.user,
    )
    return record_response(request, "links", link.pk, 201)


@acts(TAG, "/links/{pk}/change", if_match=True)
def change_a_link(request: ApiRequest, pk: UUID, sent: bodies.LinkBody) -> HttpResponse:
    link = row_as_seen(request, "links", Link, pk, *_OF_LINK)
    link_acts.change_link(
        link,
        _judgement(sent, aspect=link.aspect, note=link.note),
        same_event=sent.same_event,
        seen=seen_values(link, ("relation", "aspect", "note")),
        by=request.user,
    )
    return record_response(request, "links", pk)


@acts(TAG, "/links/{pk}/withdraw")
def withdraw_a_link(request: ApiRequest, pk: UUID) -> HttpResponse:
    link_acts.withdraw_link(row_or_404(Link, pk, *_OF_LINK), by=request.user)
    return record_response(request, "links", pk)


@acts(TAG, "/links/{pk}/restore")
def restore_a_link(request: ApiRequest, pk: UUID) -> HttpResponse:
    link_acts.restore_link(row_or_404(Link, pk, *_OF_LINK), by=request.user)
    return record_response(request, "links", pk)


@acts(TAG, "/silences")
def state_a_silence(request: ApiRequest, sent: bodies.NewSilenceBody) -> HttpResponse:
    """State that an article does not mention what a claim says."""
    claim = row_or_404(Claim, sent.claim, "story")
    silence = state_silence(claim, row_or_404(Article, sent.article), by=request.user)
    return record_response(request, "silences", silence.pk, 201)


@acts(TAG, "/silences/{pk}/withdraw")
def withdraw_a_silence(request: ApiRequest, pk: UUID) -> HttpResponse:
    withdraw_silence(row_or_404(Silence, pk, "claim__story", "article"), by=request.user)
    return record_response(request, "silences", pk)


@acts(TAG, "/independences", role=UserRole.EDITOR)
def state_that_reports_are_independent(
    request: ApiRequest, sent: bodies.NewIndependenceBody
) -> HttpResponse:
    """State that two articles are independent sources of a claim. The answer is the record of the claim."""
    claim = row_or_404(Claim, sent.claim, "story")
    one, other = (row_or_404(Article, pk) for pk in (sent.one, sent.other))
    state_independence(claim, one, other, reason=sent.reason, by=request.user)
    return record_response(request, "claims", claim.pk)


def _highlight(pk: UUID) -> Highlight:
    return row_or_404(Highlight, pk, "article", "anchor")


def _judgement(sent: bodies.LinkBody, aspect: str = "", note: str = "") -> LinkJudgement:
    """Return the relation, the aspect and the note that a program states about a link.

    `aspect` and `note` are the present values, which stay if the program sends none. Only a contradiction has
    an aspect. Raises `Invalid` if a contradiction has none.
    """
    chosen_aspect = sent.given("aspect", aspect) or ""
    if sent.relation != Relation.CONTRADICTS:
        chosen_aspect = ""
    elif not chosen_aspect:
        raise Invalid("Say in what the passages contradict each other: send an aspect.")
    return LinkJudgement(sent.relation, str(chosen_aspect), sent.given("note", note))
