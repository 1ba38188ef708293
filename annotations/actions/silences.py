"""Saying that an article does not mention what a claim says."""

from django.db import transaction

from annotations.actions.claims import locked
from annotations.actions.withdrawing import restore, withdraw
from annotations.models import Claim, Evidence, Silence
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def state_silence(claim: Claim, article: Article, *, by: User) -> Silence:
    """Say that one has read the article and that it does not mention what the claim says. Takes a reporter.

    Raises `Conflict` where that is known, or a passage of the article bears on the claim.
    """
    require(by, UserRole.REPORTER)
    locked(claim)
    if Evidence.objects.filter(claim=claim, highlight__article=article, withdrawn_at=None).exists():
        raise Conflict(
            "A passage of this article bears on the claim. Remove it from the claim first, if it does not."
        )
    if Silence.objects.filter(claim=claim, article=article, withdrawn_at=None).exists():
        raise Conflict("It is known already that this article does not mention the claim.")
    silence = Silence(claim=claim, article=article, created_by=by)
    store(silence)
    _record(Verb.STATED, silence, by, f"read “{article}”: it does not mention “{claim}”")
    return silence


@transaction.atomic
def withdraw_silence(silence: Silence, *, by: User) -> None:
    """Take back that the article does not mention the claim: the question is open again. Takes a reporter."""
    require(by, UserRole.REPORTER)
    if withdraw(silence, by):
        _record(Verb.WITHDRAWN, silence, by, f"“{silence.article}” may mention “{silence.claim}” after all")


def end_silence(evidence: Evidence, by: User) -> None:
    """An article that was said not to mention the claim does, now that a passage of it bears on the claim."""
    article = evidence.highlight.article_id
    for silence in Silence.objects.filter(claim=evidence.claim_id, article=article, withdrawn_at=None):
        withdraw(silence, by)


def be_silent_again(evidence: Evidence) -> None:
    """The silence that the evidence ended, at its time or when it was restored, where nothing else speaks
    now.
    """
    about = {"claim": evidence.claim_id, "article": evidence.highlight.article_id}
    told = Evidence.objects.filter(
        claim=about["claim"], highlight__article=about["article"], withdrawn_at=None
    )
    ended = (
        Silence.objects.filter(**about, withdrawn_at__gte=evidence.created_at).order_by("withdrawn_at").last()
    )
    if ended and not told.exists() and not Silence.objects.filter(**about, withdrawn_at=None).exists():
        restore(ended)


def _record(verb: Verb, silence: Silence, by: User, summary: str) -> None:
    story = silence.claim.story
    record(HistoryLine(verb, silence, summary, story=story, article=silence.article), by=by)
