"""State, withdraw and restore silences: statements that an article does not mention a claim."""

from django.db import transaction
from django.db.models import QuerySet

from annotations.actions.claims import lock_claim
from annotations.actions.withdrawing import restore, withdraw
from annotations.models import Claim, Evidence, Silence
from newsroom.actions.history import HistoryLine, record
from newsroom.actions.storing import store
from newsroom.errors import Conflict
from newsroom.models import Article, User, Verb
from newsroom.roles import UserRole, require


@transaction.atomic
def state_silence(claim: Claim, article: Article, *, by: User) -> Silence:
    """State that the person has read the article and that the article does not mention the claim.

    Returns the new silence. Requires the reporter role. Raises `Conflict` if the claim is withdrawn, if the
    silence is stated already, or if a passage of the article is evidence for the claim.
    """
    require(by, UserRole.REPORTER)
    lock_claim(claim)
    _must_be_unsaid(claim, article)
    silence = Silence(
        claim=claim,
        article=article,
        created_by=by,
    )
    store(silence)
    _record(
        Verb.STATED,
        silence,
        by,
        f"read “{article}”: it does not mention “{claim}”",
    )
    return silence


@transaction.atomic
def withdraw_silence(silence: Silence, *, by: User) -> None:
    """Withdraw a silence. It then counts as unknown whether the article mentions the claim.

    Nothing happens if the silence is withdrawn already. Requires the reporter role.
    """
    require(by, UserRole.REPORTER)
    if withdraw(silence, by):
        _record(
            Verb.WITHDRAWN,
            silence,
            by,
            f"“{silence.article}” may mention “{silence.claim}” after all",
        )


@transaction.atomic
def restore_silence(silence: Silence, *, by: User) -> None:
    """Restore a withdrawn silence. Requires the reporter role, and raises the errors of `state_silence`."""
    require(by, UserRole.REPORTER)
    lock_claim(silence.claim)
    _must_be_unsaid(silence.claim, silence.article)
    if restore(silence):
        _record(
            Verb.RESTORED,
            silence,
            by,
            f"said again that “{silence.article}” does not mention “{silence.claim}”",
        )


def end_silence(evidence: Evidence, by: User) -> None:
    """Withdraw the silence about the claim of `evidence` in the article of `evidence`, if there is one.

    The evidence shows that the article mentions the claim. The history gets no line.
    """
    for silence in _silences_beside(evidence).filter(withdrawn_at=None):
        withdraw(silence, by)


def restore_ended_silence(evidence: Evidence) -> None:
    """Restore the silence that `evidence` ended, if it ended one.

    A silence ends when evidence from the same article is added or restored. Nothing is restored if the
    article has other evidence for the claim or another silence about it.
    """
    silences = _silences_beside(evidence)
    # The newest silence that ended after the evidence was added is the one that the evidence ended.
    ended = silences.filter(withdrawn_at__gte=evidence.created_at).order_by("withdrawn_at").last()
    if ended is None or silences.filter(withdrawn_at=None).exists():
        return

    article = evidence.highlight.article_id
    speaking = Evidence.objects.filter(
        claim=evidence.claim_id, highlight__article=article, withdrawn_at=None
    )
    if not speaking.exists():
        restore(ended)


def _must_be_unsaid(claim: Claim, article: Article) -> None:
    """Raise `Conflict` if a passage of the article is evidence for the claim, or if its silence is stated
    already.
    """
    speaking = Evidence.objects.filter(
        claim=claim,
        highlight__article=article,
        withdrawn_at=None,
    )
    if speaking.exists():
        raise Conflict(
            "A passage of this article bears on the claim. Remove it from the claim first, if it does not."
        )
    if Silence.objects.filter(claim=claim, article=article, withdrawn_at=None).exists():
        raise Conflict("It is known already that this article does not mention the claim.")


def _silences_beside(evidence: Evidence) -> QuerySet[Silence]:
    """Return all silences about the claim of `evidence` in the article of `evidence`, including
    withdrawn ones.
    """
    return Silence.objects.filter(claim=evidence.claim_id, article=evidence.highlight.article_id)


def _record(
    verb: Verb,
    silence: Silence,
    by: User,
    summary: str,
) -> None:
    story = silence.claim.story
    record(
        HistoryLine(
            verb,
            silence,
            summary,
            story=story,
            article=silence.article,
        ),
        by=by,
    )
